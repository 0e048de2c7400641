import { z } from 'zod'
import { AppError } from '#domain/errors'
import { packed, storedFiles, unpacked } from './archive.ts'
import { jsonIn } from './card.ts'
import { jsonBytes } from './json-bytes.ts'
import type { Packed } from './package.ts'

/** In a kept copy alone: what was not taken from it here. */
export const leftName = 'left.json'
const statedName = 'stated.json'
const sizes = z.record(z.string(), z.int().min(0))
const statedSchema = z.object({ counts: sizes, unpacked: sizes })

export type Stated = Pick<Packed, 'counts' | 'unpacked'>

/** Parts in clear with what the manifest said of them, as they are kept here. */
export function packedCopy(parts: ReadonlyMap<string, Uint8Array>, { counts, unpacked }: Stated): Uint8Array {
  return packed({ ...Object.fromEntries(parts), [statedName]: jsonBytes({ counts, unpacked }) })
}

/** The copy with what was not taken noted in it: it is no version that both sides had. */
export function copyWithLeft(copy: Uint8Array, left: readonly { table: string; id: string }[]): Uint8Array {
  if (left.length === 0) return copy
  return packed({ ...Object.fromEntries(copyFiles(copy)), [leftName]: jsonBytes(left) })
}

function copyFiles(copy: Uint8Array): Map<string, Uint8Array> {
  return storedFiles(copy) ?? unpacked(copy)
}

/** A kept copy again. Throws AppError where it is no copy. */
export function copyIn(copy: Uint8Array): { parts: Map<string, Uint8Array>; stated: Stated } {
  const parts = copyFiles(copy)
  const read = statedSchema.safeParse(jsonIn(parts.get(statedName)))
  if (!read.success) throw new AppError('package-altered', { cause: read.error })
  return { parts, stated: read.data }
}
