import * as v from 'valibot'

const KEY = 'wanted'
const bank = v.object({ origin: v.string(), frames: v.array(v.string()) })
type Wanted = v.InferOutput<typeof bank>

/** The bank that the user is being asked about, in the session's memory: the popup that asks may be closed by the question itself. */
export const wanted = {
  leave: (one: Wanted): Promise<void> => chrome.storage.session.set({ [KEY]: one }),
  async take(): Promise<Wanted | undefined> {
    const held = await chrome.storage.session.get(KEY)
    await chrome.storage.session.remove(KEY)
    const read = v.safeParse(bank, held[KEY])
    return read.success ? read.output : undefined
  },
}
