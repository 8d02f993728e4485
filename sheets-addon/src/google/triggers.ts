import type { Triggers } from '../ports.ts'

/** The global function of main.ts that the clock calls. */
const HANDLER = 'runDaily'

/**
 * One daily trigger, at seven in Paris. Google drops triggers without a word, or keeps them and fires them no more (ground
 * truth §7): `anew` plans it again in either case. A second editor's own triggers are not seen.
 */
export const googleTriggers: Triggers = {
  ensureDaily: (anew) => {
    try {
      const mine = ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER)
      for (const trigger of anew ? mine : mine.slice(1)) ScriptApp.deleteTrigger(trigger)
      if (mine.length > 0 && !anew) return 'there'
      ScriptApp.newTrigger(HANDLER).timeBased().everyDays(1).atHour(7).inTimezone('Europe/Paris').create()
      return 'planned'
    } catch {
      return 'refused'
    }
  },
}
