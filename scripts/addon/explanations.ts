import { readFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'

/** `what: '…'` and `description: '…'` of an action: its own words or a template of them. */
const EXPLANATION = /\b(what|description):\s*(?:'(?:[^'\\\n]|\\.)*'|`[^`]*`)/g

/**
 * What `run list` says of each action and argument is read from the sources (scripts/door/list.ts): no menu and no pane shows
 * it, and it is thirteen kilobytes of the script that Google reads at each run.
 */
export const withoutExplanations: Plugin = {
  name: 'without-explanations',
  setup(build) {
    build.onLoad({ filter: /[\\/]sheets-addon[\\/]src[\\/]actions[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(EXPLANATION, "$1: ''"),
      loader: 'ts',
    }))
  },
}
