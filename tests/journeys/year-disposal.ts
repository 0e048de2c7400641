import { expect } from './patient.ts'
import { switchDuty, visit } from './start-book.ts'
import { stateNow, takeStep } from './take-step.ts'
import { ownProject } from './year-plan.ts'
import { openRow, shot, takeAll, type World } from './year-start.ts'

/** 支出管理科 passes what the units reported, 监督与绩效管理 collects it. */
export async function roundCollected({ county }: World, count: number): Promise<void> {
  const { page } = county
  await switchDuty(page, '支出管理')
  await visit(page, 'monitoring?group=submitted')
  await takeAll(page, '通过', count)
  await switchDuty(page, '监督与绩效管理')
  await visit(page, 'monitoring?group=passed')
  await takeAll(page, '汇总', count)
  await expect(page.getByRole('tab', { name: `已汇总 ${count}` })).toBeVisible()
  await shot(county, `17-县局-监控汇总-${count}`)
}

/** The unit's project is late: a letter goes out. */
export async function disposalIssued({ county }: World): Promise<void> {
  const { page } = county
  await visit(page, 'disposals')
  await page.getByRole('button', { name: '提出处置' }).click()
  const dialog = page.getByRole('dialog', { name: '提出处置建议' })
  await expect(dialog.getByText(/已勾选 \d+ 个/)).toBeVisible()
  await dialog.getByLabel('选择筛选出的全部').uncheck()
  await dialog.getByLabel(`选择 ${ownProject}`, { exact: true }).check()
  await dialog.getByLabel(`${ownProject}的处置措施`).selectOption('hasten')
  await dialog.getByRole('button', { name: '提出 1 项' }).click()
  await expect(dialog).toBeHidden()
  await openRow(page, '处置台账', ownProject)
  const decision = page.getByRole('region', { name: '处置意见' })
  await decision.getByLabel(/处置要求/).fill('请于 10 月底前支付到 65% 以上。')
  await decision.getByLabel('发文字号').fill('南财绩函〔2026〕8号')
  await decision.getByLabel('发文字号').press('Enter')
  await expect(page.locator('[data-save=saved]')).toBeVisible()
  await shot(county, '18-县局-处置意见')
  await takeStep(page, '下达处置')
}

/** The unit answers the letter on its own machine. */
export async function disposalAnswered(place: World['unit']): Promise<void> {
  const { page } = place
  await visit(page, 'disposals')
  await openRow(page, '处置台账', ownProject)
  const answer = page.getByRole('region', { name: '整改情况' })
  await answer.getByLabel('处理方式').selectOption('继续执行')
  await answer.getByLabel(/^整改情况/).fill('暑期培训已办结，10 月底前支付 70%。')
  await answer.getByLabel(/^整改情况/).press('Tab')
  await shot(place, '19-单位-提交整改')
  await takeStep(page, '提交整改')
}

export async function disposalClosed({ county }: World): Promise<void> {
  const { page } = county
  await visit(page, 'disposals')
  await openRow(page, '处置台账', ownProject)
  await switchDuty(page, '支出管理')
  await takeStep(page, '审核通过')
  await switchDuty(page, '监督与绩效管理')
  await takeStep(page, '销号', '已按要求整改到位。')
  await expect(stateNow(page)).toContainText('已销号')
  await shot(county, '20-县局-销号')
}

/** A second round for the one project that was warned about. */
export async function secondRound({ county }: World): Promise<void> {
  const { page } = county
  await visit(page, 'monitoring')
  await page.getByRole('button', { name: '布置轮次' }).click()
  const dialog = page.getByRole('dialog', { name: '布置监控轮次' })
  await dialog.getByLabel('数据截至').selectOption('10 月底')
  await dialog.getByLabel('范围').selectOption('指定项目')
  await dialog.getByLabel('查找项目').fill(ownProject)
  await dialog.getByRole('list', { name: '可以指定的项目' }).getByRole('checkbox').check()
  await dialog.getByRole('button', { name: '布置给 1 个对象' }).click()
  await expect(page.getByRole('tab', { name: '全部 1' })).toBeVisible()
}
