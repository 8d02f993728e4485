import { cents } from '@tabellion/shared/money'
import type { DraftDocument, IssuedDocument } from './index.ts'

declare const draft: DraftDocument
declare const issued: IssuedDocument
// @ts-expect-error A draft has no number.
draft.number.length
// @ts-expect-error An issued document is frozen.
issued.totals.payable = cents(1)
// @ts-expect-error A draft is not issued by being called so.
export const promoted: IssuedDocument = { ...draft, state: 'issued' }
