import { AppError } from '#domain/errors'
import type { Stamp } from './stamp.ts'

/** What is stored, if it is still what the person saw. Throws `not-found`, and `changed-meanwhile` for another revision. */
export function asSeen<Kept extends { revision: number }>(
  kept: Kept | undefined,
  seenRevision: number,
): Kept {
  if (!kept) throw new AppError('not-found')
  if (kept.revision !== seenRevision) throw new AppError('changed-meanwhile')
  return kept
}

/** What every change says of its record: the next revision, when and by whom; without one before it is a new record. */
export function changed(stamp: Pick<Stamp, 'at' | 'by'>, before: { revision: number } | null | undefined) {
  return { revision: (before?.revision ?? 0) + 1, changedAt: stamp.at, changedBy: stamp.by }
}
