import type { Browser } from '@playwright/test'
import { serveBlank } from './blank-served.ts'
import { cityProfileOf } from './city.ts'
import { cityOf, courseOf, startTime, warmed } from './city-course.ts'
import type { Measured } from './city-operations.ts'
import { compared, type Figure, limit } from './figure.ts'
import type { Served } from './server.ts'

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
  return [started, ...course.flatMap(figuresOf), limit('city-memory-mb', memory, goals.memory)]
}

/** Each start of the program beside one of the blank page, in browsers of their own. */
async function starts(served: Served): Promise<Figure> {
  const city = await cityOf(served, objects)
  const blank = await serveBlank()
  const bare = cityProfileOf()
  try {
    const pairs: { own: number; bare: number }[] = []
    for (let round = 0; round < startRounds; round++)
      pairs.push({
        bare: await startTime(bare, blank.url, true),
        own: await startTime(city, served.url),
      })
    return compared(`city-${objects}-cold-start`, pairs, goals.startRatio)
  } finally {
    blank.close()
    bare.remove()
  }
}

function figuresOf({ name, kind, milliseconds, freeze }: Measured): Figure[] {
  if (kind === 'scroll') return [limit(`city-${name}-longest-frame-ms`, milliseconds, goals.frame)]
  const time = limit(`city-${name}-ms`, milliseconds, kind === 'filter' ? goals.filter : goals.open)
  return kind === 'filter' ? [time] : [time, limit(`city-${name}-longest-freeze-ms`, freeze, goals.freeze)]
}
