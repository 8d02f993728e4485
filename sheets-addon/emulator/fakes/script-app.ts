/** ScriptApp: triggers and consent (ground truth §7, §8). */
import type { TriggerPlan } from '../host/script-app-calls.ts'
import { call, callAs, exception, mismatch } from './bridge.ts'
import { enumeration, enumValue, isEnumValue, nameOf } from './enumeration.ts'
import { faked, namespace, whole } from './not-faked.ts'

const AuthMode = enumeration<typeof GoogleAppsScript.Script.AuthMode>('NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL')
const AuthorizationStatus = enumeration<typeof GoogleAppsScript.Script.AuthorizationStatus>('REQUIRED', 'NOT_REQUIRED')
const EventType = enumeration<typeof GoogleAppsScript.Script.EventType>(
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
)
const TriggerSource = enumeration<typeof GoogleAppsScript.Script.TriggerSource>(
  'SPREADSHEETS',
  'CLOCK',
  'FORMS',
  'DOCUMENTS',
  'CALENDAR',
)
const WeekDay = enumeration<typeof GoogleAppsScript.Base.Weekday>(
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
)
export const authMode = (name: 'LIMITED' | 'FULL'): unknown => AuthMode[name]

type Trigger = GoogleAppsScript.Script.Trigger
type Clock = GoogleAppsScript.Script.ClockTriggerBuilder
type OnSheet = GoogleAppsScript.Script.SpreadsheetTriggerBuilder

interface TriggerData {
  readonly id: string
  readonly handler: string
  readonly kind: TriggerPlan['kind']
}

class FakeTrigger implements Partial<Trigger> {
  readonly data: TriggerData
  constructor(data: TriggerData) {
    this.data = data
  }
  getUniqueId(): string {
    return this.data.id
  }
  getHandlerFunction(): string {
    return this.data.handler
  }
  getEventType(): GoogleAppsScript.Script.EventType {
    return enumValue(EventType, this.data.kind)
  }
  getTriggerSource(): GoogleAppsScript.Script.TriggerSource {
    return this.data.kind === 'CLOCK' ? TriggerSource.CLOCK : TriggerSource.SPREADSHEETS
  }
}
faked('Trigger', FakeTrigger)
const triggerOf = (data: TriggerData): Trigger => whole<Trigger>(new FakeTrigger(data))

