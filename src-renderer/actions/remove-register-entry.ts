import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { asKeptEntry, entryWords } from '#storage/register-record'
import { registerEntryById } from '#storage/registers'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Removes an entry; the trail keeps it whole. Throws `changed-meanwhile`, and `not-permitted` for another's kind. */
export async function removeRegisterEntry(id: string, seenRevision: number, by: Actor): Promise<void> {
  const seen = await registerEntryById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry: Entry = { action: 'remove-register', bookId: seen.bookId, summary: entryWords('删除', seen) }
  return write(stamp, entry, ['registers'], async (writer) => {
    asKeptEntry(await db.registers.get(id), seenRevision, stamp)
    await writer.remove('registers', [id])
  })
}
