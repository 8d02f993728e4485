/** A bank's page of so many rows, with the icons, buttons and categories that such pages have. */
export function bigPage(count: number): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const date = `${String(28 - (at % 28)).padStart(2, '0')}/0${3 - Math.floor(at / 80)}/2026`
    const isIn = at % 7 === 0
    const label = isIn ? `VIR SEPA CLIENT ${at}` : `CB MAGASIN ${at} ${date.slice(0, 5)}`
    const amount = `${isIn ? '+' : '\u2212'}${(at * 13) % 900},${String(10 + (at % 90))}\u00a0€`
    return `<li class="operation row-${at}"><button aria-label="Pointer"><svg viewBox="0 0 8 8"><path d="M0 0h8v8"/></svg></button>
<div class="left"><span class="date">${date}</span><div class="what"><span class="label">${label}</span><small class="category">Divers</small></div></div>
<div class="right"><span class="amount ${isIn ? 'positive' : ''}">${amount}</span><button>Détail</button></div></li>`
  })
  return `<!doctype html><meta charset="utf-8"><title>Mes comptes</title><header><nav><a>Accueil</a><a>Comptes</a></nav></header>
<main><h1>Compte courant</h1><p>Solde : <b>1\u202f234,56\u00a0€</b></p><ul class="operations">${rows.join('\n')}</ul></main>`
}
