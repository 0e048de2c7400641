import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { modernForm } from '../performance/many-forms.ts'
import { test } from './app.ts'
import { chooseFiles, filesIn, newBook, openImport, writeChosen } from './import-world.ts'
import { type Killable, launchKillable } from './killable.ts'
import { logIn, visit } from './start-book.ts'

// One of each kind, the whole number behind JIHENG_SOAK: every one starts the program anew.
const isSoak = process.env.JIHENG_SOAK !== undefined
const editKills = isSoak ? 12 : 2
const importKills = isSoak ? 10 : 2
// The last of them come after 写入完成 was shown, the others in between.
const lateKills = isSoak ? 3 : 1

test(`${editKills} kills while editing lose nothing that was shown as saved`, async ({ app }, info) => {
  test.setTimeout(180_000)
  const profile = info.outputPath('profile')
  const [path = ''] = filesIn(info.outputPath('forms'), [modernForm(1)])
  let running = await launchKillable(profile)
  await newBook(running.page, app.url)
  await openImport(running.page)
  await chooseFiles(running.page, [path])
  await writeChosen(running.page)
  let shown = ''
  for (let round = 1; round <= editKills; round++) {
    const field = await openGoal(running, modernForm(1).project)
    await expect(field).toHaveValue(new RegExp(`^${shown}`))
    const text = `第${round}稿：道路全长985米，年内建成通车。`
    await field.fill(text)
    await running.page.keyboard.press('Tab')
    const { page } = running
    await page.waitForFunction(
      () => document.querySelector('[data-save]')?.getAttribute('data-save') === 'saved',
    )
    shown = text
    // Half of the kills come at once, half in the middle of typing the next words, not yet saved.
    if (round % 2 === 0) {
      await field.focus()
      await page.keyboard.press('End')
      const typing = page.keyboard.type('又补充了几个字', { delay: 5 }).catch(gone)
      await page.waitForTimeout(round * 3)
      await running.kill()
      await typing
    } else {
      await running.kill()
    }
    running = await launchKillable(profile)
    await running.page.goto(app.url)
    await logIn(running.page)
  }
  await expect(await openGoal(running, modernForm(1).project)).toHaveValue(new RegExp(`^${shown}`))
  await running.kill()
})

test(`${importKills} kills while importing leave whole imports or none`, async ({ app }, info) => {
  test.setTimeout(180_000)
  const profile = info.outputPath('profile')
  const perImport = 12
  let running = await launchKillable(profile)
  await newBook(running.page, app.url)
  let certain = 0
  let finished = 0
  for (let round = 0; round < importKills; round++) {
    const forms = Array.from({ length: perImport }, (_, index) => modernForm(round * perImport + index + 1))
    const paths = filesIn(info.outputPath(`forms-${round}`), forms)
    const { page } = running
    await openImport(page)
    await chooseFiles(page, paths)
    await page.getByRole('button', { name: `写入 ${perImport} 项` }).click()
    // From the moment of the click to well after the end.
    const isShown = page
      .getByText('写入完成')
      .waitFor({ timeout: 20_000 })
      .then(() => true, gone)
    const wait = new Promise<false>((resolve) => setTimeout(() => resolve(false), (round + 1) * 25))
    const isWritten = round >= importKills - lateKills ? await isShown : await Promise.race([isShown, wait])
    await running.kill()
    await isShown
    running = await launchKillable(profile)
    await running.page.goto(app.url)
    await logIn(running.page)
    const count = await goalCount(running)
    expect([certain, certain + perImport]).toContain(count)
    if (isWritten) {
      expect(count).toBe(certain + perImport)
      finished++
    }
    certain = count
  }
  expect(finished).toBeGreaterThan(0)
  await running.kill()
})

test('files of the database that were damaged on the disk lead to the last backup', async ({ app }, info) => {
  test.setTimeout(120_000)
  const profile = info.outputPath('profile')
  let running = await launchKillable(profile)
  await newBook(running.page, app.url)
  await visit(running.page, 'settings/backup')
  await running.page.getByRole('button', { name: '立即备份' }).click()
  await expect(running.page.getByText(/最近一次备份：/)).toBeVisible()
  await running.kill()
  damageDatabase(profile)
  running = await launchKillable(profile)
  const { page } = running
  await page.goto(app.url)
  // Chromium may refuse to open it first; it throws it away then, and the backup is offered.
  const refused = page.getByRole('heading', { name: '绩衡没有打开' })
  const lost = page.getByRole('heading', { name: '本机的数据不见了' })
  await expect(refused.or(lost)).toBeVisible()
  if (await refused.isVisible()) await page.getByRole('button', { name: '重新载入' }).click()
  await expect(lost).toBeVisible()
  await page.getByRole('table', { name: '可用的备份' }).getByRole('button', { name: /恢复/ }).click()
  await page.getByRole('button', { name: '用这份备份替换本机数据' }).click()
  await logIn(page)
  await expect(page.getByRole('banner')).toContainText('2026 年度')
  await running.kill()
})

/** Bad sectors: every file of the database begins with nonsense. */
function damageDatabase(profile: string): void {
  const folder = join(profile, 'Default', 'IndexedDB')
  const [store = ''] = readdirSync(folder).filter((name) => name.endsWith('.leveldb'))
  for (const name of readdirSync(join(folder, store))) {
    if (!/^(MANIFEST-\d+|\d+\.(ldb|log))$/.test(name)) continue
    const path = join(folder, store, name)
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.fill(0xa5, 0, Math.min(bytes.length, 4096)))
  }
}

/** The kill takes the page away under what still waits for it. */
function gone(): false {
  return false
}

async function openGoal({ page }: Killable, name: string) {
  await page.evaluate(() => {
    location.hash = '#/goals'
  })
  await page.getByRole('grid').getByText(name, { exact: true }).dblclick()
  const field = page.getByRole('textbox', { name: '项目概况' })
  await expect(field).toBeVisible()
  return field
}

/** Goals in the ledger, as the grid counts them. */
async function goalCount({ page }: Killable): Promise<number> {
  await page.evaluate(() => {
    location.hash = '#/goals'
  })
  const grid = page.getByRole('grid', { name: '目标台账' })
  await expect(grid).toBeVisible()
  return Number(await grid.getAttribute('aria-rowcount')) - 1
}
