import { monthOf } from './numbers.ts'
import { about, type Chance, type Invoice, type Payment, type World } from './shapes.ts'

const AROUND = [
  '{R}',
  '{R}',
  'FACTURE {R}',
  'FACT {R}',
  'REGLEMENT {R}',
  'REGLEMENT FACTURE {R}',
  'PAIEMENT {R}',
  'NOTRE PAIEMENT {R}',
  'VOTRE FACTURE {R}',
  '{R} MERCI',
  'REF {R}',
  'FACTURE NO {R}',
  '{R} SOLDE',
  'POUR {R}',
  'RGLT FACT {R}',
  'PAYEMENT FACTURE {R}',
  'FRAIS {R}',
  'N/REF {R}',
  'FAC. {R}',
  'VIREMENT {R}',
  'TRAVAUX {R}',
]
const EMPTY = [
  '',
  '',
  '',
  'VIREMENT',
  'NOTPROVIDED',
  'REGLEMENT',
  'REGLEMENT FACTURE',
  'VOTRE FACTURE',
  'PRESTATION',
  'PAIEMENT',
  'MERCI',
  'TRAVAUX',
  'HONORAIRES',
  'INTERVENTION',
  'FACTURE',
  'SOLDE',
  'REGLT',
  'COURS',
  'FOURNISSEUR',
  'SANS MOTIF',
  'COMME CONVENU',
  'MISSION',
  'SITE WEB',
  'LE COMPTE',
]
const MONTHLY = ['ABONNEMENT', 'FORFAIT', 'MENSUALITE', 'MAINTENANCE', 'PRESTATION', 'LOYER', 'COURS', '']
const PRIVATE = [
  'ANNIVERSAIRE',
  'CADEAU COMMUN',
  'VACANCES',
  'REMBOURSEMENT RESTO',
  'COLOC',
  '',
  'PARTICIPATION',
  'VENTE MEUBLE',
  'REMB ESSENCE',
  'BISOUS',
  'COVOITURAGE',
  'PLACES CONCERT',
  'VIREMENT',
  'POUR LES COURSES',
  'LOCATION GITE',
]
const OTHERWISE = [
  '',
  '',
  'VIREMENT',
  'REMBOURSEMENT FRAIS',
  'CAUTION',
  'TROP PERCU',
  'NOTE DE FRAIS',
  'RETOUR CAUTION',
  'AVANCE FRAIS',
  'REMBOURSEMENT',
  'ERREUR DE VIREMENT',
  'DON',
  'INDEMNITES KILOMETRIQUES',
]

/** What payers write around a number, and instead of one. */
export function inventWords(chance: Chance) {
  const around: [string, number][] = chance
    .sample(AROUND, 11)
    .map((text) => [text, about(chance, text === '{R}' ? 4 : 1.5)])
  const empty: [string, number][] = chance.sample(EMPTY, 14).map((text) => [text, about(chance, text === '' ? 4 : 1.5)])
  const monthly = chance.sample(MONTHLY, 4)
  const months = about(chance, 0.35)
  const motif = {
    withRef: around,
    noRef(payment: Payment, _: unknown, draw: Chance): string {
      const invoice = payment.refInvs?.[0]
      if (invoice?._sub && draw.bool(Math.min(0.8, months)))
        return `${draw.pick(monthly)} ${monthOf(invoice.issueDate)}${draw.bool(0.3) ? ` ${invoice.issueDate.slice(0, 4)}` : ''}`.trim()
      return draw.weighted(empty)
    },
    trapNumber: (_: World, { date }: Payment, draw: Chance): string =>
      draw.pick([
        `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`,
        `${date.slice(8)}${date.slice(5, 7)}${date.slice(0, 4)}`,
        `CLIENT ${draw.digits(5)}`,
        `CHANTIER ${draw.int(1, 200)}`,
        `CDE ${draw.digits(5)}`,
        `TEL 07${draw.digits(8)}`,
        `DOSSIER ${draw.digits(4)}`,
        `ID ${draw.digits(9)}`,
        String(draw.int(1, 150)),
        `LOT ${draw.int(1, 60)}`,
      ]),
    personal: (draw: Chance) => draw.pick(PRIVATE),
    unrelated: (draw: Chance) => draw.pick(OTHERWISE),
    numberTrap: ({ number, _p }: Invoice, draw: Chance): string =>
      draw.pick([
        `CONTRAT ${number.replace(/\W/g, '')}${draw.digits(2)}`,
        `DOSSIER ${_p.padded}`,
        `REF ${_p.y4}${_p.padded}${draw.digits(3)}`,
        `PERIODE ${_p.mm}/${_p.y4}`,
        `ADHERENT ${_p.seq}`,
        `SINISTRE ${_p.y4}-${draw.digits(4)}`,
        `ASSURE ${_p.padded}${draw.digits(1)}`,
      ]),
  }
  return motif
}
