import { arrayFunctions } from './array.ts'
import { conditionalFunctions } from './conditional.ts'
import { dateFunctions } from './date.ts'
import { kindFunctions } from './kind.ts'
import { logicFunctions } from './logic.ts'
import { lookupFunctions } from './lookup.ts'
import { mathFunctions } from './math.ts'
import { patternFunctions } from './pattern.ts'
import { placeFunctions } from './place.ts'
import type { FunctionRule } from './rule.ts'
import { statisticsFunctions } from './statistics.ts'
import { textFunctions } from './text.ts'

const table: ReadonlyMap<string, FunctionRule> = new Map(
  Object.entries({
    ...mathFunctions,
    ...statisticsFunctions,
    ...conditionalFunctions,
    ...textFunctions,
    ...patternFunctions,
    ...logicFunctions,
    ...kindFunctions,
    ...dateFunctions,
    ...lookupFunctions,
    ...placeFunctions,
    ...arrayFunctions,
  }),
)

/** The function of this name (in capitals), or undefined: the cell then shows `#NAME?`. */
export const functionNamed = (name: string): FunctionRule | undefined => table.get(name)

/** All names that are computed, sorted. */
export const functionNames: readonly string[] = [...table.keys()].sort()
