import { isLink, type PrintedContent } from '@tabellion/shared/invoicing'
import { type Block, group, linesBlock, padded, rule, space, stack, textBlock } from '../page.ts'
import { inBrackets } from './small-print.ts'
import { small, strong } from './writing.ts'

/** « Bon pour accord »: room for a date and a hand, and what signing means. Never cut by the end of a page. */
export function agreement({ seller, terms: said = '', termsVersion }: PrintedContent, width: number): Block {
  const column = (width - 12) / 2
  // Above the signature, and after the text: terms hold for who could read them and accepted them (C. civ. art. 1119).
  const where = said === '' ? '' : isLink(said) ? ' du lien ci-dessus' : ' ci-dessus'
  const terms =
    said === '' && termsVersion === undefined ? '' : ` et des conditions générales${where}${inBrackets(termsVersion)}`
  const words = `Pour accepter ce devis, le dater et le signer, précédé de la mention « Bon pour accord », puis le retourner à ${seller.tradingName ?? seller.name}. Signer vaut acceptation du devis${terms}.`
  const line = (label: string): Block =>
    stack([textBlock(label, small, column), space(12), rule(column, 0.25, 'hairline')])
  return stack([
    rule(width, 0.25, 'hairline'),
    padded(
      stack([
        linesBlock(['Bon pour accord'], strong, width),
        textBlock(words, small, width),
        space(2.5),
        {
          ...group([{ block: line('Date') }, { block: line('Nom, qualité et signature du client'), x: column + 12 }]),
          width,
        },
      ]),
      { top: 3 },
    ),
  ])
}
