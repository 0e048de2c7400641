import { expect, type Page } from '@playwright/test'
import { test } from './app.ts'
import { resultPart } from './result-part.ts'
import { openDemo, openYear, switchDuty, visit } from './start-book.ts'
import { wordPictures, wordText } from './word-text.ts'

test.use({ holds: 'demo' })

/** The result of a task by the name it has in the ranking. */
async function openResult(page: Page, name: string): Promise<void> {
  await visit(page, 'evaluation/ranking')
  await page.getByRole('grid', { name: '评价结果排名' }).getByText(name).dblclick()
  await expect(page.getByRole('tab', { name: '结果', selected: true })).toBeVisible()
}

test('a task goes from its scores through the second round and the unit’s opinion to the locked conclusion', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await openYear(page, '2025')
  await openResult(page, '农村公路日常养护')
  const scores = page.getByRole('table', { name: '评分表' })
  await expect(page.getByText(/4 个指标的评分相差超过分值的 30%/)).toBeVisible()

  // A score opens down to each expert's reason and working paper.
  await scores.getByRole('button', { name: '质量达标率' }).click()
  const ground = page.getByRole('complementary', { name: '指标得分的依据' })
  await expect(ground.getByRole('region', { name: '向志远' })).toContainText('理由：')
  await expect(ground.getByRole('region', { name: '向志远' })).toContainText('底稿：')

  await resultPart(page, '专家一致性').click()
  await expect(page.getByText(/一致性（Kendall 协同系数 W）：0\.\d\d（专家 5 人，指标 17 个/)).toBeVisible()
  await page.getByLabel('本任务采用').selectOption('去掉最高最低分后的平均值')
  await resultPart(page, '综合得分').click()
  await expect(scores).toBeVisible()
  await expect(page.getByText('去掉最高最低分后的平均值')).toBeVisible()

  await page.getByRole('button', { name: '开启第二轮（4 个指标）' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '对 4 个指标再评一轮' }).click()
  await expect(page.getByText(/第二轮评分中：还有 5 人没有签名/)).toBeVisible()
  await expect(page.getByRole('button', { name: '征求意见', exact: true })).toHaveCount(1)
  await expect(page.getByRole('button', { name: '去第二轮评分' })).toBeVisible()
  expect(app.complaints).toEqual([])
})

test('the unit speaks, each opinion is decided, and only then the result is locked and reported', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await openYear(page, '2025')
  await openResult(page, '80 周岁以上老年人高龄津贴政策')
  await expect(page.getByText('综合得分（已锁定）')).toBeVisible()
  await page.getByRole('button', { name: '撤销结论' }).click()
  await page.getByRole('dialog').getByLabel('意见（必填）').fill('补充核实发放数据')
  await page.getByRole('dialog').getByRole('button', { name: '撤销结论' }).click()

  await switchDuty(page, '预算单位')
  await expect(page.getByRole('table', { name: '评分表' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: '何佳宁' })).toBeHidden()
  await resultPart(page, '征求意见').click()
  const say = page.getByRole('region', { name: '提出意见' })
  await say.getByLabel('针对').selectOption('问题 1')
  await say.getByLabel('意见和理由').fill('多发的补贴已全部追回。')
  await say.getByLabel('意见和理由').blur()
  await say.getByRole('button', { name: '提交意见' }).click()
  await expect(page.getByRole('region', { name: '意见 2' })).toContainText('多发的补贴已全部追回。')

  await switchDuty(page, '监督与绩效管理')
  await resultPart(page, '征求意见').click()
  await page.getByRole('button', { name: '确定结论' }).click()
  await expect(page.getByText(/1 条意见还没有处理完.*补齐后再确定结论/)).toBeVisible()
  await page.getByRole('region', { name: '意见 2' }).getByLabel('采纳情况').selectOption('采纳')
  await page.getByRole('button', { name: '确定结论' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确定结论' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '已结论' })).toBeVisible()
  await expect(page.getByRole('region', { name: '意见 2' }).getByLabel('采纳情况')).toBeDisabled()

  await page.getByRole('button', { name: '导出报告' }).click()
  await expect(page.getByText(/已导出 .*绩效评价报告（2025年）\.docx/)).toBeVisible()
  await page.getByRole('button', { name: '导出评分表' }).click()
  await expect(page.getByText(/已导出 .*绩效评价评分表（2025年）\.xlsx/)).toBeVisible()
  const text = wordText(app.exportsDir)
  for (const part of ['多发的补贴已全部追回。', '评价等级为“优”', '满意度问卷汇总表', '附件 5'])
    expect(text).toContain(part)
  expect(text).not.toContain('征求意见稿')
  expect(wordPictures(app.exportsDir)).toHaveLength(1)
  expect(app.complaints).toEqual([])
})

test('the result of the government’s budget is fed back, received and answered', async ({ page, app }) => {
  await openDemo(page, app)
  await openYear(page, '2025')
  await visit(page, 'home')
  const todo = page.getByRole('region', { name: '待办' })
  const due = todo.getByRole('listitem').filter({ hasText: '政府预算评价结果待反馈' })
  await due.getByRole('button', { name: '切换并反馈' }).click()
  await page.getByRole('grid', { name: '评价任务台账' }).getByText('政府预算').first().dblclick()
  await page.getByRole('link', { name: '待反馈' }).click()
  await page.getByRole('button', { name: '反馈结果' }).click()
  const draft = page.getByRole('dialog').getByLabel('反馈的结果和意见（必填）')
  await expect(draft).toHaveValue(/等级为“.”。主要问题：.*1,260\.00 万元/)
  await page.getByRole('dialog').getByRole('button', { name: '反馈结果' }).click()
  await expect(page.getByRole('region', { name: '预算科反馈的结果和意见' })).toContainText('主要问题')

  await switchDuty(page, '监督与绩效管理')
  await page.getByRole('button', { name: '接收', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '接收' }).click()
  await page.getByRole('button', { name: '答复', exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /转移支付/ })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: '答复', exact: true }).click()
  await expect(page.getByRole('region', { name: '监督与绩效管理科的结果运用建议' })).toContainText('转移支付')
  await expect(resultPart(page, '结果反馈：已答复')).toBeVisible()
  expect(app.complaints).toEqual([])
})

test('a questionnaire is made, tallied like a sheet, and says how sure its figure is', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await openYear(page, '2025')
  await visit(page, 'evaluation/surveys')
  await expect(page.getByRole('grid', { name: '满意度问卷' }).getByText('● 已达到')).toBeVisible()
  await page.getByRole('button', { name: '新建问卷' }).click()
  const panel = page.getByRole('complementary', { name: '满意度和抽样误差' })
  await expect(panel).toContainText('385 份')
  await page.getByLabel('调查对象人数').fill('1000')
  await page.getByLabel('调查对象人数').blur()
  await expect(panel).toContainText('278 份')

  const sheet = page.getByRole('grid', { name: '计票表' })
  await sheet.getByRole('gridcell').filter({ hasText: '对实施的质量' }).click()
  for (const text of ['100', '150', '20', '8', '0']) {
    await page.keyboard.press('Tab')
    await page.keyboard.type(text)
  }
  await page.keyboard.press('Enter')
  await expect(panel).toContainText('89.9%')
  await expect(panel).toContainText('±5.00 个百分点')
  await expect(panel).toContainText('● 已达到')
  await page.getByRole('button', { name: '导出纸质问卷' }).click()
  await expect(page.getByText(/已导出 .*满意度问卷 3\.docx/)).toBeVisible()
  await page.reload()
  await expect(panel).toContainText('89.9%')
  expect(app.complaints).toEqual([])
})
