import { imagesFor, makeQuoteFiles } from '../../issuing/filing.ts'
import { knownMails } from '../../mail/clerk.ts'
import type { Ports } from '../../ports.ts'
import { quoteNamed, sendQuotes } from '../../quotes/make.ts'
import { quoteStates } from '../../quotes/states.ts'
import { openWorkbook } from '../../workbook/open.ts'
import { refuse } from '../../workbook/refusal.ts'
import { action, type Outcome } from '../action.ts'
import { about } from '../arguments.ts'

/** Mails the version in force, again if need be: whoever names a quote wants it sent. */
export const sendQuote = action({
  name: 'send-quote',
  menu: 'Envoyer un devis…',
  what: 'Envoie par e-mail la dernière version d’un devis.',
  args: about('du devis', {}),
  run: (ports, args) => send(ports, args.number.trim()),
})

function send(ports: Ports, number: string): Outcome {
  const gathered = ports.lock.need(() => {
    const workbook = openWorkbook(ports)
    const event = quoteNamed(workbook, number)
    const state = quoteStates(workbook).get(number)
    if (state?.decision === 'declined') refuse({ code: 'quote-declined', number })
    return {
      workbook,
      event,
      filed: state?.filed === true,
      images: imagesFor(workbook, [event]),
      known: knownMails(workbook, workbook.journal().head),
    }
  })
  const { event } = gathered
  const made = makeQuoteFiles(ports, gathered.filed ? [] : [event], gathered.images)
  const delivery = sendQuotes(
    ports,
    gathered,
    gathered.filed || made.length > 0 ? [{ event, duplicate: false }] : [],
    made.map(({ issued }) => issued),
  )
  return {
    message:
      delivery.sent.length === 0
        ? `${number} n’est pas parti.`
        : `${number} envoyé à ${delivery.sent[0]?.to.join(', ') ?? ''}.`,
    findings: delivery.findings,
    sent: delivery.sent,
  }
}
