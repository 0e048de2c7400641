import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { ensureBuilt } from '../../build/build.mjs'
import { browserSwitches, findBrowser } from '../../build/find-browser.mjs'
import { filesIn, newBook, openImport } from '../journeys/import-world.ts'
import { boardBench } from './board-bench.ts'
import { removeCities } from './city-course.ts'
import { coverageBench } from './coverage-bench.ts'
import { credibilityBench } from './credibility-bench.ts'
import { exchangeBench } from './exchange-bench.ts'
import { type Figure, median } from './figure.ts'
import { growthBench } from './growth-bench.ts'
import { manyForms } from './many-forms.ts'
import { bareReading } from './reference.ts'
import { scaleBench } from './scale-bench.ts'
import { searchBench } from './search-bench.ts'
import { type Served, serveApp } from './server.ts'
import { treasuryBench } from './treasury-bench.ts'
import { type Course, chooseAndWait, courseOf, watchImport, writeAndWait } from './watch.ts'

const formCount = 300
/** Odd, for a median; one round warms nothing for the next: each has a new page and a new database. */
const rounds = 7
const ratioGoal = 1.3
const freezeGoal = 100
/** Nobody finds and chooses a folder faster than this. */
const choosingMilliseconds = 1500

const parts = {
  forms: formsBench,
  treasury: treasuryBench,
  board: boardBench,
  credibility: credibilityBench,
  exchange: exchangeBench,
  coverage: coverageBench,
  search: searchBench,
  scale: scaleBench,
  growth: growthBench,
}

/**
 * `npm run -s bench`: one JSON line a figure; exit code 1 when a goal is missed. `npm run -s bench -- board` runs that part
 * alone.
 */
async function bench(wanted: readonly string[]): Promise<void> {
  const names = Object.keys(parts)
  const unknown = wanted.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new Error(`no part ${unknown}: ${names.join(', ')}`)
  if (!ensureBuilt()) throw new Error('the build failed, see above')
  const executablePath = findBrowser()
  const served = await serveApp()
  const browser = await chromium.launch({
    args: [...browserSwitches(), '--disable-gpu'],
    ...(executablePath === null ? {} : { executablePath }),
  })
  try {
    for (const [name, part] of Object.entries(parts)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue
      for (const figure of await part(browser, served)) {
        console.log(JSON.stringify(figure))
        if (!figure.ok) process.exitCode = 1
      }
    }
  } finally {
    await browser.close()
    await served.close()
    await removeCities()
  }
}

async function formsBench(browser: Browser, served: Served): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-forms-'))
  try {
    const paths = filesIn(folder, manyForms(formCount))
    const measured: { reference: number; course: Course }[] = []
    for (let round = 0; round < rounds; round++) {
      const reference = await bareReading(browser, paths)
      const course = await importOnce(browser, served, paths)
      measured.push({ reference, course })
    }
    return figuresOf(measured)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function importOnce(browser: Browser, served: Served, paths: readonly string[]): Promise<Course> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await newBook(page, served.url)
  await openImport(page)
  await page.waitForTimeout(choosingMilliseconds)
  await watchImport(page)
  await chooseAndWait(page, paths)
  await writeAndWait(page, formCount)
  const course = await courseOf(page)
  await context.close()
  return course
}

function figuresOf(measured: readonly { reference: number; course: Course }[]): Figure[] {
  const totals = measured.map(({ course }) => course.preview + course.write)
  const reference = median(measured.map((round) => round.reference))
  // Each round is compared with its own reference: a busy machine slows both.
  const ratio = median(measured.map((round, index) => (totals[index] ?? 0) / round.reference))
  const freeze = Math.max(...measured.map(({ course }) => course.longestFreeze))
  const line = (name: string, values: readonly number[]): Figure => ({
    name,
    value: Math.round(median(values)),
    reference: Math.round(reference),
    ratio: Number(ratio.toFixed(2)),
    goal: ratioGoal,
    ok: ratio <= ratioGoal,
  })
  return [
    line(`import-${formCount}-forms`, totals),
    {
      name: 'longest-freeze-ms',
      value: Math.round(freeze),
      reference: null,
      ratio: null,
      goal: freezeGoal,
      ok: freeze <= freezeGoal,
    },
  ]
}

await bench(process.argv.slice(2))
