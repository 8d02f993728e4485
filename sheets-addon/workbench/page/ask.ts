/** The only way to the server: one verb, JSON there and back, beside the page's own address. */
import type { Answers, Requests, Verb } from '../protocol.ts'

export async function ask<V extends Verb>(verb: V, request: Requests[V]): Promise<Answers[V]> {
  const response = await fetch(verb, { method: 'POST', body: JSON.stringify(request) })
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as Answers[V]
}
