import { AppError } from '#domain/errors'
import type { DepartmentOpinion, SelfEvaluation } from '#domain/evaluation/self-evaluation'
import type { Actor } from '#domain/people/duties'
import { unitsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { isReached } from '#storage/reach'
import { asSeen } from '#storage/revision'
import { withDepartmentOpinion } from '#storage/self-evaluation-record'
import { selfEvaluationById } from '#storage/self-evaluations'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Keeps 部门意见 and the department's total beside the unit's. Throws `out-of-reach` for a unit that writes as its own
 * department, `not-allowed` while the form is not handed in or already collected, `entry-faulty` for points beyond 0–100.
 */
export async function saveDepartmentOpinion(
  id: string,
  seenRevision: number,
  department: DepartmentOpinion,
  by: Actor,
): Promise<SelfEvaluation> {
  const seen = await selfEvaluationById(id)
  if (!seen) throw new AppError('not-found')
  const unit = (await unitsOf(seen.bookId)).find((each) => each.id === seen.unitId)
  const departmentId = unit?.parentId || seen.unitId
  const isReachedDepartment = await isReached(by, { bookId: seen.bookId, unitId: departmentId })
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'save-department-opinion',
    bookId: seen.bookId,
    summary: `填写部门意见：${seen.name}`,
  }
  return write(stamp, entry, ['selfEvaluations'], async (writer) => {
    if (!isReachedDepartment) throw new AppError('out-of-reach')
    const before = asSeen(await db.selfEvaluations.get(id), seenRevision)
    const after = withDepartmentOpinion(stamp, before, department)
    await writer.put('selfEvaluations', [after])
    return after
  })
}
