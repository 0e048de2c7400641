/** A field as a read form leaves it: what the form left blank, or wrote the same but for blanks around it, stays. */
export function filledWith(before: string, written: string): string {
  const text = written.trim()
  return text === '' || text === before.trim() ? before : text
}
