/** LockService (ground truth §3): freed at the end, lost at a dialog, none for the document in a web app. */
import type { LockName } from '../types.ts'
import { service } from './call.ts'
import { exception } from './errors.ts'
import type { Execution } from './execution.ts'
import { scriptLockKey } from './world.ts'

const { counted, free } = service('LockService')

/** `object` tells two Lock objects of one execution apart. */
function tryLock(execution: Execution, name: LockName, object: number, milliseconds: number): boolean {
  if (typeof milliseconds !== 'number')
    throw exception("The parameters don't match the method signature for Lock.tryLock.")
  if (milliseconds < 0) return false
  const { world, user, heldLocks } = execution
  const key = scriptLockKey(name, user)
  const holder = world.locks.get(key)
  if (holder === execution) return heldLocks.get(key) === object || world.switches.secondLockObject === 'granted'
  if (holder === undefined) {
    world.locks.set(key, execution)
    heldLocks.set(key, object)
    return true
  }
  // The holder cannot go on while we wait: it is below us on the stack, or held all along.
  world.sleep(milliseconds)
  return false
}

export const lockCalls = {
  'LockService.available': free(
    ({ context }: Execution, name: LockName) => !(name === 'document' && context === 'web'),
  ),
  'Lock.tryLock': counted(tryLock),
  'Lock.waitLock': counted((execution: Execution, name: LockName, object: number, milliseconds: number) => {
    if (!tryLock(execution, name, object, milliseconds)) {
      throw exception('Lock timeout: another process was holding the lock for too long.')
    }
  }),
  'Lock.hasLock': counted(({ heldLocks, user }: Execution, name: LockName, object: number) => {
    return heldLocks.get(scriptLockKey(name, user)) === object
  }),
  'Lock.releaseLock': counted(({ heldLocks, user, world }: Execution, name: LockName, object: number) => {
    const key = scriptLockKey(name, user)
    if (heldLocks.get(key) !== object) return
    heldLocks.delete(key)
    world.locks.delete(key)
  }),
}
