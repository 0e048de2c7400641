import { indexBoard } from '#domain/dashboard/board-index'
import type { YearBook } from '#domain/year-book'
import { keepBoard, keptParts, type Made } from './board-cache.ts'
import { changesBetween } from './board-changes.ts'
import { type BoardParts, factsOf, readParts } from './board-parts.ts'
import { refreshedParts } from './board-refresh.ts'
import type { BoardState } from './board-state.ts'
import { db } from './database.ts'

type Earlier = Omit<Made, 'index'>

/**
 * The board of a state: from what an earlier one was made of, with what the trail says was written since; from all
 * the tables where it does not say it. What is written meanwhile may be in it already; the next board takes it once more.
 */
export async function makeBoard(book: YearBook, state: BoardState, earlier: Earlier | null): Promise<Made> {
  const parts = (await followed(book, state, earlier)) ?? (await boardPartsOf(book, state))
  return { state, parts, index: indexBoard(await factsOf(parts, book, state.lastId)) }
}

/** What a board is made of: what is kept, with what was written since, else everything is read. */
export async function boardPartsOf(book: YearBook, state: BoardState): Promise<BoardParts> {
  return (await followed(book, state, await keptParts(book.id))) ?? (await readParts(book, state.lastId))
}

async function followed(book: YearBook, state: BoardState, from: Earlier | null): Promise<BoardParts | null> {
  const changes = from && (await changesBetween(from.state, state))
  return from && changes && refreshedParts(from.parts, { book, lastId: state.lastId }, changes)
}

/** Keeps a board for the next start, false where it could not; those of books that were erased go. */
export async function keepMade(made: Made): Promise<boolean> {
  return keepBoard(made, () => db.books.toCollection().primaryKeys())
}
