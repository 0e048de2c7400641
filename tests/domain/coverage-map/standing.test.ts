import { describe, expect, it } from 'vitest'
import { applicationCounts } from '#domain/coverage-map/later'
import { packLine, pathOf, standingAt, standingText } from '#domain/coverage-map/lines'
import { countsAs, reasonList } from '#domain/coverage-map/reasons'
import { stageList, stageRules } from '#domain/coverage-map/stages'
import {
  type BookFacts,
  type CoverageGoal,
  type CoverageLine,
  type ObjectFacts,
  standingsOf,
} from '#domain/coverage-map/standing'
import { cellOf, coverageAdder, lookOf, shareOf } from '#domain/coverage-map/sums'
import type { PlannedObject } from '#domain/evaluation/coverage-objects'
import { rulesById } from '#domain/year-rules'

const goal: CoverageGoal = {
  ...{ id: 'g1', kind: 'project', book: 'general', unitId: 'u1', name: '养护', code: '', total: 1_000_000 },
  ...{ status: 'approved', secret: false, startsOn: '2026-01-01', duration: 'once' },
  ...{ attribute: 'new', category: 'department' },
}
const bare: ObjectFacts = {
  ...{ goal, need: null, previous: null, assessments: [], forms: [], self: null, planned: null, task: null },
  ...{ applications: [], disclosures: [] },
}
const book: BookFacts = {
  ...{ year: 2026, thisYear: 2027, rounds: new Map([['r1', '第一次监控']]), hasSelf: true, hasTasks: true },
  rules: rulesById('frame-2021').evaluation.coverage,
}
const form = (state: ObjectFacts['forms'][number]['state'], exemptReason = '') => ({
  ...{ id: 'm1', roundId: 'r1', goalId: 'g1', state, exemptReason },
})

function standing(
  stage: (typeof stageList)[number],
  part: Partial<ObjectFacts> = {},
  change: Partial<BookFacts> = {},
) {
  return standingsOf('project', { ...bare, ...part }, { ...book, ...change })[stage]
}

describe('the table of stages', () => {
  it('is that of the founding document: each stage once, with its clause', () => {
    expect(stageRules.map(({ stage }) => stage)).toEqual(stageList)
    expect(
      stageRules.every(({ clause, mark }) => clause.startsWith('巴财〔2020〕38号 三（二）') && mark === '源'),
    ).toBe(true)
    const asked = Object.fromEntries(stageRules.map(({ stage, kinds }) => [stage, kinds.length]))
    expect(asked).toEqual({
      ...{ assessment: 2, goal: 3, monitoring: 2, self: 3, evaluation: 4, application: 4, disclosure: 4 },
    })
  })
})

describe('where an object stands', () => {
  it('says a reason and not a hole where nothing is due', () => {
    expect(standing('assessment').reason).toBe('below-line')
    expect(countsAs('below-line')).toBe('outside')
    expect(standing('monitoring', { forms: [form('exempt', '项目已撤销')] })).toMatchObject({
      ...{ reason: 'form-exempt', detail: '项目已撤销' },
    })
    expect(standing('application').reason).toBe('nothing-to-do')
    expect(standing('disclosure', { goal: { ...goal, secret: true } }).reason).toBe('secret')
    expect(standingsOf('policy', bare, book).monitoring.reason).toBe('not-asked')
  })

  it('asks for an assessment where a rule does, and says what is missing to know', () => {
    const need = { rule: 'new-department', what: '', line: '100 万元', clause: '' } as const
    expect(standing('assessment', { need }).reason).toBe('assessment-unlisted')
    expect(standing('assessment', { goal: { ...goal, attribute: '' } }).reason).toBe('need-unknown')
    expect(standing('assessment', { goal: { ...goal, attribute: 'continuing' } }).detail).toContain('上年')
    expect(standing('assessment', { goal: { ...goal, attribute: 'continuing' }, previous: 5 }).reason).toBe(
      'below-line',
    )
  })

  it('takes monitoring as done only where every round that asked has the form', () => {
    expect(standing('monitoring').reason).toBe('not-in-round')
    expect(standing('monitoring', {}, { rounds: new Map() }).reason).toBe('no-round')
    expect(standing('monitoring', { forms: [form('draft')] })).toMatchObject({
      reason: 'form-waits',
      detail: '第一次监控',
    })
    expect(standing('monitoring', { forms: [form('returned')] }).reason).toBe('form-returned')
    expect(standing('monitoring', { forms: [form('submitted'), form('draft')] }).reason).toBe('form-waits')
    expect(standing('monitoring', { forms: [form('submitted'), form('exempt')] }).reason).toBe('done')
  })

  it('asks for no self-evaluation while the year runs and none was opened, and from the next year on does', () => {
    expect(standing('self', {}, { thisYear: 2026, hasSelf: false }).reason).toBe('not-yet')
    expect(standing('self', {}, { thisYear: 2026 }).reason).toBe('self-unset')
    expect(standing('self', {}, { thisYear: 2027, hasSelf: false }).reason).toBe('self-unset')
    expect(standing('self', { self: { id: 's', state: 'submitted' } }).reason).toBe('done')
  })

  it('counts the evaluation of the year alone, whatever else the cycle has', () => {
    const planned: PlannedObject = {
      ...{
        id: 'g1',
        key: 'k',
        kind: 'project' as const,
        name: '',
        code: '',
        unitId: 'u1',
        goalId: 'g1',
        size: 1,
      },
      ...{
        startedIn: 2026,
        warnings: { red: 0, yellow: 0 },
        lastGrade: '',
        evaluatedIn: [],
        history: [],
        selfGrade: '' as const,
      },
    }
    const known = (year: number, source: 'concluded' | 'open' | 'planned') => ({
      ...{
        planned: {
          ...planned,
          evaluatedIn: [year],
          history: [{ key: 'k', year, grade: '' as const, source }],
        },
      },
      task: { id: 't', state: '评分中' },
    })
    expect(standing('evaluation', { planned }).reason).toBe('in-cycle')
    expect(standing('evaluation', known(2026, 'concluded')).reason).toBe('done')
    expect(standing('evaluation', known(2026, 'open'))).toMatchObject({
      reason: 'evaluation-open',
      recordId: 't',
    })
    expect(standing('evaluation', { ...known(2026, 'planned'), task: null }).reason).toBe(
      'evaluation-planned',
    )
    expect(standing('evaluation', known(2023, 'concluded')).reason).toBe('in-cycle')
    expect(standing('evaluation', known(2022, 'concluded')).reason).toBe('evaluation-due')
    expect(standing('evaluation', known(2021, 'concluded')).reason).toBe('evaluation-overdue')
  })

  it('reads the states of later stages: done, left out, all others open', () => {
    expect(applicationCounts('closed')).toBe('done')
    expect(applicationCounts('dropped')).toBe('outside')
    expect(applicationCounts('carrying')).toBe('open')
    const steps = [
      { id: 'a', isDone: true, detail: '' },
      { id: 'b', isDone: false, detail: '' },
    ]
    expect(standing('application', { applications: steps })).toMatchObject({
      reason: 'step-open',
      recordId: 'b',
    })
    expect(standing('application', { applications: steps.slice(0, 1) }).reason).toBe('done')
  })
})

