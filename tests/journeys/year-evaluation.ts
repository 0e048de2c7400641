import type { Page } from '@playwright/test'
import { expect } from './patient.ts'
import { resultPart } from './result-part.ts'
import { visit } from './start-book.ts'
import { takeStep } from './take-step.ts'
import { decide, report } from './year-goals.ts'
import { ownProject, year } from './year-plan.ts'
import { shot, type World } from './year-start.ts'

const experts = ['何佳宁', '赵明远', '吴若彤'] as const
/** What no expert finds proved: it costs the project 25 points of 100. */
const unproven = /^服务对象满意度|^完成质量|^完成时效|^合理性/
/** Scored by the value that was reached, and by how often something was found; the others by 达成. */
const measured = /^完成/
const counted = /^资金使用/
const items = [
  ...['必要性', '可行性', '明确性', '合理性', '资金分配', '资金使用', '执行规范'],
  ...['完成数量', '完成质量', '完成时效', '完成成本', '项目效益', '服务对象满意度'],
] as const
const system = '项目支出绩效评价表（四川 2017 体例）'

async function register(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '登记专家' }).click()
  const panel = page.getByRole('region', { name: '专家登记' })
  await panel.getByLabel('姓名').fill(name)
  await panel.getByLabel('工作单位').fill('巴中市审计学会')
  await panel.getByLabel('财务管理').click()
  await expect(panel.getByLabel('财务管理')).toBeChecked()
  await expect(page.getByRole('table', { name: '专家' })).toContainText(name)
  await panel.getByRole('button', { name: '关闭' }).click()
}

/** Three experts are registered, and the unit's project is given to them. */
export async function evaluationOpens({ county }: World): Promise<void> {
  const { page } = county
  await visit(page, 'settings/experts')
  for (const name of experts) await register(page, name)
  await visit(page, 'evaluation/tasks')
  await page.getByRole('button', { name: '新建任务' }).click()
  const dialog = page.getByRole('dialog', { name: '新建评价任务' })
  await dialog.getByLabel('评价的项目').fill(ownProject)
  await page.getByRole('option', { name: new RegExp(ownProject) }).click()
  await dialog.getByLabel(/^指标体系/).selectOption({ label: system })
  await dialog.getByLabel('完成日期').fill(`${year + 1}-06-30`)
  for (const name of experts) await dialog.getByLabel(new RegExp(name)).check()
  await shot(county, '24-县局-新建评价任务')
  await dialog.getByRole('button', { name: '新建任务' }).click()
  await takeStep(page, '开始评分')
  await expect(page.getByText('请选择评分的专家')).toBeVisible()
}

/** Gives the indicator in hand its full mark, or leaves it 未证实 with the reason, by the keys of the desk. */
async function scoreOne(page: Page, name: string): Promise<void> {
  if (unproven.test(name)) {
    await page.keyboard.press('u')
    await page.getByLabel('理由（R）').fill('没有培训签到和测评资料，不能核实。')
    await page.keyboard.press('Control+Enter')
    return
  }
  if (measured.test(name)) await page.getByLabel(/^实际值/).fill('100')
  else await page.keyboard.press(counted.test(name) ? '0' : '1')
  await page.keyboard.press('Enter')
}

/** Every expert scores at the desk and signs. */
export async function expertsScoreAtDesk({ county }: World): Promise<void> {
  const { page } = county
  const sums = page.getByRole('status', { name: '评分合计' })
  const asked = page.locator('section[aria-label] h2')
  for (const name of experts) {
    await page.getByRole('button', { name: new RegExp(name) }).click()
    await expect(page.getByText(`评分 › ${name}`)).toBeVisible()
    for (const [index, item] of items.entries()) {
      await expect(sums).toContainText(`已评 ${index}/${items.length}`)
      await expect(asked).toHaveText(new RegExp(`^${item}`))
      await scoreOne(page, item)
    }
    await expect(sums).toContainText(`已评 ${items.length}/${items.length}`)
    if (name === experts[0]) await shot(county, '25-县局-评分台')
    await page.getByRole('button', { name: '签名' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '签名' }).click()
    await expect(page.getByText(`已签名：${name}的评分表`)).toBeVisible()
    await page.getByRole('button', { name: '换专家' }).click()
  }
}

/** The scores are put together, the unit is heard, the result is locked and reported. */
export async function evaluationConcluded(world: World): Promise<void> {
  const { county } = world
  const { page } = county
  await page.getByRole('button', { name: '返回任务' }).click()
  await takeStep(page, '结束评分')
  await page.getByRole('button', { name: '看结果' }).click()
  await expect(page.getByRole('table', { name: '评分表' })).toContainText('75')
  await resultPart(page, '问题和建议').click()
  await page.getByRole('button', { name: '从扣分理由列出（4 条）' }).click()
  await page.getByLabel(/有关建议/).fill('完善培训签到和测评，留存影像资料。')
  await page.getByLabel(/有关建议/).press('Tab')
  await expect(page.locator('[data-save=saved]')).toBeVisible()
  await shot(county, '26-县局-问题和建议')
  await takeStep(page, '征求意见')
  await heard(world)
}

/** The unit is asked by package about the draft, without who gave what; its opinion comes back and is answered. */
async function heard(world: World): Promise<void> {
  const { county, unit } = world
  const { page } = county
  const result = new URL(page.url()).hash.slice(2)
  await decide(world)
  await visit(unit.page, '')
  await unit.page.getByRole('button', { name: '提意见' }).click()
  const say = unit.page.getByRole('region', { name: '提出意见' })
  await say.getByLabel('意见和理由').fill('测评资料已补齐，存单位备查。')
  await say.getByLabel('意见和理由').press('Tab')
  await say.getByRole('button', { name: '提交意见' }).click()
  await expect(unit.page.getByRole('region', { name: '意见 1' })).toContainText('测评资料已补齐')
  await resultPart(unit.page, '综合得分').click()
  await expect(unit.page.getByText('综合得分（征求意见稿）')).toBeVisible()
  await expect(unit.page.getByRole('table', { name: '评分表' })).toContainText('75')
  for (const name of experts) await expect(unit.page.getByText(name)).toHaveCount(0)
  await shot(unit, '26-单位-征求意见')
  await report(world)
  await visit(page, result)
  await resultPart(page, '征求意见').click()
  const opinion = page.getByRole('region', { name: '意见 1' })
  await opinion.getByLabel('采纳情况').selectOption('采纳')
  await expect(page.locator('[data-save=saved]')).toBeVisible()
  await takeStep(page, '确定结论')
  await resultPart(page, '综合得分').click()
  await expect(page.getByText('综合得分（已锁定）')).toBeVisible()
  await page.getByRole('button', { name: '导出报告' }).click()
  await expect(page.getByText(`已导出 ${ownProject}绩效评价报告（${year}年）.docx`)).toBeVisible()
}
