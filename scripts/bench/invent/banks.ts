import type { Chance } from './shapes.ts'

const VERBS = [
  'VIR',
  'VIREMENT',
  'VRT',
  'VIR SEPA',
  'VIREMENT RECU',
  'VIR RECU',
  'CREDIT',
  'VIREMENT ENTRANT',
  'ENCAISSEMENT VIREMENT',
]
const BEFORE_PAYER = ['', 'DE ', 'DE: ', '/DE ', 'EMETTEUR: ', 'DO ', 'PROVENANCE ', '- ']
const BEFORE_WORDS = ['', 'MOTIF ', '/MOTIF ', 'LIBELLE: ', '| ', '- ', 'OBJET ', '/RNF ', 'MOTIF: ']
const AFTER = ['', '', '', ' REF {E2E}', ' {E2E}', ' ID {N12}', ' /REF {N10}']

/** How one bank writes its operations: words, order, widths, and what it gives beside the label. */
function inventBank(chance: Chance, name: string) {
  const payer = `${chance.pick(BEFORE_PAYER)}{PAYER}`
  const words = `${chance.pick(BEFORE_WORDS)}{MOTIF}`
  const neobank = chance.bool(0.3)
  const verb = chance.pick(VERBS)
  const body = chance.bool(0.15) ? `${words} ${payer}` : `${payer} ${words}`
  const incoming = neobank
    ? chance.pick(['{PAYER}', 'Virement de {PAYER}', 'Reçu de {PAYER}'])
    : `${verb} ${body}${chance.pick(AFTER)}`
  const cheque = chance.pick(['REMISE CHEQUES', 'REM CHQ', 'REMISE DE CHEQUE', 'DEPOT CHEQUES', 'ENCAISSEMENT CHEQUES'])
  const card = chance.pick(['PAIEMENT CB', 'CARTE', 'CB', 'ACHAT CB', 'PAIEMENT PAR CARTE'])
  const out = neobank
    ? 'Virement à {PAYEE}'
    : `${chance.pick(['VIR EMIS', 'VIREMENT EMIS', 'VIR SEPA EMIS'])} {PAYEE} {MOTIF}`
  return {
    name,
    instantShare: 0.2,
    ...(neobank ? {} : { ascii: true, upper: chance.bool(0.85) }),
    ...(chance.bool(0.4) && { payerMax: chance.int(20, 35) }),
    motifMax: neobank ? 140 : chance.pick([31, 48, 64, 70, 90, 140]),
    ...(!neobank && chance.bool(0.35) && { max: chance.pick([44, 52, 64, 80]) }),
    ...(chance.bool(0.25) && { motifWrap: chance.pick([27, 32, 35]) }),
    fields: neobank
      ? { counterparty: true, reference: true, iban: chance.bool(), type: true }
      : {
          counterparty: chance.bool(0.25),
          reference: chance.bool(0.15),
          iban: chance.bool(0.15),
          type: chance.bool(0.4),
        },
    ops: {
      transfer: [[incoming, 4], ...(chance.bool(0.4) && !neobank ? [[`${verb} ${payer} ${words}`, 2]] : [])],
      instant: [[neobank ? incoming : `VIR INST ${body}`, 1]],
      payout: [[neobank ? '{PAYER}' : `${verb} ${payer} {N10}`, 1]],
      cheque: [
        [`${cheque} {N7}`, 2],
        [chance.pick([`${cheque} {N7} NB {K}`, `${cheque} DE {K} CHQ`, `${cheque} {K} CHEQUES {N6}`]), 1],
      ],
      cash: [[chance.pick(['VERSEMENT ESPECES', 'DEPOT ESPECES {N4}', 'VRST GAB {N4}']), 1]],
      cardRemit: [
        [chance.pick(['REMISE CB {N7}', 'REMISE CARTES {DDMMYY}', 'TELECOLLECTE {N7}', 'ENCAISSEMENT TPE {N6}']), 1],
      ],
      card: [`${card} {MERCHANT} {DD}/{MM}`],
      cardRefund: [`${chance.pick(['AVOIR', 'REMBOURSEMENT', 'CREDIT'])} ${card} {MERCHANT}`],
      prlv: [`${chance.pick(['PRLV', 'PRELEVEMENT', 'PRLV SEPA'])} {CREDITOR} {RUM}`],
      transferOut: [out],
      fee: [chance.pick(['FRAIS DE TENUE DE COMPTE', 'COTISATION COMPTE PRO', 'FORFAIT BANCAIRE'])],
      interest: [chance.pick(['INTERETS CREDITEURS', 'INTERETS {YYYY}', 'REMUNERATION COMPTE'])],
      internalIn: [neobank ? 'Virement de {SELF}' : `${verb} ${body.replace('{PAYER}', '{SELF}')}`],
      internalOut: [out.replace('{PAYEE}', '{SELF}')],
      reject: [`${chance.pick(['REJET VIREMENT', 'RETOUR VIR', 'VIREMENT REJETE', 'IMPAYE VIR'])} {PAYER} {MOTIF}`],
      chequeUnpaid: [chance.pick(['CHEQUE IMPAYE {N7}', 'RETOUR CHEQUE IMPAYE {N7}', 'IMPAYE CHQ {N7}'])],
    },
  }
}

export const inventBanks = (chance: Chance) =>
  Array.from({ length: 7 }, (_, index) => inventBank(chance, `Bank ${index + 1}`))
