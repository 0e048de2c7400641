import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { unzipSync, zipSync } from 'fflate'
import { serveApp } from '../performance/server.ts'
import { test } from './app.ts'
import { resultPart } from './result-part.ts'
import { openDemo, openYear, switchDuty, visit } from './start-book.ts'
import { takeStep } from './take-step.ts'
import { wordText } from './word-text.ts'

test.use({ holds: 'demo' })

const policyName = '耕地地力保护补贴政策'
const names = ['何佳宁', '赵明远', '吴若彤', '冯知秋', '邓长青']

/** A policy of the finished year with five experts, opened for scoring. */
async function openedForScoring(page: Page): Promise<string> {
  await openYear(page, '2025')
  await visit(page, 'evaluation/tasks')
  await page.getByRole('button', { name: '新建任务' }).click()
  const dialog = page.getByRole('dialog', { name: '新建评价任务' })
  await dialog.getByLabel('评价对象类型').selectOption({ label: '政策' })
  await dialog.getByLabel('评价的政策').fill('耕地地力')
  await page.getByRole('option', { name: new RegExp(policyName) }).click()
  await dialog.getByLabel(/匿名评分/).check()
  for (const name of names) await dialog.getByLabel(new RegExp(name)).check()
  await dialog.getByRole('button', { name: '新建任务' }).click()
  await page.getByRole('button', { name: '开始评分' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '开始评分' }).click()
  await expect(page.getByText('请选择评分的专家')).toBeVisible()
  return /tasks\/([^/?]+)/.exec(page.url())?.[1] ?? ''
}

/** 生成评分包 of an expert; the passphrase as it was proposed, and the file. */
async function issued(page: Page, folder: string, name: string, round = '第一轮'): Promise<Kit> {
  const row = page
    .getByRole('table', { name: '专家评分包' })
    .getByRole('row', { name: new RegExp(`${name} 第 ${round === '第一轮' ? 1 : 2} 轮`) })
  await row.getByRole('button', { name: '生成评分包' }).click()
  const dialog = page.getByRole('dialog', { name: `生成评分包：${name}` })
  const passphrase = await dialog.getByLabel('口令').inputValue()
  await dialog.getByRole('button', { name: '生成并保存' }).click()
  await expect(page.getByRole('table', { name: '口令' })).toContainText(`${name}${passphrase}`)
  await page.getByRole('button', { name: '已记下' }).click()
  await expect(row).toContainText('在专家处')
  const file =
    readdirSync(folder).find(
      (each) =>
        each.startsWith('评分包-') && each.includes(name) && each.includes('第二轮') === (round === '第二轮'),
    ) ?? ''
  return { passphrase, bytes: readFileSync(join(folder, file)) }
}

/** What one expert holds otherwise in the first round, until the others' reasons are seen. */
const disputed = '政策产出'
const doubt = '缺少兑现清单，不能核实。'

/** Gives the indicator in hand its full mark by the keys of the desk. */
async function scoreFull(page: Page): Promise<void> {
  const value = page.getByLabel(/^实际值/)
  const whole = page.getByLabel(/^得分（0—/)
  if (await value.isVisible()) await value.fill('100')
  else if (await whole.isVisible()) {
    const name = await whole.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '')
    await whole.fill(/0—([\d.]+)/.exec(name)?.[1] ?? '')
  } else if (await page.getByRole('button', { name: /^是/ }).isVisible()) await page.keyboard.press('1')
  else await page.keyboard.press('0')
}

/** Scores every indicator; who doubts leaves one of them 未证实, with the reason. */
async function scoreAll(page: Page, doubts: boolean): Promise<void> {
  const sums = page.getByRole('status', { name: '评分合计' })
  await expect(sums).toContainText(/已评 0\/\d+/)
  const count = Number(/已评 0\/(\d+)/.exec((await sums.textContent()) ?? '')?.[1])
  const asked = page.locator('section[aria-label] h2')
  for (let item = 0; item < count; item++) {
    await expect(sums).toContainText(`已评 ${item}/${count}`)
    const name = (await asked.textContent()) ?? ''
    if (doubts && name.startsWith(disputed)) {
      await page.keyboard.press('u')
      await page.getByLabel('理由（R）').fill(doubt)
      await page.keyboard.press('Control+Enter')
    } else {
      await scoreFull(page)
      await page.keyboard.press('Enter')
    }
    if (item + 1 < count) await expect(asked).not.toHaveText(name)
  }
  await expect(sums).toContainText(`已评 ${count}/${count}`)
}

