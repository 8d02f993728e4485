/** The page that installs or updates without a terminal: each button copies one file of the script. */
const text = document.getElementById('files')?.textContent ?? '{}'
const files: Readonly<Record<string, string>> = JSON.parse(text)
const said = document.getElementById('said')
const dialog = document.querySelector('dialog')
const area = document.querySelector('textarea')

/** Read-aloud and seen: which file is on the clipboard now. */
function say(words: string): void {
  if (said) said.textContent = words
}

async function copy(button: HTMLButtonElement, name: string): Promise<void> {
  const content = files[name] ?? ''
  try {
    await navigator.clipboard.writeText(content)
    button.classList.add('done')
    say(`${name} est copié : collez-le dans l’éditeur.`)
  } catch {
    if (area) area.value = content
    dialog?.showModal()
    area?.select()
  }
}

for (const place of document.querySelectorAll<HTMLElement>('.copies')) {
  const wanted = place.dataset['files']
  const names = wanted === 'pages' ? Object.keys(files).filter((name) => name.endsWith('.html')) : [wanted ?? '']
  for (const name of names) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = `Copier ${name}`
    button.addEventListener('click', () => copy(button, name))
    place.append(button)
  }
}
