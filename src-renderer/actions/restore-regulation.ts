import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import type { Regulation } from '#domain/regulations'
import { db } from '#storage/database'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 撤销删除: brings a removed document back as it was. Throws `undo-impossible` where it is there again. */
export async function restoreRegulation(bookId: string, gone: Regulation, by: Actor): Promise<void> {
  const entry: Entry = { action: 'restore-regulation', bookId, summary: `恢复制度：${gone.name}` }
  await write(newStamp(by), entry, ['regulations'], async (writer) => {
    if (await db.regulations.get(gone.id)) throw new AppError('undo-impossible')
    await writer.put('regulations', [gone])
  })
}
