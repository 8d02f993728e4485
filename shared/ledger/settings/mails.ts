import { letter, setting } from './setting.ts'

/** What a mail's template may name, in the order of its help. */
export const mailTokens = [
  'numero',
  'document',
  'client',
  'contact',
  'objet',
  'montant',
  'reglement',
  'echeance',
  'date',
  'facture',
  'origine',
  'nom',
  'entreprise',
  'telephone',
  'site',
  'email',
  'signature',
] as const
const MAIL_TOKENS = mailTokens.map((token) => `{${token}}`).join(' ')

/** Subjects and texts of mails. */
export const mailSettings = [
  setting('E-mails', 'Objet des factures', `Jetons : ${MAIL_TOKENS}.`, {
    default: '{Document} {numero} – {entreprise}',
  }),
  setting('E-mails', 'Texte des factures', `Jetons : ${MAIL_TOKENS}.`, {
    default: letter('Vous trouverez ci-joint la {document} {numero} : {montant}, {reglement}.'),
  }),
  setting('E-mails', 'Objet des avoirs', `Jetons : ${MAIL_TOKENS}.`, {
    default: 'Avoir {numero} sur la {facture} {origine} – {entreprise}',
  }),
  setting('E-mails', 'Texte des avoirs', `Jetons : ${MAIL_TOKENS}.`, {
    default: letter('Vous trouverez ci-joint l’avoir {numero} : {montant} en moins sur la {facture} {origine}.'),
  }),
  setting('E-mails', 'Objet des devis', `Jetons : ${MAIL_TOKENS}.`, { default: 'Devis {numero} – {entreprise}' }),
  setting('E-mails', 'Texte des devis', `Jetons : ${MAIL_TOKENS}.`, {
    default: letter(
      'Vous trouverez ci-joint le devis {numero} : {montant}, valable jusqu’au {echeance}.',
      'Pour l’accepter, il suffit de le renvoyer daté et signé, ou de répondre à ce message.',
    ),
  }),
  setting('E-mails', 'Signature', 'Ce qui remplace {signature}. Une ligne vide n’est pas écrite.', {
    default: '{nom}\n{telephone}\n{site}',
  }),
] as const
