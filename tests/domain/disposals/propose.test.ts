import { describe, expect, it } from 'vitest'
import {
  candidateOf,
  causeOfDelay,
  causeOfSpotCheck,
  isTaken,
  proposalFor,
  proposedMeasures,
  proposedOn,
} from '#domain/disposals/propose'
import type { DisposalRules } from '#domain/disposals/rules'
import { lightsOfMonitoring, type Monitoring } from '#domain/monitoring/monitoring'
import { validateRules } from '#domain/rules/validate-rules'
import { emptyLine, type SpotCheck } from '#domain/spot-checks/spot-check'
import { rulesById } from '#domain/year-rules'
import { filled, rules as monitoringRules } from '../monitoring/sample.ts'
import { cause, disposalIn, rules } from './sample.ts'

const july = { month: 7, impossible: false }

function propose(change: Partial<Monitoring>, check: SpotCheck | null = null) {
  const form = filled({ state: 'submitted', ...change })
  return candidateOf(form, lightsOfMonitoring(form, null, monitoringRules), check, rules)
}

function spotCheck(verdict: SpotCheck['verdict'], state: SpotCheck['state'] = 'taken'): SpotCheck {
  return {
    id: 's1',
    bookId: 'book-1',
    roundId: 'r1',
    monitoringId: 'm1',
    goalId: 'goal-1',
    unitId: 'unit-1',
    name: '农村公路日常养护',
    code: '',
    way: 'risk',
    pickId: 'p1',
    ground: '',
    points: 0,
    grounds: [],
    formRevision: 1,
    checkedOn: '2026-09-03',
    place: '',
    checkers: '李核',
    lines: [
      { ...emptyLine, id: 'a', subject: '养护里程', reported: '5', found: '1', verdict, text: '' },
      { ...emptyLine, id: 'b', subject: '合格率', reported: '95', found: '95', verdict: 'true', text: '' },
    ],
    record: '',
    suggestion: '',
    verdict,
    evidence: [],
    explanation: '',
    trail: [],
    state,
    heldSince: '',
    revision: 1,
    changedAt: '',
    changedBy: '',
  }
}

