/** ScriptApp: triggers of the caller, consent, and the web app's URL that cannot be trusted (ground truth §6-§8). */
import { service } from './call.ts'
import { integer, uuid } from './chance.ts'
import { exception, strict } from './errors.ts'
import type { Execution } from './execution.ts'
import { nextDue } from './schedule.ts'
import { needs } from './scopes.ts'
import type { Schedule, TriggerRecord } from './world.ts'

const { counted, free } = service('ScriptApp', needs.triggers)

/** What a trigger builder has gathered. */
export interface TriggerPlan {
  readonly handler: string
  readonly kind: TriggerRecord['kind']
  readonly every?: 'minutes' | 'hours' | 'days' | 'weeks' | 'months'
  readonly count?: number
  readonly on?: number
  readonly hour?: number
  readonly nearMinute?: number
  readonly zone?: string
  /** Milliseconds from now, or an instant. */
  readonly after?: number
  readonly at?: number
}

const MINUTE = 60_000

function scheduleOf(execution: Execution, plan: TriggerPlan): Schedule {
  const { world, program } = execution
  const { chance } = world
  // Not before, maybe late by minutes.
  if (plan.after !== undefined) return { every: 'once', at: world.now() + plan.after + integer(chance, 15 * MINUTE) }
  if (plan.at !== undefined) return { every: 'once', at: plan.at + integer(chance, 15 * MINUTE) }
  const { every, count = 1 } = plan
  if (every === 'minutes') {
    if (![1, 5, 10, 15, 30].includes(count))
      throw exception('The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.')
    return { every, count }
  }
  if (every === 'hours') return { every, count }
  if (every === undefined) throw exception('The trigger has no recurrence.')
  const minute =
    plan.nearMinute === undefined
      ? integer(chance, 60)
      : Math.min(59, Math.max(0, plan.nearMinute + integer(chance, 31) - 15))
  return {
    every,
    count,
    on: plan.on ?? null,
    hour: plan.hour ?? integer(chance, 24),
    minute,
    zone: plan.zone ?? program.manifest.timeZone,
  }
}

const viewOf = ({ id, handler, kind }: TriggerRecord) => ({ id, handler, kind })

export const scriptAppCalls = {
  'ScriptApp.createTrigger': counted((execution: Execution, plan: TriggerPlan) => {
    const { world, user } = execution
    if (!execution.program.declares(plan.handler)) throw exception(`Script function not found: ${plan.handler}`)
    if (['onOpen', 'onEdit'].includes(plan.handler) && plan.kind !== 'CLOCK') {
      // It would run twice, as a simple trigger and as this one (tanaikech).
      throw strict(`${plan.handler} is a reserved name and must not be installed`)
    }
    if (world.kept.triggers.filter((trigger) => trigger.user === user).length >= 20) {
      throw exception(
        'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      )
    }
    const schedule = plan.kind === 'CLOCK' ? scheduleOf(execution, plan) : null
    const trigger: TriggerRecord = {
      id: uuid(world.chance),
      handler: plan.handler,
      user,
      kind: plan.kind,
      schedule,
      next: schedule && nextDue(schedule, world.now()),
      disabled: false,
    }
    world.kept.triggers.push(trigger)
    return viewOf(trigger)
  }),
  /** Only the caller's own. */
  'ScriptApp.getProjectTriggers': counted(({ world, user }: Execution) => {
    return world.kept.triggers.filter((trigger) => trigger.user === user).map(viewOf)
  }),
  'ScriptApp.deleteTrigger': counted(({ world, user }: Execution, id: string) => {
    const { triggers } = world.kept
    const place = triggers.findIndex((trigger) => trigger.id === id && trigger.user === user)
    if (place < 0)
      throw exception('Unexpected error while getting the method or property deleteTrigger on object ScriptApp.')
    triggers.splice(place, 1)
  }),
  'ScriptApp.requireScopes': counted(
    (execution: Execution, scopes: readonly string[] | null) => {
      const manifest = execution.program.manifest.oauthScopes ?? []
      const unknown = scopes?.find((scope) => !manifest.includes(scope))
      if (unknown !== undefined) throw exception(`The scope ${unknown} is not in the script's manifest.`)
      const missing = (scopes ?? manifest).filter((scope) => !execution.granted(scope))
      if (missing.length === 0) return
      // The run ends here and the consent screen shows, on surfaces where someone can see it.
      if (['menu', 'rpc'].includes(execution.context)) execution.prompts.push(missing)
      execution.stopped = { why: 'error', error: exception('Authorization is required to perform that action.') }
    },
    { scopes: [], simple: false },
  ),
  'ScriptApp.getAuthorizationInfo': counted((execution: Execution, scopes: readonly string[] | null) => {
    const wanted = scopes ?? execution.program.manifest.oauthScopes ?? []
    const authorized = (execution.program.manifest.oauthScopes ?? []).filter((scope) => execution.granted(scope))
    return { required: wanted.some((scope) => !authorized.includes(scope)), authorized }
  }, needs.nothing),
  'ScriptApp.getScriptId': free(({ world }: Execution) => `script-of-${world.store.committed.id}`, needs.nothing),
  /** `/dev` or a dead `/exec` live (tanaikech 2022-06-11, issuetracker 235862472): always a wrong one here. */
  'ScriptApp.getServiceUrl': counted(() => 'https://script.google.com/macros/s/dead/dev', needs.nothing),
}
