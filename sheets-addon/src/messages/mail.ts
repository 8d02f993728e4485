import { mailTokens } from '@tabellion/shared/ledger'
import type { MailProblem } from '../mail/problems.ts'
import { enumerate, quote, type Sentences } from './sentences.ts'
import { of } from './typography.ts'

/** What happened to a mail, and what to do. */
export const mailSentences: Sentences<MailProblem> = {
  'send-unsure': ({ number, to }) =>
    `l’envoi ${of(number)}${to.length === 0 ? '' : ` à ${enumerate(to)}`} a été interrompu : on ne sait s’il est parti. Regardez dans les messages envoyés de Gmail ; s’il n’y est pas, envoyez-le à nouveau.`,
  'client-without-email': ({ client, number }) =>
    `${number} n’est pas parti : il manque l’e-mail ${of(client)}. Complétez sa fiche, puis envoyez le document.`,
  'wrong-recipient': ({ client, number, text }) =>
    `${number} n’est pas parti : ${quote(text)}, l’e-mail ${of(client)}, n’est pas une adresse valable. Corrigez-la, puis envoyez le document.`,
  'mail-quota-spent': ({ numbers }) =>
    `Google ne permet plus d’envoi aujourd’hui : ${enumerate(numbers)} ${numbers.length === 1 ? 'n’est pas parti' : 'ne sont pas partis'}. Recommencez demain.`,
  'mail-refused': ({ number, reason }) =>
    `${number} n’est pas parti : Gmail l’a refusé (${reason}). Recommencez, ou envoyez vous-même le PDF du dossier Facturation.`,
  'file-differs': ({ number }) =>
    `${number} n’est pas parti : le PDF refait n’est plus celui qui a été émis. Envoyez vous-même celui du dossier Facturation, et dites-le-nous.`,
  'unknown-mail-token': ({ setting, token }) =>
    `« ${setting} » contient {${token}}, qui n’est pas un jeton connu : rien n’est parti. Choisissez parmi ${mailTokens.map((known) => `{${known}}`).join(' ')}.`,
}
