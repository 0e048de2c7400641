import type { Application } from '#domain/applications/application'
import { type Candidate, isTaken, openedApplication } from '#domain/applications/propose'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { applicationsOf, nextGoalsOf } from '#storage/applications'
import { bookById } from '#storage/books'
import { goalsByIds } from '#storage/goals'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 提出结果应用建议: lists what the rules propose for results of one book, all or none; each goes to next year's declaration of
 * the same project where there is one. Throws `not-found` where a goal is gone, `application-open` for a result that is
 * already listed.
 */
export async function proposeApplications(
  bookId: string,
  candidates: readonly Candidate[],
  by: Actor,
): Promise<Application[]> {
  const [first] = candidates
  const book = await bookById(bookId)
  if (!first || !book) throw new AppError('not-found')
  const goals = await goalsByIds(candidates.flatMap(({ goalId }) => (goalId === '' ? [] : [goalId])))
  if (goals.some((goal) => goal.bookId !== bookId)) throw new AppError('not-found')
  const known = new Set(goals.map(({ id }) => id))
  if (candidates.some(({ goalId }) => goalId !== '' && !known.has(goalId))) throw new AppError('not-found')
  const next = await nextGoalsOf(book, goals)
  const what = candidates.length === 1 ? first.name : `${candidates.length} 项结果`
  const stamp = newStamp(by)
  const entry: Entry = { action: 'propose-applications', bookId, summary: `提出结果应用建议：${what}` }
  const made = candidates.map((candidate) => {
    const isOwnYear = candidate.targetYear === book.year
    const own = isOwnYear ? goals.find(({ id }) => id === candidate.goalId) : next.get(candidate.goalId)
    const opened = { id: stamp.nextId(), bookId, at: stamp.at, by: stamp.by, next: own ?? null }
    return openedApplication(candidate, opened)
  })
  return write(stamp, entry, ['applications'], async (writer) => {
    const listed = await applicationsOf(bookId)
    for (const [index, each] of made.entries())
      if (isTaken(each, [...listed, ...made.slice(0, index)])) throw new AppError('application-open')
    await writer.put('applications', made)
    return made
  })
}
