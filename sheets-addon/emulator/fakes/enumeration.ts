/** Google's enumerations are objects that print their name, not numbers as in the typings. */

class EnumValue {
  readonly #name: string
  readonly #ordinal: number
  constructor(name: string, ordinal: number) {
    this.#name = name
    this.#ordinal = ordinal
  }
  toString(): string {
    return this.#name
  }
  name(): string {
    return this.#name
  }
  toJSON(): string {
    return this.#name
  }
  ordinal(): number {
    return this.#ordinal
  }
  compareTo(other: EnumValue): number {
    return this.#ordinal - other.ordinal()
  }
}

/** `Enum` is the type of Google's enum object: the names are checked against it. */
export function enumeration<Enum>(...names: readonly (keyof Enum & string)[]): Enum {
  const values = Object.fromEntries(names.map((name, ordinal) => [name, new EnumValue(name, ordinal)]))
  // The typings call the members numbers.
  return values as Enum
}

export const isEnumValue = (value: unknown): boolean => value instanceof EnumValue

/** The name of a value; strings are refused, as Google does. */
export function nameOf(value: unknown, label: string): string {
  if (value instanceof EnumValue) return value.name()
  throw Object.assign(new Error(`The parameters (${typeof value}) don't match the method signature for ${label}.`), {
    name: 'Exception',
  })
}

export function enumValue<Enum, Value extends Enum[keyof Enum]>(values: Enum, name: string): Value {
  for (const [key, value] of Object.entries(Object(values))) if (key === name) return value as Value
  throw new Error(`not faked: enumeration value ${name}`)
}
