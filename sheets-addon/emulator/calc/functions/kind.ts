import { type CellValue, isError } from '../cell-value.ts'
import { numberFromText } from '../coerce.ts'
import { readTypedDate } from '../typed-date.ts'
import { anyCell } from './parameters.ts'
import { type FunctionRule, type FunctionTable, lazy, pure, reading } from './rule.ts'

const asks = (of: (value: CellValue) => boolean): FunctionRule => pure([anyCell], of)

export const kindFunctions: FunctionTable = {
  ISBLANK: asks((value) => value === null),
  ISNUMBER: asks((value) => typeof value === 'number'),
  ISTEXT: asks((value) => typeof value === 'string'),
  ISNONTEXT: asks((value) => typeof value !== 'string'),
  ISLOGICAL: asks((value) => typeof value === 'boolean'),
  ISERROR: asks(isError),
  ISERR: asks((value) => isError(value) && value.error !== '#N/A'),
  ISNA: asks((value) => isError(value) && value.error === '#N/A'),
  // Hint: Google looks at the cell's format; any number that could be a date passes here.
  ISDATE: reading([anyCell], (evaluation, value) =>
    typeof value === 'string'
      ? readTypedDate(value, evaluation.locale, evaluation.now()) !== undefined &&
        !isError(numberFromText(value, evaluation))
      : typeof value === 'number' && value >= 0,
  ),
  ISREF: lazy(1, 1, ([given]) => given?.kind === 'reference'),
  ISFORMULA: lazy(1, 1, ([given], scope, evaluation) => {
    if (given?.kind !== 'reference') return false
    const area = evaluation.area(given, scope.place)
    return isError(area) ? area : evaluation.hasFormula(area.sheet, area.top, area.left)
  }),
}
