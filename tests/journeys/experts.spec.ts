import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { test } from './app.ts'
import { createBook, openDemo, visit } from './start-book.ts'

/** Begins an expert and types the name in the very moment in which the panel stands there. */
async function beginAtOnce(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '登记专家' }).evaluate(
    (button: HTMLElement, typed) =>
      new Promise<void>((resolve) => {
        const watch = new MutationObserver(() => {
          const field = document.querySelector<HTMLInputElement>('[aria-label=专家登记] input')
          if (!field) return
          watch.disconnect()
          field.focus()
          document.execCommand('insertText', false, typed)
          field.blur()
          resolve()
        })
        watch.observe(document.body, { childList: true, subtree: true })
        button.click()
      }),
    name,
  )
}

test('an expert is registered with sealed numbers, shown to who may', async ({ page, app }) => {
  await createBook(page, app)
  await visit(page, 'settings/experts')
  await expect(page.getByText('专家库里还没有专家')).toBeVisible()
  await beginAtOnce(page, '李晓')
  const panel = page.getByRole('region', { name: '专家登记' })
  await expect(panel.getByLabel('姓名')).toHaveValue('李晓')
  await panel.getByLabel('工作单位').fill('某市审计学会')
  await panel.getByLabel('财务管理').click()
  await expect(page.getByRole('status').filter({ hasText: '在库 1 人' })).toBeVisible()
  await panel.getByRole('button', { name: '关闭' }).click()
  await page.getByRole('button', { name: '李晓', exact: true }).click()
  await expect(panel.getByText('未登记')).toHaveCount(2)
  await panel.getByRole('button', { name: '登记身份证号' }).click()
  await panel.getByLabel('身份证号').fill('110105194912310021')
  await panel.getByRole('button', { name: '加密保存' }).click()
  await expect(page.getByText('没有保存，原内容保留').first()).toBeVisible()
  await panel.getByLabel('身份证号').fill('11010519491231002X')
  await panel.getByRole('button', { name: '加密保存' }).click()
  await expect(panel.getByText('••••••••••••••002X')).toBeVisible()
  await expect(page.locator('main')).not.toContainText('11010519491231002X')
  await panel.getByRole('button', { name: '显示身份证号' }).click()
  await expect(panel.getByText('11010519491231002X')).toBeVisible()
  await panel.getByRole('button', { name: '隐藏身份证号' }).click()
  await expect(panel.getByText('11010519491231002X')).toBeHidden()

  await panel.getByRole('button', { name: '登记评价' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('评审项目').fill('公路养护评价')
  await dialog.getByLabel('评价', { exact: true }).selectOption('不合格')
  await dialog.getByRole('button', { name: '登记评价' }).click()
  await expect(dialog.getByText('评为不合格须写明原因')).toBeVisible()
  await dialog.getByLabel('说明').fill('迟交意见')
  await dialog.getByLabel('评审费').fill('八百元')
  await dialog.getByRole('button', { name: '登记评价' }).click()
  await expect(dialog.getByLabel('评审费')).toBeFocused()
  await dialog.getByLabel('评审费').fill('800')
  await dialog.getByRole('button', { name: '登记评价' }).click()
  await expect(panel.getByText('■ 不合格')).toBeVisible()
  expect(app.complaints).toEqual([])
})

test('three are drawn, one avoided, one replaced, and the record proves right', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'settings/experts')
  await page.getByRole('button', { name: '李雨桐' }).click()
  await expect(page.getByText('登录账户后才能登记身份证号和银行账号')).toBeVisible()
  await page.getByRole('button', { name: '抽取专家' }).click()
  const dialog = page.getByRole('dialog', { name: '抽取专家' })
  await dialog.getByLabel('评审项目').fill('河道清淤工程事前评估')
  await dialog.getByRole('button', { name: /申报单位/ }).click()
  await page.getByLabel('查找单位').fill('南江县水利局')
  await page
    .getByRole('option', { name: /南江县水利局/ })
    .first()
    .click()
  await dialog.getByLabel('行业技术').selectOption('2 人')
  await dialog.getByRole('button', { name: '抽取 2 人' }).click()
  await expect(dialog.getByRole('alert')).toContainText('不少于 3 人')
  await expect(dialog.getByRole('alert')).toContainText('单数')
  await dialog.getByLabel('财务管理').selectOption('1 人')
  await dialog.getByText('查看不可抽的原因').click()
  await expect(dialog.getByRole('listitem').filter({ hasText: '谢云帆' })).toContainText('隶属')
  await dialog.getByRole('button', { name: '抽取 3 人' }).click()

  const panel = page.getByRole('region', { name: '抽取结果' })
  await expect(panel).toContainText('谢云帆：回避：隶属')
  await expect(page.getByRole('table', { name: '抽取记录' })).toContainText('河道清淤工程事前评估')
  const leave = panel.getByRole('button', { name: /^补抽/ }).first()
  const name = (await leave.getAttribute('aria-label'))?.slice(3) ?? ''
  await leave.click()
  const replace = page.getByRole('dialog')
  await replace.getByRole('button', { name: '补抽 1 人' }).click()
  await expect(replace.getByRole('alert')).toContainText('请写明不能参加的原因')
  await replace.getByLabel('原因').fill('时间冲突')
  await replace.getByRole('button', { name: '补抽 1 人' }).click()
  await expect(panel).toContainText(`接替${name}：时间冲突`)
  await panel.getByRole('button', { name: '复核' }).click()
  await expect(page.getByText('复核一致')).toBeVisible()
  expect(app.complaints).toEqual([])
})

