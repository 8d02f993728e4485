import type { SiteOffer } from '../../actions/orders/orders-key.ts'

const EXAMPLE = `{"order":"1042","client":{"name":"Zoe Martel","email":"zoe@exemple.fr","address":"1 rue des Lilas","postcode":"69003","city":"Lyon"},"lines":[{"label":"Affiche A3","quantity":2,"unitPriceCents":4500}]}`

/** A whole order from a terminal. `-L` and no `-X`: Google answers by a redirection that is asked for with GET. */
export const curlExample = ({ key: kid, secret, url }: SiteOffer): string => `URL='${url}'
KID='${kid}'
SECRET='${secret}'
body='${EXAMPLE}'
id="0$(openssl rand -hex 13 | tr a-f A-F | cut -c2-26)"
at="$(date -u +%Y-%m-%dT%H:%M:%S.000Z)"
sum="$(printf %s "$body" | openssl dgst -sha256 -r | cut -c1-64)"
mac="$(printf '1\\n%s\\n%s\\n%s\\norder\\n%s' "$KID" "$id" "$at" "$sum" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$SECRET" -r | cut -c1-64)"
text="$(printf %s "$body" | sed 's/["\\\\]/\\\\&/g')"
curl -sL -H 'Content-Type: text/plain' -d "{\\"v\\":1,\\"kid\\":\\"$KID\\",\\"id\\":\\"$id\\",\\"at\\":\\"$at\\",\\"op\\":\\"order\\",\\"body\\":\\"$text\\",\\"mac\\":\\"$mac\\"}" "$URL"
`

/** For the server that receives a form: Node 20 and later, Deno, a Cloudflare worker. */
export const scriptExample = ({
  key: kid,
  secret,
  url,
}: SiteOffer): string => `// Sur votre serveur : dans une page, tout le monde lirait la clé.
const URL = '${url}', KID = '${kid}', SECRET = '${secret}'
const ascii = (v) => JSON.stringify(v).replace(/[\\u007f-\\uffff]/g, (c) => '\\\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'))
const hex = (b) => Array.from(new Uint8Array(b), (x) => x.toString(16).padStart(2, '0')).join('')
const bytes = (t) => new TextEncoder().encode(t)

export async function sendOrder(order) {
  const raw = Uint8Array.from(SECRET.match(/../g), (x) => parseInt(x, 16))
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const body = ascii(order)
  const id = '0' + crypto.randomUUID().replaceAll('-', '').slice(0, 25).toUpperCase()
  const at = new Date().toISOString()
  const text = [1, KID, id, at, 'order', hex(await crypto.subtle.digest('SHA-256', bytes(body)))].join('\\n')
  const mac = hex(await crypto.subtle.sign('HMAC', key, bytes(text)))
  const answer = await (await fetch(URL, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: ascii({ v: 1, kid: KID, id, at, op: 'order', body, mac }) })).json()
  return answer.body ? JSON.parse(answer.body) : answer // { status: 'done' } ou { status: 'refused', refusal: { code, message } }
}
// await sendOrder(${EXAMPLE})
`
