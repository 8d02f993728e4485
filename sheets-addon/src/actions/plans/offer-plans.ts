import { formatDay } from '@tabellion/shared/calendar'
import { nameKey } from '@tabellion/shared/invoicing'
import type { PlansOffered } from '@tabellion/shared/journal'
import { capitalized } from '@tabellion/shared/kernel'
import { readProfile, readSettings, textOf } from '@tabellion/shared/ledger'
import { formatEuros } from '@tabellion/shared/money'
import { readAddresses } from '../../mail/addresses.ts'
import { documentNames, fillTemplate, type Letter, sellerTokens, senderOf, withoutBlanks } from '../../mail/letter.ts'
import { typeset } from '../../messages/typography.ts'
import { recordPayments } from '../../payments/record.ts'
import { firstDay, monthlyParts } from '../../plans/parts.ts'
import type { Ports } from '../../ports.ts'
import { journalHeld, journalNow } from '../../workbook/append.ts'
import { openWorkbook } from '../../workbook/open.ts'
import { refuse } from '../../workbook/refusal.ts'
import { action, type Outcome } from '../action.ts'
import { about } from '../arguments.ts'
import { dueOf } from './create-plan.ts'

/** « proposez des échéanciers » (features F-060): two, three or four times, in one mail; the client chooses. */
export const offerPlans = action({
  name: 'offer-plans',
  menu: 'Proposer 2, 3 ou 4 fois par e-mail…',
  what: 'Propose au client de payer ce qu’il doit en deux, trois ou quatre fois, par un seul e-mail.',
  args: about('de la facture', {
    send: { type: 'boolean', description: 'Envoyer l’e-mail ; sinon le texte est seulement montré.' },
  }),
  run: (ports, args) => offer(ports, args.number.trim(), args.send === true),
})

function offer(ports: Ports, number: string, send: boolean): Outcome {
  const prepared = ports.lock.need(() => prepare(ports, number, send))
  const { letter, to } = prepared
  if (!send) return { message: letter.body, findings: [] }
  const answer = ports.mailer.send({ ...letter, to })
  if (answer.kind === 'sent')
    return {
      message: `Trois échéanciers proposés pour ${number} à ${to.join(', ')}.`,
      findings: [],
      sent: [{ number, to }],
    }
  if (answer.kind === 'refused')
    // It certainly stayed: the same may be asked again.
    journalNow(ports, () => ({ events: [{ ...prepared.event, to: [] }] }))
  const why = answer.kind === 'unsure' ? 'on ne sait s’il est parti : regardez vos messages envoyés' : answer.reason
  return { message: typeset(`La proposition pour ${number} n’est pas confirmée : ${why}.`), findings: [] }
}

interface Prepared {
  readonly to: readonly string[]
  readonly letter: Letter
  readonly event: PlansOffered
}

function prepare(ports: Ports, number: string, send: boolean): Prepared {
  const { today } = ports.clock
  const { balanceDue, entry } = dueOf(recordPayments(ports, openWorkbook(ports)).statuses, number)
  const workbook = openWorkbook(ports)
  const settings = readSettings(workbook.table('settings'))
  const row = workbook.table('clients').rows.find(({ cells }) => nameKey(textOf(cells.name)) === nameKey(entry.client))
  const addresses = readAddresses(row ? textOf(row.cells.accountingEmail) || textOf(row.cells.email) : '')
  const to = addresses.ok ? addresses.value : []
  if (send && to.length === 0) refuse({ code: 'plan-without-email', number })
  const last = workbook
    .events(({ type, key }) => type === 'plansOffered' && key === number)
    .flatMap(({ event }) => (event.type === 'plansOffered' ? [event] : []))
    .at(-1)
  if (send && last?.on === today && last.to.length > 0) refuse({ code: 'plans-offered-already', number, on: today })
  const first = firstDay(entry.dueDate, today)
  const { seller } = readProfile(settings, 1).profile
  const signature = fillTemplate(settings.text('Signature'), sellerTokens(seller))
  const choices = [2, 3, 4].map((count) => {
    const parts = monthlyParts(balanceDue, count, first)
    return `– en ${count} fois : ${parts.map(({ amount, due }) => `${formatEuros(amount)} le ${formatDay(due)}`).join(', ')}`
  })
  const body = [
    'Bonjour,',
    '',
    `Il reste ${formatEuros(balanceDue)} à régler sur la ${documentNames[entry.kind]} ${number}. Pour vous faciliter ce règlement, je vous propose au choix :`,
    '',
    ...choices,
    '',
    'Dites-moi simplement, en réponse à ce message, ce qui vous convient. Un règlement en une fois reste bien sûr possible.',
    '',
    'Cordialement,',
    signature.ok ? withoutBlanks(signature.value) : seller.name,
    '',
  ].join('\n')
  const letter = {
    subject: `${capitalized(documentNames[entry.kind])} ${number} : règlement en plusieurs fois`,
    body: typeset(body),
    ...senderOf(seller),
  }
  const event: PlansOffered = { type: 'plansOffered', v: 1, number, on: today, to, text: letter.body }
  if (send) journalHeld(ports, workbook, { events: [event] })
  return { to, letter, event }
}
