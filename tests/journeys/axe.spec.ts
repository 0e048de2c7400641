import { expect, type Page } from '@playwright/test'
import { test } from './app.ts'
import { everyPage, openPlace, type Place } from './every-page.ts'
import { keyboardFaults } from './keyboard.ts'
import { paperFaults } from './paper.ts'
import { unreachable } from './reachable.ts'
import { seriousFaults } from './serious-faults.ts'
import { openDemo, openYear, switchDuty, visit } from './start-book.ts'

test.use({ holds: 'demo' })

/** Packages come and go in the journey of the exchange, which looks at their pages. */
const lookedAtElsewhere = [
  'exchange/packages/:id',
  'exchange/packages/:id/cover',
  'exchange/packages/:id/receipt',
]
/** Pages of records that the demo does not have; they are made first. */
const madeFirst = ['dashboard/frozen/:id', 'monitoring/reports/:id', 'supervision/reports/:id']

const desk = { width: 1366, height: 768 }
const wall = { width: 1920, height: 1080 }
/** The desk's screen at 125 % and at 150 %. */
const scaled = [
  { width: 1093, height: 614 },
  { width: 911, height: 512 },
]

/** Pages that are printed. */
const isPaper = /paper$|minutes$|brief|disclosures\/set|cover$|receipt$/

/** A page in both sizes, on paper, by keyboard alone, and at 125 % and 150 %. */
async function lookAt(page: Page, place: Place): Promise<void> {
  await page.setViewportSize(desk)
  await openPlace(page, place)
  expect.soft(await seriousFaults(page), place.pattern).toEqual([])
  expect.soft(await keyboardFaults(page), `${place.pattern} by keyboard`).toEqual([])
  if (isPaper.test(place.pattern))
    expect.soft(await paperFaults(page), `${place.pattern} on paper`).toEqual([])
  await page.setViewportSize(wall)
  expect.soft(await seriousFaults(page), `${place.pattern} at 1920`).toEqual([])
  for (const size of scaled) {
    await page.setViewportSize(size)
    expect.soft(await unreachable(page), `${place.pattern} at ${size.width}`).toEqual([])
  }
}

/** Each part looks at every so-manyth page of the house. */
const parts = 6
for (let part = 0; part < parts; part++)
  test(`no page has a serious fault in both sizes, nor hides anything at 150 %: ${part + 1} of ${parts} @soak`, async ({
    page,
    app,
  }) => {
    test.setTimeout(400_000)
    page.setDefaultTimeout(15_000)
    await openDemo(page, app)
    const { places, without } = await everyPage(page)
    expect(without).toEqual([...lookedAtElsewhere, ...madeFirst].sort())
    for (const place of places.filter((_, index) => index % parts === part)) await lookAt(page, place)
  })

test('nor has a page of what the demo lets one make: a frozen board, the reports of a round and of the year @soak', async ({
  page,
  app,
}) => {
  test.setTimeout(200_000)
  page.setDefaultTimeout(15_000)
  await openDemo(page, app)
  await visit(page, 'dashboard')
  await page.getByRole('button', { name: '冻结', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '冻结' }).click()
  await expect(page.getByText('只读，数据到 10 月')).toBeVisible()
  await visit(page, 'monitoring/reports')
  await page
    .getByRole('row', { name: /1—7 月/ })
    .getByRole('button')
    .click()
  await page.getByRole('button', { name: '征求意见', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '征求意见' }).click()
  await expect(page.getByText('○ 未反馈').first()).toBeVisible()
  await visit(page, 'supervision')
  await page.getByRole('button', { name: '编写年度报告' }).click()
  await page.getByRole('menuitem', { name: '向人大报告' }).click()
  await expect(page.getByRole('textbox', { name: '总体情况' })).toHaveValue(/请予审议/)
  const { places, without } = await everyPage(page)
  expect(without).toEqual(lookedAtElsewhere)
  // A message that can be undone lies over the page for twelve seconds.
  await expect(page.locator('.MuiSnackbar-root')).toHaveCount(0, { timeout: 20_000 })
  for (const place of places.filter(({ pattern }) => madeFirst.includes(pattern))) await lookAt(page, place)
})

test('the form of a new indicator has no serious fault, empty or with findings', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'goals/library')
  await page.getByRole('button', { name: '新建个性指标' }).click()
  await page.getByRole('button', { name: '添加参考值' }).click()
  expect.soft(await seriousFaults(page), 'empty').toEqual([])
  await page.getByRole('button', { name: '提出' }).click()
  await expect(page.getByText('■ 请填写计量单位。')).toBeVisible()
  expect.soft(await seriousFaults(page), 'findings').toEqual([])
})

