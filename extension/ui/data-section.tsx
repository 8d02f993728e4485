import { type ReactElement, useState } from 'react'
import { ask } from '../background/ask.ts'
import { optionWords } from '../words/options.ts'

/** What is here is the user's: to take away, or to throw away whole. */
export function DataSection(): ReactElement {
  const [sure, setSure] = useState(false)
  const [said, setSaid] = useState('')
  const save = async (): Promise<void> => {
    const answer = await ask<'export'>({ ask: 'export' })
    if (!answer) return
    const address = URL.createObjectURL(new Blob([answer.json], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = address
    link.download = `tabellion-extension-${new Date().toISOString().slice(0, 10)}.json`
    link.click()
    URL.revokeObjectURL(address)
  }
  const erase = async (): Promise<void> => {
    await ask({ ask: 'erase' })
    setSure(false)
    setSaid(optionWords.erased)
  }
  return (
    <>
      <div className="row">
        <button type="button" onClick={() => void save()}>
          {optionWords.exportAll}
        </button>
        {!sure && (
          <button type="button" onClick={() => setSure(true)}>
            {optionWords.eraseAll}
          </button>
        )}
      </div>
      {sure && (
        <div className="notice is-bad">
          <p>{optionWords.eraseHow}</p>
          <div className="row">
            <button type="button" onClick={() => void erase()}>
              {optionWords.eraseSure}
            </button>
            <button type="button" onClick={() => setSure(false)}>
              {optionWords.cancel}
            </button>
          </div>
        </div>
      )}
      <p role="status">{said}</p>
    </>
  )
}
