import type { CDPSession, Page } from '@playwright/test'
import { draftForm, goTo, longestFreeze, timeOf, watchFreezes, writing } from './bench-page.ts'

/** What a person opens: the address, and what stands there once it can be read. */
type Opening = { kind: 'open'; hash: string; wanted: string }
/** What a person narrows, in a list that stands: the address of the list, then the narrower one. */
type Filtering = { kind: 'filter'; list: string; hash: string; grid: string }
/** A list that is scrolled with the wheel. */
type Scrolling = { kind: 'scroll'; hash: string; grid: string }
/** One form out of thousands: it is opened, or what was written on it is kept. */
type Forming = { kind: 'form'; saves: boolean }
export type Operation = (Opening | Filtering | Scrolling | Forming) & {
  name: string
  /** In which year's book; the newest where nothing is said. */
  year?: number
}

function rowOf(grid: string): string {
  return `[role=grid][aria-label=${grid}] [role=rowgroup] [role=row]`
}
const ledgers = [
  { name: 'goals', hash: '#/goals', grid: '目标台账' },
  { name: 'monitoring', hash: '#/monitoring', grid: '监控台账' },
  { name: 'execution', hash: '#/execution', grid: '预算执行' },
  { name: 'disposals', hash: '#/disposals', grid: '处置台账' },
  { name: 'self-evaluation', hash: '#/evaluation/self', grid: '自评台账', year: 2025 },
] as const
type Ledger = (typeof ledgers)[number]

function inYear(ledger: Ledger): { year?: number } {
  return 'year' in ledger ? { year: ledger.year } : {}
}

const search = `search=${encodeURIComponent('养护')}`

/** Everything that is measured at the size of a city; the words stand in the figures and in the plot. */
export const operations: readonly Operation[] = [
  { name: 'home', kind: 'open', hash: '#/', wanted: 'main h1' },
  { name: 'todo', kind: 'open', hash: '#/', wanted: '[aria-label=待办] li' },
  ...ledgers.map(
    (each): Operation => ({
      ...{ name: `${each.name}-open`, kind: 'open', hash: each.hash, wanted: rowOf(each.grid) },
      ...inYear(each),
    }),
  ),
  ...ledgers.map(
    (each): Operation => ({
      ...{ name: `${each.name}-search`, kind: 'filter', list: each.hash, hash: `${each.hash}?${search}` },
      ...{ grid: each.grid, ...inYear(each) },
    }),
  ),
  {
    ...{ name: 'monitoring-light', kind: 'filter', list: '#/monitoring', hash: '#/monitoring?light=red' },
    grid: '监控台账',
  },
  {
    ...{ name: 'goals-status', kind: 'filter', list: '#/goals', hash: '#/goals?status=reviewed' },
    grid: '目标台账',
  },
  ...ledgers.map(
    (each): Operation => ({
      ...{ name: `${each.name}-scroll`, kind: 'scroll', hash: each.hash, grid: each.grid },
      ...inYear(each),
    }),
  ),
  { name: 'dashboard', kind: 'open', hash: '#/dashboard', wanted: 'main img' },
  { name: 'coverage', kind: 'open', hash: '#/coverage', wanted: '[aria-label=按管理对象] a' },
  { name: 'disclosures', kind: 'open', hash: '#/disclosures', wanted: rowOf('公开台账') },
  { name: 'screening', kind: 'open', hash: '#/monitoring/screening', wanted: rowOf('筛查清单') },
  { name: 'together', kind: 'open', hash: '#/goals/together', wanted: rowOf('同步台账') },
  { name: 'form-open', kind: 'form', saves: false },
  { name: 'form-save', kind: 'form', saves: true },
]

export const openings = operations.filter((operation) => operation.kind === 'open')

export type Measured = {
  name: string
  kind: Operation['kind']
  /** Of a scroll: the longest frame. */
  milliseconds: number
  /** The longest time in which the window took no input. */
  freeze: number
  /** Megabytes that are in use afterwards, without what is only waiting to be thrown away. */
  memory: number
}

