import { type Board, boardOf } from '#domain/dashboard/board'
import { type ProjectLine, projectLines } from '#domain/dashboard/project-lines'
import type { Actor } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import { boardIndexOf } from '#storage/dashboard'

/** The whole board of a book as a page shows it. */
export async function shownBoard(
  book: YearBook,
  by: Actor,
  month = 10,
): Promise<{ name: string; board: Board; lines: ProjectLine[] }> {
  const index = await boardIndexOf(book, by)
  const filter = { unit: '', section: '', book: '', kind: '', month } as const
  const board = boardOf(index, {
    filter,
    ranking: 'department',
    today: '2026-11-20',
    limits: { warnings: 10, heat: 12 },
  })
  return { name: '1—10 月看板', board, lines: projectLines(index, filter) }
}
