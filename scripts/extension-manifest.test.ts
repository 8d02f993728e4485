import { expect, test } from 'vitest'
import { extension } from '../manifest.config.ts'
import { manifestProblems } from './extension-manifest.ts'

const asked = { manifest_version: 3, ...extension.manifest }

test('a built manifest that asks for exactly what the config says is accepted, in any order', () => {
  expect(manifestProblems({ ...asked, permissions: [...asked.permissions].reverse() })).toEqual([])
})

test.each([
  ['a permission too many', { permissions: [...asked.permissions, 'tabs'] }],
  ['a permission too few', { permissions: ['storage'] }],
  ['another optional host', { optional_host_permissions: ['*://*/*'] }],
  ['a host at install', { host_permissions: ['https://script.google.com/*'] }],
  ['a static content script', { content_scripts: [{ matches: ['<all_urls>'] }] }],
  ['a resource any page may load', { web_accessible_resources: [{ resources: ['x.html'], matches: ['https://*/*'] }] }],
  [
    'an address that pages know',
    { web_accessible_resources: asked.web_accessible_resources.map((one) => ({ ...one, use_dynamic_url: false })) },
  ],
  ['a looser policy', { content_security_policy: { extension_pages: "connect-src *; script-src 'self'" } }],
])('%s is refused', (_what, change) => {
  expect(manifestProblems({ ...asked, ...change })).not.toEqual([])
})
