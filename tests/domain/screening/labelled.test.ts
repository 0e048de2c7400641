import { describe, expect, it } from 'vitest'
import { clauseSaying } from '#domain/screening/words'
import { type Facts, honest, rules, screened } from './sample.ts'

/** Sentences as units write them, labelled by hand: does the clause claim that all goes well? */
const smoothClaims: readonly [text: string, claims: boolean][] = [
  ['项目按计划推进。', true],
  ['目前各项工作进展顺利，无偏差。', true],
  ['工程已完工，等待验收。', true],
  ['资金支付进度正常。', true],
  ['各项任务有序推进，群众反映良好', true],
  ['受雨季影响停工两个月，现按计划施工', true],
  ['补助资金已全部完成', true],
  ['已按进度拨付', true],
  ['项目顺利推进中', true],
  ['本年任务已完成', true],
  ['未按计划开工，主要是征地受阻。', false],
  ['招标已完成，正在签订合同。', false],
  ['下一步将按计划推进。', false],
  ['确保年底前全部完成', false],
  ['倒排工期，力争按计划完成。', false],
  ['受资金影响，无法按计划实施', false],
  ['推进不顺利', false],
  ['上级资金下达较晚，开工推迟。', false],
  ['前期工作已完成', false],
  ['设计变更后进度慢于计划', false],
  ['原按计划 6 月开工，因征地推迟', false],
  ['因可研批复晚，尚未完成', false],
  ['加快支付，按进度拨付尾款', false],
  ['预计 11 月全部完成', false],
  ['部分标段已完工', false],
]

/** Does the sentence claim that the money is not there? */
const unfundedClaims: readonly [text: string, claims: boolean][] = [
  ['资金未到位。', true],
  ['上级专项资金尚未下达，无法支付', true],
  ['县级财政没有拨付资金', true],
  ['因资金不到位，工程停工。', true],
  ['财政资金一直未拨付', true],
  ['指标未下达', true],
  ['剩余 30% 资金未到位', false],
  ['地方配套资金未到位', false],
  ['资金已全部到位', false],
  ['部分资金未下达', false],
  ['第二批资金没有下达', false],
  ['尾款未拨付，待审计', false],
  ['招标晚于计划', false],
  ['人员未到岗', false],
]

function measure(list: readonly [string, boolean][], words: Parameters<typeof clauseSaying>[1]) {
  const said = list.filter(([text]) => clauseSaying(text, words) !== '')
  const right = said.filter(([, claims]) => claims).length
  const claims = list.filter(([, isClaim]) => isClaim).length
  return { precision: right / said.length, recall: right / claims }
}

describe('words of clauses on a labelled set', () => {
  it('accuses almost nobody wrongly, and misses little', () => {
    const smooth = measure(smoothClaims, rules.screening.smooth)
    expect(smooth.precision).toBeGreaterThanOrEqual(0.9)
    expect(smooth.recall).toBeGreaterThanOrEqual(0.9)
    const unfunded = measure(unfundedClaims, rules.screening.unfunded)
    expect(unfunded.precision).toBeGreaterThanOrEqual(0.9)
    expect(unfunded.recall).toBeGreaterThanOrEqual(0.9)
  })
})

const target = { a: { actual: '1200' }, b: { actual: '1200' } }

/** Forms labelled by hand: is there reason to look at them? */
const forms: readonly [name: string, facts: Facts, isDoubtful: boolean][] = [
  ['on course, its own words', { summary: '完成 2 个标段路基，第三标段 8 月进场。' }, false],
  ['late and says so', { paid: 200, forecast: 900, fundsReason: '征地受阻，7 月才开工。' }, false],
  ['done and paid by July', { paid: 1200, forecast: 1200, entries: target }, false],
  ['a training that is held in autumn', { entries: { a: { actual: '0', forecast: '1250' } } }, false],
  [
    'behind, with a sober forecast',
    {
      entries: {
        a: {
          actual: '200',
          forecast: '1000',
          likelihood: 'possible',
          causes: ['funds'],
          causeText: '招标晚',
        },
      },
    },
    false,
  ],
  ['somewhat above the target', { entries: { a: { actual: '1500', forecast: '1600' } } }, false],
  ['a rate at its target', { entries: { r: { actual: '95', forecast: '95' } } }, false],
  ['everything at its target in July', { entries: { ...target, w: { actual: '达成' } } }, true],
  ['twice the target', { entries: { a: { actual: '2400', forecast: '2400' } } }, true],
  ['one percent paid, all of it promised', { paid: 12, forecast: 1200 }, true],
  [
    'nothing done, the targets copied',
    { entries: { a: { actual: '0', forecast: '1200' }, b: { actual: '10', forecast: '1200' } } },
    true,
  ],
  ['red and full of praise', { paid: 100, forecast: 700, summary: '项目进展顺利。' }, true],
  ['sure of what it will miss', { entries: { a: { forecast: '800', likelihood: 'sure' } } }, true],
  ['paid most of it, and says it has none', { fundsReason: '资金未到位。' }, true],
]

describe('forms on a labelled set', () => {
  it.each(forms)('%s', (_name, facts, isDoubtful) => {
    expect(screened([honest(facts)])[0]?.findings.length !== 0).toBe(isDoubtful)
  })
})
