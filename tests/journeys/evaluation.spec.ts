import { expect, type Page } from '@playwright/test'
import { test } from './app.ts'
import { openDemo, openYear, visit } from './start-book.ts'
import { stateNow } from './take-step.ts'

test.use({ holds: 'demo' })

const sums = (page: Page) => page.getByRole('status', { name: '评分合计' })

const points = (page: Page) => page.getByRole('status', { name: '得分', exact: true })

/** Tab until what has the focus is called so. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    const here = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (here.startsWith(text)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no tab leads to ${text}`)
}

test('a task is opened, its materials tied, a region marked, and the name kept from blind experts', async ({
  page,
  app,
}) => {
  await openDemo(page, app)
  await openYear(page, '2025')
  await visit(page, 'evaluation/tasks')
  await page.getByRole('button', { name: '新建任务' }).click()
  const dialog = page.getByRole('dialog', { name: '新建评价任务' })
  await dialog.getByLabel('评价的项目').fill('农村供水')
  await page.getByRole('option', { name: /农村供水保障工程/ }).click()
  await dialog.getByLabel('指标体系').selectOption({ label: '项目支出绩效评价指标体系（国家框架）' })
  await dialog.getByLabel('完成日期').fill('2027-06-30')
  await dialog.getByLabel(/匿名评分/).check()
  for (const name of ['何佳宁', '赵明远', '吴若彤']) await dialog.getByLabel(new RegExp(name)).check()
  // Who works for the unit must stay away.
  await dialog.getByLabel('查找专家').fill('谢云帆')
  await expect(dialog.getByLabel(/谢云帆/)).toBeDisabled()
  await dialog.getByRole('button', { name: '新建任务' }).click()
  await expect(stateNow(page)).toContainText('准备中')

  await page.getByRole('tab', { name: '材料' }).click()
  await expect(page.getByText('还没有材料。')).toBeVisible()
  await page.getByLabel('材料文件').setInputFiles({
    name: '验收报告.png',
    mimeType: 'image/png',
    buffer: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  })
  await expect(page.getByLabel('D01：材料名称')).toHaveValue('验收报告')
  await expect(page.getByText('▲ 17 个指标中有 17 个还没有佐证')).toBeVisible()
  await page.getByLabel('立项依据充分性 由 D01 证明').check()
  await expect(page.getByText('▲ 17 个指标中有 16 个还没有佐证')).toBeVisible()
  // Whoever takes the last one away by the keyboard goes on where one is added.
  await page.getByRole('button', { name: '登记纸质材料' }).click()
  await expect(page.getByLabel('D02：材料名称')).toBeFocused()
  await page.getByRole('button', { name: '移除 D02' }).press('Enter')
  await expect(page.getByLabel('D02：材料名称')).toHaveCount(0)
  await expect(page.getByRole('button', { name: '添加文件' })).toBeFocused()

  await page.getByRole('button', { name: '开始评分' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '开始评分' }).click()
  await expect(page.getByRole('heading', { name: /匿名评价对象/ })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('农村供水')
  await page.getByRole('button', { name: /何佳宁/ }).click()
  const evidence = page.getByRole('complementary', { name: '佐证材料' })
  await expect(evidence).toContainText('● 本指标')
  const picture = evidence.getByRole('img')
  await expect(picture).toBeVisible()
  const box = await picture.boundingBox()
  if (!box) throw new Error('the picture is in sight')
  await page.mouse.move(box.x + 40, box.y + 40)
  await page.mouse.down()
  await page.mouse.move(box.x + 160, box.y + 120, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByRole('button', { name: 'D01 第 1 页 标记处', exact: true })).toBeVisible()

  // A region is moved with the keys, and another one made; the desk's own arrows keep still.
  const drawn = evidence.getByRole('group', { name: /^标注框：立项依据充分性/ })
  await drawn.focus()
  const before = await drawn.getAttribute('aria-label')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(evidence.getByRole('status')).toContainText('Shift+方向键改大小')
  await page.keyboard.press('Enter')
  await expect(evidence.getByRole('status')).toBeEmpty()
  await expect(drawn).not.toHaveAttribute('aria-label', before ?? '')
  await expect(drawn).toBeFocused()
  await evidence.getByRole('group', { name: '材料页面，按 Enter 新建标注框' }).focus()
  await page.keyboard.press('Enter')
  await expect(
    evidence.getByRole('group', { name: '新标注框，左 30%，上 40%，宽 40%，高 12%' }),
  ).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Escape')
  await expect(drawn).toHaveCount(1)
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(
    evidence.getByRole('group', { name: '标注框：立项依据充分性，左 29%，上 40%，宽 40%，高 12%' }),
  ).toBeVisible()
  await expect(drawn).toHaveCount(2)
  // Evidence alone is no score.
  await expect(sums(page)).toContainText('已评 0/17')
})

test('an expert scores and signs by the keyboard alone, and sees the others only then', async ({
  page,
  app,
}) => {
  test.setTimeout(120_000)
  await openDemo(page, app)
  await openYear(page, '2025')
  await visit(page, 'evaluation/tasks')
  await page.getByRole('grid', { name: '评价任务台账' }).getByText('高标准农田建设').dblclick()
  await expect(stateNow(page)).toContainText('评分中')
  await page.getByRole('tab', { name: '评分', exact: true }).click()
  await expect(page.getByText('请选择评分的专家')).toBeVisible()

  // From here on no mouse.
  await tabTo(page, '吴若彤')
  await page.keyboard.press('Enter')
  await expect(sums(page)).toContainText('已评 0/17')
  const item = page.getByRole('region').filter({ has: points(page) })
  await expect(page.getByRole('region', { name: '其他专家的评分' })).toHaveCount(0)

  // The calibration item is first; until it is scored the others are locked.
  await page.keyboard.press('ArrowDown')
  await expect(page.getByText('请先评校准指标，再评其他指标。')).toBeVisible()
  await page.keyboard.press('0')
  await expect(points(page)).toContainText('5 个要点符合 5 个，得 3 分')

  // A 要点 that is not met: Enter leads to the reason, then to the evidence, then on.
  await page.keyboard.press('2')
  await page.keyboard.press('2')
  await page.keyboard.press('2')
  await page.keyboard.press('1')
  await expect(points(page)).toContainText('扣 0.6 分')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('理由（R）')).toBeFocused()
  await page.keyboard.type('批复早于可研。')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('■ 扣分须关联佐证')).toBeVisible()
  await page.keyboard.press('e')
  await expect(page.getByRole('button', { name: 'D01', exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(item.getByRole('heading', { name: /立项程序规范性/ })).toBeVisible()

  // The rest: whatever its kind, a key or a typed value, then Enter.
  for (let turns = 0; turns < 24; turns++) {
    if ((await sums(page).innerText()).includes('17/17')) break
    const before = await item.getByRole('heading', { level: 2 }).innerText()
    if (before.startsWith('满意度')) {
      await page.keyboard.press('u')
      await expect(points(page)).toContainText('未证实')
      await page.keyboard.press('r')
      await page.keyboard.type('没有问卷原件。')
      await page.keyboard.press('Escape')
      continue
    }
    if (await item.getByText('国库数据').isVisible()) {
      await page.keyboard.press('a')
      await expect(points(page)).toContainText('得')
      if ((await points(page).innerText()).includes('扣')) {
        await page.keyboard.press('Enter')
        await page.keyboard.type('支付进度偏慢。')
        await page.keyboard.press('Escape')
        await page.keyboard.press('e')
        await expect(page.getByRole('button', { name: 'D02', exact: true })).toBeVisible()
      }
    } else if (await item.getByRole('button', { name: /全部符合/ }).isVisible())
      await page.keyboard.press('0')
    else if (await item.getByRole('button', { name: /^达成/ }).isVisible()) {
      // A band takes the place of points that could not be read.
      await page.keyboard.press('f')
      await page.keyboard.type('满分')
      await page.keyboard.press('Escape')
      await expect(item.getByText('没有保存')).toBeVisible()
      await page.keyboard.press('1')
      await expect(item.getByText('没有保存')).toBeHidden()
    } else await page.keyboard.type('100')
    await page.keyboard.press('Enter')
    await expect(item.getByRole('heading', { level: 2 })).not.toHaveText(before)
  }
  await expect(sums(page)).toContainText('已评 17/17')
  await expect(sums(page)).toContainText('未证实 10')
  await expect(sums(page)).toContainText('未评 0')
  await expect(sums(page)).not.toContainText('缺')
  await tabTo(page, '签名')
  await page.keyboard.press('Enter')
  await tabTo(page, '签名')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已签名：吴若彤的评分表')).toBeVisible()
  await expect(page.getByRole('region', { name: '其他专家的评分' })).toContainText('冯知秋')

  // The working paper holds it all.
  await tabTo(page, '底稿')
  await page.keyboard.press('Enter')
  const paper = page.getByRole('article')
  await expect(paper).toContainText('批复早于可研。')
  await expect(paper).toContainText('D01')
  await expect(paper).toContainText('评分专家（签字）：吴若彤')
})

test('scoring does not end before all have signed', async ({ page, app }) => {
  await openDemo(page, app)
  await openYear(page, '2025')
  await visit(page, 'evaluation/tasks?state=scoring')
  await page.getByRole('grid', { name: '评价任务台账' }).getByText('高标准农田建设').dblclick()
  await page.getByRole('button', { name: '结束评分' }).click()
  await expect(page.getByText(/赵明远的评分表还没有签名。（另有 2 处）补齐后再结束评分/)).toBeVisible()
  await expect(stateNow(page)).toContainText('评分中')

  // A signature is taken back with its reason; the width of the evidence is remembered.
  await page.getByRole('tab', { name: '评分', exact: true }).click()
  await page.getByRole('button', { name: /何佳宁/ }).click()
  await page.getByRole('button', { name: '撤销签名' }).click()
  const reason = page.getByRole('dialog', { name: '撤销签名：何佳宁' })
  await reason.getByLabel('意见（必填）').fill('漏看了验收资料。')
  await reason.getByRole('button', { name: '撤销签名' }).click()
  await expect(page.getByRole('button', { name: '签名', exact: true })).toBeVisible()
  const edge = page.getByRole('separator', { name: '佐证栏的宽度' })
  await edge.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(edge).toHaveAttribute('aria-valuenow', '396')
  const listEdge = page.getByRole('separator', { name: '指标清单的宽度' })
  await listEdge.focus()
  await page.keyboard.press('ArrowRight')
  await expect(listEdge).toHaveAttribute('aria-valuenow', '252')
  await page.getByRole('button', { name: '返回任务' }).click()

  // Somebody drops out: the task is prepared again, the sheets of the others stay.
  await page.getByRole('button', { name: '退回准备' }).click()
  const back = page.getByRole('dialog')
  await back.getByLabel('意见（必填）').fill('邓长青不能参加。')
  await back.getByRole('button', { name: '退回准备' }).click()
  await expect(stateNow(page)).toContainText('准备中')
  const list = page.getByRole('list', { name: '专家名单' })
  await list.getByLabel(/邓长青/).uncheck()
  await list.getByLabel(/向志远/).check()
  await page.getByRole('button', { name: '开始评分' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '开始评分' }).click()
  await expect(page.getByRole('button', { name: /冯知秋\s*● 已签名/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /何佳宁\s*○ 已评 17\/17/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /向志远\s*○ 已评 0\/17/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /邓长青/ })).toHaveCount(0)
  await page.getByRole('button', { name: /向志远/ }).click()
  await expect(edge).toHaveAttribute('aria-valuenow', '396')
})

test('a year without evaluations says so and leads to the one before', async ({ page, app }) => {
  await openDemo(page, app)
  await visit(page, 'evaluation/tasks')
  await expect(page.getByText(/2026 年度还没有评价任务/)).toBeVisible()
  for (const [path, title] of [
    ['schedule', '现场安排'],
    ['schedule/paper', '现场评价安排表'],
  ] as const) {
    await visit(page, `evaluation/tasks/another-year/${path}`)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await page.getByRole('link', { name: '返回评价任务' }).click()
    await expect(page.getByText(/2026 年度还没有评价任务/)).toBeVisible()
  }
  await page.getByRole('button', { name: '切换到 2025 年度' }).click()
  await expect(page.getByRole('grid', { name: '评价任务台账' }).getByRole('row')).toHaveCount(5)

  // Who goes where on which day; the same person on one day for two evaluations stands out.
  await page.getByRole('grid', { name: '评价任务台账' }).getByText('高标准农田建设').dblclick()
  await page.getByRole('tab', { name: '现场安排' }).click()
  const planned = page.getByRole('region', { name: '第 2 次现场工作' })
  await expect(planned).toContainText('吴若彤')
  await expect(planned.getByRole('link', { name: /农村公路日常养护/ })).toBeVisible()
  await planned.getByRole('button', { name: '标为已完成' }).click()
  await expect(page.getByText(/还不能标为已完成：请填写查看情况。/)).toBeVisible()

  await page.getByRole('button', { name: '添加现场工作' }).click()
  const fresh = page.getByRole('region', { name: '第 3 次现场工作' })
  await expect(fresh.getByLabel('开始日期')).toBeFocused()
  await fresh.getByLabel('地点').fill('县农业农村局')
  await fresh.getByLabel('查看情况').fill('账实相符。')
  await fresh.getByLabel(/添加专家或单位/).selectOption('监督检查局')
  await fresh.getByLabel(/监督检查局人员姓名/).fill('周宁、陈立')
  await fresh.getByRole('button', { name: '加入' }).click()
  await expect(fresh).toContainText('周宁（监督检查局）')
  await fresh.getByLabel('开始日期').fill('2026-01-05')
  await fresh.getByLabel('开始日期').press('Enter')
  // With its day it takes its place in the order of the days.
  const first = page.getByRole('region', { name: '第 1 次现场工作' })
  await expect(first).toContainText('周宁')
  await first.getByRole('button', { name: '标为已完成' }).click()
  await expect(first).toContainText('● 已完成')
  // Taken away by the keyboard, the last one leaves the focus where the next is added; undone, it is back.
  await page.getByRole('button', { name: '添加现场工作' }).click()
  const last = page.getByRole('region', { name: '第 4 次现场工作' })
  await last.getByRole('button', { name: '删除第 4 次现场工作' }).press('Enter')
  await expect(last).toBeHidden()
  await expect(page.getByRole('button', { name: '添加现场工作' })).toBeFocused()
  await page.getByRole('button', { name: '打印安排表' }).click()
  await expect(page.getByRole('article')).toContainText('账实相符。')
})
