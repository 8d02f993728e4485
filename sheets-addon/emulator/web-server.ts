export function serveWebApp(): never {
  throw new Error('being built')
}
