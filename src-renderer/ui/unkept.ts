/** What is typed in this window and kept nowhere yet, each by a key of its own. */
const held = new Set<object>()

export function hold(key: object): void {
  held.add(key)
}

export function release(key: object): void {
  held.delete(key)
}

export function isAnythingUnkept(): boolean {
  return held.size > 0
}
