/** French spaces before `: ; ? !` and inside « », so that no line begins with a sign. Sentences are typed with plain spaces. */
export const typeset = (sentence: string): string =>
  sentence
    .replace(/ ([;?!])/g, '\u202f$1')
    .replace(/ ([:%€])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .replace(/ »/g, '\u00a0»')
