/** Ids of rows written by hand: unlike any other in the document. */
export function rowId(): string {
  return crypto.randomUUID()
}