type Kit = { passphrase: string; bytes: Buffer }

/** An expert at a machine of its own, for both rounds. */
class Expert {
  readonly #app: Awaited<ReturnType<typeof serveApp>>
  readonly page: Page

  private constructor(app: Awaited<ReturnType<typeof serveApp>>, page: Page) {
    this.#app = app
    this.page = page
  }

  static async sitDown(browser: Browser): Promise<Expert> {
    const app = await serveApp()
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    await page.goto(app.url)
    return new Expert(app, page)
  }

  async open(kit: Kit, passphrase = kit.passphrase): Promise<void> {
    const { page } = this
    await page.getByLabel('专家评分包').setInputFiles({ name: '评分包.jhx', mimeType: '', buffer: kit.bytes })
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('口令').fill(passphrase)
    await dialog.getByRole('button', { name: '打开' }).click()
    await expect(dialog).toBeHidden()
  }

  /** Another file is refused at once, a mistyped passphrase stays to be corrected, and the last try opens by Enter. */
  async mistypes({ bytes, passphrase }: Kit): Promise<void> {
    const { page } = this
    const input = page.getByLabel('专家评分包')
    await input.setInputFiles({ name: '目标表.jhx', mimeType: '', buffer: Buffer.from('not a kit') })
    await expect(page.getByText('这不是专家评分包')).toBeVisible()
    await input.setInputFiles({ name: '评分包.jhx', mimeType: '', buffer: bytes })
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByLabel('口令')).toBeFocused()
    await page.keyboard.type('不是这个口令')
    await page.keyboard.press('Enter')
    await expect(dialog).toContainText('口令不对，没有打开。')
    await dialog.getByLabel('口令').fill(passphrase.replaceAll('-', '').toUpperCase())
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
  }

  /** Signs, and takes along the file that goes back. */
  async giveBack(file: string): Promise<Buffer> {
    const { page } = this
    await page.getByRole('button', { name: '签名' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '签名' }).click()
    await expect(page.getByRole('note')).toContainText('已签名')
    await page.getByRole('button', { name: '导出评分表' }).click()
    await expect(page.getByRole('note')).toContainText(`已导出 ${file}`)
    return readFileSync(join(this.#app.exportsDir, file))
  }

  async leave(): Promise<void> {
    await this.page.context().close()
    await this.#app.close()
  }
}

/** The first round: only who mistypes the passphrase once sees that it is refused. */
async function firstRound(expert: Expert, kit: Kit, name: string): Promise<Buffer> {
  const { page } = expert
  if (name === names[0]) await expert.mistypes(kit)
  else await expert.open(kit)
  await expect(page.getByRole('note')).toContainText('评完全部指标并签名后')
  await expect(page.getByText(policyName)).toHaveCount(0)
  await scoreAll(page, name === names.at(-1))
  return expert.giveBack(`评分表-${name}.jhx`)
}

/** The second round on the same machine: one indicator, beside what the others gave and why. */
async function secondRound(expert: Expert, kit: Kit, name: string): Promise<Buffer> {
  const { page } = expert
  await expert.open(kit)
  const others = page.getByRole('region', { name: '其他专家的评分' })
  await expect(others).toContainText('其他专家 4')
  await expect(page.getByRole('status', { name: '评分合计' })).toContainText('已评 1/1')
  for (const each of names.filter((one) => one !== name)) await expect(page.getByText(each)).toHaveCount(0)
  if (name === names.at(-1)) {
    await expect(page.getByLabel('理由（R）')).toHaveValue(doubt)
    await scoreFull(page)
    await page.keyboard.press('Enter')
  } else await expect(others).toContainText(doubt)
  return expert.giveBack(`评分表-${name}第二轮.jhx`)
}

function saved(folder: string, answers: readonly Buffer[], round: string): string[] {
  return answers.map((bytes, index) => {
    const path = join(folder, `${names[index]}${round}.jhx`)
    writeFileSync(path, bytes)
    return path
  })
}

test('five experts on five machines score in two rounds, and the evaluation is concluded and reported @soak', async ({
  page,
  app,
  browser,
}) => {
  test.setTimeout(240_000)
  page.setDefaultTimeout(20_000)
  await openDemo(page, app)
  const id = await openedForScoring(page)
  await visit(page, `evaluation/tasks/${id}/kits`)
  const kits: Kit[] = []
  for (const each of names) kits.push(await issued(page, app.exportsDir, each))
  const experts = await Promise.all(names.map(() => Expert.sitDown(browser)))
  try {
    const answers = await Promise.all(
      experts.map((expert, index) => firstRound(expert, kitAt(kits, index), names[index] ?? '')),
    )
    const [first] = answers
    const files = unzipSync(new Uint8Array(first ?? Buffer.alloc(0)))
    const sheet = files['sheet.json'] ?? new Uint8Array()
    files['sheet.json'] = sheet.with(sheet.length - 3, (sheet.at(-3) ?? 0) ^ 1)
    const altered = join(app.exportsDir, '改动.jhx')
    writeFileSync(altered, Buffer.from(zipSync(files)))
    const input = page.getByLabel('专家交回的评分表')
    await input.setInputFiles(altered)
    await expect(page.getByText(/数据包的内容与签名不符/)).toBeVisible()
    await input.setInputFiles(saved(app.exportsDir, answers, ''))
    await expect(page.getByText(/已收回 5 份评分表/)).toBeVisible()
    await visit(page, `evaluation/tasks/${id}`)
    await takeStep(page, '结束评分')
    await page.getByRole('button', { name: '看结果' }).click()

    // What is disputed goes out once more, and to the same machines.
    await page.getByRole('button', { name: '开启第二轮（1 个指标）' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '对 1 个指标再评一轮' }).click()
    await page.getByRole('button', { name: '第二轮评分包' }).click()
    const again: Kit[] = []
    for (const each of names) again.push(await issued(page, app.exportsDir, each, '第二轮'))
    const second = await Promise.all(
      experts.map((expert, index) => secondRound(expert, kitAt(again, index), names[index] ?? '')),
    )
    await input.setInputFiles(saved(app.exportsDir, second, '第二轮'))
    await expect(page.getByText(/已收回 5 份评分表/)).toBeVisible()
  } finally {
    for (const expert of experts) await expert.leave()
  }
  await visit(page, `evaluation/tasks/${id}/result`)
  const scores = page.getByRole('table', { name: '评分表' })
  await expect(scores.getByRole('row', { name: new RegExp(`${disputed}.*第二轮`) })).toBeVisible()
  await takeStep(page, '征求意见')

  await switchDuty(page, '预算单位')
  await resultPart(page, '征求意见').click()
  const say = page.getByRole('region', { name: '提出意见' })
  await say.getByLabel('意见和理由').fill('兑现清单已补齐，存单位备查。')
  await say.getByLabel('意见和理由').blur()
  await say.getByRole('button', { name: '提交意见' }).click()
  const opinion = page.getByRole('region', { name: '意见 1' })
  await expect(opinion).toContainText('兑现清单已补齐')
  await switchDuty(page, '监督与绩效管理')
  await resultPart(page, '征求意见').click()
  await opinion.getByLabel('采纳情况').selectOption('采纳')
  await expect(page.locator('[data-save=saved]')).toBeVisible()
  await takeStep(page, '确定结论')
  await expect(page.getByRole('listitem').filter({ hasText: '已结论' })).toBeVisible()
  await resultPart(page, '综合得分').click()
  await expect(page.getByText('综合得分（已锁定）')).toBeVisible()

  await page.getByRole('button', { name: '导出报告' }).click()
  const report = `${policyName}绩效评价报告（2025年）.docx`
  await expect(page.getByText(`已导出 ${report}`)).toBeVisible()
  const text = wordText(app.exportsDir, report)
  for (const part of [policyName, '兑现清单已补齐', '评价等级为“优”', '第二轮']) expect(text).toContain(part)
  expect(text).not.toContain('征求意见稿')
  expect(app.complaints).toEqual([])
})

function kitAt(kits: readonly Kit[], index: number): Kit {
  const kit = kits[index]
  if (!kit) throw new Error('each expert has a kit')
  return kit
}
