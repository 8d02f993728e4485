import { extension } from '../manifest.config.ts'

const sorted = (values: unknown): string => JSON.stringify(Array.isArray(values) ? [...values].sort() : (values ?? []))

/** A browser tells members in an order of its own. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** What a built manifest asks for beyond, or short of, manifest.config.ts. Empty when it is exactly that. */
export function manifestProblems(built: Readonly<Record<string, unknown>>): string[] {
  const problems: string[] = []
  const wanted = extension.manifest
  const exact = ['permissions', 'optional_host_permissions'] as const
  for (const key of exact) {
    if (sorted(built[key]) !== sorted(wanted[key])) problems.push(`${key}: ${sorted(built[key])}`)
  }
  // One page of ours may stand in a frame of others, and only under an address that they cannot know.
  const frames = inOrder(built['web_accessible_resources'])
  if (frames !== inOrder(wanted.web_accessible_resources)) problems.push(`web_accessible_resources: ${frames}`)
  // No page is read before a click: no host at install, no static content script.
  for (const key of ['host_permissions', 'optional_permissions', 'content_scripts']) {
    if (key in built) problems.push(`${key}: ${JSON.stringify(built[key])}`)
  }
  if (JSON.stringify(built['content_security_policy']) !== JSON.stringify(wanted.content_security_policy)) {
    problems.push(`content_security_policy: ${JSON.stringify(built['content_security_policy'])}`)
  }
  const gecko = JSON.stringify(built['browser_specific_settings'] ?? wanted.browser_specific_settings)
  if (gecko !== JSON.stringify(wanted.browser_specific_settings)) problems.push(`browser_specific_settings: ${gecko}`)
  if (JSON.stringify(built).includes('<all_urls>')) problems.push('<all_urls> appears')
  return problems
}
