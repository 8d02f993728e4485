import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Workers keep what they have loaded as long as the next file is of the same project: projects go one after the other, the
 * longest first, and in each what takes longest, so that no core waits for the other at the end. By hand, since a fresh clone
 * remembers no durations and these files are short ones.
 */
const PROJECTS = ['addon', 'extension', 'shared']
const LONG = [
  'killed-anywhere',
  'interleaved',
  'integrity',
  'credit-notes',
  'reminders',
  'alerts',
  'bad-cells',
  'accessible',
  'bank-panes',
  'duties',
  'sidebar',
  'reader',
  'gestures',
]

const placeIn = (list: readonly string[], wanted: (entry: string) => boolean): number => {
  const place = list.findIndex(wanted)
  return place < 0 ? list.length : place
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placed = (await super.sort(files)).map((file) => ({
      file,
      project: placeIn(PROJECTS, (name) => file.project.name === name),
      length: placeIn(LONG, (name) => file.moduleId.endsWith(`/${name}.test.ts`)),
    }))
    return placed.sort((a, b) => a.project - b.project || a.length - b.length).map(({ file }) => file)
  }
}
