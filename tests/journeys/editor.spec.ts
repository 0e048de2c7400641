import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { emptyContent, emptyIndicator, type Goal, matchKeyOf } from '../../src-renderer/domain/goals/goal.ts'
import { rowOf } from '../../src-renderer/storage/goal-row.ts'
import { test } from './app.ts'
import { paperFaults } from './paper.ts'
import { paste } from './paste.ts'

const frame: readonly [string, string, string, string, string, string, number][] = [
  ['成本指标', '经济成本指标', '养护总成本', '≤', '320.5', '万元', 2000],
  ['产出指标', '数量指标', '农村公路日常养护里程', '≥', '86', '公里', 1500],
  ['产出指标', '质量指标', '养护验收合格率', '≥', '95', '%', 1500],
  ['产出指标', '时效指标', '养护任务按期完成率', '=', '100', '%', 1000],
  ['效益指标', '社会效益指标', '保障沿线群众出行人数', '≥', '12000', '人', 2000],
]

function demoGoal(book: { id: string; year: number }, unitId: string): Goal {
  const content = {
    ...emptyContent(unitId),
    name: '农村公路日常养护',
    code: '51192226T000000101',
    total: 320_500_000,
    annualGoals: ['完成 86 公里农村公路日常养护，进一步提升通行能力。'],
    indicators: frame.map(([level1, level2, name, operator, value, unit, weight], index) => ({
      ...emptyIndicator(`i${index}`, level1, level2),
      name,
      operator: operator as Goal['indicators'][number]['operator'],
      value,
      unit,
      weight,
    })),
  }
  return {
    ...content,
    id: 'goal-1',
    bookId: book.id,
    year: book.year,
    matchKey: matchKeyOf(content),
    status: 'draft',
    opinion: '',
    revision: 1,
    changedAt: '2026-01-05T02:32:00.000Z',
    changedBy: '王某',
    health: { errors: 0, warnings: 0, hints: 0 },
    initials: 'ncglrcyh',
    sentenceMarks: [],
    origin: '',
  }
}

/** Opens the demo book and in it a goal of known content. */
async function openGoal(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('button', { name: '打开演示账套' }).click()
  // The newest of the three demo years comes last.
  await expect(page.getByRole('button', { name: '2026 年度（演示）' })).toBeVisible({ timeout: 30_000 })
  const book = await page.evaluate(async () => {
    const open = indexedDB.open('jiheng')
    await new Promise((resolve) => {
      open.onsuccess = resolve
    })
    const books = open.result.transaction('books').objectStore('books').getAll()
    await new Promise((resolve) => {
      books.onsuccess = resolve
    })
    open.result.close()
    const newest = books.result.sort((left, right) => right.year - left.year)[0]
    return { id: String(newest.id), year: Number(newest.year) }
  })
  const goal = demoGoal(book, 'unit-1')
  await page.evaluate(
    async ({ record, row }) => {
      const open = indexedDB.open('jiheng')
      await new Promise((resolve) => {
        open.onsuccess = resolve
      })
      const write = open.result.transaction(['goals', 'goalRows', 'units'], 'readwrite')
      write.objectStore('goals').put(record)
      write.objectStore('goalRows').put(row)
      write.objectStore('units').put({
        id: 'unit-1',
        bookId: record.bookId,
        code: '303001',
        name: '县公路养护段',
        parentId: '',
        sectionId: '',
        initials: 'xglyhd',
      })
      await new Promise((resolve) => {
        write.oncomplete = resolve
      })
      open.result.close()
    },
    { record: goal, row: rowOf(goal) },
  )
  // Opening the demo book ends on the home page, maybe only after this.
  await expect(async () => {
    await page.goto(`${new URL(url).origin}/#/goals/goal-1`)
    await expect(grid(page)).toBeVisible({ timeout: 2000 })
    await page.waitForTimeout(300)
    await expect(grid(page)).toBeVisible({ timeout: 100 })
  }).toPass()
}

function grid(page: Page) {
  return page.getByRole('grid', { name: '绩效指标' })
}

function cell(page: Page, row: number, column: number) {
  return grid(page).locator('tbody tr').nth(row).locator('td').nth(column)
}

