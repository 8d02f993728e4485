import { day } from '@tabellion/shared/calendar'
import { nameKey } from '@tabellion/shared/invoicing'
import { parseBic, parseIban, parseSiret, parseVatNumber, sirenOf, vatNumberOf } from '@tabellion/shared/party'
import { expect, test } from 'vitest'
import { sampleBusiness } from './business.ts'

const businesses = (['graphiste', 'menuisier'] as const).map((name) => sampleBusiness(name, day('2026-11-25')))

test('identifiers have right keys, and every address for mail is one that no mail can reach', () => {
  for (const { settings, clients } of businesses) {
    const siret = parseSiret(settings.SIRET ?? '')
    expect(siret.ok && vatNumberOf(sirenOf(siret.value))).toBe(settings['N° TVA'])
    expect(parseIban(settings.IBAN ?? '').ok && parseBic(settings.BIC ?? '').ok).toBe(true)
    for (const client of clients) {
      if (client.siret) expect(parseSiret(String(client.siret)).ok, String(client.name)).toBe(true)
      if (client.vatNumber) expect(parseVatNumber(String(client.vatNumber)).ok, String(client.name)).toBe(true)
      for (const mail of [client.email, client.accountingEmail])
        if (mail) expect(mail).toMatch(/^[\w.+-]+@[\w-]+\.example$/)
    }
  }
})

test('no client, number or code is there twice', () => {
  const siblings = businesses.flatMap(({ clients, settings }) => [settings.SIRET, ...clients.map(({ siret }) => siret)])
  const sirets = siblings.filter((siret) => siret !== undefined)
  expect(new Set(sirets).size).toBe(sirets.length)
  for (const { clients, catalog } of businesses) {
    expect(new Set(clients.map(({ name }) => nameKey(String(name)))).size).toBe(clients.length)
    expect(new Set(catalog.map(({ code }) => code)).size).toBe(catalog.length)
  }
})
