import type { Browser } from '@playwright/test'
import { longestFreeze, timeOf, watchFreezes } from './bench-page.ts'
import { type Figure, limit, median, told } from './figure.ts'
import { inFilledDemo, restart } from './filled-demo.ts'
import type { Served } from './server.ts'

const objects = 25_000
const rounds = 3
const millisecondGoals = { open: 1000, list: 1000, freeze: 100 }
type Course = Record<keyof typeof millisecondGoals, number> & { first: number }

/**
 * 三全覆盖 of a book with many thousands of objects: the map and the list of holes after a fresh start of the window, and the
 * longest time in which the window took no input while the map was worked out for the first time.
 */
export async function coverageBench(browser: Browser, served: Served): Promise<Figure[]> {
  const courses: Course[] = []
  for (let round = 0; round < rounds; round++) courses.push(await coverageCourse(browser, served))
  const middle = (part: keyof Course) => median(courses.map((course) => course[part]))
  return [
    limit(`coverage-${objects}-objects-open-ms`, middle('open'), millisecondGoals.open),
    limit(`coverage-${objects}-objects-holes-ms`, middle('list'), millisecondGoals.list),
    limit('coverage-first-longest-freeze-ms', middle('freeze'), millisecondGoals.freeze),
    // The window stays free meanwhile.
    told(`coverage-${objects}-objects-first-ms`, middle('first')),
  ]
}

function coverageCourse(browser: Browser, served: Served): Promise<Course> {
  return inFilledDemo({ browser, served, objects }, async (page) => {
    await watchFreezes(page)
    const first = await timeOf(page, '#/coverage', '[aria-label=按管理对象] a')
    // The earlier years follow.
    const freeze = await longestFreeze(page, 3000)
    await restart(page)
    const open = await timeOf(page, '#/coverage', '[aria-label=按管理对象] a')
    const list = await timeOf(page, '#/coverage/list?stage=goal', '[role=grid] [role=row]:nth-child(2)')
    return { first, freeze, open, list }
  })
}
