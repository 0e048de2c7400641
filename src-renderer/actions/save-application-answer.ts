import type { Answer, Application } from '#domain/applications/application'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { answeredApplication } from '#storage/application-record'
import { applicationById } from '#storage/applications'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Keeps what 支出管理科 writes of carrying out. Throws `changed-meanwhile`, `not-allowed` beyond its turn. */
export async function saveApplicationAnswer(
  id: string,
  seenRevision: number,
  change: Partial<Answer>,
  by: Actor,
): Promise<Application> {
  const seen = await applicationById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const summary = `填写结果应用落实情况：${seen.name}`
  const entry: Entry = { action: 'save-application-answer', bookId: seen.bookId, summary }
  return write(stamp, entry, ['applications'], async (writer) => {
    const before = asSeen(await db.applications.get(id), seenRevision)
    const after = answeredApplication(stamp, before, change)
    await writer.put('applications', [after])
    return after
  })
}
