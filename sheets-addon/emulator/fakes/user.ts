import { faked, whole } from './not-faked.ts'

type User = GoogleAppsScript.Base.User

class FakeUser implements Partial<User> {
  readonly #email: string
  constructor(email: string) {
    this.#email = email
  }
  getEmail(): string {
    return this.#email
  }
  toString(): string {
    return this.#email
  }
}
faked('User', FakeUser)

export const userOf = (email: string): User => whole<User>(new FakeUser(email))
