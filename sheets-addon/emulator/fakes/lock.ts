/** LockService: each call hands out a new Lock object; the host tells them apart (ground truth §3). */
import type { LockName } from '../types.ts'
import { call } from './bridge.ts'
import { faked, namespace, whole } from './not-faked.ts'

type Lock = GoogleAppsScript.Lock.Lock

let objects = 0

class FakeLock implements Partial<Lock> {
  readonly #name: LockName
  readonly #object = ++objects
  constructor(name: LockName) {
    this.#name = name
  }
  tryLock(milliseconds: number): boolean {
    return call('Lock.tryLock', this.#name, this.#object, milliseconds)
  }
  waitLock(milliseconds: number): void {
    call('Lock.waitLock', this.#name, this.#object, milliseconds)
  }
  hasLock(): boolean {
    return call('Lock.hasLock', this.#name, this.#object)
  }
  releaseLock(): void {
    call('Lock.releaseLock', this.#name, this.#object)
  }
}
faked('Lock', FakeLock)

// null in a web app; the typings do not say so (Google's LockService reference).
const lock = (name: LockName): Lock =>
  call('LockService.available', name) ? whole<Lock>(new FakeLock(name)) : (null as unknown as Lock)

export const LockService = namespace<GoogleAppsScript.Lock.LockService>('LockService', {
  getScriptLock: () => lock('script'),
  getDocumentLock: () => lock('document'),
  getUserLock: () => lock('user'),
})
