import { describe, expect, it } from 'vitest'
import { checkMonitoring, mayBeHandedIn } from '#domain/monitoring/checks'
import { causesText, diffMonitoring, readCauses } from '#domain/monitoring/compare'
import { daysLeft, figuresOf, remindersOf } from '#domain/monitoring/figures'
import {
  isReported,
  isWritable,
  type MonitoringState,
  monitoringFlow,
  monitoringStateList,
} from '#domain/monitoring/flow'
import { keyReasons } from '#domain/monitoring/key-objects'
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
import { ratio } from '#domain/monitoring/ratio'
import { checkRound, isAsked, monthsText, newestRound, proposedRound } from '#domain/monitoring/round'
import { returnOpinion, steppedMonitoring } from '#domain/monitoring/step'
import { type Duty, dutyList } from '#domain/people/duties'
import { type Permission, permissions } from '#domain/people/permissions'
import { validateRules } from '#domain/rules/validate-rules'
import { nextState } from '#domain/workflow'
import { rulesById, shippedRules } from '#domain/year-rules'
import { sampleGoal, wan } from '../sample-goal.ts'
import { filled, opened, rules } from './sample.ts'

const writers: Duty[] = ['unit', 'spending', 'performance']

/** The whole road, written out apart from the table. */
const road: [Permission, Duty[], MonitoringState[], MonitoringState, boolean][] = [
  ['submit-monitoring', writers, ['draft', 'returned'], 'submitted', false],
  ['withdraw-monitoring', writers, ['submitted'], 'draft', false],
  ['pass-monitoring', ['spending'], ['submitted'], 'passed', false],
  ['return-monitoring', ['spending'], ['submitted'], 'returned', true],
  ['accept-monitoring', ['performance'], ['passed'], 'accepted', false],
  ['return-monitoring-review', ['performance'], ['passed'], 'returned', true],
  ['reopen-monitoring', ['performance'], ['accepted'], 'passed', true],
  ['exempt-from-round', ['performance'], ['draft', 'returned'], 'exempt', true],
  ['restore-to-round', ['performance'], ['exempt'], 'draft', false],
]

