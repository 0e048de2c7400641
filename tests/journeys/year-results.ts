import { expect } from './patient.ts'
import { switchDuty, visit } from './start-book.ts'
import { stateNow, takeStep } from './take-step.ts'
import { all, cut, ownProject, wan } from './year-plan.ts'
import { openRow, shot, type World } from './year-start.ts'

/** What the evaluation found is applied to next year's money: proposed, studied, decided. */
export async function resultApplied({ county }: World): Promise<void> {
  const { page } = county
  await visit(page, 'applications')
  await page.getByRole('button', { name: '提出应用建议' }).click()
  const dialog = page.getByRole('dialog', { name: '提出结果应用建议' })
  await dialog.getByLabel('来源').selectOption('evaluation')
  await expect(dialog.getByRole('status')).toContainText('已勾选 1 项')
  await shot(county, '27-县局-提出应用建议')
  await dialog.getByRole('button', { name: '列入 1 项' }).click()
  await expect(dialog).toBeHidden()
  await openRow(page, '结果应用台账', ownProject)
  const proposal = page.getByRole('region', { name: '应用建议' })
  await proposal.getByLabel(/建议增减/).fill(`-${wan(cut)}`)
  await proposal.getByLabel(/建议增减/).press('Enter')
  await expect(proposal.getByLabel(/建议增减/)).toHaveValue(`-${wan(cut)}`)
  await takeStep(page, '送预算科')
  await switchDuty(page, '预算')
  await takeStep(page, '报局领导审定')
  await page.getByLabel('审定的局领导或会议').fill('局党组会议')
  await page.getByLabel('审定的局领导或会议').press('Enter')
  await takeStep(page, '审定')
  await expect(stateNow(page)).toContainText('待落实')
  await shot(county, '28-县局-审定')
  await switchDuty(page, '监督与绩效管理')
}

/** Everything that has to be public is registered with the address where it can be seen. */
export async function published({ county }: World): Promise<void> {
  const { page } = county
  // Every goal, every self-evaluation, and the one evaluation.
  const due = 2 * all + 1
  await visit(page, 'disclosures')
  await expect(page.getByRole('tab', { name: `应公开 ${due}`, exact: true })).toBeVisible()
  await page.getByLabel('选择筛选出的全部').check()
  await page.getByRole('button', { name: `登记公开 ${due} 项` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('网址').fill('http://www.scnj.gov.cn/ysgk/2026')
  await shot(county, '29-县局-登记公开')
  await dialog.getByRole('button', { name: '登记公开' }).click()
  await expect(page.getByRole('tab', { name: `已公开 ${due}`, exact: true })).toBeVisible()
}
