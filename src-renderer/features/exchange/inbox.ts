import { useSyncExternalStore } from 'react'

/** A file that lies here to be looked at; it stays while one changes the page or the duty, until the window is closed. */
export type Lying = { key: string; name: string; bytes: Uint8Array }

let lying: readonly Lying[] = []
let count = 0
const listeners = new Set<() => void>()

function set(next: readonly Lying[]): void {
  lying = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useInbox(): readonly Lying[] {
  return useSyncExternalStore(subscribe, () => lying)
}

/** Puts files beside those that lie here; a file of the same name and size takes the place of the earlier one. */
export async function putInInbox(files: readonly File[]): Promise<Lying[]> {
  const read: Lying[] = []
  for (const file of files) {
    count++
    read.push({ key: String(count), name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  const isAgain = (old: Lying) =>
    read.some(({ name, bytes }) => name === old.name && bytes.length === old.bytes.length)
  set([...lying.filter((old) => !isAgain(old)), ...read])
  return read
}

export function takeFromInbox(key: string): void {
  set(lying.filter((each) => each.key !== key))
}
