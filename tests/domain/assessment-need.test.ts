import { describe, expect, it } from 'vitest'
import { type NeedFacts, needLines, needUnder, shortNeed } from '#domain/assessments/need'
import { assessmentResult } from '#domain/assessments/result'
import { checkGoal } from '#domain/goals/check'
import { rulesById, shippedRules } from '#domain/year-rules'
import { context, sampleGoal, wan } from './sample-goal.ts'

const rules = rulesById('frame-2015')

const facts: NeedFacts = {
  kind: 'project',
  attribute: 'new',
  category: 'department',
  total: 100 * wan + 1,
  previous: null,
}

describe('the reason of a need (巴财〔2020〕38号 三（二）1)', () => {
  it.each([
    [{ kind: 'policy', total: 600 * wan }, 'new-policy', '新出台政策资金 600.00 万元', '500 万元'],
    [{ total: 150 * wan + 1234 }, 'new-department', '新出台部门发展类项目资金 150.001234 万元', '100 万元'],
    [
      { category: 'social', total: 501 * wan },
      'new-social',
      '新出台社会发展类项目资金 501.00 万元',
      '500 万元',
    ],
    [
      { attribute: 'continuing', previous: 300 * wan, total: 400 * wan },
      'growth',
      '资金由上年 300.00 万元增至 400.00 万元，增幅 33.3%',
      '30%',
    ],
  ] as const)('%o', (change, rule, what, line) => {
    expect(needUnder({ ...facts, ...change }, rules)).toEqual({
      rule,
      what,
      line,
      clause: '巴财〔2020〕38号 三（二）1',
    })
  })

  it.each([
    ['nothing is said of its being new', { attribute: '' }],
    ['the kind of project is not given', { category: '' }],
    ['there is no amount', { total: null }],
    ['it continues and last year is not known', { attribute: 'continuing' }],
    ['it continues and last year had nothing', { attribute: 'continuing', previous: 0 }],
    ['it is a department as a whole', { kind: 'department' }],
    ['it is a government budget', { kind: 'government' }],
  ] as const)('none where %s', (_why, change) => {
    expect(needUnder({ ...facts, total: 900 * wan, ...change }, rules)).toBeNull()
  })

  it('says it in a few words for a column', () => {
    const short = (change: Partial<NeedFacts>) => {
      const need = needUnder({ ...facts, ...change }, rules)
      return need && shortNeed(need)
    }
    expect(short({})).toBe('新出台部门发展类项目超 100 万元')
    expect(short({ attribute: 'continuing', previous: 50 * wan })).toBe('较上年增幅超 30%')
  })

  it('the lines of the pack as rows', () =>
    expect(needLines(rules).map(({ name, line }) => [name, line])).toEqual([
      ['新出台政策', '500 万元'],
      ['新出台部门发展类项目', '100 万元'],
      ['新出台社会发展类项目', '500 万元'],
      ['延续政策、项目增幅', '30%'],
    ]))

  it('every shipped pack has the lines', () => {
    for (const pack of shippedRules) expect(needUnder(facts, pack)?.rule).toBe('new-department')
  })

  it('asks with a warning only, and is silent once the assessment is settled', () => {
    const content = sampleGoal({ attribute: 'new', category: 'department', total: 900 * wan, funding: [] })
    const found = (assessed?: boolean) =>
      checkGoal(content, { ...context(), ...(assessed === undefined ? {} : { assessed }) }).filter(
        ({ code }) => code === 'pre-assessment-missing',
      )
    expect(found().map(({ severity }) => severity)).toEqual(['warning'])
    expect(found(false)).toHaveLength(1)
    expect(found(true)).toEqual([])
  })
})

describe('what the budget hears of an assessment', () => {
  const base = { conclusion: '', recommended: null } as const

  it('none, pending until concluded, exempt', () => {
    expect(assessmentResult([])).toEqual({ state: 'none', recommended: null })
    for (const state of ['due', 'proposed', 'commissioned', 'reported'] as const)
      expect(assessmentResult([{ ...base, id: 'a', state, recommended: 5 }])).toEqual({
        state: 'pending',
        recommended: null,
      })
    expect(assessmentResult([{ ...base, id: 'a', state: 'exempt' }]).state).toBe('exempt')
  })

  it('a proposed conclusion counts only when it is confirmed', () => {
    const one = { id: 'a', conclusion: 'oppose', recommended: 0 } as const
    expect(assessmentResult([{ ...one, state: 'reported' }]).state).toBe('pending')
    expect(assessmentResult([{ ...one, state: 'concluded' }])).toEqual({ state: 'oppose', recommended: 0 })
  })

  it('the one listed last counts, in whatever order they are given', () => {
    const first = { id: '1', state: 'concluded', conclusion: 'support', recommended: 7 } as const
    const second = { ...base, id: '2', state: 'due' } as const
    expect(assessmentResult([first, second]).state).toBe('pending')
    expect(assessmentResult([second, first]).state).toBe('pending')
  })
})
