import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from '@playwright/test'
import { cityOf, courseOf, startOf, warmed } from './city-course.ts'
import type { Figure } from './figure.ts'
import { growthOf, growthPlot, type Series } from './growth.ts'
import type { Served } from './server.ts'

const sizes: readonly number[] = [1000, 5000, 25_000]
/** Times of these sizes lie on a line of this slope at most, both on logarithmic scales: 1 is linear. */
const slopeGoal = 1.15
const folder = new URL('../../build/screenshots/', import.meta.url)
const timesFile = fileURLToPath(new URL('growth.json', folder))

/**
 * How each operation grows with the objects of the year; figures and a plot for the README are written as files. With
 * JIHENG_SIZES=5000 (or several, with commas) those sizes alone are measured, and the others are taken from the file.
 */
export async function growthBench(_browser: Browser, served: Served): Promise<Figure[]> {
  const wanted = process.env.JIHENG_SIZES?.split(',').map(Number) ?? sizes
  const known = knownTimes()
  for (const size of sizes.filter((each) => wanted.includes(each))) {
    const city = await cityOf(served, size)
    await warmed(city, served)
    const add = (name: string, time: number) => known.set(name, { ...known.get(name), [size]: time })
    add('start', (await startOf(city, served.url)).page)
    for (const { name, milliseconds } of await courseOf(city, served, ({ kind }) => kind !== 'scroll'))
      add(name, milliseconds)
  }
  const all = [...known].map(([name, times]): Series => {
    const measured = sizes.filter((size) => times[size] !== undefined)
    return { name, sizes: measured, times: measured.map((size) => times[size] ?? 0) }
  })
  writeFileSync(timesFile, `${JSON.stringify(all.map(rounded), null, 2)}\n`)
  const whole = all.filter((series) => series.sizes.length === sizes.length)
  if (whole.length > 0) writeFileSync(fileURLToPath(new URL('growth.svg', folder)), growthPlot(whole))
  return whole.map((series) => {
    const slope = growthOf(series)
    return {
      ...{ name: `growth-${series.name}-slope`, value: Number(slope.toFixed(2)), reference: 1 },
      ...{ ratio: Number(slope.toFixed(2)), goal: slopeGoal, ok: slope <= slopeGoal },
    }
  })
}

/** What was measured before, by name and size. */
function knownTimes(): Map<string, Record<number, number>> {
  if (process.env.JIHENG_SIZES === undefined || !existsSync(timesFile)) return new Map()
  const kept = JSON.parse(readFileSync(timesFile, 'utf8')) as Series[] // written below
  return new Map(
    kept.map(({ name, sizes: of, times }) => [
      name,
      Object.fromEntries(of.map((size, at) => [size, times[at] ?? 0])),
    ]),
  )
}

function rounded(series: Series) {
  return { ...series, times: series.times.map(Math.round), slope: Number(growthOf(series).toFixed(2)) }
}
