import type { Browser } from '@playwright/test'
import { blankPage } from './blank-served.ts'
import { cityProfileOf } from './city.ts'
import { cityOf, courseOf, type Start, startOf, warmed } from './city-course.ts'
import type { Measured } from './city-operations.ts'
import { compared, type Figure, limit } from './figure.ts'
import { type Served, serveApp } from './server.ts'

/** Of the largest city: objects of its running year. */
const objects = 25_000
const startRounds = 3
const goals = { startRatio: 1.5, frame: 50, filter: 200, open: 1000, freeze: 100, memory: 1000 }

/** The books of a city in the real program: its start beside a blank page, lists, filters, pages, freezes and memory. */
export async function scaleBench(_browser: Browser, served: Served): Promise<Figure[]> {
  const city = await cityOf(served, objects)
  await warmed(city, served)
  const started = await starts(served)
  const course = await courseOf(city, served)
  const memory = Math.max(...course.map((each) => each.memory))
  return [...started, ...course.flatMap(figuresOf), limit('city-memory-mb', memory, goals.memory)]
}

/**
 * Each start of the program beside one of the blank page, in browsers of their own: the page alone, and all that happens
 * after the double click (server, browser, page).
 */
async function starts(served: Served): Promise<Figure[]> {
  const city = await cityOf(served, objects)
  const blank = await blankPage()
  const bare = cityProfileOf()
  const rounds: { own: Start; bare: Start }[] = []
  const whole: { own: number; bare: number }[] = []
  try {
    for (let round = 0; round < startRounds; round++) {
      const bareServer = await timed(blank.serve)
      const ownServer = await timed(() => serveApp(0))
      const each = {
        bare: await startOf(bare, bareServer.value.url, true),
        // Its books belong to the address of the server that runs.
        own: await startOf(city, served.url),
      }
      bareServer.value.close()
      await ownServer.value.close()
      rounds.push(each)
      whole.push({
        bare: bareServer.milliseconds + each.bare.browser,
        own: ownServer.milliseconds + each.own.browser,
      })
    }
    const pages = rounds.map(({ own, bare }) => ({ own: own.page, bare: bare.page }))
    return [
      compared(`city-${objects}-cold-start`, pages, goals.startRatio),
      compared(`city-${objects}-double-click-start`, whole, goals.startRatio),
    ]
  } finally {
    blank.remove()
    bare.remove()
  }
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; milliseconds: number }> {
  const from = performance.now()
  const value = await work()
  return { value, milliseconds: performance.now() - from }
}

function figuresOf({ name, kind, milliseconds, freeze }: Measured): Figure[] {
  if (kind === 'scroll') return [limit(`city-${name}-longest-frame-ms`, milliseconds, goals.frame)]
  const time = limit(`city-${name}-ms`, milliseconds, kind === 'filter' ? goals.filter : goals.open)
  return kind === 'filter' ? [time] : [time, limit(`city-${name}-longest-freeze-ms`, freeze, goals.freeze)]
}
