/**
 * A number as people type it, in plain signs: full width, white space, and between digits 。, which an input method gives
 * where the point is meant.
 */
export function plainNumber(text: string): string {
  return pointed(text.normalize('NFKC').replace(/\s/g, ''))
}

/** The same for a number inside other words, of which nothing else changes. */
export function pointed(text: string): string {
  return text.replace(/(\d)。(?=\d)/g, '$1.')
}
