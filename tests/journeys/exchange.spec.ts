import { existsSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { serveApp } from '../performance/server.ts'
import { test } from './app.ts'
import {
  exportCard,
  loseKey,
  makeCard,
  type Place,
  receive,
  refuse,
  saved,
  send,
  signUp,
  take,
  trust,
  unitStarts,
} from './exchange-world.ts'
import { paperFaults } from './paper.ts'
import { seriousFaults } from './serious-faults.ts'
import { keepRecoveryCode, openDemo, switchDuty, visit } from './start-book.ts'
import { stateNow } from './take-step.ts'

test.use({ holds: 'demo' })

const unitName = '南江县教育局机关'
const goal = '义务教育学生营养改善计划'

/** An account on the demo book, and the bureau's own card. */
async function bureauStarts(place: Place): Promise<void> {
  const { page } = place
  await visit(page, 'exchange/peers')
  await page.getByRole('button', { name: '建立账户' }).click()
  await signUp(page, '王晓')
  await page.getByRole('dialog').getByRole('button', { name: '建立账户' }).click()
  await keepRecoveryCode(page)
  await makeCard(place, '南江县财政局')
}

async function openGoal({ page }: Place): Promise<void> {
  await visit(page, `goals?search=${goal}`)
  await page.getByRole('grid').getByText(goal).first().dblclick()
  await expect(page.getByLabel('项目概况')).toBeVisible()
}

async function writeOverview(place: Place, text: string): Promise<void> {
  await openGoal(place)
  await place.page.getByLabel('项目概况').fill(text)
  await place.page.getByLabel('项目概况').press('Tab')
  await expect(place.page.getByText(/已保存/).first()).toBeVisible()
}

/** The covers of all that went out on one desk, each on a page of its own; what was delivered is registered at once. */
async function coversTogether(page: Page): Promise<void> {
  await visit(page, 'exchange?direction=out')
  const ledger = page.getByRole('grid', { name: '往来台账' })
  await expect(ledger.getByRole('checkbox', { checked: false })).not.toHaveCount(0)
  await page.getByLabel('选择筛选出的全部').check()
  const bulk = page.getByRole('group', { name: '所选数据包' })
  await bulk.getByRole('button', { name: /^登记送达 \d 份$/ }).click()
  await expect(page.getByText(/^已登记送达 \d 份/)).toBeVisible()
  await expect(ledger.getByText('已送达').first()).toBeVisible()
  await page.getByLabel('选择筛选出的全部').check()
  await bulk.getByRole('link', { name: /^打印封面 \d 份$/ }).click()
  const papers = page.getByRole('article')
  await expect(papers).not.toHaveCount(1)
  await page.getByLabel('电话').fill('0827-8222222')
  await page.getByLabel('电话').press('Tab')
  for (const paper of await papers.all()) await expect(paper).toContainText('0827-8222222')
  expect(await seriousFaults(page)).toEqual([])
  expect(await paperFaults(page)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  const breaks = await papers.evaluateAll((all) =>
    all.map((each) => getComputedStyle(each.parentElement ?? each).breakBefore),
  )
  await page.emulateMedia({ media: null })
  expect(breaks).toEqual(breaks.map((_, index) => (index === 0 ? 'auto' : 'page')))
}

/** 退回 with a comment at the amount, as 支出管理科 does it. */
async function returnGoal({ page }: Place): Promise<void> {
  await switchDuty(page, '支出管理')
  await visit(page, `goals?search=${goal}`)
  await page.getByRole('grid').getByText(goal).first().dblclick()
  await page.getByRole('tab', { name: '审核' }).click()
  await page.getByLabel('批注于').selectOption({ label: '资金总额' })
  await page.getByLabel('批注', { exact: true }).fill('请附测算依据。')
  await page.getByRole('button', { name: '添加批注' }).click()
  await expect(page.locator('[data-field=total]')).toContainText('请附测算依据。')
  await page.getByRole('button', { name: '退回', exact: true }).click()
  await page.getByRole('dialog').getByLabel('意见（必填）').fill('请补充测算依据后再报。')
  await page.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click()
  await expect(page.getByText(`退回：${goal}`)).toBeVisible()
  await switchDuty(page, '监督与绩效管理')
}

/** A stick that both put their packages on: an inbox of this place. */
async function addStick({ page }: Place): Promise<string> {
  const stick = mkdtempSync(join(tmpdir(), 'jiheng-stick-'))
  await visit(page, 'exchange/folders')
  await page.getByRole('button', { name: '添加文件夹' }).click()
  const dialog = page.getByRole('dialog', { name: '添加收发文件夹' })
  await dialog.getByLabel('文件夹位置').fill(stick)
  await dialog.getByRole('button', { name: '添加' }).click()
  await expect(dialog).toBeHidden()
  return stick
}

/** A stick that is full after the first of two, and pulled out after that: what is on it, what is not, and the way on. */
async function fillStick({ page }: Place, stick: string): Promise<void> {
  await visit(page, 'exchange/send?purpose=parameters')
  const receivers = page.getByRole('grid', { name: '接收单位' })
  for (const name of [unitName, '南江县沙河小学'])
    await receivers.getByRole('checkbox', { name: `选择 ${name}` }).check()
  await page.getByRole('button', { name: '下一步：查看内容' }).click()
  await expect(page.getByRole('radio', { name: /优盘/ })).toBeChecked()
  await refuse(page, 'exchange.write', 'disk-full', 1)
  await page.getByRole('button', { name: '生成并保存 2 份' }).click()
  await expect(
    page.getByText(/有 1 份没有写入，已在台账中记为作废：南江县沙河小学。.*空间不足/),
  ).toBeVisible()
  await expect(page.getByText(/已生成 1 份数据包/)).toBeVisible()
  expect(await seriousFaults(page)).toEqual([])
  await page.unroute('**/call')
  await page.getByRole('button', { name: '重新生成这 1 份' }).click()
  await expect(page.getByText(/已选 1 个/)).toBeVisible()
  await page.getByRole('button', { name: '下一步：查看内容' }).click()
  await expect(page.getByRole('radio', { name: /优盘/ })).toBeChecked()
  renameSync(stick, `${stick}-拔出`)
  await page.getByRole('button', { name: '生成并保存' }).click()
  await expect(page.getByText(/这个文件夹现在找不到.*选择都还在/)).toBeVisible()
  renameSync(`${stick}-拔出`, stick)
}

/** The key of the bureau is gone: said before anything is chosen, made anew, and compared anew by the other side. */
async function replaceLostKey(bureau: Place, unit: Place): Promise<void> {
  const { page } = bureau
  await loseKey(bureau)
  await visit(page, 'exchange/send')
  await page.getByRole('link', { name: '前往更换密钥' }).click()
  const card = page.getByRole('region', { name: '本机名片' })
  await expect(card.getByRole('button', { name: '导出名片' })).toBeDisabled()
  expect(await seriousFaults(page)).toEqual([])
  await card.getByRole('button', { name: '换用新密钥' }).click()
  const dialog = page.getByRole('dialog', { name: '更换本机密钥' })
  await expect(dialog).toContainText('每个往来单位都要收取新名片、重新核对指纹')
  await dialog.getByRole('button', { name: '更换密钥' }).click()
  await expect(card).toContainText('现在的密钥没有旧密钥的交接')

  // The disk of the exports is locked at first.
  await refuse(page, 'file.save', 'write-refused')
  await card.getByRole('button', { name: '导出名片' }).click()
  await expect(page.getByText(/这个位置不允许写入.*关掉写保护/)).toBeVisible()
  await page.unroute('**/call')
  const digits = await exportCard(bureau)
  await visit(unit.page, 'exchange/peers')
  await unit.page.getByLabel('对方的单位名片').setInputFiles(saved(bureau, '单位名片_', '(2)'))
  const taking = unit.page.getByRole('dialog', { name: '收取名片：南江县财政局' })
  await expect(taking).toContainText('与本机记录的不同，也没有旧密钥的交接')
  await expect(taking.getByRole('button', { name: '信任这个单位' })).toBeDisabled()
  await taking.getByLabel(/或录入对方纸质名片上的指纹/).fill(digits)
  await taking.getByRole('button', { name: '信任这个单位' }).click()
  await expect(unit.page.getByText('已信任南江县财政局')).toBeVisible()
}

test('a unit and its bureau by stick: parameters down, a goal back and up, a conflict, a receipt, undone', async ({
  page,
  app,
  browser,
}) => {
  test.setTimeout(180_000)
  page.setDefaultTimeout(15_000)
  const bureau: Place = { page, app }
  await openDemo(page, app)
  await bureauStarts(bureau)
  await exportCard(bureau)
  const card = saved(bureau, '单位名片_')
  const parameters = await send(bureau, '参数包', unitName)

  const served = await serveApp()
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  try {
    const unit: Place = { page: await context.newPage(), app: served }
    unit.page.setDefaultTimeout(15_000)
    const slip = '201003'
    await unitStarts(
      unit,
      served.url,
      { code: '201001', name: unitName, person: '李敏', slip },
      '南江县财政局',
      {
        card,
        parameters,
      },
    )
    await trust(bureau, unit, unitName, await exportCard(unit))
    expect(await seriousFaults(page)).toEqual([])

    // The goal is known to both; the bureau sends it back with words at a field.
    await receive(unit, await send(bureau, '批复包', unitName))
    await take(unit)
    await returnGoal(bureau)
    await receive(unit, await send(bureau, '批复包', unitName))
    await take(unit)
    await openGoal(unit)
    await expect(unit.page.getByText('退回意见：')).toBeVisible()
    await expect(unit.page.locator('[data-field=total]')).toContainText('请附测算依据。')

    // Both write the same field.
    await writeOverview(unit, '按 5200 名学生、每生每天 5 元、200 天测算。')
    await unit.page.getByRole('button', { name: '送审', exact: true }).click()
    const asked = unit.page.getByRole('dialog', { name: `送审：${goal}` })
    await asked.getByRole('button', { name: '送审', exact: true }).click()
    await expect(asked).toBeHidden()
    await expect(unit.page.getByText(`送审：${goal}`)).toBeVisible()
    await writeOverview(bureau, '按在校学生人数测算。')

    const stick = await addStick(bureau)
    const { name, buffer } = await send(unit, '上报包', '南江县财政局')
    writeFileSync(join(stick, name), buffer)
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await page.getByRole('link', { name: `接收 ${name}` }).click()
    await expect(page.getByRole('tab', { name: '有冲突 1' })).toBeVisible()
    await page.getByRole('tab', { name: '有冲突 1' }).click()
    // The rows of before stand until those of the tab are drawn: its goal is there twice, with its review.
    const lines = page.getByRole('grid', { name: '来包记录' }).getByText(goal)
    await expect(lines).toHaveCount(1)
    await lines.click()
    await page.getByRole('radio', { name: '项目概况用来包' }).check()
    expect(await seriousFaults(page)).toEqual([])
    await take(bureau)
    await page.getByRole('button', { name: '导出回执' }).click()
    await expect(page.getByText(/已导出 回执_/)).toBeVisible()
    // What is done no longer waits in its folder.
    await expect.poll(() => existsSync(join(stick, '已导入', name))).toBe(true)
    await visit(page, 'exchange/folders')
    await expect(page.getByText('收件夹里没有数据包。')).toBeVisible()

    await visit(unit.page, 'exchange/receive')
    await unit.page.getByLabel('要接收的数据包').setInputFiles(saved(bureau, '回执_'))
    await unit.page.getByRole('button', { name: '收取回执' }).click()
    await expect(unit.page.getByText(/已收取回执/)).toBeVisible()
    await visit(unit.page, 'exchange/board')
    await expect(stateNow(unit.page)).toContainText('已接收')

    await visit(page, 'exchange/board')
    await expect(page.getByRole('row', { name: new RegExp(unitName) }).first()).toContainText('已接收')
    await visit(page, 'exchange?direction=in')
    await page.getByRole('grid', { name: '往来台账' }).getByText(unitName).dblclick()
    await expect(page.getByRole('table', { name: '没有采用的内容' })).toContainText('按在校学生人数测算。')
    expect(await seriousFaults(page)).toEqual([])
    const address = new URL(page.url()).hash.slice(2)
    for (const [paper, title] of [
      ['receipt', '接收回执'],
      ['cover', '封面'],
    ] as const) {
      await visit(page, `${address}/${paper}`)
      await expect(page.getByRole('article')).toContainText(title)
      expect(await seriousFaults(page), paper).toEqual([])
      expect(await paperFaults(page), paper).toEqual([])
    }
    await coversTogether(page)
    await visit(page, address)
    await page.getByRole('button', { name: '撤销导入' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click()
    await expect(page.getByText('已撤销导入，有关记录都恢复为导入前的内容。')).toBeVisible()
    await openGoal(bureau)
    await expect(page.getByLabel('项目概况')).toHaveValue('按在校学生人数测算。')

    await fillStick(bureau, stick)
    await replaceLostKey(bureau, unit)
    expect(app.complaints).toEqual([])
  } finally {
    await context.close()
    await served.close()
  }
})
