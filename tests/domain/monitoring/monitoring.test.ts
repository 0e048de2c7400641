import { describe, expect, it } from 'vitest'
import { checkMonitoring, isUnfilled, mayBeHandedIn } from '#domain/monitoring/checks'
import {
  type FundRow,
  followGoal,
  frozenLights,
  fundsOf,
  fundTotal,
  type IndicatorEntry,
  lightsOfMonitoring,
  type Monitoring,
  withTreasury,
} from '#domain/monitoring/monitoring'
import { validateRules } from '#domain/rules/validate-rules'
import { rulesById, shippedRules } from '#domain/year-rules'
import { sampleGoal, wan } from '../sample-goal.ts'
import { filled, opened, rules } from './sample.ts'

describe('the form', () => {
  it('takes the money of the goal by group', () => {
    const { funds } = opened()
    expect(funds.map(({ group, budget }) => [group, budget])).toEqual([
      ['general', 90 * wan],
      ['carryover', null],
      ['other', null],
    ])
    expect(fundTotal(funds)).toEqual({ budget: 90 * wan, paid: null, forecast: null })
    const other = fundsOf(sampleGoal({ funding: [], book: 'fund', total: 7 * wan }))
    expect(other.find(({ group }) => group === 'other')?.budget).toBe(7 * wan)
    const mixed = fundsOf(
      sampleGoal({
        funding: [
          { source: 'carryover', amount: 1 },
          { source: 'unit', amount: 2 },
          { source: 'fund-upper', amount: 3 },
        ],
      }),
    )
    expect(mixed.map(({ budget }) => budget)).toEqual([null, 1, 5])
  })

  it('follows the goal: targets as they are now, what was reported stays', () => {
    const { entries } = filled()
    const [first, ...rest] = sampleGoal().indicators
    if (!first) throw new Error('the sample has indicators')
    const fresh = { ...first, id: 'new', name: '新指标' }
    const followed = followGoal(entries, {
      indicators: [{ ...first, value: '130' }, fresh, ...rest.slice(1)],
    })
    expect(followed.map(({ id }) => id)).toEqual(['q', 'new', 't', 'c', 'e', 's'])
    expect(followed[0]).toMatchObject({ value: '130', actual: '5', likelihood: 'sure' })
    expect(followed[1]).toMatchObject({ actual: '', likelihood: '' })
  })

  it('keeps colour and reason of the lights with the pack they were computed under', () => {
    const lights = lightsOfMonitoring(filled(), null, rules)
    const frozen = frozenLights(lights, rulesById('frame-2021'))
    expect(frozen.execution).toEqual({ colour: 'green', reason: lights.execution.reason })
    expect([frozen.rulesId, frozen.rulesVersion]).toEqual(['frame-2021', 1])
  })
})

describe('checks', () => {
  const codes = (monitoring: Monitoring) => checkMonitoring(monitoring, null, rules).map(({ code }) => code)
  const entryChange = (change: Partial<IndicatorEntry>) => {
    const base = filled()
    return { ...base, entries: base.entries.map((each) => (each.id === 'q' ? { ...each, ...change } : each)) }
  }
  const fundChange = (paid: number | null, forecast: number | null) => {
    const base = filled()
    return {
      ...base,
      funds: base.funds.map((row) => (row.group === 'general' ? { ...row, paid, forecast } : row)),
    }
  }

  it('a sound form has no finding', () => expect(checkMonitoring(filled(), null, rules)).toEqual([]))

  it('an empty form asks for every figure', () => {
    const found = codes(opened())
    expect(found.filter((code) => code === 'actual-missing')).toHaveLength(6)
    expect(found.slice(0, 2)).toEqual(['paid-missing', 'forecast-missing'])
    expect(mayBeHandedIn(checkMonitoring(opened(), null, rules))).toBe(false)
  })

  it('all that is found where nobody has written yet only says so; what does not fit together says more', () => {
    expect(checkMonitoring(opened(), null, rules).every(isUnfilled)).toBe(true)
    const missed = checkMonitoring(entryChange({ forecast: '100', likelihood: 'sure' }), null, rules)
    expect(missed.some(isUnfilled)).toBe(false)
  })

  it('money: reason below the line or below 90 % of the year, at the border not', () => {
    expect(codes(fundChange(36 * wan, 90 * wan))).toEqual([])
    expect(codes(fundChange(36 * wan - 1, 90 * wan))).toEqual(['funds-unexplained'])
    expect(codes(fundChange(50 * wan, 81 * wan))).toEqual([])
    expect(codes(fundChange(50 * wan, 81 * wan - 1))).toEqual(['funds-unexplained'])
    expect(codes({ ...fundChange(1, 90 * wan), fundsReason: '工程尚未验收。' })).toEqual([])
    expect(codes(fundChange(50 * wan, 49 * wan))).toEqual(['forecast-below', 'funds-unexplained'])
    expect(codes(fundChange(90 * wan + 1, 90 * wan + 1))).toEqual(['paid-above'])
    expect(codes(fundChange(50 * wan, 90 * wan + 1))).toEqual(['forecast-above'])
  })

  it('V11: an indicator that will miss its target needs causes and text', () => {
    const missed = { forecast: '100', likelihood: 'sure' } as const
    expect(codes(entryChange(missed))).toEqual(['cause-missing', 'cause-unexplained', 'likelihood-doubtful'])
    expect(codes(entryChange({ ...missed, causes: ['funds'], causeText: '资金未到。' }))).toEqual([
      'likelihood-doubtful',
    ])
  })

  it('a limit that was passed, with a forecast that keeps it, is doubted', () => {
    const limit = { operator: '≤', value: '100', unit: '万元', likelihood: 'sure' } as const
    expect(codes(entryChange({ ...limit, actual: '120', forecast: '100' }))).toEqual(['limit-passed'])
    expect(codes(entryChange({ ...limit, actual: '100', forecast: '100' }))).toEqual([])
    // A miss is asked to be explained in any case.
    expect(codes(entryChange({ ...limit, actual: '120', forecast: '130' }))).not.toContain('limit-passed')
  })

  it('V12: 有可能 and 完全不可能 need causes, text and measures', () => {
    const possible = entryChange({ likelihood: 'possible' })
    expect(codes(possible)).toEqual(['cause-missing', 'cause-unexplained', 'measures-missing'])
    const explained = entryChange({ likelihood: 'impossible', causes: ['people'], causeText: '人员不足。' })
    expect(codes({ ...explained, measures: '增派人员。' })).toEqual(['likelihood-doubtful'])
  })

  it('V13: lengths at and above the limit', () => {
    const long = (count: number) => '完成'.padEnd(count, '好')
    const worded = (count: number) => {
      const base = filled()
      return {
        ...base,
        entries: base.entries.map((each) => (each.id === 't' ? { ...each, actual: long(count) } : each)),
      }
    }
    expect(codes(worded(100))).toEqual([])
    expect(codes(worded(101))).toEqual(['text-long'])
    expect(codes(filled({ summary: '好'.repeat(200) }))).toEqual([])
    expect(codes(filled({ summary: '好'.repeat(201) }))).toEqual(['text-long'])
  })

  it('says what it cannot read, without holding the form', () => {
    const problems = checkMonitoring(entryChange({ actual: '很多' }), null, rules)
    expect(problems.map(({ code }) => code)).toEqual(['value-unread'])
    expect(mayBeHandedIn(problems)).toBe(true)
  })
})

