import type { Page } from '@playwright/test'
import { receive, send, take } from './exchange-world.ts'
import { openImport, writeChosen } from './import-world.ts'
import { paste } from './paste.ts'
import { expect } from './patient.ts'
import { switchDuty, visit } from './start-book.ts'
import { takeStep } from './take-step.ts'
import {
  goalFiles,
  office,
  others,
  ownAmount,
  ownDeclared,
  ownIndicators,
  ownProject,
  ownUnit,
  wan,
  year,
} from './year-plan.ts'
import { laidOut, openGoal, shot, takeAll, type World, writeAmount } from './year-start.ts'

/** The forms of the other units come in as one folder, and are handed in together. */
export async function goalsComeByExcel({ county }: World): Promise<void> {
  const { page } = county
  const folder = laidOut(county, '各单位报来', await goalFiles())
  await openImport(page)
  await page.getByLabel('要导入的文件夹').setInputFiles(folder)
  await expect(page.locator('[data-step=核对]')).toBeVisible()
  const found = page.getByRole('group', { name: '按结果筛选' })
  await expect(found.getByRole('button', { name: new RegExp(`新增 ${others.length}$`) })).toBeVisible()
  await shot(county, '05-县局-核对报来的目标')
  await writeChosen(page, others.length)
  await switchDuty(page, '预算单位')
  await visit(page, 'goals?status=draft')
  await takeAll(page, '送审', others.length)
  await switchDuty(page, '监督与绩效管理')
}

/** The accountant writes the unit's own project. */
export async function unitWritesGoal(place: World['unit']): Promise<void> {
  const { page } = place
  await visit(page, 'goals')
  await page.getByRole('button', { name: '新建', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '新建目标' })
  await expect(dialog.getByRole('button', { name: `单位：${ownUnit.name}` })).toBeVisible()
  await dialog.getByRole('button', { name: '新建', exact: true }).click()
  await page.getByLabel('项目名称').fill(ownProject)
  const texts = {
    责任主体: ownUnit.name,
    联系人: '李敏',
    联系电话: '0827-8220002',
    开始日期: `${year}-01-01`,
    结束日期: `${year}-12-31`,
    立项依据: '教育信息化三年行动计划',
    项目概况: '为全县 320 名乡村教师开展信息化教学培训，配备培训用机房',
    '资金总额（万元）': wan(ownDeclared),
    年度目标: '培训乡村教师 320 人，合格率 95% 以上，覆盖 30 个乡镇',
  }
  const choices = {
    项目类别: '部门发展类',
    预算项目种类: '专项预算项目',
    项目属性: '新增',
    项目类型: '常年性',
  }
  for (const [label, text] of Object.entries(texts)) {
    const field = page.getByLabel(label, { exact: true })
    await field.fill(text)
    await field.press('Tab')
  }
  for (const [label, word] of Object.entries(choices))
    await page.getByLabel(label, { exact: true }).selectOption({ label: word })
  const sheet = page.getByRole('grid', { name: '绩效指标' })
  await sheet.locator('tbody tr').first().locator('td').first().click()
  await paste(page, ownIndicators.map((row) => row.join('\t')).join('\n'))
  await expect(sheet).toContainText(ownIndicators.at(-1)?.[2] ?? '')
  await expect(page.locator('[data-save=saved]')).toBeVisible()
  await shot(place, '06-单位-填报目标')
  await handIn(page)
}

async function handIn(page: Page): Promise<void> {
  await takeStep(page, '送审')
  await expect(page.getByText(`送审：${ownProject}`)).toBeVisible()
  // The form is drawn anew, and keys go on from there.
  await expect(page.locator(':focus')).toHaveCount(1)
}

/** From the unit to the county, and its receipt need not come back for the work to go on. */
export async function report({ county, unit }: World): Promise<string> {
  const sent = await send(unit, '上报包', office)
  await receive(county, sent)
  await take(county)
  return sent.contents
}

export async function decide({ county, unit }: World): Promise<void> {
  await receive(unit, await send(county, '批复包', ownUnit.name))
  await take(unit)
}

/** 支出管理科 sends the unit's project back with words at the amount; what is in order passes at once. */
export async function firstReview({ county }: World): Promise<void> {
  const { page } = county
  await switchDuty(page, '支出管理')
  await openGoal(page, ownProject)
  await page.getByRole('tab', { name: '审核' }).click()
  await page.getByLabel('批注于').selectOption({ label: '资金总额' })
  await page.getByLabel('批注', { exact: true }).fill('机房设备可利用现有教室，请核减。')
  await page.getByRole('button', { name: '添加批注' }).click()
  await expect(page.locator('[data-field=total]')).toContainText('请核减')
  await shot(county, '07-县局-初审批注')
  await takeStep(page, '退回', '请核减设备购置费后再报。')
  await switchDuty(page, '监督与绩效管理')
}

/** The unit sees the words where they were written, answers, corrects and hands in again. */
export async function unitCorrects(place: World['unit']): Promise<void> {
  const { page } = place
  await openGoal(page, ownProject)
  await expect(page.getByText('退回意见：')).toBeVisible()
  await expect(page.locator('[data-field=total]')).toContainText('请核减')
  await shot(place, '08-单位-看退回意见')
  await writeAmount(page, ownAmount)
  await page.getByRole('tab', { name: '审核' }).click()
  await page.getByLabel('答复').fill('已核减机房设备。')
  await page.getByRole('button', { name: '答复', exact: true }).click()
  await expect(page.getByText('● 已答复')).toBeVisible()
  await expect(page.locator('[data-save=saved]')).toBeVisible()
  await handIn(page)
}
