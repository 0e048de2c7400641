import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { decodeWire, encodeWire } from '../../src-main/wire.ts'
import type { Served } from '../performance/server.ts'
import { expect } from './patient.ts'
import { keepRecoveryCode, logIn, password, visit } from './start-book.ts'

/** One installation: its own server, data folder and browser context. */
export type Place = { page: Page; app: Pick<Served, 'exportsDir'> }
/** A file as it is carried on a stick. */
export type Sent = { name: string; mimeType: string; buffer: Buffer }

/** The file that was saved last and is called so, in all its parts. */
export function saved({ app }: Place, ...parts: readonly string[]): Sent {
  const names = readdirSync(app.exportsDir).filter((name) => parts.every((part) => name.includes(part)))
  const name = names.sort().at(-1) ?? ''
  return { name, mimeType: '', buffer: readFileSync(join(app.exportsDir, name)) }
}

export async function signUp(page: Page, name: string): Promise<void> {
  await page.getByLabel('姓名').fill(name)
  await page.getByLabel('登录密码').fill(password)
  await page.getByLabel('再次输入密码').fill(password)
}

/** 建立本机名片 of a bureau, with what its book says. */
export async function makeCard({ page }: Place, office: string): Promise<void> {
  await visit(page, 'exchange/peers')
  await page.getByRole('button', { name: '建立本机名片' }).click()
  const dialog = page.getByRole('dialog', { name: '建立本机名片' })
  await expect(dialog.getByLabel('单位名称')).toHaveValue(office)
  await dialog.getByRole('button', { name: '建立名片' }).click()
  await expect(page.getByRole('region', { name: '本机名片' })).toContainText(office)
}

/** Saves the card; the digits of its fingerprint, as they are read over the telephone. */
export async function exportCard({ page }: Place): Promise<string> {
  await visit(page, 'exchange/peers')
  const card = page.getByRole('region', { name: '本机名片' })
  const digits = /\d{5}(?: \d{5}){3}/.exec(await card.innerText())?.[0] ?? ''
  await card.getByRole('button', { name: '导出名片' }).click()
  await expect(page.getByText(/已导出 单位名片_/)).toBeVisible()
  return digits
}

/** 收取名片 of another installation, by the digits of its fingerprint. */
export async function trust({ page }: Place, other: Place, name: string, digits: string): Promise<void> {
  await visit(page, 'exchange/peers')
  await page.getByLabel('对方的单位名片').setInputFiles(saved(other, '单位名片_'))
  const dialog = page.getByRole('dialog', { name: `收取名片：${name}` })
  await dialog.getByLabel(/或录入对方纸质名片上的指纹/).fill(digits)
  await dialog.getByRole('button', { name: '信任这个单位' }).click()
  await expect(page.getByRole('table', { name: '往来单位' })).toContainText(name)
}

/** A package for the one receiver that is looked for; its file, and what the page says is inside. */
export async function send(
  place: Place,
  purpose: string,
  receiver: string,
): Promise<Sent & { contents: string }> {
  const { page } = place
  await visit(page, 'exchange/send')
  // What is chosen lives in the address, which follows a moment after the click.
  const choice = page.getByRole('radio', { name: new RegExp(`^${purpose}`) })
  await choice.click()
  await expect(choice).toBeChecked()
  const row = page.getByRole('grid', { name: '接收单位' }).getByRole('checkbox', { name: `选择 ${receiver}` })
  await page.getByLabel('查找接收单位').fill(receiver)
  if (!(await row.isChecked())) await row.check()
  await page.getByRole('button', { name: '下一步：查看内容' }).click()
  const table = page.getByRole('table', { name: '数据包内容' })
  await expect(table).toContainText(receiver)
  const contents = await table.innerText()
  await page.getByRole('button', { name: '生成并保存' }).click()
  await expect(page.getByText(/已生成 1 份数据包/)).toBeVisible()
  // What goes up bears the sender's own name.
  const named = purpose === '上报包' ? [] : [`_${receiver}_`]
  return { ...saved(place, `${purpose}_`, ...named), contents }
}

