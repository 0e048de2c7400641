import type { YearBook } from '#domain/year-book'
import { workedBeside } from './beside.ts'
import { keptState } from './board-cache.ts'
import { type Changed, changesBetween } from './board-changes.ts'
import { stateOf } from './board-state.ts'
import { databaseName } from './database.ts'

/** So many changed records are read again well within the second in which a board has to stand. */
const nearLimit = 1000

let preparing: Promise<void> | null = null
/** It did not succeed (the disk is full): until the next start it is not tried again. */
let isFutile = false

/** Whether a board of the book is kept from which it is quickly brought up to date. */
export async function isBoardNear(book: YearBook): Promise<boolean> {
  const [kept, state] = await Promise.all([keptState(book.id), stateOf(book)])
  const changes = kept && (await changesBetween(kept, state))
  return changes !== null && changes.reduce((sum, each) => sum + sizeOf(each), 0) <= nearLimit
}

function sizeOf(changed: Changed): number {
  return Object.values(changed).reduce((sum, ids) => sum + ids.size, 0)
}

/**
 * Has the board of a book worked out and kept where all tables would have to be read for it: off the page's thread, so that
 * nobody waits. Call it when nothing is being done.
 */
export async function prepareBoard(book: YearBook): Promise<void> {
  if (preparing || isFutile || (await isBoardNear(book))) return
  preparing ??= inWorker(book.id).finally(() => {
    preparing = null
  })
  await preparing
}

/** Has the board of a book brought up to date off the page's thread, where something was written since it was kept. */
export async function refreshBoard(book: YearBook): Promise<void> {
  const [kept, state] = await Promise.all([keptState(book.id), stateOf(book)])
  if (JSON.stringify(kept) === JSON.stringify(state) || isFutile) return
  preparing ??= inWorker(book.id).finally(() => {
    preparing = null
  })
  await preparing
}

/** Ends once no board is being worked out: whoever waits would only do the same once more beside it. */
export async function whenPrepared(): Promise<void> {
  await preparing
}

/** Never fails: a board that was not prepared is worked out by the page when it is opened. */
async function inWorker(bookId: string): Promise<void> {
  const worker = new Worker(new URL('./board-worker.ts', import.meta.url), {
    type: 'module',
    name: databaseName,
  })
  isFutile = (await workedBeside(worker, bookId, 'the board could not be prepared')) === null
}
