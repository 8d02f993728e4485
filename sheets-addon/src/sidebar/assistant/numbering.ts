import { day } from '@tabellion/shared/calendar'
import { formatNumber, guessPattern, highestRank, parsePattern, takenOverRank } from '@tabellion/shared/invoicing'
import type { KnownSettings } from '../../actions/change-settings.ts'
import { el } from '../parts/dom.ts'
import { field, type Verdict } from '../parts/field.ts'
import { type Screen, settingOf } from './screen.ts'

/** Taken over from the last invoice of the tool before, with the next number under one's eyes (features E.14, F-022). */
export function numberingScreen(known: KnownSettings): Screen {
  const today = day(known.today)
  const given = known.numbers.length
  const isTyped = known.values['Motif des factures'] !== undefined
  const next = el('output', { class: 'figure' })
  const why = el('div', { class: 'secondary' })
  const last = field('Votre dernière facture hors de cet outil', {
    isOptional: true,
    value: settingOf(known, 'Dernière facture hors de cet outil'),
    placeholder: 'F2026-011',
    hint: 'Laissez vide si vous n’avez encore rien facturé : vous commencerez à 1.',
    check: (text): Verdict | undefined =>
      /\d/.test(text) ? undefined : { mood: 'bad', text: 'Un numéro finit par des chiffres, comme F2026-011.' },
  })
  const pattern = field('Motif des numéros', {
    isRequired: true,
    value: settingOf(known, 'Motif des factures'),
    hint: '{AAAA} l’année, {MM} le mois, {0000} le compteur.',
    check: patternVerdict,
  })
  let isGuessed = !isTyped
  last.input.addEventListener('input', () => {
    const guessed = guessPattern(last.value(), today)
    if (isGuessed && guessed !== undefined) pattern.input.value = guessed
    pattern.refresh()
    count()
  })
  pattern.input.addEventListener('input', () => {
    isGuessed = false
    count()
  })

  function count(): void {
    const read = parsePattern(pattern.value())
    if (!read.ok) {
      next.textContent = '…'
      why.textContent = ''
      return
    }
    const from = last.value() === '' ? 0 : (takenOverRank(read.value, last.value(), today) ?? 0)
    next.textContent = formatNumber(read.value, highestRank(read.value, known.numbers, today, from) + 1, today)
    why.textContent =
      given > 0
        ? `${given} document${given > 1 ? 's ont' : ' a'} déjà son numéro ici : la suite continue, sans trou.`
        : last.value() === ''
          ? 'Votre première facture.'
          : `La suite de ${last.value()}, sans trou.`
  }
  count()
  return {
    name: 'Numéros',
    title: 'Vos numéros de facture',
    intro: 'La loi veut une suite sans trou. Reprenez la vôtre là où elle s’est arrêtée.',
    element: el(
      'div',
      { class: 'fields' },
      last.element,
      pattern.element,
      el(
        'div',
        { class: 'notice', role: 'status' },
        el('span', { class: 'secondary' }, 'Prochaine facture'),
        next,
        why,
      ),
    ),
    fields: () => [last, pattern],
    values: () => ({
      'Dernière facture hors de cet outil': last.value(),
      'Motif des factures': pattern.value(),
    }),
  }
}

function patternVerdict(text: string): Verdict | undefined {
  const read = parsePattern(text)
  if (read.ok) return undefined
  const bad = (sentence: string): Verdict => ({ mood: 'bad', text: sentence })
  switch (read.problem.code) {
    case 'no-counter':
      return bad('Il manque le compteur : {0000}.')
    case 'several-counters':
      return bad('Un seul compteur suffit.')
    case 'month-without-year':
      return bad('Un mois sans année redonnerait les mêmes numéros : ajoutez {AAAA}.')
    case 'unknown-token':
      return bad(`${read.problem.token} n’est pas un jeton. Prenez {AAAA}, {AA}, {MM} ou {0000}.`)
    case 'forbidden-character':
      return bad(
        `Le caractère « ${read.problem.character} » est interdit dans un numéro. Prenez lettres, chiffres, - _ / ou +.`,
      )
    case 'too-long':
      return bad('35 caractères au plus.')
    default:
      return bad('À remplir.')
  }
}
