/**
 * JSON of ASCII characters only: whatever charset a server guesses for the body, its digest stays the same (ground truth 23, and
 * live check 4).
 */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
