import { fail, ok, type Result } from '@tabellion/shared/kernel'

/** `a@b.fr; c@d.fr`: several addresses may stand in the client's cell. What is wrong is given back as the person wrote it. */
export function readAddresses(text: string): Result<readonly string[], { readonly text: string }> {
  const parts = text.split(/[,;\n]/).map((part) => part.trim())
  const wrong = parts.find((part) => part !== '' && part.split(/\s+/).some((address) => !ADDRESS.test(address)))
  if (wrong !== undefined) return fail({ text: wrong })
  return ok([...new Set(parts.flatMap((part) => (part === '' ? [] : part.split(/\s+/))))])
}

/** What every mail server takes: no space, one @, a dotted domain. */
const ADDRESS = /^[^\s<>@,;:"()[\]\\]+@[^\s<>@,;:"()[\]\\.]+(?:\.[^\s<>@,;:"()[\]\\.]+)+$/
