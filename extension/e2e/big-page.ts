interface Movement {
  readonly date: string
  readonly label: string
  readonly isIn: boolean
  readonly whole: number
  readonly cents: string
}

const movements = (count: number): Movement[] =>
  Array.from({ length: count }, (_, at) => {
    const date = `${String(28 - (at % 28)).padStart(2, '0')}/0${3 - Math.floor(at / 80)}/2026`
    const isIn = at % 7 === 0
    const label = isIn ? `VIR SEPA CLIENT ${at}` : `CB MAGASIN ${at} ${date.slice(0, 5)}`
    return { date, label, isIn, whole: (at * 13) % 900, cents: String(10 + (at % 90)) }
  })

const frame = (list: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Mes comptes</title><header><nav><a>Accueil</a><a>Comptes</a></nav></header>
<main><h1>Compte courant</h1><p>Solde : <b>1\u202f234,56\u00a0€</b></p>${list}</main>`

/** A bank's page of so many rows, with the icons, buttons and categories that such pages have. */
export function bigPage(count: number): string {
  const rows = movements(count).map(
    ({ date, label, isIn, whole, cents }, at) =>
      `<li class="operation row-${at}"><button aria-label="Pointer"><svg viewBox="0 0 8 8"><path d="M0 0h8v8"/></svg></button>
<div class="left"><span class="date">${date}</span><div class="what"><span class="label">${label}</span><small class="category">Divers</small></div></div>
<div class="right"><span class="amount ${isIn ? 'positive' : ''}">${isIn ? '+' : '\u2212'}${whole},${cents}\u00a0€</span><button>Détail</button></div></li>`,
  )
  return frame(`<ul class="operations">${rows.join('\n')}</ul>`)
}

/** The same as a table of two columns of amounts and a balance, hidden copies for narrow screens in its cells. */
function tablePage(count: number): string {
  let balance = 500_000
  const rows = movements(count).map(({ date, label, isIn, whole, cents }) => {
    const amount = `${whole},${cents}`
    const shown = balance
    balance -= (isIn ? 1 : -1) * (whole * 100 + Number(cents))
    return `<tr><td>${date}</td><td>${date}</td><td><div>${label}<span style="display:none">${label}</span></div><span style="display:none">Date de valeur : ${date}</span></td>
<td>${isIn ? '' : amount}</td><td>${isIn ? amount : ''}</td><td>${(shown / 100).toFixed(2).replace('.', ',')}</td></tr>`
  })
  return frame(
    `<table class="liste"><thead><tr><th>Date</th><th>Valeur</th><th>Libellé</th><th>Débit</th><th>Crédit</th><th>Solde</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
  )
}

/** The same in deep boxes without a name, a heading for each day, figures in pieces. */
function boxesPage(count: number): string {
  const days = new Map<string, Movement[]>()
  for (const one of movements(count)) days.set(one.date, [...(days.get(one.date) ?? []), one])
  const groups = [...days].map(
    ([date, some]) =>
      `<div><div><h3>${date}</h3></div><div>${some
        .map(
          ({ label, isIn, whole, cents }) => `<div><div><div><div><img alt=""><div><div><span>${label}</span></div>
<div><span>Divers</span></div></div></div><div><div><span>${isIn ? '+' : '\u2212'}</span><span>${whole}</span><span>,${cents}</span><span>\u00a0€</span></div></div></div></div></div>`,
        )
        .join('\n')}</div></div>`,
  )
  return frame(`<div><div>${groups.join('\n')}</div></div>`)
}

export const bankPages = (count: number): Readonly<Record<string, string>> => ({
  'list with icons and buttons': bigPage(count),
  'table, two columns, balance, hidden copies': tablePage(count),
  'boxes without names, days as headings': boxesPage(count),
})
