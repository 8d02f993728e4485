/** Time passing: clock triggers that fall due run in order, as their creators (ground truth §7). */
import type { Run } from '../types.ts'
import { runFunction } from './runner.ts'
import { nextDue } from './schedule.ts'
import type { TriggerRecord, World } from './world.ts'
import { wallClock } from './zone.ts'

export function advance(world: World, set: (instant: number) => void, milliseconds: number): Run[] {
  const target = world.now() + milliseconds
  const runs: Run[] = []
  for (let due = nextTrigger(world, target); due; due = nextTrigger(world, target)) {
    set(Math.max(world.now(), due.next))
    reschedule(world, due.trigger)
    runs.push(fire(world, due.trigger))
  }
  set(Math.max(world.now(), target))
  return runs
}

function nextTrigger(
  world: World,
  target: number,
): { readonly trigger: TriggerRecord; readonly next: number } | undefined {
  let found: { readonly trigger: TriggerRecord; readonly next: number } | undefined
  for (const trigger of world.kept.triggers) {
    const { next, disabled } = trigger
    if (disabled || next === null || next > target) continue
    if (!found || next < found.next) found = { trigger, next }
  }
  return found
}

/** A one-shot that fired stays listed, and counts towards the 20 (issuetracker 150756612). */
function reschedule(world: World, trigger: TriggerRecord): void {
  const { triggers } = world.kept
  const next = trigger.schedule && nextDue(trigger.schedule, world.now())
  triggers[triggers.indexOf(trigger)] = { ...trigger, next }
}

function fire(world: World, { id, handler, user }: TriggerRecord): Run {
  const { year, month, day, hour, minute, second, weekday } = wallClock('UTC', world.now())
  const plain = {
    triggerUid: id,
    year,
    month,
    'day-of-month': day,
    'day-of-week': weekday === 0 ? 7 : weekday,
    hour,
    minute,
    second,
    timezone: 'UTC',
  }
  const left = world.quotas.left(user, 'trigger-time')
  if (left <= 0) {
    // Google does not start it: the refusal is in the daily summary mail only.
    return runFunction(world, handler, { args: [] }, { context: 'time', user, refused: 'computer-time' }).run
  }
  const { run } = runFunction(world, handler, { event: 'time', facts: { plain } }, { context: 'time', user })
  world.quotas.spend(user, 'trigger-time', Math.min(left, run.elapsedMs))
  return run
}
