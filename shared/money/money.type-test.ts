import { cents, percent, plus } from './index.ts'

// @ts-expect-error A rate is not an amount.
plus(cents(1), percent('20'))
// @ts-expect-error A number is not an amount.
plus(cents(1), 2)