function line(part: Partial<CoverageLine> = {}): CoverageLine {
  const { id, kind, book: budget, unitId, name, code, total } = goal
  const stages = standingsOf('project', { ...bare, forms: [form('draft')] }, book)
  return {
    id,
    goalId: id,
    kind,
    book: budget,
    unitId,
    name,
    code,
    isSecret: false,
    money: total,
    stages,
    ...part,
  }
}

describe('lines and sums', () => {
  it('are packed and read without loss, whatever the reason', () => {
    for (const reason of reasonList) {
      const standings = { ...line().stages, goal: { reason, detail: '说明', recordId: 'r' } }
      expect(standingAt(packLine(line({ stages: standings })), 'goal')).toEqual(standings.goal)
    }
    const packed = packLine(line())
    for (const stage of stageList) expect(standingAt(packed, stage)).toEqual(line().stages[stage])
  })

  it('open the record of the stage, else the goal', () => {
    const packed = packLine(line())
    expect(pathOf(packed, 'monitoring')).toBe('/monitoring/m1')
    expect(pathOf(packed, 'goal')).toBe('/goals/g1')
    expect(standingText(standingAt(packed, 'monitoring'))).toBe('待单位填报（第一次监控）')
  })

  it('do not count money twice where kinds are mixed', () => {
    const { add, groupsOf } = coverageAdder()
    add([line(), line({ id: 'd', kind: 'department', money: 9_000_000 })])
    const groups = groupsOf()
    const all = cellOf(groups, 'goal', { kind: '', book: '', units: null })
    expect(all).toEqual({ done: { count: 2, money: 1_000_000 }, due: { count: 2, money: 1_000_000 } })
    expect(cellOf(groups, 'goal', { kind: 'department', book: '', units: null }).due.money).toBe(9_000_000)
    expect(cellOf(groups, 'goal', { kind: '', book: 'fund', units: null }).due.count).toBe(0)
    expect(cellOf(groups, 'goal', { kind: '', book: '', units: new Set(['other']) }).due.count).toBe(0)
  })

  it('look full at the whole, mostly from the line on, and never where nothing is due', () => {
    const cell = (done: number, due: number) => ({
      done: { count: done, money: 0 },
      due: { count: due, money: 0 },
    })
    expect(lookOf(shareOf(cell(10, 10), 'count'))).toBe('full')
    expect(lookOf(shareOf(cell(9, 10), 'count'))).toBe('most')
    expect(lookOf(shareOf(cell(8, 10), 'count'))).toBe('most')
    expect(lookOf(shareOf(cell(79, 100), 'count'))).toBe('gap')
    expect(lookOf(shareOf(cell(0, 0), 'count'))).toBe('none')
  })
})
