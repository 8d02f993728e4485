/** Every call a script can make, by name. The fakes are typed by this table. */
import { bookCalls } from './book-calls.ts'
import { clearCalls } from './clear-calls.ts'
import { driveCalls } from './drive-calls.ts'
import { groupCalls } from './group-calls.ts'
import { lockCalls } from './lock-calls.ts'
import { lookCalls } from './look-calls.ts'
import { mailCalls } from './mail-calls.ts'
import { metadataCalls } from './metadata-calls.ts'
import { cacheCalls, propertyCalls } from './property-calls.ts'
import { protectionCalls } from './protection-calls.ts'
import { rangeCalls } from './range-calls.ts'
import { ruleCalls } from './rule-calls.ts'
import { screenCalls } from './screen-calls.ts'
import { scriptAppCalls } from './script-app-calls.ts'
import { sheetCalls } from './sheet-calls.ts'
import { outputCalls, sessionCalls, utilityCalls } from './utility-calls.ts'

export const handlers = {
  ...bookCalls,
  ...metadataCalls,
  ...sheetCalls,
  ...groupCalls,
  ...rangeCalls,
  ...clearCalls,
  ...lookCalls,
  ...protectionCalls,
  ...ruleCalls,
  ...screenCalls,
  ...lockCalls,
  ...propertyCalls,
  ...cacheCalls,
  ...utilityCalls,
  ...sessionCalls,
  ...outputCalls,
  ...mailCalls,
  ...driveCalls,
  ...scriptAppCalls,
}

export type Handlers = typeof handlers
