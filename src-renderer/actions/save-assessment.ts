import type { Assessment } from '#domain/assessments/assessment'
import { type AssessmentPart, assessmentParts, type PartChange } from '#domain/assessments/flow'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { permissions } from '#domain/people/permissions'
import { rulesOf } from '#domain/year-rules'
import { revisedAssessment } from '#storage/assessment-record'
import { assessmentById } from '#storage/assessments'
import { bookById } from '#storage/books'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { write } from '#storage/write'

/**
 * Keeps what was written in one part of an assessment, under that part's row of the duty table. Throws
 * `changed-meanwhile`, `not-allowed` where the state does not let the part be changed, `not-permitted` for the duty.
 */
export async function saveAssessment<Part extends AssessmentPart>(
  id: string,
  seenRevision: number,
  part: Part,
  change: PartChange<Part>,
  by: Actor,
): Promise<Assessment> {
  const seen = asSeen((await assessmentById(id)) ?? undefined, seenRevision)
  const book = await bookById(seen.bookId)
  if (!book) throw new AppError('not-found')
  const rules = rulesOf(book).assessment
  const stamp = newStamp(by)
  const action = assessmentParts[part].permission
  const entry = { action, bookId: book.id, summary: `${permissions[action].name}：${seen.name}` }
  return write(stamp, entry, ['assessments'], async (writer) => {
    const before = asSeen(await db.assessments.get(id), seenRevision)
    const after = revisedAssessment(stamp, before, part, change, rules)
    await writer.put('assessments', [after])
    return after
  })
}
