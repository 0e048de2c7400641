import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Served } from '../performance/server.ts'
import {
  exportCard,
  makeCard,
  type Place,
  receive,
  saved,
  send,
  take,
  trust,
  unitStarts,
} from './exchange-world.ts'
import { expect } from './patient.ts'
import { keepRecoveryCode, password, visit } from './start-book.ts'
import {
  books,
  cityOffice,
  goalSums,
  office,
  ownUnit,
  units,
  unitsFile,
  wan,
  wanShown,
  year,
} from './year-plan.ts'

/** The three installations of the year. */
export type World = Readonly<Record<'city' | 'county' | 'unit', Place & { app: Served }>>

/** What the page looks like now, for the manual, where a folder is given for it. */
export async function shot({ page }: Place, name: string): Promise<void> {
  const folder = process.env.JIHENG_SHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

async function createBook(place: World['city'], region: string, name: string, person: string): Promise<void> {
  const { page } = place
  await page.goto(place.app.url)
  await page.getByLabel('区县').click()
  await page.getByRole('option', { name: new RegExp(`^${region}`) }).click()
  await expect(page.getByLabel('单位名称')).toHaveValue(name)
  await page.getByLabel('年度', { exact: true }).fill(String(year))
  await page.getByLabel('经办人').fill(person)
  await page.getByLabel('登录密码').fill(password)
  await page.getByLabel('再次输入密码').fill(password)
  await shot(place, `01-${name}-新建账套`)
  await page.getByRole('button', { name: '新建账套' }).click()
  await keepRecoveryCode(page)
  await expect(page.getByRole('banner')).toContainText(`${year} 年度`)
  await expect(page.getByRole('banner')).toContainText(name)
}

/** City and county open the year and exchange their cards. */
export async function bureausStart({ city, county }: World): Promise<void> {
  await createBook(city, '巴中市', cityOffice, '陈市')
  await createBook(county, '南江县', office, '王晓')
  await makeCard(city, cityOffice)
  await makeCard(county, office)
  const [cityDigits, countyDigits] = [await exportCard(city), await exportCard(county)]
  await trust(city, county, office, countyDigits)
  await trust(county, city, cityOffice, cityDigits)
}

/** The city's rules, indicators and 考核办法 go down. */
export async function parametersGoDown({ city, county }: World): Promise<void> {
  await receive(county, await send(city, '参数包', office))
  await shot(county, '02-县局-收市局参数包')
  await take(county)
}

/** The county reads its units from Excel. */
export async function unitsCome({ county }: World): Promise<void> {
  const { page } = county
  await visit(page, 'settings/units')
  await page
    .getByLabel('单位名录文件')
    .setInputFiles({ name: '单位名录.xlsx', mimeType: 'application/octet-stream', buffer: unitsFile() })
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(`读到 ${units.length} 个单位：新增 ${units.length}，变更 0，相同 0`)
  await shot(county, '03-县局-读入单位名录')
  await dialog.getByRole('button', { name: /^写入/ }).click()
  await expect(page.getByText(`共 ${units.length} 个单位`)).toBeVisible()
}

/** The unit makes its book of the county's parameters, and is known there by its card. */
export async function unitStartsToo({ county, unit }: World): Promise<void> {
  const files = { card: saved(county, '单位名片_'), parameters: await send(county, '参数包', ownUnit.name) }
  const self = { code: ownUnit.code, name: ownUnit.name, person: '李敏' }
  await unitStarts(unit, unit.app.url, self, office, files)
  await shot(unit, '04-单位-首页')
  await trust(county, unit, ownUnit.name, await exportCard(unit))
}

/** Puts files where a person would have them; their paths. */
export function laidOut(
  place: World['city'],
  folder: string,
  files: readonly { name: string; bytes: Uint8Array }[],
): string {
  const path = join(place.app.exportsDir, folder)
  mkdirSync(path, { recursive: true })
  for (const { name, bytes } of files) writeFileSync(join(path, name), bytes)
  return path
}

export async function openGoal(page: Page, name: string): Promise<void> {
  await visit(page, `goals?search=${name}`)
  await page.getByRole('grid', { name: '目标台账' }).getByText(name).first().dblclick()
  await expect(page.getByLabel('项目概况')).toBeVisible()
}

/** The money of the unit's project; its one source follows. */
export async function writeAmount(page: Page, amount: number): Promise<void> {
  const total = page.getByLabel('资金总额（万元）', { exact: true })
  await total.fill(wan(amount))
  await total.press('Tab')
  await expect(page.getByLabel('一般公共预算（本级）（万元）', { exact: true })).toHaveValue(wan(amount))
  await expect(page.locator('[data-save=saved]')).toBeVisible()
}

/** Opens a row of a ledger by its name. */
export async function openRow(page: Page, ledger: string, name: string): Promise<void> {
  await page.getByRole('grid', { name: ledger }).getByRole('row', { name }).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
}

/** Number of goals and money to the 分, by budget, as the home page of an installation shows them. */
export async function checkGoalSums(page: Page, sums = goalSums()): Promise<void> {
  await visit(page, '')
  const table = page.getByRole('region', { name: '四本预算覆盖情况' })
  for (const book of books) {
    const { count, amount } = sums.get(book) ?? { count: 0, amount: 0n }
    const cells = table.getByRole('row', { name: book }).getByRole('cell')
    await expect(cells.nth(-2)).toHaveText(count === 0 ? '—' : String(count))
    if (count > 0) await expect(cells.last()).toHaveAttribute('title', wanShown(amount))
  }
}

/** One step with all that the ledger shows, or with those of them that are ready for it. */
export async function takeAll(
  page: Page,
  verb: string,
  shown: number,
  opinion = '',
  ready = shown,
): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: `共 ${shown} 项` })).toBeVisible()
  await page.getByLabel('选择筛选出的全部').check()
  await page.getByRole('button', { name: new RegExp(`^${verb} ${ready}( 份)?$`) }).click()
  const dialog = page.getByRole('dialog')
  if (opinion !== '') await dialog.getByLabel(/意见/).fill(opinion)
  await dialog.getByRole('button', { name: new RegExp(`^${verb}`) }).click()
  await expect(dialog).toBeHidden()
}
