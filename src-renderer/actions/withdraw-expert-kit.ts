import { AppError } from '#domain/errors'
import type { KeptSheet } from '#domain/evaluation/task'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { sheetById } from '#storage/evaluation-tasks'
import { sheetBack } from '#storage/kit-record'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 作废评分包: the sheet is written here again, and what comes back from the expert is refused. */
export async function withdrawExpertKit(
  sheetId: string,
  seenRevision: number,
  by: Actor,
): Promise<KeptSheet> {
  const seen = await sheetById(sheetId)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const summary = `作废专家评分包：${seen.name}`
  const entry: Entry = { action: 'withdraw-expert-kit', bookId: seen.bookId, summary }
  return write(stamp, entry, ['scoreSheets'], async (writer) => {
    const sheet = sheetBack(stamp, asSeen(await db.scoreSheets.get(sheetId), seenRevision))
    await writer.put('scoreSheets', [sheet])
    return sheet
  })
}
