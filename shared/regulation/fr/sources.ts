import { day } from '@tabellion/shared/calendar'
import type { Source } from '../dated-table.ts'

/** `(article, checkedOn)` → a source in one code of Legifrance. */
const code =
  (name: string, identifier: string) =>
  (article: string, checkedOn: string): Source => ({
    text: `${name} art. ${article}`,
    url: `https://www.legifrance.gouv.fr/codes/texte_lc/${identifier}/`,
    checkedOn: day(checkedOn),
  })

export const cgi = code('CGI', 'LEGITEXT000006069577')
export const cgiAnnex2 = code('CGI, ann. II', 'LEGITEXT000006069569')
export const cgiAnnex4 = code('CGI, ann. IV', 'LEGITEXT000006069576')
export const commerce = code('C. com.', 'LEGITEXT000005634379')
export const conso = code('C. conso.', 'LEGITEXT000006069565')
export const css = code('CSS', 'LEGITEXT000006073189')
export const travail = code('C. trav.', 'LEGITEXT000006072050')
export const monetaire = code('CMF', 'LEGITEXT000006072026')
export const commandePublique = code('C. commande publique', 'LEGITEXT000037701019')

/** One version of an article, by its own identifier. */
export const articleVersion = (text: string, identifier: string, checkedOn: string): Source => ({
  text,
  url: `https://www.legifrance.gouv.fr/codes/article_lc/${identifier}`,
  checkedOn: day(checkedOn),
})

/** Any other page. */
export const page = (text: string, url: string, checkedOn: string): Source => ({ text, url, checkedOn: day(checkedOn) })

/** A sheet of service-public, for professionals. */
export const servicePublic = (sheet: string, checkedOn: string): Source =>
  page(`Service-public, fiche ${sheet}`, `https://entreprendre.service-public.gouv.fr/vosdroits/${sheet}`, checkedOn)

/** A text of the Bulletin officiel des finances publiques, by its reference. */
export const bofip = (reference: string, checkedOn: string): Source =>
  page(reference, 'https://bofip.impots.gouv.fr/', checkedOn)
