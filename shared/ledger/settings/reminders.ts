import { mailTokens } from './mails.ts'
import { formalLetter, letter, setting } from './setting.ts'

/** What a reminder may name beside them. */
export const reminderTokens = [
  ...mailTokens.filter((token) => token !== 'reglement' && token !== 'facture' && token !== 'origine'),
  'relance',
  'jours',
  'total',
  'delai',
  'conditions',
  'decompte',
  'fondement',
  'suite',
  'impact',
] as const
const REMINDER_TEXT = `Jetons : ceux des factures, et ${reminderTokens
  .slice(mailTokens.length - 3)
  .map((token) => `{${token}}`)
  .join(' ')}.`

/** *Réglages › Relances*: the ladder, and what each step says (features E.6). */
export const reminderSettings = [
  setting('Relances', 'Relances par défaut', 'Automatiques, À valider ou Jamais.', {
    default: 'À valider',
    list: 'reminderModes',
  }),
  setting('Relances', 'Rappel avant échéance', 'Jours avant l’échéance ; vide : pas de rappel.'),
  setting('Relances', 'Relance courtoise', 'Jours après l’échéance.', { default: '5' }),
  setting('Relances', 'Relance ferme', 'Jours après l’échéance.', { default: '15' }),
  setting('Relances', 'Mise en demeure', 'Jours après l’échéance.', { default: '30' }),
  setting('Relances', 'Recouvrement', 'Jours après l’échéance.', { default: '45' }),
  setting('Relances', 'Délai de la mise en demeure', 'Jours laissés au client pour payer, à compter de l’envoi.', {
    default: '8',
  }),
  setting('Relances', 'Ton des relances', 'Courtois ou Amical, pour les deux premières.', {
    default: 'Courtois',
    list: 'reminderTones',
  }),
  setting('Relances', "Phrase d'impact", 'Remplace {impact} dans les relances amicales.', {
    default: 'Pour une petite entreprise comme la mienne, chaque règlement compte.',
  }),
  setting('Relances', 'Objet des relances', REMINDER_TEXT, {
    default: '{Relance} – {document} {numero} – {entreprise}',
  }),
  setting('Relances', 'Texte du rappel', REMINDER_TEXT, {
    default: letter(
      'La {document} {numero}, de {montant}, arrive à échéance le {echeance}.',
      'Si le règlement est déjà parti, merci de ne pas tenir compte de ce message.',
    ),
  }),
  setting('Relances', 'Texte de la relance courtoise', REMINDER_TEXT, {
    default: letter(
      'Sauf erreur de ma part, la {document} {numero}, de {montant}, était à régler le {echeance} et son règlement ne m’est pas encore parvenu.',
      'S’il a croisé ce message, merci de ne pas en tenir compte. Sinon, pourriez-vous me dire quand il partira ?',
      '',
      'Vous la trouverez ci-jointe. Si quelque chose vous gêne, répondez simplement à ce message.',
    ),
  }),
  setting('Relances', 'Texte de la relance ferme', REMINDER_TEXT, {
    default: letter(
      'La {document} {numero} du {date} reste impayée : {montant}, à régler depuis le {echeance}, soit {jours} jours de retard.',
      'Je vous remercie de la régler sous huit jours, ou de me dire ce qui vous en empêche : nous chercherons ensemble une solution.',
      '',
      '{conditions}',
    ),
  }),
  setting('Relances', 'Texte de la mise en demeure', REMINDER_TEXT, {
    default: formalLetter(
      'La {document} {numero} du {date}, échue le {echeance}, reste impayée à ce jour.',
      'Par la présente, je vous mets en demeure de me régler {total} sous {delai} jours à compter de l’envoi de cette lettre :',
      '',
      '{decompte}',
      '',
      'À défaut, {suite}.',
      '{fondement}',
      '',
      'Je reste à votre disposition pour convenir d’un règlement.',
    ),
  }),
  setting('Relances', 'Texte du recouvrement', REMINDER_TEXT, {
    default: formalLetter(
      'La {document} {numero}, de {montant}, échue le {echeance}, n’a pas été réglée après ma mise en demeure. Vous me devez à ce jour {total} :',
      '',
      '{decompte}',
      '',
      'Sans règlement sous {delai} jours, {suite}.',
      '{fondement}',
    ),
  }),
] as const
