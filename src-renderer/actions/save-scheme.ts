import type { KeptScheme, Scheme } from '#domain/appraisals/scheme'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { writtenScheme } from '#storage/scheme-record'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Keeps a draft of a 考核办法 in a book; `seenRevision` 0 is a new one. Throws `changed-meanwhile`, `not-allowed` for one
 * that is approved: its next version is a draft of its own.
 */
export async function saveScheme(
  bookId: string,
  scheme: Scheme,
  seenRevision: number,
  by: Actor,
): Promise<KeptScheme> {
  const stamp = newStamp(by)
  const entry: Entry = { action: 'save-scheme', bookId, summary: `编制考核办法：${scheme.name}` }
  return write(stamp, entry, ['schemes'], async (writer) => {
    const stored = await db.schemes.get(scheme.id)
    const before = seenRevision === 0 && !stored ? undefined : asSeen(stored, seenRevision)
    const kept = writtenScheme(stamp, bookId, scheme, before)
    await writer.put('schemes', [kept])
    return kept
  })
}
