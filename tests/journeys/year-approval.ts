import type { Page } from '@playwright/test'
import { paste } from './paste.ts'
import { expect } from './patient.ts'
import { switchDuty, visit } from './start-book.ts'
import { takeStep } from './take-step.ts'
import { all, ownAmount, ownProject, wan } from './year-plan.ts'
import { shot, takeAll, type World } from './year-start.ts'

const experts = ['周明', '吴晓梅', '郑建国'] as const
/** 要点 of the score sheet; each is worth five points. */
const aspects = 20

function part(page: Page, name: string) {
  return page.getByRole('region', { name })
}

/** The unit's new project exceeds the line: it is assessed before it may enter the budget, and supported after adjusting. */
export async function assessed({ county }: World): Promise<void> {
  const { page } = county
  await visit(page, 'assessments?group=unlisted')
  const ledger = page.getByRole('grid', { name: '事前评估台账' })
  await ledger.getByRole('row', { name: ownProject }).getByRole('checkbox').check()
  await page.getByRole('button', { name: '列入 1 个' }).click()
  await page.getByRole('tab', { name: /办理中/ }).click()
  await ledger.getByRole('row', { name: ownProject }).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(ownProject)
  await shot(county, '09-县局-事前评估')
  await switchDuty(page, '支出管理')
  await part(page, '初审与建议').getByLabel('初审意见').fill('新增项目，建议评估。')
  await part(page, '初审与建议').getByLabel('评估（评审）建议').selectOption('both')
  await takeStep(page, '提出建议')
  await switchDuty(page, '预算')
  await takeStep(page, '会签', '同意')
  await switchDuty(page, '监督与绩效管理')
  await takeStep(page, '下达评估', '一并进行')
  await switchDuty(page, '投资评审')
  await part(page, '资料清单').getByRole('button', { name: '缺失的全部标为已收到' }).click()
  await expertsScore(page)
  await shot(county, '10-县局-专家评分')
  const analysis = part(page, '分析与结论')
  await analysis.getByLabel('评估结论').selectOption('adjust')
  await analysis.getByLabel(/建议金额/).fill(wan(ownAmount))
  await analysis.getByLabel('评估编号').fill('南财评〔2026〕1号')
  await analysis.getByLabel('评估编号').press('Enter')
  await takeStep(page, '提交报告')
  await switchDuty(page, '监督与绩效管理')
  await takeStep(page, '确认结论', '同意')
  await expect(page.getByRole('list', { name: '进度' })).toContainText('调整后支持')
}

async function expertsScore(page: Page): Promise<void> {
  const scores = part(page, '专家评分')
  const sheet = scores.getByRole('grid', { name: '专家评分' })
  for (const [index, name] of experts.entries()) {
    await scores.getByRole('button', { name: '增加专家' }).click()
    await scores.getByLabel(`专家 ${index + 1} 姓名`).fill(name)
    await scores.getByLabel(`专家 ${index + 1} 姓名`).press('Enter')
    await expect(sheet.getByRole('columnheader', { name })).toBeVisible()
  }
  await sheet.locator('tbody tr').first().locator('td').nth(3).click()
  await paste(page, Array.from({ length: aspects }, () => '4.5\t3.9\t3.5').join('\n'))
  for (const name of experts) {
    await scores.getByRole('button', { name: `提交${name}的评分` }).click()
    await expect(page.getByText(`${name}已提交评分。`)).toBeVisible()
  }
  // (4.5 + 3.9 + 3.5) / 3 = 3.9666…, twenty times 3.97.
  await expect(scores).toContainText('合计 79.40 分')
}

/** All the goals of the county through the three stages, each stage by who is responsible for it. */
export async function approved({ county }: World): Promise<void> {
  const { page } = county
  await switchDuty(page, '支出管理')
  await visit(page, 'goals?status=submitted')
  await shot(county, '11-县局-初审')
  await takeAll(page, '初审通过', all, '审核无误')
  await switchDuty(page, '监督与绩效管理')
  await visit(page, 'goals?status=joint')
  await takeAll(page, '会审通过', all, '会议审议通过')
  await switchDuty(page, '预算')
  await visit(page, 'goals?status=reviewed')
  await takeAll(page, '批复', all)
  await visit(page, 'goals?status=approved')
  await expect(page.getByRole('status').filter({ hasText: `共 ${all} 项` })).toBeVisible()
  await shot(county, '12-县局-批复')
  await switchDuty(page, '监督与绩效管理')
}
