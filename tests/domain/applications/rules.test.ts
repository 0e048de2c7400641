import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arranged, changeBy, changeText, isWithin, percentOf, sumsOf } from '#domain/applications/amounts'
import {
  checkAnswer,
  checkClosing,
  checkDecision,
  checkOrder,
  checkProposal,
} from '#domain/applications/checks'
import { applicationStateList } from '#domain/applications/flow'
import { countedResults, isTaken } from '#domain/applications/propose'
import { proposalFor, type Result, type SourceKind } from '#domain/applications/rules'
import type { ObjectKind } from '#domain/goals/goal'
import { type Grade, gradeOf, grades } from '#domain/grade'
import { checkApplicationRules } from '#domain/rules/validate-applications'
import { rulesById } from '#domain/year-rules'
import { applicationIn, candidate, found, rectification, rules, source, wan } from './sample.ts'

const kinds: readonly ObjectKind[] = ['government', 'department', 'policy', 'project']
const gradeList = Object.keys(grades) as Grade[] // the keys of the table

function measuresOf(on: SourceKind, kind: ObjectKind, result: Result) {
  return proposalFor({ kind: on, result }, kind, rules)?.measures
}

describe('by object and grade (三（二）5)', () => {
  it('has exactly one row for every object and grade of an evaluation and a self-evaluation', () => {
    for (const on of ['evaluation', 'self-evaluation'] as const)
      for (const kind of kinds)
        for (const result of gradeList)
          expect(
            rules.proposals.filter(
              (row) => row.on === on && row.result === result && row.kinds.includes(kind),
            ),
            `${on} ${kind} ${result}`,
          ).toHaveLength(1)
  })
  it('ties a government to transfers and the yearly assessment, a department to its budget and the assessment', () => {
    for (const grade of gradeList) {
      expect(measuresOf('evaluation', 'government', grade)).toEqual(['transfers', 'yearly'])
      expect(measuresOf('evaluation', 'department', grade)).toContain('yearly')
    }
    expect(measuresOf('evaluation', 'department', 'medium')).toContain('reduce')
  })
  it('adjusts or ends a policy, cuts or cancels a project', () => {
    expect(measuresOf('evaluation', 'policy', 'medium')).toEqual(['adjust'])
    expect(measuresOf('evaluation', 'policy', 'poor')).toEqual(['exit'])
    expect(gradeList.map((grade) => measuresOf('evaluation', 'project', grade)?.[0])).toEqual([
      'prioritise',
      'secure',
      'reduce',
      'cancel',
    ])
  })
  it.each([
    [9000, 'prioritise'],
    [8999, 'secure'],
    [8000, 'secure'],
    [7999, 'reduce'],
    [6000, 'reduce'],
    [5999, 'cancel'],
  ])('%i hundredths of a project lead to %s', (score, measure) => {
    const result = gradeOf(score, 10_000, rulesById('frame-2021').evaluation.bands)
    expect(candidate({ source: source({ score, result }) }).proposed).toEqual([measure])
  })
  it('has to apply every evaluation, but of the self-evaluations only the bad ones', () => {
    const calls = (on: SourceKind) =>
      gradeList.map((result) => proposalFor({ kind: on, result }, 'project', rules)?.calls)
    expect(calls('evaluation')).toEqual([true, true, true, true])
    expect(calls('self-evaluation')).toEqual([false, false, true, true])
  })
  it('finds faults of a pack: a double row, shares out of order, a measure that is missing', () => {
    expect(checkApplicationRules(rules)).toEqual([])
    const [first] = rules.proposals
    if (!first) throw new Error('there are rows')
    const codes = (change: object) => checkApplicationRules({ ...rules, ...change }).map(({ code }) => code)
    expect(codes({ proposals: [...rules.proposals, first] })).toEqual(['proposal-duplicate'])
    expect(codes({ measures: rules.measures.slice(1) })).toContain('measure-hole')
    expect(codes({ proposals: [{ ...first, cut: { least: 20, usual: 10, most: 30 } }] })).toEqual([
      'cut-invalid',
    ])
    expect(codes({ workingDays: 0 })).toEqual(['days-invalid'])
  })
})

