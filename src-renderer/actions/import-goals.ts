import { AppError } from '#domain/errors'
import { type Goal, type GoalContent, matchKeyOf } from '#domain/goals/goal'
import { mayBeChosen } from '#domain/goals/import-items'
import type { ImportItem, ImportPlan } from '#domain/goals/import-plan'
import type { Actor } from '#domain/people/duties'
import type { Problem } from '#domain/problem'
import type { Unit } from '#domain/year-book'
import { bookById } from '#storage/books'
import { db } from '#storage/database'
import { newGoal, revisedGoal } from '#storage/goal-record'
import type { ImportRecord } from '#storage/imports'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

export type Imported = { importId: string; added: number; changed: number }

type Chosen = { item: ImportItem; content: GoalContent; findings: Problem[] }

/**
 * Writes the chosen items of a plan, all or none, with the new units they use. Throws `changed-meanwhile` where a goal
 * was changed or made after the plan. Nothing chosen writes nothing: `importId` is ''.
 */
export async function importGoals(plan: ImportPlan, by: Actor): Promise<Imported> {
  const book = await bookById(plan.bookId)
  if (!book) throw new AppError('not-found')
  const stamp = newStamp(by)
  const chosen = chosenOf(plan)
  if (chosen.length === 0) return { importId: '', added: 0, changed: 0 }
  const units = unitsNeeded(plan, chosen)
  const files = [...new Set(chosen.map(({ item }) => item.file))]
  const record: ImportRecord = {
    id: stamp.nextId(),
    bookId: book.id,
    at: stamp.at,
    by: by.name,
    files,
    added: [],
    replaced: [],
    unitIds: units.map((unit) => unit.id),
    undoneAt: '',
  }
  const news = chosen
    .filter(({ item }) => !item.existing)
    .map(({ item, content, findings }) => newGoal(stamp, book, content, findings, item.file))
  const entry: Entry = { action: 'import-goals', bookId: book.id, summary: '' }
  return write(stamp, entry, ['goals', 'units', 'imports'], async (writer) => {
    await refuseMade(book.id, news)
    const replaced: ImportRecord['replaced'] = []
    const revised: Goal[] = []
    const olds = chosen.filter(({ item }) => item.existing)
    const stored = await db.goals.bulkGet(olds.map(({ item }) => item.existing?.id ?? ''))
    for (const [index, { item, content, findings }] of olds.entries()) {
      const before = asSeen(stored[index], item.existing?.revision ?? 0)
      const after = { ...revisedGoal(stamp, before, content, findings), origin: item.file }
      replaced.push({ id: before.id, revision: after.revision, before })
      revised.push(after)
    }
    const added = news.map(({ id, revision }) => ({ id, revision }))
    writer.say(`导入 ${files.length} 个文件：新增 ${added.length} 个，更新 ${revised.length} 个目标`)
    await writer.put('units', units)
    await writer.put('goals', [...news, ...revised])
    await writer.put('imports', [{ ...record, added, replaced }])
    return { importId: record.id, added: added.length, changed: revised.length }
  })
}

/** What is to be written; of the same project chosen twice the later one. A unit picked in the preview counts. */
function chosenOf(plan: ImportPlan): Chosen[] {
  const byKey = new Map<string, Chosen>()
  for (const item of plan.items) {
    if (!item.chosen || !item.content || item.unitId === '' || !mayBeChosen(item)) continue
    const content = { ...item.content, unitId: item.unitId }
    const findings = item.problems.filter((problem) => !problem.code.startsWith('import-'))
    byKey.set(item.existing?.id ?? matchKeyOf(content), { item, content, findings })
  }
  return [...byKey.values()]
}

function unitsNeeded(plan: ImportPlan, chosen: readonly Chosen[]): Unit[] {
  const used = new Set(chosen.map(({ content }) => content.unitId))
  const direct = plan.units.filter((unit) => used.has(unit.id))
  const parents = new Set(direct.map((unit) => unit.parentId))
  return plan.units.filter((unit) => used.has(unit.id) || parents.has(unit.id))
}

/** A goal with the key of a new one was made after the plan: by another window, or the batch was written twice. */
async function refuseMade(bookId: string, news: readonly Goal[]): Promise<void> {
  if (news.length === 0) return
  const made = await db.goals
    .where('[bookId+matchKey]')
    .anyOf(news.map((goal) => [bookId, goal.matchKey]))
    .count()
  if (made > 0) throw new AppError('changed-meanwhile')
}
