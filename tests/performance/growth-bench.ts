import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from '@playwright/test'
import { cityOf, courseOf, startTime, warmed } from './city-course.ts'
import type { Figure } from './figure.ts'
import { growthOf, growthPlot, type Series } from './growth.ts'
import type { Served } from './server.ts'

const sizes = [1000, 5000, 25_000] as const
/** Times of these sizes lie on a line of this slope at most, both on logarithmic scales: 1 is linear. */
const slopeGoal = 1.15
const folder = new URL('../../build/screenshots/', import.meta.url)

/** How each operation grows with the objects of the year; figures and a plot for the README are written as files. */
export async function growthBench(_browser: Browser, served: Served): Promise<Figure[]> {
  const byName = new Map<string, number[]>()
  for (const size of sizes) {
    const city = await cityOf(served, size)
    await warmed(city, served)
    const add = (name: string, time: number) => byName.set(name, [...(byName.get(name) ?? []), time])
    add('start', await startTime(city, served.url))
    for (const { name, milliseconds } of await courseOf(city, served, ({ kind }) => kind !== 'scroll'))
      add(name, milliseconds)
  }
  const all = [...byName].map(([name, times]): Series => ({ name, sizes, times }))
  writeFileSync(
    fileURLToPath(new URL('growth.json', folder)),
    `${JSON.stringify(all.map(rounded), null, 2)}\n`,
  )
  writeFileSync(fileURLToPath(new URL('growth.svg', folder)), growthPlot(all))
  return all.map((series) => {
    const slope = growthOf(series)
    return {
      ...{ name: `growth-${series.name}-slope`, value: Number(slope.toFixed(2)), reference: 1 },
      ...{ ratio: Number(slope.toFixed(2)), goal: slopeGoal, ok: slope <= slopeGoal },
    }
  })
}

function rounded(series: Series) {
  return { ...series, times: series.times.map(Math.round), slope: Number(growthOf(series).toFixed(2)) }
}
