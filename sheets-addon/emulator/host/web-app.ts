/** doGet and doPost: the exact event shape, and what Google puts in place of an answer (ground truth §6). */
import type { Run, RunOptions, WebAnswer, WebRequest } from '../types.ts'
import { runFunction } from './runner.ts'
import type { World } from './world.ts'

const page = (title: string, message: string): WebAnswer => ({ kind: 'page', title, message })

function parametersOf(query: string): Record<string, string[]> {
  const parameters: Record<string, string[]> = {}
  for (const [key, value] of new URLSearchParams(query)) {
    parameters[key] ??= []
    parameters[key].push(value)
  }
  return parameters
}

function eventOf({ method, query = '', pathInfo, body = '', contentType = 'text/plain' }: WebRequest) {
  const isForm = contentType.startsWith('application/x-www-form-urlencoded')
  const parameters = parametersOf(method === 'POST' && isForm ? `${query}&${body}` : query)
  const length = Buffer.byteLength(body)
  return {
    parameter: Object.fromEntries(Object.entries(parameters).map(([key, values]) => [key, values[0] ?? ''])),
    parameters,
    queryString: query,
    contextPath: '',
    contentLength: method === 'POST' ? length : -1,
    ...(pathInfo === undefined ? {} : { pathInfo }),
    ...(method === 'POST' ? { postData: { contents: body, length, type: contentType, name: 'postData' } } : {}),
  }
}

export function answerWeb(
  world: World,
  request: WebRequest,
  options: Omit<RunOptions, 'context'>,
): { readonly answer: WebAnswer; readonly run: Run } {
  const fn = request.method === 'POST' ? 'doPost' : 'doGet'
  const facts = { plain: eventOf(request) }
  const { run, output } = runFunction(world, fn, { event: 'web', facts }, { ...options, context: 'web' })
  if (output) return { answer: output.kind === 'content' ? { ...output, download: output.download } : output, run }
  if (run.fault) return { answer: page('Error', 'Sorry, unable to open the file at this time.'), run }
  if (run.error?.message.startsWith('Authorization'))
    return { answer: page('Authorization needed', run.error.message), run }
  if (run.error) return { answer: page('Error', run.error.message), run }
  return { answer: page('Error', 'The script completed but did not return anything.'), run }
}
