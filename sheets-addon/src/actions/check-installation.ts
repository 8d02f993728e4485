import { type InstallationVerdict, installationVerdict } from '../messages/installation.ts'
import { counted } from '../messages/sentences.ts'
import { typeset } from '../messages/typography.ts'
import type { Ports } from '../ports.ts'
import { action, noArguments, type Outcome } from './action.ts'

/** The live checks that need nobody to look (docs/live-checks.md), on the user's own account and in their own file. */
export const checkInstallation = action({
  name: 'check-installation',
  menu: 'Vérifier mon installation',
  what: 'Essaie sur votre compte ce dont l’outil dépend chez Google, et dit ce qu’il y a à faire.',
  args: noArguments,
  run: (ports) => check(ports),
})

function check({ probes }: Ports): Outcome {
  const verdicts = probes.observe().map(installationVerdict)
  const count = (mood: InstallationVerdict['mood']): number => verdicts.filter((one) => one.mood === mood).length
  const [right, wrong] = [count('good'), count('mend') + count('tell')]
  return {
    message: typeset(
      wrong === 0
        ? `${counted(right, 'point vérifié', 'points vérifiés')} : rien à faire.`
        : `${counted(right, 'point en ordre', 'points en ordre')}, ${wrong} à regarder.`,
    ),
    findings: [],
    installation: verdicts,
  }
}
