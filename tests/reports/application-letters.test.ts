import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { proposalOpening } from '#domain/applications/letters'
import { proposalLetter, rectificationLetters } from '#reports/application-letters'
import { applicationIn, rectification, wan } from '../domain/applications/sample.ts'

const office = { office: '南江县财政局', section: '监督与绩效管理科', year: 2025, today: '2026-03-02' }
const names = { unit: '南江县公路养护中心', department: '南江县交通运输局', unitSection: '经济建设科' }

function textOf(bytes: Uint8Array): string {
  const xml = unzipSync(bytes)['word/document.xml']
  if (!xml) throw new Error('a Word file has a document')
  return strFromU8(xml).replace(/<[^>]+>/g, '')
}

it('proposes with result, measure, amount and line of the budget, and the sum of all', async () => {
  const first = applicationIn('draft', { letterNumber: '南财绩建〔2026〕1号', nextName: '公路养护' })
  const dropped = applicationIn('dropped', { id: 'a3', name: '已不提出的项目' })
  const second = applicationIn('draft', { id: 'a2', name: '校车', proposedChange: -8 * wan })
  const text = textOf(
    await proposalLetter(
      [first, second, dropped].map((application) => ({ ...names, application })),
      office,
    ),
  )
  for (const part of [
    '南财绩建〔2026〕1号',
    '预算科：',
    '提出2项应用建议',
    '合计−60.00万元',
    '压减预算 −52.00 万元',
    '2026 年预算项目：公路养护',
    '72.5 分',
    '2026年3月2日',
  ])
    expect(text).toContain(part)
  expect(text).not.toContain('已不提出的项目')
})

it('says where no money is touched', () => {
  expect(proposalOpening([applicationIn('draft', { proposedChange: null })], 2025)).toContain(
    '不涉及预算金额增减',
  )
})

it('orders 整改 with problem, demand, deadline and copy to the department', async () => {
  const order = rectification({ number: '南财绩函〔2026〕3号', dueOn: '2026-04-01' })
  const application = applicationIn('carrying', { rectification: order })
  const text = textOf(await rectificationLetters([{ ...names, application, order }], office))
  for (const part of [
    '南财绩函〔2026〕3号',
    '南江县公路养护中心：',
    '结果为“中”，得 72.5 分',
    order.problem,
    order.demand,
    '2026年4月1日前',
    '抄送：南江县交通运输局',
  ])
    expect(text).toContain(part)
})
