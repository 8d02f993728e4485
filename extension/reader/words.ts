import { sideIn } from './piece.ts'

/** First words of labels; banks print them in capitals. */
export const KIND_WORDS = /^(?:vir|evi|prlv|pr[ée]l|cb|carte|ch[qèe]|paie|achat|retrait|rem|frais)/i

export const ACCOUNT = /^(?:compte|livret|pel|cel|ldd|pea|per\b|plan|assurance|[ée]pargne|pr[êe]t|cr[ée]dit|carte)/i

/** Of money that has not moved: not yet, or never, where a row is only said to have been refused. */
const PENDING =
  /(?<!\p{L})(?:en cours|[àa] venir|en attente|pr[ée]visionnel|intraday|pending|non comptabilis|en traitement|autorisations? (?:de paiement|carte))|(?:^|· ?)(?:(?:annul|refus|rejet|échou)ée?(?!\p{L})|declined|cancel|failed|reverted)/iu

export const BOOKED = /comptabilis|pass[ée]e?s|enregistr[ée]|effectu[ée]|derni[èe]res|historique|booked|completed/i

export const NOTHING =
  /(?<!\p{L})(?:aucune?|pas (?:encore )?d['’e]|no) ?(?:autre )?(?:op[ée]ration|mouvement|transaction|[ée]criture)/iu

export const speaksOfWaiting = (text: string): boolean => PENDING.test(text)
/** A heading over what is still to come. */
export const isPendingText = (text: string): boolean => PENDING.test(text) && !/op[ée]rations? comptabilis/i.test(text)

/** Words that are no label, as those of a side: units, names of fields, and the words of buttons. */
const NO_LABEL =
  /^(?:€|eur|euros?|solde|montant|total|date.*|valeur|libell[ée]|nature|d[ée]tails?|voir.*|afficher.*|masquer.*|modifier|pointer.*|cat[ée]goriser|\W*) ?:?$/i

export const saysSomething = (text: string): boolean => /\p{L}{2}/u.test(text) && !NO_LABEL.test(text) && !sideIn(text)

/** The words beside the amount of a balance or a sum, which is no movement; one of them says which. */
const SUM_WORD =
  /^(?:solde|soldes|sous|total|totaux|nouveau|ancien|du|de|des|d|l|la|le|les|au|en|à|fin|jour|journée|semaine|mois|année|période|relevé|compte|opérations?|mouvements?|débits?|crédits?|débiteur|créditeur|précédent|disponible|actuel|initial|final|eur|euros?|(?:lun|mar|mer|jeu|ven|sam|dim|jan|f[ée]v|avr|mai|jui|ao[uû]|sep|oct|nov|d[ée]c).*)$/
const SUM = /^(?:sold|tota)/

/** Only words of balances and sums. */
export function saysSum(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.some((word) => SUM.test(word)) && words.every((word) => SUM_WORD.test(word))
}
