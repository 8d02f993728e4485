import { addDays, type Day } from '@tabellion/shared/calendar'
import {
  type Client,
  type DraftDocument,
  draftDocument,
  type LedgerLine,
  type SellerProfile,
  type TradePreset,
} from '@tabellion/shared/invoicing'
import { quantity, rate, unitPrice } from '@tabellion/shared/money'
import { typeset } from '../messages/typography.ts'

type Sold = readonly [label: string, detail: string, quantity: number, unit: string, price: number]

/** What each trade might have sold: enough lines to see the rhythm of its page. */
const SOLD: Readonly<Record<TradePreset, readonly Sold[]>> = {
  consultant: [
    ['Audit d’éco-conception du site', 'Analyse de 24 gabarits et plan d’action priorisé.', 3, 'jour', 550],
    ['Atelier de co-construction', 'Huit participants, synthèse illustrée.', 1.5, 'jour', 640],
    ['Compte rendu et restitution', '', 1, 'forfait', 380],
  ],
  creative: [
    ['Identité visuelle complète', 'Logotype, palette, typographies, charte de 24 pages.', 1, 'forfait', 2400],
    ['Déclinaison en trois formats', '', 3, 'pièce', 120],
    ['Illustration de couverture', 'Cession pour une édition.', 1, 'pièce', 450],
  ],
  craftsman: [
    ['Dépose de l’ancienne cuisine', '', 1, 'forfait', 480],
    ['Fourniture et pose de placards', 'Chêne massif, huilé, sur mesure.', 6.4, 'm²', 310],
    ['Évacuation des gravats', '', 2, 'h', 45],
  ],
  shop: [
    ['Savon à l’huile d’olive', '', 24, 'pièce', 4.5],
    ['Bougie de cire végétale', '', 12, 'pièce', 12.9],
    ['Coffret de fin d’année', '', 6, 'pièce', 28],
    ['Emballage et port', '', 1, 'forfait', 9.9],
  ],
  trainer: [
    ['Formation « Prendre la parole »', 'Six stagiaires, supports compris.', 2, 'jour', 980],
    ['Suivi individuel à distance', '', 3, 'h', 75],
  ],
  personalServices: [
    ['Entretien du jardin', 'Taille des haies et tonte.', 4, 'h', 32],
    ['Petit bricolage', '', 2, 'h', 32],
  ],
  photographer: [
    ['Reportage d’une journée', '250 images retouchées, galerie privée.', 1, 'forfait', 1450],
    ['Livre de 40 pages', '', 2, 'pièce', 95],
  ],
}

/** An invented invoice of the user's own business: what a template looks like before anything is issued. */
export function sampleDocument(profile: SellerProfile, preset: TradePreset, today: Day): DraftDocument {
  const lines = SOLD[preset].map(
    ([label, detail, count, unit, price], index): LedgerLine => ({
      row: index + 1,
      id: `exemple-${index + 1}`,
      client: CLIENT.name,
      group: '',
      date: addDays(today, index - 8),
      item: '',
      label: typeset(label),
      detail: typeset(detail),
      quantity: quantity(Math.round(count * 10_000)),
      unit,
      unitPrice: unitPrice(Math.round(price * 1_000_000)),
      ...(profile.seller.franchise ? {} : { vatRate: rate(20_000) }),
      nature: preset === 'shop' ? 'goods' : 'servicesBnc',
      type: 'sale',
      quote: '',
      clientReference: '',
    }),
  )
  const { draft } = draftDocument({
    group: { client: CLIENT.name, groupKey: '', lines },
    client: CLIENT,
    profile: { ...complete(profile), style: { ...profile.style, preset } },
    issueDate: today,
    openDeposits: [],
  })
  return draft
}

const CLIENT: Client = {
  row: 1,
  name: 'Client Exemple SARL',
  type: 'business',
  contact: '',
  email: '',
  accountingEmail: '',
  phone: '',
  address: { line1: '12, rue de l’Exemple', postcode: '44000', city: 'Nantes', country: 'FR' },
  deliveryAddress: '',
  siren: '',
  siret: '',
  vatNumber: '',
  message: '',
  oneInvoicePerLine: false,
  preferredMethod: '',
}

/** Where *Réglages* says nothing yet, words that nobody takes for their own. */
function complete(profile: SellerProfile): SellerProfile {
  const { address, name } = profile.seller
  const or = (text: string, instead: string): string => (text === '' ? instead : text)
  return {
    ...profile,
    seller: {
      ...profile.seller,
      name: name.replace(/^EI$/, '') === '' ? 'Votre nom EI' : name,
      address: {
        ...address,
        line1: or(address.line1, 'Votre adresse'),
        postcode: or(address.postcode, '00000'),
        city: or(address.city, 'Votre ville'),
      },
      siret: or(profile.seller.siret, '00000000000000'),
      siren: or(profile.seller.siren, '000000000'),
    },
  }
}