async function saved(page: Page): Promise<void> {
  await expect(page.locator('[data-save=saved]')).toBeVisible()
}

test('the sheet is written by keyboard like a spreadsheet and keeps it', async ({ page, app }) => {
  await openGoal(page, app.url)
  await cell(page, 2, 4).click()
  await page.keyboard.type('98')
  await page.keyboard.press('Enter')
  await expect(cell(page, 2, 4)).toHaveText('98')
  await page.keyboard.type('≥99％')
  await page.keyboard.press('Tab')
  await expect(cell(page, 3, 3)).toHaveText('≥')
  await expect(cell(page, 3, 4)).toHaveText('99')
  await expect(cell(page, 3, 5)).toHaveText('%')
  await page.keyboard.press('Control+z')
  await expect(cell(page, 3, 4)).toHaveText('100')
  await page.keyboard.press('Control+y')
  await cell(page, 3, 2).click()
  await page.keyboard.press('F2')
  await page.keyboard.type('（含抢修）')
  await page.keyboard.press('Enter')
  await expect(cell(page, 3, 2)).toHaveText('养护任务按期完成率（含抢修）')
  await saved(page)
  await page.reload()
  await expect(cell(page, 2, 4)).toHaveText('98')
  await expect(cell(page, 3, 4)).toHaveText('99')
  await expect(cell(page, 3, 2)).toHaveText('养护任务按期完成率（含抢修）')
  await keepsWhatItCannotRead(page)
  expect(app.complaints).toEqual([])
})

/** What is no number stays in sight, is not called saved, and neither handed in nor left without a question. */
async function keepsWhatItCannotRead(page: Page): Promise<void> {
  const total = page.getByLabel('资金总额（万元）')
  await total.fill('三百八十四万')
  await cell(page, 0, 6).click()
  await page.keyboard.type('十五')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-save=unread]')).toContainText('有 2 处看不懂，没有保存')
  await page.getByRole('button', { name: '去改', exact: true }).click()
  await expect(total).toBeFocused()
  await page.getByRole('button', { name: '送审', exact: true }).click()
  await expect(total).toBeFocused()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('button', { name: '返回台账' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await expect(total).toHaveValue('三百八十四万')
  await page.reload()
  await expect(total).toHaveValue('320.50')
  await expect(cell(page, 0, 6)).toHaveText('20')
}

test('an input method composes right in the cell and its Enter confirms only the word', async ({
  page,
  app,
}) => {
  await openGoal(page, app.url)
  await cell(page, 1, 2).click()
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'nong', selectionStart: 4, selectionEnd: 4 })
  await page.keyboard.press('Enter')
  await session.send('Input.imeSetComposition', { text: '农村路', selectionStart: 3, selectionEnd: 3 })
  await expect(cell(page, 1, 2)).toHaveText('农村公路日常养护里程')
  await session.send('Input.insertText', { text: '农村路段' })
  await page.keyboard.press('Enter')
  await expect(cell(page, 1, 2)).toHaveText('农村路段')
  await saved(page)
})

test('a block from a spreadsheet is split, appended, reported and taken back in one step', async ({
  page,
  app,
}) => {
  await openGoal(page, app.url)
  await cell(page, 4, 0).click()
  await page.keyboard.press('Enter')
  await paste(
    page,
    '效益指标\t可持续影响指标\t"管护制度\n执行年限"\t≥３年\t10\n满意度指标\t服务对象满意度\t沿线群众满意度\t≥９０％\t１０分\n满意度指标\t服务对象满意度\t投诉办结\t及时\t十分\n',
  )
  // Five, three more, and the empty one to begin in.
  await expect(grid(page).locator('tbody tr')).toHaveCount(9)
  await expect(cell(page, 6, 3)).toHaveText('≥')
  await expect(cell(page, 6, 4)).toHaveText('90')
  await expect(cell(page, 6, 5)).toHaveText('%')
  await expect(cell(page, 6, 6)).toHaveText('10')
  await expect(page.getByText(/粘贴 3 行，\d+ 处未识别/)).toBeVisible()
  await page.getByRole('button', { name: '查看' }).click()
  await page.getByRole('button', { name: /权重“十分”/ }).click()
  await page.keyboard.type('5')
  await page.keyboard.press('Enter')
  await expect(cell(page, 7, 6)).toHaveText('5')
  await expect(page.getByText('权重 105/')).toBeVisible()
  // The report put away, the keyboard is in the sheet again.
  await page.getByRole('button', { name: '知道了' }).click()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  // Back over the 5 and the whole block.
  await expect(grid(page).locator('tbody tr')).toHaveCount(6)
  // The report of what is taken back goes with it.
  await paste(page, '效益指标\t社会效益指标\t知晓率\t≥90%\t\t\t5\n')
  await expect(page.getByText('粘贴 1 行，全部识别。')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('粘贴 1 行')).toBeHidden()
})