export async function measured(page: Page, session: CDPSession, operation: Operation): Promise<Measured> {
  if (operation.kind === 'filter' || operation.kind === 'scroll')
    await openedAt(page, operation.kind === 'filter' ? operation.list : operation.hash, rowOf(operation.grid))
  else await restAt(page)
  await watchFreezes(page)
  const milliseconds = await timeTaken(page, operation)
  const freeze = await longestFreeze(page, 1000)
  return { name: operation.name, kind: operation.kind, milliseconds, freeze, memory: await memoryOf(session) }
}

/** A page that reads nothing, until nothing is under way. */
async function restAt(page: Page): Promise<void> {
  await goTo(page, '#/settings/about')
  await page.waitForTimeout(1500)
}

async function openedAt(page: Page, hash: string, wanted: string): Promise<void> {
  await restAt(page)
  await goTo(page, hash)
  await page.locator(wanted).first().waitFor()
  await page.waitForTimeout(1500)
}

function timeTaken(page: Page, operation: Operation): Promise<number> {
  if (operation.kind === 'scroll') return longestFrame(page, operation.grid)
  if (operation.kind === 'filter') return filterTime(page, operation.hash, operation.grid)
  return operation.kind === 'form'
    ? formTime(page, operation.saves)
    : timeOf(page, operation.hash, operation.wanted)
}

/** From the choice to the frame in which the list has as many rows as it lets through. */
function filterTime(page: Page, hash: string, grid: string): Promise<number> {
  return page.evaluate(
    async ([address, label]) => {
      const count = () =>
        document.querySelector(`[role=grid][aria-label=${label}]`)?.getAttribute('aria-rowcount')
      const before = count()
      const start = performance.now()
      location.hash = address ?? ''
      for (;;) {
        await new Promise((resolve) => requestAnimationFrame(resolve))
        if (count() !== before) return performance.now() - start
        if (performance.now() - start > 30_000) throw new Error(`${address} filtered nothing`)
      }
    },
    [hash, grid],
  )
}

const reason = '资金执行偏差原因'

/** A form that its unit still writes: until its first field can be written in, or from leaving the field until it is kept. */
async function formTime(page: Page, saves: boolean): Promise<number> {
  const hash = `#/monitoring/${await draftForm(page)}`
  if (!saves) return timeOf(page, hash, `[aria-label*=${reason}], textarea`)
  const field = page.getByLabel(new RegExp(reason))
  await goTo(page, hash)
  await field.fill(`进度款支付推迟 ${Date.now()}`)
  await watchFreezes(page)
  return writing(page, () => field.press('Tab'))
}

const wheels = 60

/** The longest time between two frames while the wheel turns, and once to the very end. */
async function longestFrame(page: Page, grid: string): Promise<number> {
  const box = await page.locator(`[role=grid][aria-label=${grid}]`).boundingBox()
  if (!box) throw new Error(`no list ${grid}`)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.evaluate(() => {
    window.frames_ = { longest: 0, running: true }
    let last = performance.now()
    function frame(now: number): void {
      const watch = window.frames_
      if (!watch?.running) return
      watch.longest = Math.max(watch.longest, now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame((now) => {
      last = now
      requestAnimationFrame(frame)
    })
  })
  for (let turn = 0; turn < wheels; turn++) {
    await page.mouse.wheel(0, turn % 20 === 19 ? 20_000 : 340)
    await page.waitForTimeout(25)
  }
  return page.evaluate(() => {
    const watch = window.frames_
    if (!watch) throw new Error('nothing was watched')
    watch.running = false
    return watch.longest
  })
}

declare global {
  interface Window {
    frames_?: { longest: number; running: boolean }
  }
}

async function memoryOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const {
    usedSize,
    embedderHeapUsedSize = 0,
    backingStorageSize = 0,
  } = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number
    embedderHeapUsedSize?: number
    backingStorageSize?: number
  } // newer than the types
  return (usedSize + embedderHeapUsedSize + backingStorageSize) / 1_000_000
}
