import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils, type WorkSheet, write } from 'xlsx'
import { paste } from './paste.ts'
import { expect } from './patient.ts'
import { switchDuty, visit } from './start-book.ts'
import { all, others, ownIndicators, ownProject, year } from './year-plan.ts'
import { shot, takeAll, type World } from './year-start.ts'

/** 布置自评 for every approved goal, on the province's form. */
export async function selfEvaluationsOpen({ county }: World): Promise<void> {
  const { page } = county
  await visit(page, 'evaluation/self')
  await page.getByRole('button', { name: '布置自评' }).click()
  const dialog = page.getByRole('dialog', { name: '布置自评' })
  await expect(dialog).toContainText('预算数和执行数取自 1—12 月国库台账')
  await dialog.getByRole('button', { name: `布置 ${all} 份` }).click()
  await expect(page.getByText(`已布置 ${all} 份自评表`)).toBeVisible()
}

/** Rows of the province's sheet as the unit fills them in: every value of the target, and what became of the goal. */
function filledIn(sheet: WorkSheet): WorkSheet {
  const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' })
  const head = rows.findIndex((row) => row.includes('三级指标'))
  const goal = rows.findIndex((row) => row.includes('年度目标完成情况'))
  const put = (row: string[], value: string) => row.map((text, column) => (column === 7 ? value : text))
  const filled = rows.map((row, index) => {
    if (index === goal + 1) return put(row, '全年任务已按目标完成。')
    return index > head && row[3] !== '' && row[5] !== '' ? put(row, row[5] ?? '') : row
  })
  return utils.aoa_to_sheet(filled)
}

/** What the other units make of the exported forms, in a folder of its own; the unit's own form is left. */
function filledInBy(exportsDir: string): string {
  const [from, back] = [join(exportsDir, `${year}年度绩效自评表`), join(exportsDir, '报来的自评表')]
  mkdirSync(back)
  const files = readdirSync(from, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((each) => each.endsWith('.xlsx') && !each.includes(ownProject))) {
    const book = read(readFileSync(join(from, file)))
    const [name = ''] = book.SheetNames
    const sheet = filledIn(book.Sheets[name] ?? {})
    const whole = { SheetNames: [name], Sheets: { [name]: sheet } }
    writeFileSync(join(back, file.replaceAll('/', '-')), write(whole, { type: 'buffer', bookType: 'xlsx' }))
  }
  return back
}

/** The forms of the other units go out as Excel files, a folder a unit, come back filled in and are read together. */
export async function othersEvaluateThemselves({ county }: World): Promise<void> {
  const { page, app } = county
  await visit(page, 'evaluation/self?group=missing')
  await page.getByLabel('选择筛选出的全部').check()
  await page.getByRole('button', { name: `导出自评表 ${all} 份` }).click()
  await expect(page.getByText(`已导出 ${all} 份自评表`)).toBeVisible()
  const back = filledInBy(app.exportsDir)
  await switchDuty(page, '预算单位')
  await visit(page, 'evaluation/self/import')
  await page.getByLabel('要导入的文件夹').setInputFiles(back)
  const written = page.getByRole('button', { name: `写入 ${others.length} 份` })
  await expect(written).toBeEnabled()
  await shot(county, '21-县局-核对自评表')
  await written.click()
  await expect(page.getByText(`写入完成：${others.length} 份自评表`)).toBeVisible()
  await visit(page, 'evaluation/self?group=missing')
  await takeAll(page, '送审', all, '', others.length)
  await switchDuty(page, '监督与绩效管理')
}

/** The unit evaluates itself on its own machine, in the sheet of all its projects, and hands in what is complete. */
export async function unitEvaluatesItself(place: World['unit']): Promise<void> {
  const { page } = place
  await visit(page, 'evaluation/self')
  await page.getByRole('button', { name: '多项目填报' }).click()
  const sheet = page.getByRole('grid', { name: '各项目指标自评' })
  await sheet.locator('tbody tr').first().locator('td').nth(4).click()
  await paste(page, ownIndicators.map(([, , , , value]) => value).join('\n'))
  await expect(sheet.locator('tbody tr').last()).toContainText(ownIndicators.at(-1)?.[4] ?? '')
  await page.getByRole('tab', { name: '总体情况' }).click()
  const texts = page.getByRole('grid', { name: '各项目总体情况' })
  await texts.locator('tbody tr').first().locator('td').nth(4).click()
  await paste(page, '培训乡村教师 320 人，全部合格。')
  const progress = page.getByRole('status', { name: '填报进度' })
  await expect(progress).toContainText('可以送审 1 份')
  await expect(page.locator('[data-save=saved]')).toBeVisible()
  await shot(place, '22-单位-自评表')
  await page.getByRole('button', { name: '送审 1 份' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '送审 1 份' }).click()
  await expect(page.getByText('已送审 1 份自评表')).toBeVisible()
}

export async function selfEvaluationsCollected({ county }: World): Promise<void> {
  const { page } = county
  await switchDuty(page, '支出管理')
  await visit(page, 'evaluation/self?group=submitted')
  await takeAll(page, '通过', all)
  await switchDuty(page, '监督与绩效管理')
  await visit(page, 'evaluation/self?group=confirmed')
  await takeAll(page, '汇总', all)
  await expect(page.getByRole('tab', { name: new RegExp(`汇总 ${all}$`) })).toBeVisible()
  await shot(county, '23-县局-自评汇总')
}
