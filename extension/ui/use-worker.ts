import { useCallback, useEffect, useRef, useState } from 'react'
import type { AnswerTo } from '../answers.ts'
import { ask, onChanged } from '../background/ask.ts'
import type { Ask, AskOf } from '../messages.ts'

/** What the worker says, and again whenever it says that something changed. `silent`: it did not answer. */
export type Told<Name extends Ask['ask']> = { readonly value?: AnswerTo<Name>; readonly silent: boolean }

export function useWorker<Name extends Ask['ask']>(question: AskOf<Name>): Told<Name> & { look(): Promise<void> } {
  const [told, setTold] = useState<Told<Name>>({ silent: false })
  const asked = useRef(question)
  const latest = useRef(0)
  const look = useCallback(async () => {
    const turn = ++latest.current
    const value = await ask<Name>(asked.current)
    // Answers may overtake each other: the last question's is the one that holds.
    if (turn === latest.current) setTold(value === undefined ? { silent: true } : { value, silent: false })
  }, [])
  useEffect(() => {
    const end = new AbortController()
    void look()
    onChanged(() => void look(), end.signal)
    return () => end.abort()
  }, [look])
  return { ...told, look }
}
