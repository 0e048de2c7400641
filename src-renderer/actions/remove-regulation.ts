import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import type { Regulation } from '#domain/regulations'
import { db } from '#storage/database'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 删除 a document from the register; the trail keeps it whole and its attachments stay. */
export async function removeRegulation(bookId: string, seen: Regulation, by: Actor): Promise<void> {
  const entry: Entry = { action: 'remove-regulation', bookId, summary: `删除制度：${seen.name}` }
  await write(newStamp(by), entry, ['regulations'], async (writer) => {
    const stored = await db.regulations.get(seen.id)
    if (stored?.revision !== seen.revision) throw new AppError('changed-meanwhile')
    await writer.remove('regulations', [seen.id])
  })
}
