import type { Day } from '#domain/dates'
import { fieldsOf, publicGoal, publicSelf, publicTask } from '#domain/disclosures/content'
import type { PublicField } from '#domain/disclosures/disclosure'
import { dueDisclosures } from '#domain/disclosures/due'
import { contentDifferences, type DisclosureRow, disclosureRows } from '#domain/disclosures/standing'
import type { PaperBlock } from '#domain/paper'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { unitsOf } from './base-data.ts'
import { db } from './database.ts'
import { disclosureRecords } from './disclosure-lines.ts'
import { evaluationTasksOf } from './evaluation-tasks.ts'
import { outside } from './lines.ts'
import { localDay } from './local-day.ts'
import { publicLines } from './public-lines.ts'
import { reviewLines } from './review-lines.ts'
import { selfEvaluationLines } from './self-evaluation-lines.ts'
import type { Pause } from './slices.ts'

/**
 * The rows of 信息公开 for its page, out of memory, each as if what was shown were what is approved: `withDifferences` tells
 * where it is not. In a live query it watches the end of the trail and the evaluations.
 */
export async function disclosureLedger(book: YearBook, today: Day, pause: Pause): Promise<DisclosureRow[]> {
  const [goals, reviews, selves, tasks, records] = await Promise.all([
    publicLines(book.id),
    reviewLines(book.id),
    selfEvaluationLines(book.id),
    evaluationTasksOf(book.id),
    disclosureRecords(book.id),
  ])
  const facts = {
    ...{ year: book.year, goals },
    approvedOn: new Map(reviews.map(({ id, approvedOn }) => [id, approvedOn])),
    selfEvaluations: selves.map((form) => ({ ...form, since: localDay(form.heldSince) })),
    tasks: tasks.map((task) => ({ ...task, since: localDay(task.heldSince) })),
  }
  await pause()
  const due = dueDisclosures(facts, rulesOf(book).disclosure)
  await pause()
  const shown = new Map(records.map((record) => [record.objectId, record.shown]))
  return disclosureRows(due, records, ({ objectId }) => shown.get(objectId) ?? [], today)
}

/** So many whole records are read at once: in between the window draws. */
const slice = 100

/** The same rows with what of each is another than what was shown; reads whole what was published, piece by piece. */
export function withDifferences(
  book: YearBook,
  rows: readonly DisclosureRow[],
  pause: Pause,
): Promise<DisclosureRow[]> {
  return outside(async () => {
    const names = new Map((await unitsOf(book.id)).map(({ id, name }) => [id, name]))
    const done: DisclosureRow[] = []
    for (let from = 0; from < rows.length; from += slice) {
      const some = rows.slice(from, from + slice)
      const approved = await contentsOf(some.filter(isShown), (unitId) => names.get(unitId) ?? '')
      for (const row of some) {
        const now = approved.get(row.objectId)
        done.push(
          now && row.record ? { ...row, differences: contentDifferences(row.record.shown, now) } : row,
        )
      }
      if (approved.size > 0) await pause()
    }
    return done
  })
}

function isShown({ record }: DisclosureRow): boolean {
  return record !== null && record.publishedOn !== '' && record.shown.length > 0
}

/** What the public should be shown of things now, by what they are. */
async function contentsOf(
  rows: readonly DisclosureRow[],
  nameOf: (unitId: string) => string,
): Promise<Map<string, readonly PublicField[]>> {
  const idsOf = (wanted: (item: DisclosureRow['item']) => boolean) =>
    rows.filter(({ item }) => wanted(item)).map(({ objectId }) => objectId)
  const [goals, selves, tasks] = await Promise.all([
    db.goals.bulkGet(idsOf((item) => item === 'goal')),
    db.selfEvaluations.bulkGet(idsOf((item) => item === 'self')),
    db.evaluationTasks.bulkGet(idsOf((item) => item !== 'goal' && item !== 'self')),
  ])
  const contents = new Map<string, readonly PublicField[]>()
  const add = <Each extends { id: string; unitId: string }>(
    found: readonly (Each | undefined)[],
    blocksOf: (each: Each, unit: string) => PaperBlock[],
  ) => {
    for (const each of found) if (each) contents.set(each.id, fieldsOf(blocksOf(each, nameOf(each.unitId))))
  }
  add(goals, publicGoal)
  add(selves, publicSelf)
  add(tasks, publicTask)
  return contents
}
