/** General terms are a text, or the address of one. */
export const isLink = (terms: string): boolean => /^https?:\/\/\S+$/i.test(terms)
