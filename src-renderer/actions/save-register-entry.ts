import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import type { RegisterContent, RegisterEntry } from '#domain/supervision/register'
import { db } from '#storage/database'
import { asKeptEntry, entryWords, rewrittenEntry } from '#storage/register-record'
import { registerEntryById } from '#storage/registers'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Keeps what was written of an entry. Throws `changed-meanwhile`, `not-permitted` where its kind is not kept by the duty,
 * and `not-found` where a project that is to be linked is not in its book.
 */
export async function saveRegisterEntry(
  id: string,
  seenRevision: number,
  change: Partial<RegisterContent>,
  by: Actor,
): Promise<RegisterEntry> {
  const seen = await registerEntryById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'save-register',
    bookId: seen.bookId,
    summary: entryWords('修改', { kind: seen.kind, title: change.title ?? seen.title }),
  }
  return write(stamp, entry, ['registers', 'goals'], async (writer) => {
    const before = asKeptEntry(await db.registers.get(id), seenRevision, stamp)
    const added = (change.goalIds ?? []).filter((goalId) => !before.goalIds.includes(goalId))
    const goals = await db.goals.bulkGet(added)
    if (goals.some((goal) => goal?.bookId !== before.bookId)) throw new AppError('not-found')
    const after = rewrittenEntry(stamp, before, change)
    await writer.put('registers', [after])
    return after
  })
}
