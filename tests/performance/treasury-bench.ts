import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { utils, write } from 'xlsx'
import { goTo, inDemo } from './bench-page.ts'
import { compared, type Figure, limit } from './figure.ts'
import { bareReading } from './reference.ts'
import type { Served } from './server.ts'
import { type Course, chooseAndWait, courseOf, waitFor, watchImport } from './watch.ts'

const rowCount = 20_000
/** Reading, matching and writing, against the bare reading of the same file in one thread. */
const ratioGoal = 5
const freezeGoal = 1000
/** A decision is felt as at once up to about this. */
const decisionGoal = 500

const words = [
  '校舍维修',
  '道路养护',
  '农田水利',
  '设备购置',
  '垃圾清运',
  '产业基地',
  '管网改造',
  '防汛抗旱',
  '森林防火',
  '公园绿化',
]
const units = [
  '县教育局',
  '县交通运输局',
  '县农业农村局',
  '县水利局',
  '县民政局',
  '县卫生健康局',
  '县住房和城乡建设局',
]

/** A year's end of the treasury: every line with its own name, a third of them with a code. */
function ledger(): Uint8Array {
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const name = `${words[index % 10]}${words[(index * 7) % 10]}${Math.floor(index / 10)}`
    const budget = 100_000 + (index % 997) * 1_000
    const code = index % 3 === 0 ? `51192226R${String(index).padStart(12, '0')}` : ''
    const paid = budget - (index % 100) * 500
    return [units[index % units.length], code, name, '一般公共预算（本级）', budget, budget, budget, paid]
  })
  const head = [
    '预算单位',
    '项目编码',
    '项目名称',
    '资金性质',
    '年初预算数',
    '调整后预算数',
    '指标下达数',
    '累计支出数',
  ]
  const sheet = utils.aoa_to_sheet([['2026年1-11月预算执行情况表（单位：元）'], head, ...rows])
  return new Uint8Array(
    write({ SheetNames: ['执行'], Sheets: { 执行: sheet } }, { type: 'array', bookType: 'xlsx' }),
  )
}

/** A ledger of 20,000 rows: how long until it stands to be checked, how long a decision takes, and writing it. */
export async function treasuryBench(browser: Browser, served: Served): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-treasury-'))
  const path = join(folder, '国库执行表.xlsx')
  writeFileSync(path, ledger())
  try {
    const bare = await bareReading(browser, [path])
    const { decision, course } = await inDemo({ browser, served }, (page) => importLedger(page, path))
    const round = { own: course.preview + course.write, bare }
    return [
      compared(`treasury-${rowCount}-rows`, [round], ratioGoal),
      limit('treasury-decision-ms', decision, decisionGoal),
      limit('treasury-longest-freeze-ms', course.longestFreeze, freezeGoal),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function importLedger(page: Page, path: string): Promise<{ decision: number; course: Course }> {
  await toChoosing(page)
  await watchImport(page)
  await mapOnce(page, path)
  await watchImport(page)
  await chooseAndWait(page, [path])
  const decision = await decide(page)
  await page.getByRole('button', { name: /^写入 / }).click()
  await waitFor(page, 'done')
  return { decision, course: await courseOf(page) }
}

async function toChoosing(page: Page): Promise<void> {
  await goTo(page, '#/execution')
  await page.getByRole('link', { name: '导入国库台账' }).click()
  await page.getByRole('button', { name: '选择文件夹' }).waitFor()
  await page.waitForTimeout(1500)
}

/** The first ledger of a layout is mapped; what is measured is the next one, as every month. */
async function mapOnce(page: Page, path: string): Promise<void> {
  await page.getByLabel('要导入的文件', { exact: true }).setInputFiles([path])
  await page.getByRole('button', { name: '下一步' }).click({ timeout: 60_000 })
  await page.locator('[data-step=核对]').waitFor({ timeout: 60_000 })
  await toChoosing(page)
}

/** From the press of a choice to the list that has it. */
async function decide(page: Page): Promise<number> {
  const started = await page.evaluate(() => performance.now())
  await page.getByRole('radio', { name: /不对应任何项目/ }).click()
  await page.waitForFunction(() => document.querySelector('input[type=radio]:checked') !== null, undefined, {
    polling: 'raf',
  })
  return page.evaluate((start) => performance.now() - start, started)
}