test('a goal and its paper have no serious fault', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'goals')
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/goals\/[0-9a-f-]{36}/)
  await page.waitForLoadState('networkidle')
  expect.soft(await seriousFaults(page), 'editor').toEqual([])
  const path = new URL(page.url()).hash.slice(2)
  await visit(page, `${path}/paper`)
  await page.waitForLoadState('networkidle')
  expect.soft(await seriousFaults(page), 'paper').toEqual([])
})

test('an assessment has no serious fault', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'assessments?group=running')
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/assessments\/[0-9a-f-]{36}/)
  await switchDuty(page, '投资评审')
  await page.waitForLoadState('networkidle')
  expect(await seriousFaults(page)).toEqual([])
})

test('monitoring has no serious fault: ledger, sheets, form and paper', async ({ page, app }) => {
  test.setTimeout(120_000)
  await openDemo(page, app)
  for (const path of ['monitoring', 'monitoring/lines', 'monitoring/fill', 'monitoring/fill?view=funds']) {
    await visit(page, path)
    const shown = page.getByRole('grid').or(page.getByRole('region', { name: '预警线', exact: true }))
    await expect(shown.first()).toBeVisible()
    expect.soft(await seriousFaults(page), path).toEqual([])
  }
  await visit(page, 'monitoring?group=missing')
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/monitoring\/[0-9a-f-]{36}/)
  await page.waitForLoadState('networkidle')
  expect.soft(await seriousFaults(page), 'lights').toEqual([])
  await page.getByRole('tab', { name: /问题/ }).click()
  expect.soft(await seriousFaults(page), 'findings').toEqual([])
  await page.getByRole('button', { name: '打印', exact: true }).click()
  await page.waitForLoadState('networkidle')
  expect.soft(await seriousFaults(page), 'paper').toEqual([])
  expect.soft(await paperFaults(page), 'on paper').toEqual([])
})

test('a check on the spot, written, read and on paper, has no serious fault', async ({ page, app }) => {
  await openDemo(page, app)
  await switchDuty(page, '监督检查')
  for (const state of ['started', 'taken']) {
    await visit(page, `monitoring/checks?state=${state}`)
    await page.getByRole('grid').getByRole('row').nth(1).dblclick()
    await expect(page.getByRole('table', { name: '核查事项' })).toBeVisible()
    expect.soft(await seriousFaults(page), state).toEqual([])
    await page.getByRole('tab', { name: /待补/ }).click()
    expect.soft(await seriousFaults(page), `${state}: what it lacks`).toEqual([])
  }
  await page.getByRole('button', { name: '打印底稿' }).click()
  await expect(page.getByRole('region', { name: '打印预览' })).toBeVisible()
  expect.soft(await seriousFaults(page), 'paper').toEqual([])
})

test('the end of an evaluation has no serious fault: plan, result, questionnaire', async ({ page, app }) => {
  await openDemo(page, app)
  await openYear(page, '2025')
  await visit(page, 'evaluation/plan')
  await expect(page.getByRole('grid')).toBeVisible()
  expect.soft(await seriousFaults(page), 'plan').toEqual([])
  await visit(page, 'evaluation/surveys')
  await page.getByRole('grid').getByRole('row').nth(1).dblclick()
  await expect(page.getByRole('complementary', { name: '满意度和抽样误差' })).toBeVisible()
  expect.soft(await seriousFaults(page), 'questionnaire').toEqual([])
  await visit(page, 'evaluation/ranking')
  await page.getByRole('grid').getByRole('row').nth(1).dblclick()
  const parts = page.getByRole('navigation', { name: '结果的各部分' })
  for (const name of ['综合得分', '专家一致性', '问题和建议', '征求意见', '评价报告']) {
    await parts.getByRole('button', { name }).click()
    await page.waitForLoadState('networkidle')
    expect.soft(await seriousFaults(page), name).toEqual([])
  }
})

test('the scoring of an evaluation has no serious fault: task, materials, system, desk and paper', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await openYear(page, '2025')
  await visit(page, 'evaluation/tasks')
  await page.getByRole('grid').getByText('高标准农田建设').dblclick()
  await expect(page.getByRole('list', { name: '进度' })).toBeVisible()
  const path = new URL(page.url()).hash.slice(2)
  for (const place of ['', '?part=materials', '?part=system', '/schedule', '/schedule/paper', '/score']) {
    await visit(page, `${path}${place}`)
    await page.waitForLoadState('networkidle')
    expect.soft(await seriousFaults(page), place).toEqual([])
  }
  await page.getByRole('button', { name: /赵明远/ }).click()
  await expect(page.getByRole('status', { name: '评分合计' })).toBeVisible()
  expect.soft(await seriousFaults(page), 'desk').toEqual([])
  await page.getByRole('button', { name: '底稿' }).click()
  await expect(page.getByRole('article')).toBeVisible()
  expect.soft(await seriousFaults(page), 'paper').toEqual([])
})
