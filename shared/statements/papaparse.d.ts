/** The part of papaparse that is used. Its own types bring in Node's, which would open the wall around `shared/`. */
declare module 'papaparse/papaparse.min.js' {
  export interface ParseResult {
    readonly data: string[][]
    readonly errors: readonly { readonly type: string; readonly code: string; readonly row?: number }[]
  }
  const Papa: {
    parse(
      text: string,
      how: {
        readonly delimiter: string
        readonly newline: string
        readonly quoteChar: string
        readonly preview?: number
      },
    ): ParseResult
  }
  export default Papa
}