test('an agency is not entrusted with what a department must do itself', async ({ page, app }) => {
  await createBook(page, app)
  await visit(page, 'settings/agencies')
  await page.getByRole('button', { name: '登记机构' }).click()
  const panel = page.getByRole('region', { name: '机构登记' })
  await panel.getByLabel('机构名称').fill('某会计师事务所')
  await panel.getByLabel('机构名称').blur()
  // A fault that appears or goes as the field is left does not move the button from under the click.
  await panel.getByRole('button', { name: '添加主评人' }).click()
  await panel.getByLabel('主评人姓名').fill('陈某')
  await panel.getByLabel('工作年限').fill('十五')
  await panel.getByRole('button', { name: '保存主评人' }).click()
  await expect(page.getByText('有 1 处看不懂，没有保存。请先改正。')).toBeVisible()
  // Nor does another row take its place unasked.
  await page.getByRole('button', { name: '登记机构' }).click()
  const question = page.getByRole('dialog', { name: '有 1 处看不懂，没有保存' })
  await question.getByRole('button', { name: '取消' }).click()
  await expect(panel.getByLabel('工作年限')).toHaveValue('十五')
  await panel.getByLabel('工作年限').fill('15 年')
  await panel.getByRole('button', { name: '保存主评人' }).click()
  await expect(panel).toContainText('工作 15 年')
  // From a day that is none, nobody would be kept from entrusting it.
  await panel.getByText('列入黑名单').first().click()
  await panel.getByLabel('原因').fill('转包')
  await panel.getByLabel('列入日期').fill('年初')
  await panel.getByRole('button', { name: '列入黑名单' }).click()
  await expect(panel.getByText('请填日期，如 2026-09-08。')).toBeVisible()
  await panel.getByLabel('列入日期').fill('')
  await panel.getByText('列入黑名单').first().click()
  await panel.getByRole('button', { name: '登记委托' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('委托项目').fill('部门自评')
  await dialog.getByLabel('委托内容').selectOption('部门自评')
  await expect(dialog.getByRole('alert')).toContainText('不得整体委托')
  await dialog.getByLabel('委托内容').selectOption('绩效评价')
  for (const [part, mark] of [
    ['方案', '20'],
    ['现场', '22.5'],
    ['报告', '三十'],
    ['时效', '9'],
    ['纪律', '10'],
  ] as const)
    await dialog.getByLabel(new RegExp(`^${part}`)).fill(mark)
  await dialog.getByRole('button', { name: '保存委托' }).click()
  await expect(page.getByText('有 1 处看不懂，没有保存。请先改正。')).toBeVisible()
  await expect(dialog.getByLabel(/^报告/)).toHaveValue('三十')
  await dialog.getByLabel(/^报告/).fill('30')
  await dialog.getByRole('button', { name: '保存委托' }).click()
  await expect(page.getByRole('table', { name: '机构' })).toContainText('91.50 ● 优')
  expect(app.complaints).toEqual([])
})