describe('what the rules propose', () => {
  it('hastens what is behind, and turns to the budget from October on', () => {
    const red = { kind: 'execution', colour: 'red' } as const
    expect(proposalFor({ kind: 'execution', colour: 'yellow' }, july, rules)?.measures).toEqual(['hasten'])
    expect(proposalFor(red, { ...july, month: 9 }, rules)?.measures).toEqual(['hasten', 'adjust'])
    expect(proposalFor(red, { ...july, month: 10 }, rules)?.measures).toEqual(['adjust', 'recover', 'hasten'])
    expect(proposalFor({ kind: 'execution', colour: 'green' }, july, rules)).toBeUndefined()
    expect(proposalFor({ kind: 'goal', colour: 'blue' }, july, rules)).toBeUndefined()
  })

  it('a goal that cannot be reached at all has a row of its own', () => {
    const red = { kind: 'goal', colour: 'red' } as const
    expect(proposalFor(red, july, rules)?.measures[0]).toBe('correct')
    expect(proposalFor(red, { ...july, impossible: true }, rules)?.measures[0]).toBe('adjust')
    // Only the goal's light has such a row: the others stay as they are.
    const gap = { kind: 'gap', colour: 'red' } as const
    expect(proposalFor(gap, { ...july, impossible: true }, rules)?.measures[0]).toBe('caution')
  })

  it('several causes: the gravest of the usual ones first, then the rest from grave to mild', () => {
    const causes = [
      { kind: 'execution', colour: 'red' },
      { kind: 'gap', colour: 'red' },
    ] as const
    expect(proposedMeasures(causes, july, rules)).toEqual(['hasten', 'adjust', 'correct', 'caution'])
    expect(proposedMeasures([], july, rules)).toEqual([])
    expect(proposedMeasures([{ kind: 'goal', colour: 'blue' }], july, rules)).toEqual([])
  })

  it('a reported form with lights becomes a candidate with its lights as they are', () => {
    // Nothing is paid: 0 % against the line of 40 %.
    const funds = filled().funds.map((row) => ({ ...row, paid: row.budget === null ? null : 0 }))
    const found = propose({ funds })
    expect(found).toMatchObject({ roundId: 'r1', month: 7, goalChange: false })
    expect(found?.causes.map(({ kind, colour }) => [kind, colour])).toContainEqual(['execution', 'red'])
    expect(found?.causes[0]?.formula).toContain('0.0%')
    expect(found?.measure).toBe(found?.proposed[0])
    expect(found?.demand).toBe(rules.measures.find(({ id }) => id === found?.measure)?.demand)
  })

  it('nothing is proposed for a draft, nor where nothing is wrong', () => {
    const funds = filled().funds.map((row) => ({ ...row, paid: row.budget, forecast: row.budget }))
    const entries = filled().entries.map((entry) => ({ ...entry, actual: entry.forecast }))
    expect(propose({ funds, entries })).toBeNull()
    expect(propose({ state: 'draft', funds: filled().funds.map((row) => ({ ...row, paid: 0 })) })).toBeNull()
  })

  it('完全不可能 calls for 目标调整', () => {
    const entries = filled().entries.map((entry, index) =>
      index === 0 ? { ...entry, likelihood: 'impossible' as const } : entry,
    )
    const found = propose({ entries })
    expect(found).toMatchObject({ goalChange: true })
    expect(found?.proposed).toContain('suspend')
  })

  it('a spot check adds its cause, as grave as its verdict', () => {
    expect(causeOfSpotCheck(spotCheck('true'))).toBeNull()
    expect(causeOfSpotCheck(spotCheck(''))).toBeNull()
    expect(causeOfSpotCheck(spotCheck('mostly'))?.colour).toBe('yellow')
    const found = propose({}, spotCheck('false'))
    expect(found?.spotCheckId).toBe('s1')
    expect(found?.causes.at(-1)).toMatchObject({ kind: 'spot-check', colour: 'red' })
    expect(found?.causes.at(-1)?.text).toContain('养护里程填报 5，核查为 1')
    expect(found?.causes.at(-1)?.text).not.toContain('合格率')
    // Not handed over yet: nobody answers for it.
    expect(propose({}, spotCheck('false', 'submitted'))?.spotCheckId ?? '').toBe('')
    expect(found?.measure).toBe('correct')
    expect(propose({}, spotCheck('true'))?.spotCheckId ?? '').toBe('')
  })

  it('an answer that did not come in time calls for 暂停, from the day after the last one on', () => {
    const late = disposalIn('issued', { dueOn: '2026-09-14' })
    expect(proposedOn(late, '2026-09-14', rules)).toEqual(['hasten', 'adjust'])
    expect(proposedOn(late, '2026-09-15', rules)).toEqual(['suspend', 'hasten', 'adjust'])
    expect(proposedOn({ ...late, state: 'answered' }, '2026-09-15', rules)).toEqual(['hasten', 'adjust'])
    expect(causeOfDelay('2026-09-14', '2026-09-15', rules).text).toContain('2026-09-14')
  })

  it('a goal is taken while its disposal of the round is open, and free once it is done with', () => {
    const wanted = { goalId: 'goal-1', roundId: 'r1' }
    for (const state of ['proposed', 'issued', 'returned', 'answered', 'reviewed'] as const)
      expect(isTaken(wanted, [disposalIn(state)])).toBe(true)
    for (const state of ['closed', 'dropped'] as const)
      expect(isTaken(wanted, [disposalIn(state)])).toBe(false)
    expect(isTaken({ ...wanted, roundId: 'r2' }, [disposalIn('issued')])).toBe(false)
    expect(isTaken({ ...wanted, goalId: 'goal-2' }, [disposalIn('issued')])).toBe(false)
  })
})

describe('the rules of disposal', () => {
  const pack = rulesById('frame-2021')
  const faults = (change: Partial<DisposalRules>) =>
    validateRules({
      ...pack,
      monitoring: { ...pack.monitoring, disposal: { ...rules, ...change } },
    }).map(({ code }) => code)
  const [first] = rules.proposals
  if (!first) throw new Error('the pack has proposals')

  it.each<[string, Partial<DisposalRules>]>([
    ['measure-hole', { measures: rules.measures.slice(1) }],
    ['measure-hole', { measures: [...rules.measures, ...rules.measures.slice(0, 1)] }],
    ['demand-missing', { measures: rules.measures.map((row) => ({ ...row, demand: ' ' })) }],
    ['proposal-invalid', { proposals: [{ ...first, measures: [] }] }],
    ['proposal-invalid', { proposals: [{ ...first, measures: ['hasten', 'hasten'] }] }],
    ['proposal-invalid', { proposals: [{ ...first, fromMonth: 0 }] }],
    ['proposal-invalid', { proposals: [{ ...first, fromMonth: 13 }] }],
    ['proposal-duplicate', { proposals: [first, first] }],
    ['choice-duplicate', { choices: [...rules.choices, ...rules.choices] }],
    ['days-invalid', { workingDays: 0 }],
    ['days-invalid', { again: { ...rules.again, workingDays: 1.5 } }],
    ['source-missing', { again: { ...rules.again, clause: ' ' } }],
    ['source-missing', { proposals: [{ ...first, clause: '' }] }],
  ])('%s', (code, change) => expect(faults(change)).toContain(code))

  it('every measure is described, and every cause of the lights has a proposal for red', () => {
    expect(cause().clause).not.toBe('')
    for (const kind of ['execution', 'goal', 'gap', 'forecast'] as const)
      expect(proposalFor({ kind, colour: 'red' }, july, rules)).toBeDefined()
  })
})
