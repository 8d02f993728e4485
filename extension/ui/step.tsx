import type { ReactElement, ReactNode } from 'react'
import { welcomeWords } from '../words/welcome.ts'

/** One of a few things to do in order; what is done is ticked as it happens. */
export function Step(props: {
  readonly number: number
  readonly title: string
  readonly done?: boolean
  /** A step of the page itself, or of a part of it. */
  readonly level?: 'h2' | 'h3'
  readonly children: ReactNode
}): ReactElement {
  const { children, done = false, level: Heading = 'h2', number, title } = props
  return (
    <div className={done ? 'step is-done' : 'step'}>
      <span className="sign" aria-hidden="true">
        {done ? '✓' : number}
      </span>
      <div>
        <Heading>
          {title}
          {done && <span className="good"> · {welcomeWords.done}</span>}
        </Heading>
        {children}
      </div>
    </div>
  )
}
