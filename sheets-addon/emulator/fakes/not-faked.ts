/** Whatever is not faked throws, never answers undefined: a missing fake must not look like an empty answer. */

function missing(owner: string | undefined): object {
  const nameOf = (receiver: unknown): string => owner ?? String(Object(receiver)['owner'])
  const base = {
    toString() {
      return nameOf(this)
    },
  }
  return new Proxy(base, {
    get(target, key, receiver) {
      if (key in target) return Reflect.get(target, key)
      // JSON.stringify, await and the engine ask for these.
      if (typeof key === 'symbol' || key === 'toJSON' || key === 'then') return undefined
      throw new Error(`not faked: ${nameOf(receiver)}.${key}`)
    },
  })
}

/** Known members are found first, so that they cost nothing more. Without `owner`, each object says its own. */
export function faked(owner: string | undefined, fake: { readonly prototype: object }): void {
  Object.setPrototypeOf(fake.prototype, missing(owner))
}

/** A global such as `SpreadsheetApp`: its faked members, typed as Google's whole interface; the others throw. */
export function namespace<Whole>(owner: string, members: Partial<Whole>): Whole {
  return Object.setPrototypeOf({ ...members }, missing(owner))
}

/** A fake stands for Google's whole type since what it lacks throws (`faked`). The only place that says so. */
export function whole<Whole>(fake: Partial<Whole>): Whole {
  return fake as Whole
}

/** The same for one fake that stands for several of Google's types, which only differ in what they return. */
export const standIn = <Whole>(fake: object): Whole => fake as Whole
