/** The pages of an origin, as permissions name them. Firefox knows no port there. */
export const patternOf = (origin: string): string => {
  const { hostname, protocol } = new URL(origin)
  return `${protocol}//${hostname}/*`
}