describe('amounts', () => {
  it('proposes 10 percent of 520 万元 as −52 万元, and 80 of a pre-assessment that was cut by 80', () => {
    expect(candidate().proposedChange).toBe(-52 * wan)
    const cut = source({ kind: 'assessment', result: 'adjust', score: null })
    const made = candidate({ source: cut, taken: 80 * wan, isOwnYear: true })
    expect([made.proposedChange, made.targetYear]).toEqual([-80 * wan, 2025])
    expect(candidate().targetYear).toBe(2026)
  })
  it('proposes no cut of nothing: 调整后支持 without 核减 leads to what may be chosen instead', () => {
    const adjusted = source({ kind: 'assessment', result: 'adjust', score: null })
    const made = candidate({ source: adjusted, taken: null, isOwnYear: true })
    expect(made).toMatchObject({ proposed: ['improve'], proposedChange: null })
    expect(made.ground).toMatchObject({ measures: ['improve'], others: ['secure', 'reduce'] })
    expect(made.reason).toBe('事前评估结果为“调整后支持”，没有核减金额，按规则建议修改完善。')
    expect(candidate({ source: adjusted, taken: 1, isOwnYear: true }).proposed).toEqual(['reduce'])
  })
  it('keeps the cut where the rule knows nothing milder', () => {
    const recovered = source({ kind: 'disposal', result: 'recovered', score: null })
    expect(candidate({ source: recovered, taken: null }).proposed).toEqual(['reduce'])
  })
  it('cuts everything of what is bad, nothing where the budget is not known', () => {
    expect(candidate({ source: source({ result: 'poor' }) }).proposedChange).toBe(-520 * wan)
    expect(candidate({ budget: null }).proposedChange).toBeNull()
  })
  it('rounds half a 分 up', () => {
    expect([percentOf(5, 10), percentOf(4, 10), percentOf(15, 10)]).toEqual([1, 0, 2])
    expect(changeBy(1_000, 0)).toBeNull()
  })
  it.each([
    [-52 * wan, true],
    [-52 * wan + 1, false],
    [-104 * wan, true],
    [-104 * wan - 1, false],
  ])('a change of %i is within 10—20 percent: %s', (change, isFit) => {
    expect(isWithin(change, 520 * wan, { least: 10, most: 20 })).toBe(isFit)
  })
  it('never takes more than there is, and adds up to the 分', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            a: fc.integer({ min: -1e12, max: 1e12 }),
            state: fc.constantFrom(...applicationStateList),
          }),
          { maxLength: 30 },
        ),
        (list) => {
          const all = list.map(({ a, state }) =>
            applicationIn(state, { proposedChange: a, decidedChange: a, doneChange: a }),
          )
          const sums = sumsOf(all)
          const of = (states: readonly string[]) =>
            list.filter(({ state }) => states.includes(state)).reduce((sum, { a }) => sum + a, 0)
          expect(sums.proposed).toBe(of(applicationStateList.filter((state) => state !== 'dropped')))
          expect(sums.decided).toBe(of(['carrying', 'answered', 'referred', 'closed']))
          expect(sums.done).toBe(of(['answered', 'closed']))
        },
      ),
    )
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_000_000_000_000_000 }),
        fc.integer({ min: 1, max: 100 }),
        (budget, percent) => {
          const cut = percentOf(budget, percent)
          expect(cut).toBeLessThanOrEqual(budget)
          expect(arranged({ budget }, -cut)).toBe(budget - cut)
        },
      ),
    )
  })
  it('says a change with its sign', () => {
    expect([changeText(-52 * wan), changeText(3 * wan), changeText(0), changeText(null)]).toEqual([
      '−52.00 万元',
      '+3.00 万元',
      '金额不变',
      '',
    ])
  })
})

