import { AppError } from '#domain/errors'
import type { Survey, SurveyContent } from '#domain/evaluation/survey'
import { surveyProblems } from '#domain/evaluation/survey-figures'
import type { Actor } from '#domain/people/duties'
import { rulesOf } from '#domain/year-rules'
import { bookById } from '#storage/books'
import { db } from '#storage/database'
import { changed } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Keeps a questionnaire with its tally; `seen` null makes one. Throws `entry-faulty` with the problems as its cause where it
 * has no title or a number is none, `changed-meanwhile` where it is at another revision.
 */
export async function saveSurvey(
  bookId: string,
  seen: Pick<Survey, 'id' | 'revision'> | null,
  content: SurveyContent,
  by: Actor,
): Promise<Survey> {
  const book = await bookById(bookId)
  if (!book) throw new AppError('not-found')
  const errors = surveyProblems(content, rulesOf(book).evaluation.survey).filter(
    ({ severity }) => severity === 'error',
  )
  if (errors.length > 0) throw new AppError('entry-faulty', { cause: errors })
  const stamp = newStamp(by)
  const entry: Entry = { action: 'save-survey', bookId, summary: `满意度问卷：${content.title}` }
  return write(stamp, entry, ['surveys'], async (writer) => {
    const kept = seen && (await db.surveys.get(seen.id))
    if ((kept?.revision ?? 0) !== (seen?.revision ?? 0)) throw new AppError('changed-meanwhile')
    const survey: Survey = {
      ...content,
      id: seen?.id ?? stamp.nextId(),
      bookId,
      ...changed(stamp, seen),
    }
    await writer.put('surveys', [survey])
    return survey
  })
}
