import type { Browser, Page } from '@playwright/test'
import { longestFreeze, timeOf, watchFreezes } from './bench-page.ts'
import { type Figure, limit, median, told } from './figure.ts'
import { inFilledDemo, restart } from './filled-demo.ts'
import type { Served } from './server.ts'

const objects = 25_000
const rounds = 3
const millisecondGoals = { home: 1000, answer: 100, freeze: 100 }
/** One letter fits most names, a code fits one; what is not there is looked for to the end. */
const queries = ['测', '测试项目 99', 'c24999', 'c', 'zzzz'] as const
type Course = Record<keyof typeof millisecondGoals, number> & { first: number; whole: number }

/**
 * The first page and 搜索 of a book with many thousands of objects: until its lists stand after a fresh start of the window, the
 * slowest answer to a query, and the longest time in which the window took no input from the start of the page on.
 */
export async function searchBench(browser: Browser, served: Served): Promise<Figure[]> {
  const courses: Course[] = []
  for (let round = 0; round < rounds; round++) courses.push(await searchCourse(browser, served))
  const middle = (part: keyof Course) => median(courses.map((course) => course[part]))
  return [
    limit(`search-${objects}-objects-answer-ms`, middle('answer'), millisecondGoals.answer),
    limit(`home-${objects}-objects-open-ms`, middle('home'), millisecondGoals.home),
    limit('home-and-search-longest-freeze-ms', middle('freeze'), millisecondGoals.freeze),
    // The first time after an import: the window stays free meanwhile.
    told(`home-${objects}-objects-first-ms`, middle('first')),
    // Until everything of the book can be found, at the first search: the pages of the house can be at once.
    told(`search-${objects}-objects-whole-ms`, middle('whole')),
  ]
}

function searchCourse(browser: Browser, served: Served): Promise<Course> {
  return inFilledDemo({ browser, served, objects }, async (page) => {
    await watchFreezes(page)
    const first = await timeOf(page, '#/', '[aria-label=期限清单] li')
    // What was read is kept a little after it was drawn; what the page noted ends with it.
    const firstFreeze = await longestFreeze(page, 6000)
    await restart(page)
    await watchFreezes(page)
    const home = await timeOf(page, '#/', '[aria-label=期限清单] li')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '搜索' }).waitFor()
    const whole = await timeOfAnswer(page, 'c24999', '测试项目24999')
    const answers = []
    for (const query of queries) answers.push(await timeOfAnswer(page, query, ''))
    const freeze = Math.max(firstFreeze, await longestFreeze(page, 1000))
    return { first, home, whole, answer: Math.max(...answers), freeze }
  })
}

/** From what is typed to the frame in which the answer stands; with `wanted`, until that is among it. */
function timeOfAnswer(page: Page, query: string, wanted: string): Promise<number> {
  return page.evaluate(
    async ([text = '', name = '']) => {
      const field = document.querySelector<HTMLInputElement>('[role=combobox][aria-label=搜索]')
      const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
      if (!field || !setter) throw new Error('there is no field')
      const start = performance.now()
      setter.call(field, text)
      field.dispatchEvent(new Event('input', { bubbles: true }))
      for (;;) {
        await new Promise((resolve) => requestAnimationFrame(resolve))
        if (
          document.querySelector('[role=listbox][aria-label=搜索结果]')?.textContent?.includes(name) ??
          false
        )
          return performance.now() - start
        if (performance.now() - start > 60_000) throw new Error('no answer came')
      }
    },
    [query, wanted],
  )
}
