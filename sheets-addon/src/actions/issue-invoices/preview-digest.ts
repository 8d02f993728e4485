import { sha256Hex } from '@tabellion/shared/kernel'
import type { IssuePlan } from '../../issuing/plan.ts'

/** Which rows, what each document says but its number: all that the user agreed to. */
export const previewDigest = ({ candidates }: IssuePlan): string =>
  sha256Hex(
    JSON.stringify(
      candidates.map(({ document: { number: _, ...content }, lines }) => [lines.map((line) => line.id), content]),
    ),
  ).slice(0, 24)
