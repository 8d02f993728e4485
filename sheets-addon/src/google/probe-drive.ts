import type { Observed } from '../installation/observed.ts'

const NAME = 'Tabellion - vérification.txt'
const MARK = { tabellion: 'check' }

/** One small file of our own, made twice under one id, looked for, read, and put in the bin with those of an earlier check. */
export function probeDrive(): Observed {
  const files = Drive?.Files
  if (!files) throw new Error('Drive')
  const id = files.generateIds({ count: 1, space: 'drive', type: 'files' }).ids?.[0] ?? ''
  const resource = { id, name: NAME, mimeType: 'text/plain', appProperties: MARK }
  const blob = Utilities.newBlob('Tabellion', 'text/plain', NAME)
  files.create(resource, blob)
  let again: 'refused' | 'made' = 'made'
  try {
    files.create(resource, blob)
  } catch {
    again = 'refused'
  }
  const found =
    files.list({
      q: "appProperties has { key='tabellion' and value='check' } and trashed = false",
      fields: 'files(id)',
    }).files ?? []
  let read = true
  try {
    files.get(id, { alt: 'media' })
  } catch {
    read = false
  }
  for (const known of new Set([id, ...found.flatMap((file) => file.id ?? [])])) files.update({ trashed: true }, known)
  return { check: 6, again, listed: found.some((file) => file.id === id), read }
}
