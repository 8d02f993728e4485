import { type Day, formatDay } from '@tabellion/shared/calendar'
import { type Cents, formatAmount } from '@tabellion/shared/money'

export interface ShownLine {
  readonly date: Day
  readonly label: string
  readonly cents: Cents
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** An invented bank's list of operations, as such pages are: no script, no request. */
export function bankPage(lines: readonly ShownLine[], holder: string): string {
  const rows = lines.map(
    ({ date, label, cents }) => `<li class="operation">
  <span class="date">${formatDay(date)}</span>
  <span class="label">${escaped(label)}</span>
  <span class="amount ${cents < 0 ? 'debit' : 'credit'}">${cents < 0 ? '\u2212' : '+'}${formatAmount(Math.abs(cents) as Cents)}\u00a0€</span>
</li>`,
  )
  return `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Banque de démonstration</title>
<style>${STYLE}</style>
<header><b>Banque de démonstration</b><span>${escaped(holder)}</span></header>
<main>
<h1>Compte courant</h1>
<p class="note">Cette page est servie par votre ordinateur. Cliquez sur l’icône Tabellion, en haut à droite du navigateur.</p>
<h2>Dernières opérations</h2>
<ul class="operations">
${rows.join('\n')}
</ul>
</main>
</html>`
}

const STYLE = `
:root { color-scheme: light; }
body { margin: 0; background: #eef1f0; color: #20302b; font: 15px/22px system-ui, sans-serif; }
header { display: flex; justify-content: space-between; padding: 14px 24px; background: #0f5a46; color: #fff; }
main { max-width: 760px; margin: 24px auto; padding: 8px 24px 24px; border-radius: 8px; background: #fff; }
h1 { font-size: 22px; } h2 { margin-top: 24px; font-size: 16px; }
.note { padding: 10px 14px; border-radius: 6px; background: #e4f1ec; }
.operations { margin: 0; padding: 0; list-style: none; }
.operation { display: grid; grid-template-columns: 110px 1fr 140px; gap: 16px; padding: 12px 40px 12px 0; border-bottom: 1px solid #dfe6e3; }
.amount { font-variant-numeric: tabular-nums; text-align: right; }
.credit { color: #0f6b4f; font-weight: 600; }
`
