import type { QuoteProfile } from '@tabellion/shared/invoicing'
import { cents, rate } from '@tabellion/shared/money'
import { readRate, readScaled } from './cell.ts'
import type { WorkbookFinding } from './problems.ts'
import { type SettingName, type Settings, wrongSetting } from './settings.ts'

/** *Réglages › Devis*. What cannot be read blocks quotes, and nothing else. */
export function readQuoteProfile(settings: Settings): {
  readonly usual: QuoteProfile
  readonly findings: readonly WorkbookFinding[]
} {
  const findings: WorkbookFinding[] = []
  const wrong = (setting: SettingName, expected: string): void => {
    findings.push(wrongSetting(settings, setting, expected))
  }
  const validity = readScaled(settings.text('Validité des devis'), 0)
  const validDays = validity.ok ? (validity.value ?? 0) : 0
  if (validDays <= 0 || validDays > 3_650) wrong('Validité des devis', 'un nombre de jours, comme 30')
  const threshold = readScaled(settings.text('Acompte proposé à partir de'), 2)
  if (!threshold.ok) wrong('Acompte proposé à partir de', 'un montant, comme 1500')
  const share = readRate(settings.text('Acompte proposé'))
  const isShare = share.ok && share.value !== undefined && share.value <= 100_000
  if (!isShare) wrong('Acompte proposé', 'un pourcentage, comme 30 %')
  return {
    usual: {
      validDays: validDays > 0 ? validDays : 30,
      depositFrom: cents(threshold.ok ? (threshold.value ?? 0) : 0),
      depositRate: share.ok && share.value !== undefined ? share.value : rate(0),
      price: settings.text('Prix du devis'),
      travel: settings.text('Frais de déplacement'),
      waste: settings.text('Déchets de chantier'),
      offPremises: /^(vrai|true|oui|x)$/i.test(settings.text('Devis signés hors établissement')),
    },
    findings,
  }
}
