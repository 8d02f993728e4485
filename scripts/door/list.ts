import { actions } from '../../sheets-addon/src/actions/registry.ts'

/** `run list`: every action with the schema of its arguments, from the sources of the script (scripts/addon/explanations.ts). */
export const listedActions = (): readonly object[] =>
  actions.map(({ name, menu, args, what }) => ({
    action: name,
    menu,
    args: { type: 'object', additionalProperties: false, ...args },
    what,
  }))