test('copies out what was selected, with line breaks quoted', async ({ page, app }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openGoal(page, app.url)
  await cell(page, 1, 2).click()
  await page.keyboard.press('F2')
  await page.keyboard.press('Alt+Enter')
  await page.keyboard.type('二')
  await page.keyboard.press('Enter')
  await cell(page, 1, 2).click()
  await cell(page, 2, 4).click({ modifiers: ['Shift'] })
  await page.keyboard.press('Control+c')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.replaceAll('\r\n', '\n').split('\t')).toHaveLength(5)
  expect(copied).toContain('"农村公路日常养护里程\n二"\t≥\t86')
})

test('only 送审 is blocked, and a finding leads to its field', async ({ page, app }) => {
  await openGoal(page, app.url)
  await page.getByLabel('责任主体').fill('县公路养护段')
  await page.getByRole('button', { name: '送审' }).click()
  await expect(page.getByRole('dialog', { name: '还不能送审' })).toBeVisible()
  await page.getByRole('button', { name: '去改第一处' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await saved(page)
  await page.reload()
  await expect(page.getByLabel('责任主体')).toHaveValue('县公路养护段')
  await page.getByLabel('项目概况').fill('全县农村公路日常养护。'.repeat(300))
  await page.getByRole('button', { name: '打印', exact: true }).click()
  await expect(page.getByRole('region', { name: '打印预览' })).toContainText('全县农村公路日常养护。')
  expect(await paperFaults(page)).toEqual([])
  await page.goBack()
  await page.getByRole('button', { name: '返回台账' }).click()
  await beginsWhereItIsToBeFilled(page)
})

/** A new goal: the dialog begins at the unit, the form at the name. */
async function beginsWhereItIsToBeFilled(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新建', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '新建目标' })
  await expect(dialog.getByRole('button', { name: '单位：请选择单位' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('公路养护段')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: '新建', exact: true }).click()
  await expect(page.getByLabel('项目名称')).toBeFocused()
  // What was just typed is not called missing while the button that is pressed is still down.
  await page.keyboard.type('公路')
  await page.getByRole('button', { name: '送审' }).hover()
  await page.mouse.down()
  expect(await page.getByLabel('项目名称').getAttribute('aria-invalid')).toBe('false')
  await page.mouse.up()
}

test('a half-written cell is kept when the page is left, and the window never asks', async ({
  page,
  app,
}) => {
  await openGoal(page, app.url)
  await cell(page, 4, 2).click()
  await page.keyboard.type('写到一半')
  await page.getByRole('link', { name: '首页' }).click()
  await expect(page).toHaveURL(/#\/$/)
  await page.goBack()
  await expect(cell(page, 4, 2)).toHaveText('写到一半')
})

test('a change made elsewhere meanwhile leads to a choice, never to a silent loss', async ({ page, app }) => {
  await openGoal(page, app.url)
  const other = await page.context().newPage()
  await other.goto(app.url)
  await other.goto(page.url())
  await expect(grid(other)).toBeVisible()
  await cell(other, 0, 4).click()
  await other.keyboard.type('300')
  await other.keyboard.press('Enter')
  await saved(other)
  await expect(cell(other, 0, 4)).toHaveText('300')
  await cell(page, 1, 4).click()
  await page.keyboard.type('77')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').getByText(/您的修改还在屏幕上/)).toBeVisible()
  await page.getByRole('button', { name: '用屏幕上的内容覆盖' }).click()
  await saved(page)
  await page.reload()
  await expect(cell(page, 1, 4)).toHaveText('77')
})