describe('the rule pack', () => {
  const pack = rulesById('frame-2021')
  const faults = (change: Partial<typeof rules>) =>
    validateRules({ ...pack, monitoring: { ...rules, ...change } }).map(({ code }) => code)
  const [first, second, ...rest] = rules.executionLines
  if (!first || !second) throw new Error('the pack has lines')

  it('both shipped packs are sound', () => {
    for (const each of shippedRules) expect(validateRules(each)).toEqual([])
  })
  it.each<[string, Partial<typeof rules>]>([
    ['lines-invalid', { executionLines: [] }],
    ['lines-invalid', { executionLines: [second, first, ...rest] }],
    ['lines-invalid', { executionLines: [{ ...first, rate: 0 }] }],
    ['lines-invalid', { executionLines: [{ ...first, rate: 101 }] }],
    ['lines-invalid', { executionLines: [{ ...first, month: 13 }] }],
    ['distances-invalid', { gap: { ...rules.gap, red: 10 } }],
    ['distances-invalid', { carryover: { ...rules.carryover, red: 10 } }],
    ['distances-invalid', { goal: { ...rules.goal, yellow: 100 } }],
    ['distances-invalid', { goal: { ...rules.goal, excess: 100 } }],
    ['distances-invalid', { execution: { ...rules.execution, red: 0 } }],
    ['word-duplicate', { qualitative: [...rules.qualitative, ...rules.qualitative] }],
    ['qualitative-invalid', { qualitative: rules.qualitative.map((one) => ({ ...one, rate: 101 })) }],
    ['cause-duplicate', { causes: [...rules.causes, ...rules.causes.slice(0, 1)] }],
    ['reason-invalid', { reasonBelow: { ...rules.reasonBelow, rate: 0 } }],
    ['limits-invalid', { limits: { ...rules.limits, cell: 0 } }],
    ['days-invalid', { disposal: { ...rules.disposal, workingDays: 1.5 } }],
    ['round-invalid', { rounds: rules.rounds.map((round) => ({ ...round, due: '13-01' })) }],
    ['source-missing', { gap: { ...rules.gap, clause: ' ' } }],
  ])('%s', (code, change) => expect(faults(change)).toContain(code))
})

describe('执行数 from the treasury', () => {
  const funds = (general: number | null, carryover: number | null) =>
    fundsOf(sampleGoal({ funding: [], book: 'general', total: null })).map((row) => ({
      ...row,
      budget: { general, carryover, other: null }[row.group],
    }))
  const paidOf = (rows: readonly FundRow[]) => rows.map(({ paid }) => paid)

  it('stands in the row of its source, and nothing paid is zero', () => {
    const paid = new Map([
      ['general-upper', 30],
      ['general-local', 12],
    ] as const)
    expect(paidOf(withTreasury(funds(100, 20), paid))).toEqual([42, 0, null])
  })

  it('without a source stands in the one row that has a budget, and is not guessed among several', () => {
    const paid = new Map([['', 42]] as const)
    expect(paidOf(withTreasury(funds(100, null), paid))).toEqual([42, null, null])
    expect(paidOf(withTreasury(funds(100, 20), paid))).toEqual([null, null, null])
  })

  it('is left alone where the ledger is silent', () => {
    const before = funds(100, 20)
    expect(withTreasury(before, new Map())).toBe(before)
  })
})