class FakeClock implements Partial<Clock> {
  #plan: TriggerPlan
  constructor(handler: string) {
    this.#plan = { handler, kind: 'CLOCK' }
  }
  #with(part: Partial<TriggerPlan>): Clock {
    this.#plan = { ...this.#plan, ...part }
    return whole<Clock>(this)
  }
  after(milliseconds: number): Clock {
    return this.#with({ after: milliseconds })
  }
  at(date: GoogleAppsScript.Base.Date): Clock {
    return this.#with({ at: date.getTime() })
  }
  everyMinutes(count: number): Clock {
    return this.#with({ every: 'minutes', count })
  }
  everyHours(count: number): Clock {
    return this.#with({ every: 'hours', count })
  }
  everyDays(count: number): Clock {
    return this.#with({ every: 'days', count })
  }
  everyWeeks(count: number): Clock {
    return this.#with({ every: 'weeks', count })
  }
  onWeekDay(day: unknown): Clock {
    const on = Object.keys(WeekDay).indexOf(nameOf(day, 'ClockTriggerBuilder.onWeekDay'))
    return this.#with({ every: 'weeks', on })
  }
  onMonthDay(on: number): Clock {
    return this.#with({ every: 'months', on })
  }
  atHour(hour: number): Clock {
    return this.#with({ hour })
  }
  nearMinute(nearMinute: number): Clock {
    return this.#with({ nearMinute })
  }
  inTimezone(zone: string): Clock {
    return this.#with({ zone })
  }
  create(): Trigger {
    return triggerOf(callAs('ClockTriggerBuilder.create', 'ScriptApp.createTrigger', this.#plan))
  }
}
faked('ClockTriggerBuilder', FakeClock)

class FakeOnSheet implements Partial<OnSheet> {
  readonly #handler: string
  #kind: TriggerPlan['kind'] | undefined
  constructor(handler: string) {
    this.#handler = handler
  }
  #on(kind: TriggerPlan['kind']): OnSheet {
    this.#kind = kind
    return whole<OnSheet>(this)
  }
  onOpen(): OnSheet {
    return this.#on('ON_OPEN')
  }
  onEdit(): OnSheet {
    return this.#on('ON_EDIT')
  }
  onChange(): OnSheet {
    return this.#on('ON_CHANGE')
  }
  create(): Trigger {
    if (!this.#kind) throw exception('The trigger has no event.')
    return triggerOf(
      callAs('SpreadsheetTriggerBuilder.create', 'ScriptApp.createTrigger', {
        handler: this.#handler,
        kind: this.#kind,
      }),
    )
  }
}
faked('SpreadsheetTriggerBuilder', FakeOnSheet)

class FakeTriggerBuilder implements Partial<GoogleAppsScript.Script.TriggerBuilder> {
  readonly #handler: string
  constructor(handler: string) {
    this.#handler = handler
  }
  timeBased(): Clock {
    return whole<Clock>(new FakeClock(this.#handler))
  }
  forSpreadsheet(_spreadsheet: unknown): OnSheet {
    return whole<OnSheet>(new FakeOnSheet(this.#handler))
  }
}
faked('TriggerBuilder', FakeTriggerBuilder)

type Info = GoogleAppsScript.Script.AuthorizationInfo
class FakeInfo implements Partial<Info> {
  readonly #required: boolean
  readonly #authorized: readonly string[]
  constructor(required: boolean, authorized: readonly string[]) {
    this.#required = required
    this.#authorized = authorized
  }
  getAuthorizationStatus(): GoogleAppsScript.Script.AuthorizationStatus {
    return this.#required ? AuthorizationStatus.REQUIRED : AuthorizationStatus.NOT_REQUIRED
  }
  getAuthorizationUrl(): string {
    return this.#required ? 'https://script.google.com/macros/authorize' : (null as unknown as string)
  }
  /** Newer than the typings (Google's ScriptApp reference, granular consent). */
  getAuthorizedScopes(): string[] {
    return [...this.#authorized]
  }
}
faked('AuthorizationInfo', FakeInfo)

class FakeService implements Partial<GoogleAppsScript.Script.Service> {
  getUrl(): string {
    return callAs('Service.getUrl', 'ScriptApp.getServiceUrl')
  }
}
faked('Service', FakeService)

const fullOnly = (mode: unknown, label: string): void => {
  if (!isEnumValue(mode)) throw mismatch(label, [mode])
}

export const ScriptApp = namespace<GoogleAppsScript.Script.ScriptApp>('ScriptApp', {
  AuthMode,
  AuthorizationStatus,
  EventType,
  TriggerSource,
  WeekDay,
  newTrigger: (handler: string) => whole<GoogleAppsScript.Script.TriggerBuilder>(new FakeTriggerBuilder(handler)),
  getProjectTriggers: () => call('ScriptApp.getProjectTriggers').map(triggerOf),
  getUserTriggers: (_document: unknown) =>
    callAs('ScriptApp.getUserTriggers', 'ScriptApp.getProjectTriggers').map(triggerOf),
  deleteTrigger(trigger: Trigger): void {
    if (!(trigger instanceof FakeTrigger)) throw mismatch('ScriptApp.deleteTrigger', [trigger])
    call('ScriptApp.deleteTrigger', trigger.data.id)
  },
  requireScopes(mode: unknown, scopes: string[]): void {
    fullOnly(mode, 'ScriptApp.requireScopes')
    call('ScriptApp.requireScopes', scopes)
  },
  requireAllScopes(mode: unknown): void {
    fullOnly(mode, 'ScriptApp.requireAllScopes')
    callAs('ScriptApp.requireAllScopes', 'ScriptApp.requireScopes', null)
  },
  getAuthorizationInfo(mode: unknown, scopes?: readonly string[]): Info {
    fullOnly(mode, 'ScriptApp.getAuthorizationInfo')
    const { required, authorized } = call('ScriptApp.getAuthorizationInfo', scopes ?? null)
    return whole<Info>(new FakeInfo(required, authorized))
  },
  getScriptId: () => call('ScriptApp.getScriptId'),
  getService: () => whole<GoogleAppsScript.Script.Service>(new FakeService()),
})
