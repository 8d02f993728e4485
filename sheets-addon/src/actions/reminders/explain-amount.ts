import { type Day, daysBetween, formatDay } from '@tabellion/shared/calendar'
import { formatEuros } from '@tabellion/shared/money'
import {
  type DebtorKind,
  inForce,
  prescriptionDay,
  prescriptions,
  publicRoutes,
  smallClaimsCap,
} from '@tabellion/shared/regulation'
import type { Claim } from '@tabellion/shared/reminders'
import { counted } from '../../messages/sentences.ts'
import { typeset } from '../../messages/typography.ts'
import { owing } from '../../reminders/choose.ts'
import { claimFor, claimLines, debtorOf } from '../../reminders/claims.ts'
import { openDesk } from '../../reminders/desk.ts'
import { documentsOf } from '../../reminders/history.ts'
import { missingRate } from '../../reminders/words.ts'
import { action } from '../action.ts'
import { about } from '../arguments.ts'

/** *Expliquer ce montant*: every line of the claim, then what can be done and until when. */
export const explainAmount = action({
  name: 'explain-amount',
  menu: 'Expliquer ce montant…',
  what: 'Montre ligne par ligne ce qu’une facture impayée permet de réclamer aujourd’hui, et les suites possibles.',
  args: about('de la facture', {}),
  run: (ports, args) =>
    ports.lock.need(() => {
      const desk = openDesk(ports)
      const owed = owing(desk, args.number.trim())
      const event = documentsOf(desk.workbook, [owed.number]).get(owed.number)
      const next = desk.next(owed)
      const asked =
        next.kind === 'nothing' || owed.debt.instalments === undefined
          ? { anchor: owed.due, amount: owed.debt.left }
          : next.reminder
      const claim = claimFor(desk.workbook, desk.history, owed, asked, event?.document, desk.today)
      const debtor = debtorOf(owed, event?.document)
      const known = [event?.document.delivery?.to, owed.settlement.entry.issueDate].flatMap((on) => on ?? [])
      const until = prescriptionDay(known.sort()[0] ?? owed.due, debtor)
      const notice = desk.history.said(owed.number).some(({ level }) => level === 3)
      const lines = [
        ...claimLines(claim, owed, asked.anchor, debtor).map((line) => line.join(' : ')),
        ...[missingRate(claim)].filter(Boolean),
        '',
        ...suites(claim, debtor, notice, desk.today),
        limitText(until, debtor, desk.today),
      ].map(typeset)
      return {
        message: typeset(`${owed.number} : ${formatEuros(claim.total)} à réclamer au ${formatDay(desk.today)}.`),
        findings: [],
        lines,
        claim: {
          principalCents: claim.principal,
          penaltiesCents: claim.interest.amount,
          recoveryFeeCents: claim.fee,
          totalCents: claim.total,
          daysLate: claim.daysLate,
          prescribedOn: until,
        },
      }
    }),
})

/** features F-058: which ways are open, the small-claims procedure first, and with what papers. */
function suites(claim: Claim, debtor: DebtorKind, notice: boolean, today: Day): readonly string[] {
  return [
    ...(debtor === 'public' ? publicRoutes : smallClaims(claim, today)),
    `Pièces à réunir : devis accepté ou commande, facture, preuve de livraison, relances, mise en demeure${notice ? ' (faite)' : ' (à faire)'}. Facturation › Relances et impayés › Exporter le dossier d’impayé les rassemble.`,
  ]
}

function smallClaims({ interest, principal }: Claim, today: Day): readonly string[] {
  const cap = inForce(smallClaimsCap, today)
  if (cap === undefined) return []
  const isSmall = principal + interest.amount <= cap.value
  return [
    isSmall
      ? `Procédure simplifiée des petites créances : ouverte en apparence, jusqu’à ${formatEuros(cap.value)} intérêts compris, pour une dette née d’un contrat (${cap.source.text}). Un commissaire de justice du ressort de votre client l’invite à payer ; il a un mois pour accepter.`
      : `Au-delà de ${formatEuros(cap.value)}, la procédure simplifiée est fermée (${cap.source.text}) : reste l’injonction de payer, à signifier sous trois mois.`,
  ]
}

function limitText(until: Day, debtor: DebtorKind, today: Day): string {
  const left = daysBetween(today, until)
  const { source, years } = prescriptions[debtor]
  return left < 0
    ? `Prescrite depuis le ${formatDay(until)} (${years} ans, ${source.text}), sauf paiement partiel ou action en justice entre-temps.`
    : `Prescription le ${formatDay(until)} : ${counted(left, 'jour', 'jours')} pour agir (${years} ans depuis la fin du travail, ${source.text}).${debtor === 'public' ? ' Toute demande écrite de paiement la fait repartir au 1er janvier suivant (art. 2).' : ''}`
}
