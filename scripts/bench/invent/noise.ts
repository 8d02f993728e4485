import type { People } from './people.ts'
import { about, type Chance, capitals, type World } from './shapes.ts'

/** Lines that pay no invoice. `personal`: what friends write. */
export function inventNoise(chance: Chance, { stranger, names }: People, personal: (draw: Chance) => string) {
  const shops = ['EPICERIE', 'STATION', 'LIBRAIRIE', 'QUINCAILLERIE', 'HEBERGEUR', 'BUVETTE'].map(
    (shop) => `${shop} ${capitals(stranger(chance))}`,
  )
  const out = (draw: Chance, low: number, high: number) => -draw.int(low, high)
  const recurringNoise = [
    {
      id: 'contributions',
      p: 0.9,
      day: 5,
      vary: 0.5,
      make: (draw: Chance) => ({ cents: out(draw, 8_000, 90_000), op: 'prlv', creditor: 'URSSAF', motifText: '' }),
    },
    {
      id: 'phone',
      p: 0.9,
      day: 12,
      make: (draw: Chance) => ({
        cents: -draw.pick([1_599, 2_499, 3_299]),
        op: 'prlv',
        creditor: 'OPERATEUR MOBILE',
        motifText: '',
      }),
    },
    {
      id: 'salary',
      p: about(chance, 0.3),
      day: 27,
      vary: 0.06,
      make: (draw: Chance) => ({
        cents: draw.int(90_000, 280_000),
        payerMode: 'text',
        payerText: names.institution(draw),
        motifText: draw.pick(['SALAIRE', 'PAIE', 'TRAITEMENT']),
        account: 1,
      }),
    },
    {
      id: 'self',
      p: 0.85,
      day: 3,
      vary: 0.4,
      make: (draw: Chance) => ({
        cents: -draw.int(60, 250) * 1_000,
        op: 'internalOut',
        motifText: draw.pick(['REMUNERATION', 'PERSO']),
      }),
    },
  ]
  const noise = [
    {
      id: 'card',
      w: 30,
      make: (draw: Chance) => ({
        cents: out(draw, 250, 25_000),
        op: 'card',
        merchant: draw.pick(shops),
        motifText: '',
      }),
    },
    {
      id: 'debit',
      w: 12,
      make: (draw: Chance) => ({
        cents: out(draw, 800, 30_000),
        op: 'prlv',
        creditor: draw.pick(shops),
        motifText: '',
      }),
    },
    {
      id: 'transfer-out',
      w: 7,
      make: (draw: Chance, { clients }: World) => ({
        cents: out(draw, 2_000, 120_000),
        op: 'transferOut',
        payee: draw.bool(0.3) ? capitals(draw.pick(clients).name) : 'CABINET COMPTABLE',
        motifText: `FACTURE ${draw.digits(5)}`,
      }),
    },
    {
      id: 'own',
      w: about(chance, 2.5),
      make: (draw: Chance) => ({
        cents: draw.int(5, 300) * 1_000,
        op: 'internalIn',
        motifText: draw.pick(['', 'APPORT', 'TRESORERIE', 'EPARGNE']),
      }),
    },
    {
      id: 'card-refund',
      w: about(chance, 2),
      make: (draw: Chance) => ({
        cents: draw.int(500, 20_000),
        op: 'cardRefund',
        merchant: draw.pick(shops),
        motifText: '',
      }),
    },
    {
      id: 'institution',
      w: about(chance, 3),
      make: (draw: Chance) => ({
        cents: draw.int(800, 120_000),
        payerMode: 'text',
        payerText: names.institution(draw),
        motifText: draw.pick([
          `REMBOURSEMENT ${draw.digits(6)}`,
          'PRESTATIONS',
          `SINISTRE ${draw.digits(8)}`,
          'ALLOCATION',
        ]),
      }),
    },
    {
      id: 'person',
      w: about(chance, 2.5),
      make: (draw: Chance) => ({
        cents: draw.int(5, 600) * 100,
        payerMode: 'text',
        payerText: stranger(draw),
        motifText: personal(draw),
        account: draw.bool(0.7) ? 1 : 0,
      }),
    },
    { id: 'interest', w: 0.5, make: (draw: Chance) => ({ cents: draw.int(30, 9_000), op: 'interest', motifText: '' }) },
    {
      id: 'loan',
      w: 0.2,
      make: (draw: Chance) => ({
        cents: draw.int(30, 300) * 10_000,
        payerMode: 'text',
        payerText: 'CAISSE DE PRET',
        motifText: `DEBLOCAGE PRET ${draw.digits(8)}`,
      }),
    },
    {
      id: 'cash',
      w: 0.4,
      make: (draw: Chance) => ({ cents: draw.int(2, 60) * 1_000, op: 'cash', payerMode: 'none', motifText: '' }),
    },
    {
      id: 'own-cheque',
      w: 0.6,
      make: (draw: Chance) => ({ cents: draw.int(1_000, 60_000), op: 'cheque', payerMode: 'none', motifText: '' }),
    },
  ]
  return { recurringNoise, noise }
}
