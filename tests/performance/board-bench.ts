import type { Browser } from '@playwright/test'
import { type BoardCourse, boardCourse, boardSize } from './dashboard.ts'
import { type Figure, median } from './figure.ts'
import type { Served } from './server.ts'

/** It reads thousands of projects of a year: few rounds tell. */
const rounds = 3
/** Of a bare read of the same rows: the board after they changed, and again; and how long a filter may take. */
const boardGoals = { open: 2, again: 0.8, filterMilliseconds: 200 }

/** The dashboard over thousands of projects, beside a bare read of the rows it rests on. */
export async function boardBench(browser: Browser, served: Served): Promise<Figure[]> {
  const courses: BoardCourse[] = []
  for (let round = 0; round < rounds; round++) courses.push(await boardCourse(browser, served))
  return boardFigures(courses)
}

function boardFigures(courses: readonly BoardCourse[]): Figure[] {
  const beside = (name: string, part: 'open' | 'again', goal: number): Figure => {
    const ratio = median(courses.map((course) => course[part] / course.read))
    return {
      name,
      value: Math.round(median(courses.map((course) => course[part]))),
      reference: Math.round(median(courses.map(({ read }) => read))),
      ratio: Number(ratio.toFixed(2)),
      goal,
      ok: ratio <= goal,
    }
  }
  const filter = Math.round(median(courses.map((course) => course.filter)))
  return [
    beside(`board-${boardSize.projects}-projects-first`, 'open', boardGoals.open),
    beside(`board-${boardSize.projects}-projects-again`, 'again', boardGoals.again),
    {
      name: 'board-filter-ms',
      value: filter,
      reference: null,
      ratio: null,
      goal: boardGoals.filterMilliseconds,
      ok: filter <= boardGoals.filterMilliseconds,
    },
  ]
}
