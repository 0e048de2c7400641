import type { BackupNote } from '#domain/backup/manifest'
import type { Goal } from '#domain/goals/goal'
import { verifyAudit } from './audit.ts'
import type { ChainFault } from './audit-chain.ts'
import { hashOf } from './audit-hash.ts'
import { db } from './database.ts'
import { rowOf } from './goal-row.ts'
import { eachSlice, noPause, type Pause } from './slices.ts'

/** What is wrong with the store. `book` is the book's name; '' stands for the machine's own trail. */
export type StoreFault =
  /** Nothing is here although the newest backup holds something. */
  | { kind: 'emptied' }
  /** The store is older than its newest backup: it was put back, or lost what was last done. */
  | { kind: 'behind'; book: string; expected: number; found: number }
  /** Goals and rows of the ledger are not the same. */
  | { kind: 'rows'; book: string; goals: number; rows: number }
  /** The end of a chain is not what was noted. */
  | { kind: 'head'; book: string; number: number }
  | { kind: 'chain'; book: string; faults: ChainFault[] }

/**
 * At every start, before anything is shown: the ends of the chains, and whether the store is what its newest backup says it
 * once was. `note` is that of the newest backup since the last restore; null where there is none.
 */
export async function endsCheck(note: BackupNote | null): Promise<StoreFault[]> {
  const [books, accounts, heads] = await Promise.all([
    db.books.toArray(),
    db.accounts.count(),
    db.auditHeads.toArray(),
  ])
  const wasThere = note !== null && (note.accounts > 0 || note.books.some(({ demo }) => !demo))
  if (books.length === 0 && accounts === 0 && wasThere) return [{ kind: 'emptied' }]
  const names = new Map(books.map(({ id, name }) => [id, name]))
  const faults: StoreFault[] = []
  const ends = await Promise.all(heads.map(({ bookId }) => chainOf(bookId).last()))
  for (const [at, head] of heads.entries()) {
    const last = ends[at]
    const fits = last?.number === head.number && last.hash === head.hash && hashOf(last) === last.hash
    if (!fits) faults.push({ kind: 'head', book: names.get(head.bookId) ?? '', number: head.number })
  }
  // Demo books may have been erased since; of the others every chain only grows.
  for (const old of note?.heads ?? []) {
    const isKept = old.bookId === '' || note?.books.some(({ id, demo }) => id === old.bookId && !demo)
    const found = heads.find(({ bookId }) => bookId === old.bookId)?.number ?? 0
    const book = names.get(old.bookId) ?? note?.books.find(({ id }) => id === old.bookId)?.name ?? ''
    if (isKept && found < old.number) faults.push({ kind: 'behind', book, expected: old.number, found })
  }
  return faults
}

/** At every start, beside the work: counting one book takes longer the more it holds, and who reads meanwhile waits. */
export async function countsCheck(pause: Pause = noPause): Promise<StoreFault[]> {
  const books = await db.books.toArray()
  const names = new Map(books.map(({ id, name }) => [id, name]))
  const faults: StoreFault[] = []
  for (const { id, name } of books) {
    await pause()
    // In one moment: somebody may be writing already.
    const [goals, rows] = await db.transaction('r', db.goals, db.goalRows, () =>
      Promise.all([
        db.goals.where('[bookId+id]').between([id], [id, []]).count(),
        db.goalRows.where('bookId').equals(id).count(),
      ]),
    )
    if (goals !== rows) faults.push({ kind: 'rows', book: name, goals, rows })
  }
  for (const { bookId } of await db.auditHeads.toArray()) {
    await pause()
    const [head, entries] = await db.transaction('r', db.audit, db.auditHeads, () =>
      Promise.all([db.auditHeads.get(bookId), chainOf(bookId).count()]),
    )
    if (head && head.number !== entries)
      faults.push({ kind: 'head', book: names.get(bookId) ?? '', number: head.number })
  }
  return faults
}

function chainOf(bookId: string) {
  return db.audit.where('[bookId+number]').between([bookId], [bookId, []])
}

export type WholeVerdict = { goals: number; entries: number; faults: StoreFault[] }

/** Whole, on demand: every goal against its row of the ledger, every entry of every chain. Throws what `pause` throws. */
export async function wholeCheck(pause: Pause = noPause): Promise<WholeVerdict> {
  const faults: StoreFault[] = []
  const books = await db.books.toArray()
  let [goalCount, entries] = [0, 0]
  for (const { id, name } of books) {
    const rows = await db.goalRows.where('bookId').equals(id).count()
    let [goals, same] = [0, 0]
    await eachSlice(db.goals, id, pause, async (slice) => {
      goals += slice.length
      same += await sameRows(slice, pause)
    })
    goalCount += goals
    if (goals !== rows || same !== goals) faults.push({ kind: 'rows', book: name, goals, rows: same })
  }
  for (const { id, name } of [{ id: '', name: '' }, ...books]) {
    const verdict = await verifyAudit(id, pause)
    entries += verdict.entries
    if (!verdict.intact) faults.push({ kind: 'chain', book: name, faults: verdict.faults })
  }
  return { goals: goalCount, entries, faults }
}

/** How many of the goals have the row of the ledger that follows from them. */
async function sameRows(goals: readonly Goal[], pause: Pause): Promise<number> {
  const rows = await db.goalRows.bulkGet(goals.map(({ id }) => id))
  let same = 0
  for (const [index, goal] of goals.entries()) {
    await pause()
    const row = rows[index] ?? {}
    if (JSON.stringify(sortedFields(rowOf(goal))) === JSON.stringify(sortedFields(row))) same++
  }
  return same
}

function sortedFields(record: object): [string, unknown][] {
  return Object.entries(record).toSorted(([left], [right]) => (left < right ? -1 : 1))
}
