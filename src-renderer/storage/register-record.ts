import { AppError } from '#domain/errors'
import { emptyRegisterContent, type RegisterContent, type RegisterEntry } from '#domain/supervision/register'
import { keepsRegister, type RegisterKind, registerKind } from '#domain/supervision/register-kinds'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'

/**
 * Throws `not-found`, `changed-meanwhile` where the entry is at another revision than the one that was seen, and
 * `not-permitted` where its kind is not kept by the duty.
 */
export function asKeptEntry(
  entry: RegisterEntry | undefined,
  seenRevision: number,
  stamp: Stamp,
): RegisterEntry {
  if (!entry) throw new AppError('not-found')
  if (entry.revision !== seenRevision) throw new AppError('changed-meanwhile')
  assertKeeper(entry.kind, stamp)
  return entry
}

export function assertKeeper(kind: RegisterKind, { actor }: Stamp): void {
  if (!keepsRegister(actor.duty, kind)) throw new AppError('not-permitted')
}

export function newEntry(
  stamp: Stamp,
  bookId: string,
  kind: RegisterKind,
  content: Partial<RegisterContent>,
): RegisterEntry {
  return {
    ...emptyRegisterContent,
    ...content,
    id: stamp.nextId(),
    bookId,
    kind,
    revision: 1,
    changedAt: stamp.at,
    changedBy: stamp.by,
  }
}

/** The entry with what was written; values are added to those that stand. */
export function rewrittenEntry(
  stamp: Stamp,
  entry: RegisterEntry,
  change: Partial<RegisterContent>,
): RegisterEntry {
  return {
    ...entry,
    ...change,
    values: { ...entry.values, ...change.values },
    ...changed(stamp, entry),
  }
}

/** What the trail says of an entry; of what is confidential only its kind. */
export function entryWords(verb: string, { kind, title }: Pick<RegisterEntry, 'kind' | 'title'>): string {
  const { name, confidential } = registerKind(kind)
  return confidential || title === '' ? `${verb}${name}` : `${verb}${name}：${title}`
}
