import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { newStamp } from '#storage/stamp'
import { surveyById } from '#storage/surveys'
import { type Entry, write } from '#storage/write'

/** Takes a questionnaire away; the trail keeps it whole. Throws `changed-meanwhile` where it was changed since it was seen. */
export async function discardSurvey(id: string, seenRevision: number, by: Actor): Promise<void> {
  const seen = await surveyById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'discard-survey',
    bookId: seen.bookId,
    summary: `删除满意度问卷：${seen.title}`,
  }
  await write(stamp, entry, ['surveys'], async (writer) => {
    if ((await db.surveys.get(id))?.revision !== seenRevision) throw new AppError('changed-meanwhile')
    await writer.remove('surveys', [id])
  })
}
