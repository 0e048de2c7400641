import { expect } from '@playwright/test'
import { test } from './app.ts'
import { openDemo, switchDuty, visit } from './start-book.ts'
import { wordPictures, wordText } from './word-text.ts'

test.use({ holds: 'demo' })

test('the report of a round is drafted from the figures, sent round, answered and finished', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await visit(page, 'monitoring/reports')
  const list = page.getByRole('table', { name: '各轮总报告' })
  await list
    .getByRole('row', { name: /1—7 月/ })
    .getByRole('button')
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1—7 月绩效监控总报告')
  const money = page.getByLabel('预算执行情况', { exact: true }).getByRole('textbox')
  await expect(money).toHaveValue(/监控对象预算总额 [\d,.]+ 万元/)
  const drafted = await money.inputValue()

  // What a person writes replaces the draft, and the draft can be had back.
  const problems = page.getByRole('region', { name: '存在的主要问题' })
  await problems.getByRole('textbox').fill('部分项目前期准备不足，开工晚于计划。')
  await problems.getByRole('textbox').blur()
  await expect(problems.getByText('已改写，不再随数字变化')).toBeVisible()

  await page.getByRole('button', { name: '征求意见', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '征求意见' }).click()
  await expect(page.getByText('○ 未反馈').first()).toBeVisible()

  await switchDuty(page, '支出管理')
  await page.getByLabel('教科文科的修改意见').fill('学前教育项目资金 9 月才下达，请在报告中注明。')
  await page
    .getByRole('listitem')
    .filter({ hasText: '教科文科' })
    .getByRole('button', { name: '反馈修改意见' })
    .click()
  await expect(page.getByText('▲ 有修改意见')).toBeVisible()

  await switchDuty(page, '监督与绩效管理')
  await page.getByRole('button', { name: '定稿', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '定稿' }).click()
  await expect(page.getByText('还有股室的修改意见没有写明采纳情况')).toBeVisible()
  await page.getByLabel('对教科文科意见的采纳情况').selectOption('采纳')
  await page.getByRole('button', { name: '定稿', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '定稿' }).click()
  await expect(page.getByText('数字为定稿时的数字')).toBeVisible()
  await expect(money).toHaveValue(drafted)

  await page.getByRole('button', { name: '导出 Word' }).click()
  await expect(page.getByText(/已导出 .*总报告\.docx/)).toBeVisible()
  await page.getByRole('button', { name: '导出附表' }).click()
  await expect(page.getByText(/已导出 .*附表\.xlsx/)).toBeVisible()
  const text = wordText(app.exportsDir)
  for (const part of ['部分项目前期准备不足', '学前教育项目资金', '预警项目清单', '合计'])
    expect(text).toContain(part)
  expect(text).not.toContain('征求意见稿')
  const pictures = wordPictures(app.exportsDir)
  expect(pictures).toHaveLength(2)
  for (const bytes of pictures) expect([...bytes.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47])
  expect(app.complaints).toEqual([])
})
