import { receive, send, take } from './exchange-world.ts'
import { expect } from './patient.ts'
import { logIn, switchDuty, visit } from './start-book.ts'
import { takeStep } from './take-step.ts'
import { cityOffice, year } from './year-plan.ts'
import { shot, type World } from './year-start.ts'

const scheme = '区县财政预算绩效管理工作考核评分表'
const title = `${year} 年度区县财政预算绩效管理工作考核`

/** The city makes the shipped table its own and approves it: it goes down with the parameters. */
export async function schemeApproved({ city }: World): Promise<void> {
  const { page } = city
  await visit(page, 'appraisals/schemes')
  await page.getByRole('button', { name: `复制 ${scheme}` }).click()
  await expect(page.getByText('● 没有问题，可以审定。')).toBeVisible()
  await shot(city, '30-市局-考核办法')
  await takeStep(page, '审定')
}

/** 印发考核通知: in the city for this one county, in the county for itself. */
export async function appraisalsOpen({ city, county }: World): Promise<void> {
  await visit(city.page, 'appraisals?new=1')
  const notice = city.page.getByRole('dialog', { name: '印发考核通知' })
  for (const other of ['巴州区', '恩阳区', '通江县', '平昌县', '巴中经济技术开发区'])
    await notice.getByLabel(other).uncheck()
  await shot(city, '31-市局-印发考核通知')
  await notice.getByRole('button', { name: '印发给 1 个对象' }).click()
  await expect(notice).toBeHidden()
  await visit(county.page, 'appraisals?new=1')
  const own = county.page.getByRole('dialog', { name: '印发考核通知' })
  await own.getByRole('button', { name: '印发给 1 个对象' }).click()
  await expect(own).toBeHidden()
  await expect(county.page.getByText(title)).toBeVisible()
}

/** The county gives itself what no ledger computes, says who answers for it, and hands in. */
export async function countyAssessesItself({ county }: World): Promise<void> {
  const { page } = county
  await page.getByRole('link', { name: /南江县/ }).click()
  const items = page.getByRole('navigation', { name: '考核指标目录' })
  for (const [name, points] of [
    ['报告质量', '2.5'],
    ['目标质量', '5'],
    ['及时规范', '2'],
  ] as const) {
    await items.getByRole('button', { name: new RegExp(name) }).click()
    await expect(page.getByRole('heading', { name: new RegExp(name) })).toBeVisible()
    await page.getByLabel(/^自评分/).fill(points)
    await page.getByLabel(/^自评分/).press('Tab')
    await expect(items.getByRole('button', { name: new RegExp(name) })).toContainText(
      `${Number(points).toFixed(2)} /`,
    )
  }
  await items.getByRole('button', { name: '加分、扣分和填报人' }).click()
  await expect(page.getByLabel('填报人')).toHaveValue('王晓')
  await page.getByLabel('联系方式').fill('0827-8220000')
  await page.getByLabel('联系方式').press('Tab')
  await expect(page.locator('[data-save=saved]')).toBeVisible()
  await shot(county, '32-县局-考核自评')
  await takeStep(page, '送审')
}

/** The county's year goes up to the city, with its self-assessment; what the page says is inside. */
export async function countyReports({ city, county }: World): Promise<string> {
  const sent = await send(county, '上报包', cityOffice)
  await receive(city, sent)
  await shot(city, '33-市局-收区县上报包')
  await take(city)
  return sent.contents
}

/** The city takes the self-assessment over, looks through it, hears the county, decides and makes it known. */
export async function countyAppraised({ city }: World): Promise<void> {
  const { page } = city
  await visit(page, 'appraisals')
  await page.getByRole('link', { name: '南江县' }).click()
  await page.getByRole('button', { name: '接收区县自评', exact: true }).click()
  await expect(page.getByText('已接收自评：南江县')).toBeVisible()
  await takeStep(page, '开始复核')
  await shot(city, '34-市局-复核')
  await takeStep(page, '征求意见')
  // The dialog closes before it is written, and the days are counted from the clock.
  await expect(page.getByText('征求意见：南江县')).toBeVisible()
  // The county has some working days to object; a month later the window is opened again.
  await page.clock.setFixedTime(new Date(Date.now() + 30 * 86_400_000))
  await page.reload()
  await logIn(page)
  await page.getByRole('button', { name: '排名和结果' }).click()
  await switchDuty(page, '局领导')
  await takeStep(page, '审定', '局党组会议审定。')
  await switchDuty(page, '监督与绩效管理')
  await page.getByRole('button', { name: '通报', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/文号|字号/).fill(`巴财绩〔${year + 1}〕3号`)
  await dialog.getByRole('button', { name: '通报', exact: true }).click()
  await expect(page.getByText(/通报。结果不再重新计算/)).toBeVisible()
  await shot(city, '35-市局-考核结果')
}