describe('what is lacking', () => {
  const at = (change: object) => checkProposal(applicationIn('draft', change), rules).map((each) => each.at)
  it('is nothing for what the rules propose', () => expect(at({})).toEqual([]))
  it('is an amount that goes down for a cut', () => {
    expect(at({ proposedChange: null })).toEqual(['proposedChange'])
    expect(at({ proposedChange: 0 })).toEqual(['proposedChange'])
    expect(at({ proposedChange: 52 * wan })).toEqual(['proposedChange'])
    expect(at({ proposedChange: -521 * wan })).toEqual(['proposedChange'])
  })
  it('is a measure of the object', () => {
    expect(at({ proposed: [], proposedChange: null })).toEqual(['proposed'])
    expect(at({ proposed: ['transfers'], proposedChange: null })).toEqual(['proposed'])
    expect(at({ proposed: ['prioritise'], proposedChange: -1 })).toContain('proposedChange')
    expect(at({ proposed: ['improve'], proposedChange: -60 * wan })).toEqual(['proposedChange'])
  })
  it('is a reason for a share beyond the rule', () => {
    expect(at({ proposedChange: -52 * wan + 1, reason: '' })).toEqual(['reason'])
    expect(at({ proposedChange: -52 * wan + 1, reason: '按专家意见' })).toEqual([])
    const decision = (change: object) =>
      checkDecision(applicationIn('deciding', change), rules).map((each) => each.at)
    expect(decision({ decidedChange: -105 * wan })).toEqual(['decisionReason'])
    expect(decision({ decidedChange: -105 * wan, decisionReason: '会议决定从严' })).toEqual([])
    expect(decision({ decidedBy: ' ' })).toEqual(['decidedBy'])
  })
  it('is an answer with the amount that was done', () => {
    const answer = (change: object) => checkAnswer(applicationIn('carrying', change)).map((each) => each.at)
    expect(answer({})).toEqual([])
    expect(answer({ answer: ' ' })).toEqual(['answer'])
    expect(answer({ doneChange: null })).toEqual(['doneChange'])
    expect(answer({ doneChange: null, decidedChange: null })).toEqual([])
    expect(answer({ doneChange: 0 })).toEqual([])
    expect(answer({ doneChange: -521 * wan })).toEqual(['doneChange'])
  })
  it('is the 销号 of a rectification before the end', () => {
    const open = (state: 'none' | 'ordered' | 'reported' | 'cleared') =>
      checkClosing({ rectification: rectification({ state }) }).length
    expect([open('none'), open('ordered'), open('reported'), open('cleared')]).toEqual([0, 1, 1, 0])
  })
  it('is a demand and a day that is not over', () => {
    const order = { demand: '限期完成', dueOn: '2026-03-02', number: '' }
    const bad = (change: object) => checkOrder({ ...order, ...change }, '2026-03-02').map((each) => each.at)
    expect([bad({}), bad({ dueOn: '2026-03-01' }), bad({ dueOn: '' }), bad({ demand: '' })]).toEqual([
      [],
      ['dueOn'],
      ['dueOn'],
      ['demand'],
    ])
  })
})

describe('results', () => {
  it('lets an evaluation stand before the self-evaluation of the same object', () => {
    const self = found({ source: source({ kind: 'self-evaluation', id: 's1' }) })
    const other = found({ goalId: 'goal-2', source: source({ kind: 'self-evaluation', id: 's2' }) })
    expect(countedResults([found(), self, other])).toEqual([found(), other])
  })
  it('lets the evaluation of the government stand before its self-evaluation, though it has no goal', () => {
    const whole = { kind: 'government', budget: null } as const
    const task = found({ ...whole, goalId: '' })
    const self = found({ ...whole, source: source({ kind: 'self-evaluation', id: 's1' }) })
    expect(countedResults([task, self])).toEqual([task])
    expect(countedResults([self])).toEqual([self])
  })
  it('knows what was taken up already', () => {
    const list = [applicationIn('closed'), applicationIn('dropped', { source: source({ id: 'task-5' }) })]
    const taken = (id: string) => isTaken(candidate({ source: source({ id }) }), list)
    expect(isTaken(candidate(), list)).toBe(true)
    expect([taken('task-5'), taken('task-9')]).toEqual([true, false])
  })
})
