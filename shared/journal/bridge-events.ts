/**
 * A message that was acted upon, or answered by a question: the same one again gets this answer. Its body is kept whole, since the
 * line of the bank that it brings is rebuilt from it.
 */
export interface MessageAnswered {
  readonly type: 'answered'
  readonly v: 1
  /** The message's id. */
  readonly message: string
  readonly op: string
  /** Which browser asked. */
  readonly kid: string
  /** As received: another one under the same id is another message. */
  readonly body: string
  /** As first given, JSON. */
  readonly answer: string
}
