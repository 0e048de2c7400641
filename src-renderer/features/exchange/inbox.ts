import { useSyncExternalStore } from 'react'
import type { TakenFile } from '#actions/take-from-folder'
import { bytesOf } from '#ui/collect-files'

/** A file that lies here to be looked at; it stays while one changes the page or the duty, until the window is closed. */
export type Lying = {
  key: string
  name: string
  bytes: Uint8Array
  /** Where it was fetched from a watched folder: what the ledger says of its way, and where it can be put away. */
  from?: Omit<TakenFile, 'bytes'>
}

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
    read.push({ key: String(count), name: file.name, bytes: await bytesOf(file) })
  }
  lay(read)
  return read
}

/** Puts a package of a watched folder beside those that lie here. */
export function putTakenInInbox({ bytes, ...from }: TakenFile): Lying {
  count++
  const read = { key: String(count), name: from.name, bytes, from }
  lay([read])
  return read
}

function lay(read: readonly Lying[]): void {
  const isAgain = (old: Lying) =>
    read.some(({ name, bytes }) => name === old.name && bytes.length === old.bytes.length)
  set([...lying.filter((old) => !isAgain(old)), ...read])
}

export function takeFromInbox(key: string): void {
  set(lying.filter((each) => each.key !== key))
}
