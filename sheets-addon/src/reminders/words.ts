import { formatDay } from '@tabellion/shared/calendar'
import type { IssuedDocument, Seller } from '@tabellion/shared/invoicing'
import type { WordedLetter } from '@tabellion/shared/journal'
import { fail, ok, type Result } from '@tabellion/shared/kernel'
import { type reminderTokens, type SettingName, type Settings, settingNamed, textOf } from '@tabellion/shared/ledger'
import { formatEuros } from '@tabellion/shared/money'
import { type DebtorKind, mediationText, noticeBasis, noticeSequel } from '@tabellion/shared/regulation'
import type { Claim, PlannedReminder, ReminderLevel } from '@tabellion/shared/reminders'
import { documentNames, fillTemplate, type Letter, sellerTokens, senderOf, withoutBlanks } from '../mail/letter.ts'
import { typeset } from '../messages/typography.ts'
import { claimLines, debtorOf, printedRate } from './claims.ts'
import { noticeDays, type Owed } from './owed.ts'

export const TEXT_SETTINGS = [
  'Texte du rappel',
  'Texte de la relance courtoise',
  'Texte de la relance ferme',
  'Texte de la mise en demeure',
  'Texte du recouvrement',
] as const satisfies readonly SettingName[]

export const MEDIATOR = 'Médiateur de la consommation' satisfies SettingName

/** The subject’s first word, by level: what it is, no louder than it is. */
const SUBJECTS = [
  'rappel',
  'facture en attente',
  'relance',
  'mise en demeure',
  'dernier avis avant recouvrement',
] as const

/** The same two reminders to someone one knows (features F-059); the user’s own text goes before either. */
export const FRIENDLY: Readonly<Partial<Record<ReminderLevel, string>>> = {
  1: [
    'Bonjour {contact},',
    '',
    'Un petit mot au sujet de la {document} {numero} : {montant}, attendus depuis le {echeance}.',
    'Un oubli arrive à tout le monde. {impact}',
    '',
    'Si quelque chose vous gêne ou s’il vous faut un délai, dites-le-moi : nous trouverons une solution.',
    '',
    'Bien à vous,',
    '{signature}',
  ].join('\n'),
  2: [
    'Bonjour {contact},',
    '',
    'Je reviens vers vous pour la {document} {numero} : {montant}, attendus depuis le {echeance}, soit {jours} jours.',
    '{impact}',
    '',
    'Pourriez-vous la régler cette semaine, ou m’appeler pour convenir d’un règlement en plusieurs fois ?',
    '',
    'Bien à vous,',
    '{signature}',
  ].join('\n'),
}

export interface Said {
  readonly owed: Owed
  readonly reminder: PlannedReminder
  readonly claim: Claim
  readonly document?: IssuedDocument
}
export interface Worded {
  readonly letter: Letter
  /** The same words with the account and the signature cut out, which a page sets apart. */
  readonly page: Pick<WordedLetter, 'before' | 'after' | 'signature'>
  readonly amounts: readonly (readonly [label: string, amount: string])[]
}
export type WordsProblem = { readonly setting: SettingName; readonly token: string }

const ACCOUNT = '\u0000'

/** A reminder in words, from the templates of *Réglages › Relances*. */
export function wordReminder(said: Said, seller: Seller, settings: Settings): Result<Worded, WordsProblem> {
  const { claim, document, owed, reminder } = said
  const { client, number, settlement } = owed
  const { level } = reminder
  const debtor = debtorOf(owed, document)
  const amounts = claimLines(claim, owed, reminder.anchor, debtor)
  const name = textOf(client?.cells.name ?? '') || settlement.entry.client
  const due = formatDay(reminder.anchor)
  const mediator = debtor === 'consumer' ? settings.text(MEDIATOR) : ''
  const values: Record<(typeof reminderTokens)[number], string> = {
    numero: number,
    document: documentNames[settlement.entry.kind],
    client: name,
    contact: textOf(client?.cells.contact ?? '') || name,
    objet: document?.subject ?? '',
    montant: `${formatEuros(level >= 3 ? claim.principal : reminder.amount)}${owed.debt.instalments ? ' selon notre échéancier' : ''}`,
    echeance: due,
    date: formatDay(owed.debt.issued),
    ...sellerTokens(seller),
    signature: '',
    relance: SUBJECTS[level],
    jours: String(claim.daysLate),
    total: formatEuros(claim.total),
    delai: String(noticeDays(settings)),
    conditions: conditionsOf(document, debtor),
    decompte: ACCOUNT,
    fondement: [noticeBasis[debtor], missingRate(claim), mediator && mediationText(mediator)].filter(Boolean).join(' '),
    suite: noticeSequel(debtor, level > 3),
    impact: settings.text("Phrase d'impact"),
  }
  const fill = (setting: SettingName, template = settings.text(setting)): Result<string, WordsProblem> => {
    const filled = fillTemplate(template, values)
    return filled.ok ? filled : fail({ setting, token: filled.problem })
  }
  const signature = fill('Signature')
  if (!signature.ok) return signature
  values.signature = withoutBlanks(signature.value)
  const subject = fill('Objet des relances')
  if (!subject.ok) return subject
  const setting = TEXT_SETTINGS[level]
  const own = settings.text(setting)
  const isOurs = own === settingNamed(setting)?.default
  const friendly = /^amical/i.test(settings.text('Ton des relances')) ? FRIENDLY[level] : undefined
  const body = fill(setting, isOurs && friendly !== undefined ? friendly : own)
  if (!body.ok) return body
  // A token that has nothing to say leaves no hole.
  const text = typeset(body.value.trim().replace(/\n{3,}/g, '\n\n'))
  // On paper, a hand signs above the name.
  const signed = typeset(values.signature)
  const isSigned = signed !== '' && text.endsWith(signed)
  const [before = '', after = ''] = (isSigned ? text.slice(0, -signed.length) : text).split(ACCOUNT)
  const account = amounts.map((line) => line.join(' : ')).join('\n')
  return ok({
    amounts: amounts.map(([label, amount]) => [typeset(label), amount]),
    page: { before: before.trim(), after: after.trim(), signature: isSigned ? signed : '' },
    letter: {
      subject: typeset(subject.value.replace(/\s*[\r\n]+\s*/g, ' ').trim()),
      body: `${text.replace(ACCOUNT, typeset(account))}\n`,
      ...senderOf(seller),
    },
  })
}

/** What the invoice itself says of late payment: quoted, never threatened with; nor a rate that its debtor does not owe. */
function conditionsOf(document: IssuedDocument | undefined, debtor: DebtorKind): string {
  const isVoid = debtor === 'public' && printedRate(document) !== undefined
  const texts = (document?.mentions ?? []).flatMap(({ id, text }) =>
    (id === 'penalty' && !isVoid) || id === 'recovery-fee' ? [text] : [],
  )
  return texts.length === 0 ? '' : `Pour mémoire, la facture indique :\n${texts.map((text) => `– ${text}.`).join('\n')}`
}

/** Says where a count stops for want of a rate. */
export const missingRate = ({ interest }: Claim): string =>
  interest.missing === undefined
    ? ''
    : `Le taux applicable à compter du ${formatDay(interest.missing)} n’est pas encore connu : le décompte s’arrête à la veille, les jours suivants s’y ajouteront.`
