import { describe, expect, it } from 'vitest'
import {
  asksFigures,
  fiscalAnswer,
  fiscalFigureList,
  type StatedFigures,
} from '#domain/evaluation/fiscal-figures'
import { indicatorsOf } from '#domain/evaluation/indicator-system'
import { government } from '#domain/evaluation/template-government'

const wan = 1_000_000
const given = (value: number | string) => ({ value: String(value), source: '决算表.xlsx 收支 C7' })

/** A county's year as its statements have it. */
const stated: StatedFigures = {
  revenueBudget: given(82_000 * wan),
  revenueFinal: given(79_950 * wan),
  taxRevenue: given(47_970 * wan),
  taxShareOfCity: given('62.5'),
  growth: given('5.2'),
  growthTarget: given('6.5'),
  initialBudget: given(310_000 * wan),
  initialPlaced: given(285_200 * wan),
  spendingAdjusted: given(402_000 * wan),
  spendingFinal: given(385_920 * wan),
  carriedOver: given(16_080 * wan),
  idleDue: given(1_200 * wan),
  idleUsed: given(1_200 * wan),
  directAllocated: given(96_000 * wan),
  directPaid: given(95_999 * wan),
  guaranteeDue: given(150_000 * wan),
  guaranteePaid: given(151_500 * wan),
  managementScore: given('92.5'),
}

describe('the indicators of 财政运行', () => {
  it.each([
    ['收入预算偏离度', '2.5'],
    ['年初预算到位率', '92'],
    ['一般公共预算支出进度', '96'],
    ['结转结余率', '4.16'],
    ['两年以上存量资金盘活率', '100'],
    ['直达资金支出进度', '99.99'],
    ['税收占一般公共预算收入比', '96'],
    ['同口径增幅', '80'],
    ['“三保”保障率', '101'],
    ['预算绩效管理工作考核得分', '92.5'],
  ])('%s is %s', (name, value) => {
    expect(fiscalAnswer(name, stated)?.value).toBe(value)
  })

  it('are all in the shipped system under these names', () => {
    const names = indicatorsOf(government).map(({ name }) => name)
    expect(asksFigures(names)).toBe(true)
    expect(names.filter((name) => fiscalAnswer(name, stated) !== null)).toHaveLength(10)
  })

  it('say what they rest on, and where it stands', () => {
    expect(fiscalAnswer('一般公共预算支出进度', stated)).toMatchObject({
      formula:
        '支出 ÷ 调整预算 × 100%：一般公共预算支出决算数 385,920.00 万元，一般公共预算支出调整预算数 402,000.00 万元，得 96',
      inputs: [{ source: '决算表.xlsx 收支 C7' }, {}],
      mark: '拟',
    })
  })

  it('never become 100 by rounding', () => {
    const near = { ...stated, directPaid: given(95_999_999_999), directAllocated: given(96_000_000_000) }
    expect(fiscalAnswer('直达资金支出进度', near)?.value).toBe('99.99')
  })
})

it('a figure that is missing, unreadable or a divisor of zero gives nothing', () => {
  for (const figure of fiscalFigureList) {
    const { [figure]: _gone, ...rest } = stated
    const lost = indicatorsOf(government).filter(
      ({ name }) => fiscalAnswer(name, stated) !== null && fiscalAnswer(name, rest) === null,
    )
    expect([figure, lost.length]).toEqual([figure, expect.toSatisfy((count: number) => count >= 1)])
  }
  expect(fiscalAnswer('结转结余率', { ...stated, spendingFinal: given(0) })).toBeNull()
  expect(fiscalAnswer('结转结余率', { ...stated, spendingFinal: given('见附表') })).toBeNull()
  expect(fiscalAnswer('产出数量', stated)).toBeNull()
})
