import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { test } from './app.ts'
import { seriousFaults } from './serious-faults.ts'
import { createBook, keepRecoveryCode, openDemo, password, switchDuty, visit } from './start-book.ts'

const given = 'Chushi-0001'
const own = 'Shenji-2025'

async function newAccount(page: Page, name: string, duty: string): Promise<void> {
  await visit(page, 'settings/accounts')
  await page.getByRole('button', { name: '新建账户' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('姓名').fill(name)
  await dialog.getByLabel('初始密码').fill(given)
  await dialog.getByLabel(duty, { exact: true }).check()
  await dialog.getByRole('button', { name: '新建账户' }).click()
  await expect(page.getByText(`已新建账户：${name}。`)).toBeVisible()
}

async function logOut(page: Page, duty: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: duty }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
}

async function enter(page: Page, name: string, word: string): Promise<void> {
  await page.getByLabel('姓名').click()
  await page.getByRole('option', { name, exact: true }).click()
  await page.getByLabel('密码').fill(word)
  await page.getByRole('button', { name: '登录' }).click()
}

test('who manages accounts does not read the audit; the auditor does, and nothing else', async ({
  page,
  app,
}) => {
  await createBook(page, app)
  await visit(page, 'settings/sections')
  await page.getByLabel('股室名称').first().fill('绩效管理科')
  await page.getByLabel('股室名称').first().press('Enter')
  await expect(page.getByText('已保存 绩效管理科。')).toBeVisible()
  await switchDuty(page, '系统管理')
  await newAccount(page, '赵审', '安全审计')
  await visit(page, 'settings/audit')
  await expect(page.getByText('“系统管理”职责不能“查看操作记录”')).toBeVisible()
  await logOut(page, '系统管理')

  await enter(page, '赵审', given)
  await page.getByLabel('原密码').fill(given)
  await page.getByLabel('新密码', { exact: true }).fill(own)
  await page.getByLabel('再次输入新密码').fill(own)
  await page.getByRole('button', { name: '更换密码' }).click()
  await expect(page.getByRole('banner')).toContainText('安全审计')
  await visit(page, 'settings/audit')
  const trail = page.getByRole('grid', { name: '审计记录' })
  await expect(trail.getByRole('row').filter({ hasText: '王晓' }).first()).toContainText('监督与绩效管理')
  await page.getByRole('button', { name: '核对完整性' }).click()
  await expect(page.getByText('记录完整')).toBeVisible()
  await page.getByRole('button', { name: '账户与登录' }).click()
  await expect(trail).toContainText('新建账户：赵审')
  await expect(trail).not.toContainText(given)
  for (const path of ['settings/accounts', 'settings/units', 'goals']) {
    await visit(page, path)
    await expect(page.getByText('“安全审计”职责不能')).toBeVisible()
  }
  expect(app.complaints).toEqual([])
})

test('an account is locked after five wrong passwords, and opened by a reset', async ({ page, app }) => {
  await createBook(page, app)
  await switchDuty(page, '系统管理')
  await newAccount(page, '李初', '支出科室')
  await logOut(page, '系统管理')
  await page.getByLabel('姓名').click()
  await page.getByRole('option', { name: '李初' }).click()
  for (let turn = 0; turn < 5; turn++) {
    await page.getByLabel('密码').fill(`wrong-${turn}`)
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByText(turn < 4 ? '姓名或密码不对' : '账户暂时锁定')).toBeVisible()
  }
  await page.getByLabel('密码').fill(given)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByText('账户暂时锁定')).toBeVisible()

  await enter(page, '王晓', password)
  await visit(page, 'settings/accounts')
  await expect(page.getByRole('row', { name: /李初/ })).toContainText('已锁定')
  await page.getByRole('button', { name: '重设 李初 的密码' }).click()
  await page.getByRole('dialog').getByLabel('新密码').fill('Chongshe-01')
  await page.getByRole('dialog').getByRole('button', { name: '重设密码' }).click()
  await expect(page.getByRole('row', { name: /李初/ })).toContainText('待换密码')
})

