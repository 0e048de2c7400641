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
import { compared, type Figure, limit } from './figure.ts'
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
    const courses: { bare: number; course: Course }[] = []
    for (let round = 0; round < rounds; round++)
      courses.push({
        bare: await bareReading(browser, paths),
        course: await importOnce(browser, served, paths),
      })
    return figuresOf(courses)
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

function figuresOf(courses: readonly { bare: number; course: Course }[]): Figure[] {
  const times = courses.map(({ bare, course }) => ({ own: course.preview + course.write, bare }))
  const freeze = Math.max(...courses.map(({ course }) => course.longestFreeze))
  return [
    compared(`import-${formCount}-forms`, times, ratioGoal),
    limit('longest-freeze-ms', freeze, freezeGoal),
  ]
}

await bench(process.argv.slice(2))
