import type { Opened } from './package.ts'

/** A package that was looked at, its parts by where they lie in the file: so that the file itself is not copied. */
export type Placed = Omit<Opened, 'carried'> & {
  places: readonly { name: string; from: number; length: number }[] | null
  /** Parts that had to be unpacked, of old packages alone. */
  carried: Opened['carried'] | null
}

export function placed({ manifest, publicKey, carried }: Opened, bytes: Uint8Array): Placed {
  const isInside = [...carried.values()].every(({ buffer }) => buffer === bytes.buffer)
  if (!isInside) return { manifest, publicKey, carried, places: null }
  const places = [...carried].map(([name, { byteOffset, length }]) => ({
    ...{ name, from: byteOffset - bytes.byteOffset, length },
  }))
  return { manifest, publicKey, places, carried: null }
}

/** The parts again, as views into the file that they were found in. */
export function unplaced({ manifest, publicKey, places, carried }: Placed, bytes: Uint8Array): Opened {
  const views = places?.map(({ name, from, length }) => [name, bytes.subarray(from, from + length)] as const)
  return { manifest, publicKey, carried: carried ?? new Map(views) }
}