describe('every duty × every step × every state', () => {
  it('the road has exactly these steps, all rows of the area', () => {
    expect(monitoringFlow.steps.map(({ id }) => id)).toEqual(road.map(([id]) => id))
    for (const [id] of road) expect(permissions[id].area).toBe('monitoring')
  })
  it.each(road)('%s', (id, allowed, from, to, needsOpinion) => {
    for (const duty of dutyList)
      for (const state of monitoringStateList) {
        const expected = !from.includes(state)
          ? { refused: 'not-allowed' }
          : allowed.includes(duty)
            ? { to }
            : { refused: 'wrong-duty' }
        expect(nextState(monitoringFlow, state, { id, opinion: '意见' }, { duty })).toEqual(expected)
      }
    const [state = 'draft', duty = 'unit'] = [from[0], allowed[0]]
    const silent = nextState(monitoringFlow, state, { id, opinion: ' ' }, { duty })
    expect(silent).toEqual(needsOpinion ? { refused: 'opinion-missing' } : { to })
  })
  it('knows what may be written and what is reported', () => {
    expect(monitoringStateList.filter(isWritable)).toEqual(['draft', 'returned'])
    expect(monitoringStateList.filter(isReported)).toEqual(['submitted', 'passed', 'accepted'])
  })
})

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

  it('money: reason below the line or below 90 % of the year, at the border not', () => {
    expect(codes(fundChange(36 * wan, 90 * wan))).toEqual([])
    expect(codes(fundChange(36 * wan - 1, 90 * wan))).toEqual(['funds-unexplained'])
    expect(codes(fundChange(50 * wan, 81 * wan))).toEqual([])
    expect(codes(fundChange(50 * wan, 81 * wan - 1))).toEqual(['funds-unexplained'])
    expect(codes({ ...fundChange(1, 90 * wan), fundsReason: '工程尚未验收。' })).toEqual([])
    expect(codes(fundChange(50 * wan, 49 * wan))).toEqual(['forecast-below', 'funds-unexplained'])
    expect(codes(fundChange(90 * wan + 1, 90 * wan + 1))).toEqual(['paid-above'])
  })

  it('V11: an indicator that will miss its target needs causes and text', () => {
    const missed = { forecast: '100', likelihood: 'sure' } as const
    expect(codes(entryChange(missed))).toEqual(['cause-missing', 'cause-unexplained', 'likelihood-doubtful'])
    expect(codes(entryChange({ ...missed, causes: ['funds'], causeText: '资金未到。' }))).toEqual([
      'likelihood-doubtful',
    ])
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

describe('steps, trail and comparison', () => {
  const made = {
    actor: { duty: 'spending', name: '陈芳' },
    at: '2026-08-20T08:00:00.000Z',
    lights: frozenLights(lightsOfMonitoring(filled(), null, rules), rulesById('frame-2021')),
  } as const

  it('freezes the lights at 汇总 and thaws them when it is taken back', () => {
    const accepted = steppedMonitoring(
      filled({ state: 'passed' }),
      'accepted',
      { id: 'accept-monitoring', opinion: '' },
      made,
    )
    expect(accepted.frozen?.execution.colour).toBe('green')
    const reopened = steppedMonitoring(accepted, 'passed', { id: 'reopen-monitoring', opinion: '有误' }, made)
    expect(reopened.frozen).toBeNull()
    expect(reopened.trail.map(({ verb }) => verb)).toEqual(['汇总', '撤销汇总'])
  })

  it('keeps why it is exempt and why it came back', () => {
    const wanted = { id: 'exempt-from-round', opinion: ' 项目已取消 ' } as const
    expect(steppedMonitoring(opened(), 'exempt', wanted, made).exemptReason).toBe('项目已取消')
    const back = { id: 'return-monitoring', opinion: '数字不符' } as const
    const returned = steppedMonitoring(filled({ state: 'submitted' }), 'returned', back, made)
    expect(returnOpinion(returned)).toBe('数字不符')
    expect(returnOpinion(filled())).toBe('')
  })

  it('names every changed field', () => {
    const changes = diffMonitoring(opened(), filled())
    expect(changes.find(({ field }) => field === 'entries.q.actual')).toEqual({
      field: 'entries.q.actual',
      label: '养护里程：执行情况',
      from: '',
      to: '5',
    })
    expect(changes.some(({ label }) => label === '本年一般公共预算拨款：执行数（万元）')).toBe(true)
    expect(diffMonitoring(filled(), filled())).toEqual([])
  })

  it('reads causes as people write them and writes them in the form’s order', () => {
    expect(readCauses('人员保障，经费')).toEqual(['people', 'funds'])
    expect(readCauses('')).toEqual([])
    expect(readCauses('天气')).toBeNull()
    expect(causesText(['people', 'funds', '天气'])).toBe('经费保障、人员保障、天气')
  })
})

describe('rounds', () => {
  const wanted = proposedRound(rules, 2026, [])
  it('proposes what the calendar has next', () => {
    expect(wanted).toMatchObject({ name: '1—7 月绩效监控', month: 7, dueOn: '2026-08-31', scope: 'all' })
    expect(proposedRound(rules, 2026, [{ month: 7 }])).toMatchObject({ month: 10, dueOn: '2026-10-31' })
    expect(monthsText(7)).toBe('1—7 月')
    expect(monthsText(1)).toBe('1 月')
  })
  it('asks about the last round that still collects, and only then about a closed one', () => {
    const [july, october] = [{ id: 'july' }, { id: 'october' }]
    const rounds = (first: 'open' | 'closed', second: 'open' | 'closed') => [
      { ...july, state: first },
      { ...october, state: second },
    ]
    expect(newestRound(rounds('open', 'open'))).toMatchObject(october)
    expect(newestRound(rounds('open', 'closed'))).toMatchObject(july)
    expect(newestRound(rounds('closed', 'closed'))).toMatchObject(october)
    expect(newestRound([])).toBeNull()
  })
  it('refuses what cannot be a round', () => {
    const codes = (change: Partial<typeof wanted>, others: { name: string }[] = []) =>
      checkRound({ ...wanted, ...change }, others).map(({ code }) => code)
    expect(codes({})).toEqual([])
    expect(codes({ name: ' ' })).toEqual(['name-missing'])
    expect(codes({}, [{ name: wanted.name }])).toEqual(['name-taken'])
    expect(codes({ month: 0 })).toEqual(['month-unfit'])
    expect(codes({ month: 13 })).toEqual(['month-unfit'])
    expect(codes({ dueOn: '2026-02-30' })).toEqual(['due-unfit'])
  })
  it.each([
    ['project', 'approved', 'general', {}, true],
    ['project', 'approved', 'general', { scope: 'key' }, false],
    ['project', 'approved', 'key', { scope: 'key' }, true],
    ['policy', 'approved', 'general', {}, true],
    ['department', 'approved', 'general', {}, false],
    ['department', 'approved', 'general', { departments: true }, true],
    ['department', 'approved', 'general', { departments: true, scope: 'key' }, true],
    ['government', 'approved', 'general', { departments: true }, false],
    ['project', 'draft', 'general', {}, false],
    ['project', 'draft', 'general', { unapproved: true }, true],
    ['project', 'rejected', 'general', { unapproved: true }, false],
  ] as const)('%s %s %s with %j: %s', (kind, status, importance, change, expected) =>
    expect(isAsked({ id: 'g', kind, status, importance }, { ...wanted, ...change })).toBe(expected),
  )
  it('asks for the named goals alone, as far as they are open to it', () => {
    const goal = (id: string, kind: 'project' | 'department' = 'project') =>
      ({ id, kind, status: 'approved', importance: 'key' }) as const
    const chosen = { ...wanted, scope: 'chosen', goalIds: ['a', 'd'] } as const
    expect([goal('a'), goal('b'), goal('d', 'department')].map((each) => isAsked(each, chosen))).toEqual([
      true,
      false,
      false,
    ])
    expect(isAsked(goal('d', 'department'), { ...chosen, departments: true })).toBe(true)
    expect(isAsked(goal('a'), { ...wanted, scope: 'chosen' })).toBe(false)
    const codes = (goalIds: string[]) => checkRound({ ...chosen, goalIds }, []).map(({ code }) => code)
    expect([codes([]), codes(['a'])]).toEqual([['nothing-chosen'], []])
  })
  it.each([
    ['marked as important', { importance: 'key', total: 1 }, 7, null, 1],
    ['large and slow', { importance: 'general', total: 200 * wan }, 8, ratio(59, 100), 1],
    ['large, at the rate', { importance: 'general', total: 200 * wan }, 8, ratio(60, 100), 0],
    ['just too small', { importance: 'general', total: 200 * wan - 1 }, 8, ratio(1, 100), 0],
    ['too early', { importance: 'general', total: 200 * wan }, 7, ratio(1, 100), 0],
    ['unknown to the treasury', { importance: 'general', total: 200 * wan }, 8, null, 0],
    ['both', { importance: 'key', total: 300 * wan }, 10, ratio(0, 100), 2],
  ] as const)('proposes for 重点监控 what is %s: %#', (_why, goal, month, rate, count) => {
    expect(keyReasons(goal, { month, rate }, rules)).toHaveLength(count)
  })
  it('counts who has reported; exempt ones count nowhere else', () => {
    const list = [
      { ...filled({ state: 'submitted' }), worst: 'red' },
      { ...filled({ state: 'draft' }), worst: 'green' },
      { ...filled({ state: 'exempt' }), worst: 'red' },
    ] as const
    const figures = figuresOf(list)
    expect(figures).toMatchObject({ due: 2, reported: 1, exempt: 1, budget: 180 * wan, paid: 100 * wan })
    expect(figures.colours).toEqual({ green: 1, yellow: 0, red: 1, blue: 0, none: 0 })
    expect(remindersOf(list)).toEqual([{ unitId: 'unit-1', names: ['农村公路日常养护'] }])
    expect([daysLeft('2026-08-31', '2026-08-30'), daysLeft('2026-08-31', '2026-09-02')]).toEqual([1, -2])
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