test('the only administrator forgot the password: the code sets a new one, serves once and is replaced', async ({
  page,
  app,
}) => {
  const code = await createBook(page, app)
  await page.goto(app.url)
  await page.reload()
  await page.getByRole('button', { name: '忘记密码' }).click()
  const form = page.getByRole('form', { name: '忘记密码：王晓' })
  await form.getByLabel('恢复码').fill(code.slice(0, -1))
  await form.getByLabel('新密码', { exact: true }).fill(own)
  await form.getByLabel('再次输入新密码').fill(own)
  await form.getByRole('button', { name: '重设密码' }).click()
  await expect(form).toContainText('恢复码不完整或抄错了')
  // As one copies it by hand: in small letters, without the dashes.
  await form.getByLabel('恢复码').fill(code.toLowerCase().replaceAll('-', ' '))
  expect(await seriousFaults(page)).toEqual([])
  await form.getByRole('button', { name: '重设密码' }).click()
  const next = await keepRecoveryCode(page)
  expect(next).toMatch(/^(?:[0-9A-Z]{5}-){4}[0-9A-Z]{5}$/)
  expect(next).not.toBe(code)
  await expect(page.getByRole('banner')).toContainText('王晓')

  await page.reload()
  await enter(page, '王晓', password)
  await expect(page.getByText('姓名或密码不对')).toBeVisible()
  await page.getByRole('button', { name: '忘记密码' }).click()
  await form.getByLabel('恢复码').fill(code)
  await form.getByLabel('新密码', { exact: true }).fill(password)
  await form.getByLabel('再次输入新密码').fill(password)
  await form.getByRole('button', { name: '重设密码' }).click()
  await expect(form).toContainText('恢复码不对，或已换成新的')
  await form.getByText('恢复码也找不到').click()
  await expect(form).toContainText('整套账移交包')
  await form.getByRole('button', { name: '返回登录' }).click()
  await enter(page, '王晓', own)
  await switchDuty(page, '系统管理')
  await visit(page, 'settings/accounts')
  await page.getByRole('button', { name: '更换恢复码' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '更换恢复码' }).click()
  expect(await keepRecoveryCode(page)).not.toBe(next)
})

test('the screen locks when nobody is there, and what was open stands behind it', async ({ page, app }) => {
  await page.clock.install()
  await createBook(page, app)
  await visit(page, 'settings/units')
  await page.getByRole('button', { name: '新建主管部门' }).click()
  await page.getByLabel('主管部门名称').fill('南江县水利局')
  await page.clock.fastForward('16:00')
  await expect(page.getByRole('form', { name: '已锁定：王晓' })).toBeVisible()
  await expect(page.getByText('南江县水利局')).toBeHidden()
  // A browser closes a dialog on a second Esc without asking; the lock stays.
  for (let turn = 0; turn < 3; turn++) await page.keyboard.press('Escape')
  await expect(page.getByText('南江县水利局')).toBeHidden()
  await page.getByLabel('密码').fill('not-the-password')
  await page.getByRole('button', { name: '继续' }).click()
  await expect(page.getByText('姓名或密码不对')).toBeVisible()
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '继续' }).click()
  await expect(page.getByLabel('主管部门名称')).toHaveValue('南江县水利局')
})

test('a duty shows only its own part of the house', async ({ page, app }) => {
  await openDemo(page, app)
  await switchDuty(page, '系统管理')
  await expect(page.getByRole('navigation', { name: '主导航' })).not.toContainText('目标')
  await visit(page, 'goals')
  await page.getByRole('button', { name: '切换到监督与绩效管理' }).click()
  await expect(page.getByRole('grid', { name: '目标台账' })).toBeVisible()
})

test('one person may look after several sections, and changes between them', async ({ page, app }) => {
  await createBook(page, app)
  await switchDuty(page, '系统管理')
  await visit(page, 'settings/accounts')
  await page.getByRole('button', { name: '新建账户' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('姓名').fill('李初')
  await dialog.getByLabel('初始密码').fill(given)
  await dialog.getByLabel('支出科室', { exact: true }).check()
  await dialog.getByLabel('限于股室').click()
  await page.getByRole('option', { name: '教科文科' }).click()
  await page.getByRole('option', { name: '社会保障科' }).click()
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: '新建账户' }).click()
  const row = page.getByRole('row', { name: /李初/ })
  await expect(row).toContainText('支出科室（教科文科）、支出科室（社会保障科）')
  await logOut(page, '系统管理')
  await enter(page, '李初', given)
  await page.getByLabel('原密码').fill(given)
  await page.getByLabel('新密码', { exact: true }).fill(own)
  await page.getByLabel('再次输入新密码').fill(own)
  await page.getByRole('button', { name: '更换密码' }).click()
  await expect(page.getByRole('banner')).toContainText('支出科室 · 教科文科')
  await page.getByRole('banner').getByRole('button', { name: /·/ }).click()
  await page.getByRole('menuitem', { name: '支出科室 · 社会保障科' }).click()
  await expect(page.getByRole('banner')).toContainText('支出科室 · 社会保障科')
})
