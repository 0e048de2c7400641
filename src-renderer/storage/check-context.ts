import { type CheckContext, checkGoal } from '#domain/goals/check'
import { type Goal, type GoalContent, matchKeyOf } from '#domain/goals/goal'
import { markedSentences } from '#domain/goals/sentences'
import { gather } from '#domain/grouped'
import type { Problem } from '#domain/problem'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { assessedGoals } from './assessments.ts'
import { earlierBooks } from './books.ts'
import { db } from './database.ts'
import { goalsByIds, goalsInEarlier } from './goals.ts'
import { noPause, type Pause } from './slices.ts'

/** A form to check; `id` is '' where it is not stored yet. */
export type Checkable = { id: string; content: GoalContent; unitName?: string }

const mostSimilar = 5
/** Of a sentence: some more, because the same project repeats itself by right and is not counted. */
const mostHolders = mostSimilar + 3
/** So many sentences are asked for in one go: more would stop the window. */
const marksAtOnce = 200

/** Findings of many goals of a book at once, in their order. */
export async function checkMany(
  book: YearBook,
  list: readonly Checkable[],
  pause: Pause = noPause,
): Promise<Problem[][]> {
  const contexts = await checkContexts(book, list)
  const found: Problem[][] = []
  for (const [index, { content }] of list.entries()) {
    if (index % 20 === 0) await pause()
    found.push(checkGoal(content, contexts[index] ?? emptyContext(book)))
  }
  return found
}

/** Reads for a whole batch at once: a few queries, not a few for each goal. */
async function checkContexts(book: YearBook, list: readonly Checkable[]): Promise<CheckContext[]> {
  const keys = list.map(({ content }) => matchKeyOf(content))
  const { previous, earlier } = await earlierBooks(book)
  const [lastYear, yearBefore, unitNames, similar, assessed] = await Promise.all([
    inEarlier(book, previous, keys),
    inEarlier(book, earlier, keys),
    namesOfUnits(list),
    similarOf(book.id, list, keys),
    assessedGoals(book.id),
  ])
  return list.map((item, index) => ({
    rules: rulesOf(book),
    year: book.year,
    unitName: item.unitName ?? unitNames.get(item.content.unitId) ?? '',
    previous: lastYear.get(keys[index] ?? '') ?? null,
    earlier: yearBefore.get(keys[index] ?? '') ?? null,
    similar: (similar[index] ?? []).map(({ other, sentence }) => ({
      name: other.name,
      unitName: unitNames.get(other.unitId) ?? '',
      sentence,
    })),
    assessed: assessed.has(item.id),
  }))
}

function emptyContext(book: YearBook): CheckContext {
  return {
    rules: rulesOf(book),
    year: book.year,
    unitName: '',
    previous: null,
    earlier: null,
    similar: [],
  }
}

async function inEarlier(
  book: YearBook,
  other: YearBook | null,
  keys: readonly string[],
): Promise<Map<string, Goal>> {
  return other ? goalsInEarlier(book.id, other.id, [...new Set(keys)]) : new Map()
}

async function namesOfUnits(list: readonly Checkable[]): Promise<Map<string, string>> {
  const ids = [...new Set(list.map(({ content }) => content.unitId))]
  const units = await db.units.bulkGet(ids)
  const bookId = units.find((unit) => unit)?.bookId
  if (!bookId) return new Map(list.map(({ content, unitName }) => [content.unitId, unitName ?? '']))
  const all = await db.units.where('[bookId+code]').between([bookId], [bookId, []]).toArray()
  return new Map(all.map((unit) => [unit.id, unit.name]))
}

type Similar = { other: GoalContent; sentence: string }

/** For each form a few others, of the batch and of the book, that have one of its longer sentences. */
async function similarOf(
  bookId: string,
  list: readonly Checkable[],
  keys: readonly string[],
): Promise<Similar[][]> {
  const sentences = list.map(({ content }) => markedSentences(content))
  const holders = new Map<string, number[]>()
  for (const [index, own] of sentences.entries()) {
    for (const mark of own.keys()) gather(holders, mark, index)
  }
  const stored = await storedHolders(bookId, [...holders.keys()], new Set(list.map(({ id }) => id)))

  function* holdersOf(mark: string): Generator<{ key: string | undefined; other: GoalContent }> {
    for (const holder of holders.get(mark) ?? []) {
      const item = list[holder]
      if (item) yield { key: keys[holder], other: item.content }
    }
    for (const goal of stored.get(mark) ?? []) yield { key: goal.matchKey, other: goal }
  }

  return sentences.map((own, index) => {
    const similar = new Map<GoalContent, Similar>()
    for (const [mark, sentence] of own) {
      for (const { key, other } of holdersOf(mark)) {
        if (similar.size === mostSimilar) break
        // The same project twice in a batch, or already in the book, repeats itself by right.
        if (key !== keys[index] && !similar.has(other)) similar.set(other, { other, sentence })
      }
    }
    return [...similar.values()]
  })
}

async function storedHolders(
  bookId: string,
  marks: readonly string[],
  exceptIds: ReadonlySet<string>,
): Promise<Map<string, Goal[]>> {
  const found = new Map<string, Goal[]>()
  const stored = await db.goalRows.where('bookId').equals(bookId).count()
  const inBatch = [...exceptIds].filter((id) => id !== '').length
  if (stored <= inBatch) return found
  const ids = await idsByMark(marks)
  const wanted = [...new Set(ids.flat())].filter((id) => !exceptIds.has(id))
  const rows = await db.goalRows.bulkGet(wanted)
  const here = new Set(rows.flatMap((row) => (row?.bookId === bookId ? row.id : [])))
  // What everybody writes stands in thousands of goals: of each sentence no more are read than may be shown.
  const shown = ids.flatMap((own) => own.filter((id) => here.has(id)).slice(0, mostHolders))
  for (const goal of await goalsByIds([...new Set(shown)])) {
    for (const mark of goal.sentenceMarks) gather(found, mark, goal)
  }
  return found
}

/** Asked side by side in one transaction: a cursor over thousands of marks would wait for each in turn. */
function idsByMark(marks: readonly string[]): Promise<string[][]> {
  return db.transaction('r', db.goals, async () => {
    const found: string[][] = []
    for (let at = 0; at < marks.length; at += marksAtOnce) {
      const some = marks.slice(at, at + marksAtOnce)
      found.push(
        ...(await Promise.all(
          some.map((mark) => db.goals.where('sentenceMarks').equals(mark).primaryKeys()),
        )),
      )
    }
    return found
  })
}
