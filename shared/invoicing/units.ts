/**
 * Units as people type them and their UN/ECE Recommendation 20 code (BT-130). What is not here is written as it is on
 * the page and as C62 (« one ») in the XML.
 */
const unitCodes: Readonly<Record<string, string>> = {
  h: 'HUR',
  heure: 'HUR',
  heures: 'HUR',
  jour: 'DAY',
  jours: 'DAY',
  j: 'DAY',
  mois: 'MON',
  semaine: 'WEE',
  semaines: 'WEE',
  an: 'ANN',
  ans: 'ANN',
  minute: 'MIN',
  minutes: 'MIN',
  min: 'MIN',
  forfait: 'C62',
  unité: 'C62',
  pièce: 'H87',
  pièces: 'H87',
  m: 'MTR',
  ml: 'MTR',
  'm²': 'MTK',
  m2: 'MTK',
  'm³': 'MTQ',
  m3: 'MTQ',
  km: 'KMT',
  kg: 'KGM',
  g: 'GRM',
  t: 'TNE',
  l: 'LTR',
  litre: 'LTR',
  litres: 'LTR',
  lot: 'LO',
  lots: 'LO',
}

export const unitCode = (unit: string): string => unitCodes[unit.trim().toLowerCase()] ?? 'C62'
