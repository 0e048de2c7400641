import type { Browser } from '@playwright/test'
import { boardSize } from './board-tables.ts'
import { type BoardCourse, boardCourse, type Opening, openings } from './dashboard.ts'
import { compared, type Figure, limit, median } from './figure.ts'
import type { Served } from './server.ts'

/** It reads thousands of projects of a year: few rounds tell. */
const rounds = 3
/** Of a bare read of the same rows in the same round. */
const ratioGoals: Readonly<Record<Opening, number>> = {
  first: 2,
  prepared: 0.8,
  again: 0.8,
  saved: 1.1,
  matched: 1.1,
}
const millisecondGoals = { open: 1000, filter: 200, freeze: 100 }

/**
 * The dashboard over thousands of projects: each opening beside a bare read of the rows it rests on, and, but for one
 * that nobody prepared, against the second in which it has to stand on a quiet machine.
 */
export async function boardBench(browser: Browser, served: Served): Promise<Figure[]> {
  const courses: BoardCourse[] = []
  for (let round = 0; round < rounds; round++) courses.push(await boardCourse(browser, served))
  return boardFigures(courses)
}

function boardFigures(courses: readonly BoardCourse[]): Figure[] {
  const middle = (part: keyof BoardCourse) => median(courses.map((course) => course[part]))
  const parts = Object.keys(openings) as Opening[] // the keys of the table
  return [
    ...parts.flatMap((part) => {
      const name = `board-${boardSize.projects}-projects-${openings[part]}`
      const rounds = courses.map((course) => ({ own: course[part], bare: course.read }))
      const beside = compared(name, rounds, ratioGoals[part])
      return part === 'first' ? [beside] : [beside, limit(`${name}-ms`, middle(part), millisecondGoals.open)]
    }),
    limit('board-filter-ms', middle('filter'), millisecondGoals.filter),
    limit('board-prepare-longest-freeze-ms', middle('freeze'), millisecondGoals.freeze),
  ]
}