/** Opens a file on 接收数据包 and waits for its rehearsal. */
export async function receive({ page }: Place, file: Sent): Promise<void> {
  await visit(page, 'exchange/receive')
  await page.getByLabel('要接收的数据包').setInputFiles(file)
  await expect(page.getByRole('region', { name: '来包' })).toBeVisible()
  await expect(page.getByRole('grid', { name: '来包记录' })).toBeVisible()
}

export async function take({ page }: Place): Promise<void> {
  await page.getByRole('button', { name: /^导入 \d+ 条$/ }).click()
  await expect(page.getByText(/^已导入.*写入 \d+ 条/)).toBeVisible()
}

type StartingUnit = {
  code: string
  name: string
  person: string
  /** The code as it was typed first: another unit's. */
  slip?: string
}

/** Her own code was another's: the refusal names both, and the card is corrected then and there. */
async function correctsCard(page: Page, { code, slip = '' }: StartingUnit, parameters: Sent): Promise<void> {
  const refusal = page.getByRole('dialog')
  await expect(refusal).toContainText(`单位代码 ${code}`)
  await expect(refusal).toContainText(`单位代码 ${slip}`)
  await refusal.getByRole('button', { name: '修改本机名片' }).click()
  const dialog = page.getByRole('dialog', { name: '修改本机名片' })
  await dialog
    .getByLabel('单位代码')
    .fill(code.replace(/\d/g, (digit) => '０１２３４５６７８９'.charAt(Number(digit))))
  await dialog.getByLabel('单位代码').press('Tab')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText(`（单位代码 ${code}）`)).toBeVisible()
  await page.getByLabel('财政局的参数包').setInputFiles(parameters)
}

/** The unit's first start: account, own card, the bureau's card, its parameters. */
export async function unitStarts(
  { page }: Place,
  url: string,
  unit: StartingUnit,
  bureau: string,
  files: { card: Sent; parameters: Sent },
): Promise<void> {
  await page.goto(url)
  await page.getByRole('button', { name: '打开参数包' }).click()
  await signUp(page, unit.person)
  await page.getByRole('button', { name: '下一步' }).click()
  await keepRecoveryCode(page)
  await page.getByLabel('单位代码').fill(unit.slip ?? unit.code)
  await page.getByLabel('单位名称').fill(unit.name)
  await page.getByLabel('单位名称').press('Tab')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('财政局的单位名片').setInputFiles(files.parameters)
  await expect(page.getByText('这是参数包，不是单位名片，没有采用。')).toBeVisible()
  await page.getByLabel('财政局的单位名片').setInputFiles(files.card)
  const dialog = page.getByRole('dialog', { name: `收取名片：${bureau}` })
  await expect(dialog.getByRole('button', { name: '信任这个单位' })).toBeDisabled()
  await dialog.getByLabel(/已与对方核对指纹/).check()
  await dialog.getByRole('button', { name: '信任这个单位' }).click()
  await page.getByLabel('财政局的参数包').setInputFiles(files.parameters)
  if (unit.slip) await correctsCard(page, unit, files.parameters)
  await page.getByRole('dialog').getByRole('button', { name: '建立账套' }).click()
  await expect(page.getByRole('banner')).toContainText(unit.name)
}

/** The sealed key of this machine goes, as a fault of the disk would take it; the window is opened anew. */
export async function loseKey({ page }: Place): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('jiheng')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const store = opening.result.transaction('stations', 'readwrite').objectStore('stations')
          const reading = store.getAll()
          reading.onsuccess = () => {
            const writing = store.put({ ...reading.result[0], sealedKey: '' })
            writing.onerror = () => reject(writing.error)
            writing.onsuccess = () => {
              opening.result.close()
              resolve(null)
            }
          }
        }
      }),
  )
  await page.reload()
  await logIn(page)
}

/** Has the machine's side refuse a verb by a code, from its so-manyth call on: what a full or locked disk says. */
export async function refuse(page: Page, verb: string, code: string, from = 0): Promise<void> {
  let calls = 0
  await page.route('**/call', (route) => {
    const body = decodeWire(new Uint8Array(route.request().postDataBuffer() ?? []))
    const isIt = typeof body === 'object' && body !== null && 'method' in body && body.method === verb
    if (!isIt || calls++ < from) return route.continue()
    return route.fulfill({ body: Buffer.from(encodeWire({ ok: false, code })) })
  })
}
