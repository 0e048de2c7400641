import { describe, expect, it } from 'vitest'
import { shippedCalendars } from '#domain/calendar'
import { checkAnswer, checkDecision, leadsToAdjustment } from '#domain/disposals/checks'
import { diffDisposal } from '#domain/disposals/compare'
import { type Disposal, isOverdue } from '#domain/disposals/disposal'
import { type DisposalState, disposalFlow, disposalStateList } from '#domain/disposals/flow'
import { groupOf } from '#domain/disposals/groups'
import { measureList } from '#domain/disposals/rules'
import { type DisposalStep, lastReason, steppedDisposal } from '#domain/disposals/step'
import { type Duty, dutyList } from '#domain/people/duties'
import { nextState, stepsFrom } from '#domain/workflow'
import { disposalIn, rules } from './sample.ts'

const actor = { duty: 'performance' as Duty, name: '王晓' }
const at = '2026-09-15T02:00:00.000Z'

function stepped(
  disposal: Disposal,
  to: DisposalState,
  id: DisposalStep['id'],
  today = '2026-09-15',
): Disposal {
  const made = { actor, at, today, calendars: shippedCalendars, rules }
  return steppedDisposal(disposal, to, { id, opinion: '理由' }, made)
}

describe('the road', () => {
  it('each duty has its steps and no other', () => {
    const steps = (state: DisposalState, duty: Duty) =>
      stepsFrom(disposalFlow, state, { duty }).map(({ id }) => id)
    expect(steps('proposed', 'performance')).toEqual(['decide-disposal', 'drop-disposal'])
    expect(steps('proposed', 'inspection')).toEqual([])
    expect(steps('issued', 'unit')).toEqual(['answer-disposal'])
    expect(steps('issued', 'performance')).toEqual(['answer-disposal', 'redecide-disposal'])
    expect(steps('answered', 'unit')).toEqual(['withdraw-answer'])
    expect(steps('answered', 'spending')).toEqual(['pass-answer', 'return-answer'])
    expect(steps('reviewed', 'performance')).toEqual(['close-disposal', 'return-disposal'])
    expect(steps('closed', 'performance')).toEqual(['reopen-disposal'])
    expect(steps('dropped', 'performance')).toEqual(['restore-disposal'])
    for (const state of disposalStateList)
      for (const duty of ['leader', 'office', 'auditor', 'administrator', 'treasury'] as const)
        expect(steps(state, duty)).toEqual([])
  })

  it('no step goes but from its states, and back steps want a reason', () => {
    for (const state of disposalStateList)
      for (const step of disposalFlow.steps)
        for (const duty of dutyList) {
          const next = nextState(disposalFlow, state, { id: step.id, opinion: '' }, { duty })
          if (!step.from.includes(state)) expect(next).toEqual({ refused: 'not-allowed' })
          else if ('to' in next) expect(step.opinion).toBe('optional')
        }
    const required = disposalFlow.steps.filter(({ opinion }) => opinion === 'required').map(({ id }) => id)
    expect(required).toEqual([
      'drop-disposal',
      'redecide-disposal',
      'return-answer',
      'return-disposal',
      'reopen-disposal',
    ])
  })
})

describe('the deadline', () => {
  it('is ten working days after the letter’s day', () => {
    const issued = stepped(disposalIn('proposed', { warnedOn: '2026-08-31' }), 'issued', 'decide-disposal')
    expect(issued).toMatchObject({ state: 'issued', dueOn: '2026-09-14', heldSince: at })
    expect(issued.trail).toHaveLength(1)
    // Over 中秋 and 国庆, with the Saturday on which people work.
    const autumn = stepped(disposalIn('proposed', { warnedOn: '2026-09-20' }), 'issued', 'decide-disposal')
    expect(autumn.dueOn).toBe('2026-10-10')
  })

  it('is over on the day after it, and only while the unit has to act', () => {
    const due = { dueOn: '2026-09-14' }
    expect(isOverdue(disposalIn('issued', due), '2026-09-14')).toBe(false)
    expect(isOverdue(disposalIn('issued', due), '2026-09-15')).toBe(true)
    expect(isOverdue(disposalIn('returned', due), '2026-09-15')).toBe(true)
    for (const state of ['proposed', 'answered', 'reviewed', 'closed', 'dropped'] as const)
      expect(isOverdue(disposalIn(state, due), '2027-01-01')).toBe(false)
    expect(isOverdue(disposalIn('issued', { dueOn: '' }), '2027-01-01')).toBe(false)
  })

  it('what is sent back has three working days more, never fewer than were left', () => {
    const late = stepped(disposalIn('answered'), 'returned', 'return-answer', '2026-09-15')
    expect(late.dueOn).toBe('2026-09-18')
    const early = stepped(disposalIn('answered'), 'returned', 'return-answer', '2026-09-02')
    expect(early.dueOn).toBe('2026-09-14')
    expect(lastReason(late)).toBe('理由')
    expect(lastReason(disposalIn('issued'))).toBe('')
  })

  it('a changed decision is a new letter with its own days; being late is then a cause', () => {
    const changed = { warnedOn: '2026-09-15', measure: 'suspend' as const }
    const late = stepped(disposalIn('issued', changed), 'issued', 'redecide-disposal', '2026-09-15')
    // 16–18, Sunday the 20th, 21–24, 28 and 29 September.
    expect(late.dueOn).toBe('2026-09-29')
    expect(late.causes.at(-1)).toMatchObject({ kind: 'overdue', colour: 'red' })
    const early = stepped(disposalIn('issued', changed), 'issued', 'redecide-disposal', '2026-09-14')
    expect(early.causes).toHaveLength(1)
  })

  it('notes the day of the answer, and forgets it when the answer is taken back', () => {
    const answered = stepped(disposalIn('issued'), 'answered', 'answer-disposal')
    expect(answered.answeredOn).toBe('2026-09-15')
    const back = stepped(answered, 'issued', 'withdraw-answer')
    expect(back).toMatchObject({ answeredOn: '', dueOn: '2026-09-14' })
  })
})

describe('what is lacking', () => {
  const decision = disposalIn('proposed', { warnedOn: '2026-08-31' })
  const codes = (change: Partial<Disposal>) =>
    checkDecision({ ...decision, ...change }, rules).map(({ code }) => code)

  it('a decision has a demand, a day, and an amount only where it is about money', () => {
    expect(codes({})).toEqual([])
    expect(codes({ demand: ' ' })).toEqual(['demand-missing'])
    expect(codes({ warnedOn: '2026-02-30' })).toEqual(['day-unfit'])
    expect(codes({ measure: 'adjust', amount: 100 })).toEqual([])
    expect(codes({ measure: 'adjust', amount: 0 })).toEqual(['amount-unfit'])
    expect(codes({ measure: 'hasten', amount: 100 })).toEqual(['amount-unfit'])
    expect(checkDecision(decision, { ...rules, measures: [] }).map(({ code }) => code)).toContain(
      'measure-missing',
    )
  })

  it('an answer says what was done, and chooses where it is asked', () => {
    const answer = disposalIn('issued')
    const lacks = (change: Partial<Disposal>, measure: Disposal['measure'] = 'hasten') =>
      checkAnswer({ ...answer, ...change }, { measure }, rules).map(({ code }) => code)
    expect(lacks({})).toEqual([])
    expect(lacks({ answer: ' ' })).toEqual(['answer-missing'])
    expect(lacks({ choice: '' })).toEqual(['choice-missing'])
    expect(lacks({ choice: '' }, 'correct')).toEqual([])
    expect(lacks({ doneBy: '明年' })).toEqual(['day-unfit'])
    expect(lacks({ doneBy: '' })).toEqual([])
  })

  it('目标调整 follows from the measure, the choice or a goal that changed', () => {
    const leads = (change: Partial<Disposal>) => leadsToAdjustment({ ...decision, ...change }, rules)
    expect(leads({ choice: 'continue' })).toBe(false)
    expect(leads({ choice: 'transfer' })).toBe(true)
    expect(leads({ choice: '', measure: 'adjust' })).toBe(true)
    expect(leads({ choice: '', measure: 'suspend' })).toBe(false)
    expect(leads({ choice: '', goalChange: true })).toBe(true)
  })
})

describe('groups', () => {
  it('split the unit’s turn at the deadline; every state has its group', () => {
    const today = '2026-09-15'
    expect(groupOf(disposalIn('issued', { dueOn: today }), today)).toBe('acting')
    expect(groupOf(disposalIn('issued'), today)).toBe('overdue')
    const groups = disposalStateList.map((state) => groupOf(disposalIn(state), today))
    expect(groups).toEqual(['proposed', 'overdue', 'overdue', 'answered', 'reviewed', 'closed', 'dropped'])
  })
})

describe('the trail', () => {
  it('names what changed in words', () => {
    const before = disposalIn('proposed')
    const after = { ...disposalIn('issued'), measure: 'adjust' as const, amount: 10_000_000 }
    const changes = diffDisposal(before, after)
    expect(changes.find(({ field }) => field === 'measure')).toMatchObject({
      label: '处置措施',
      from: '督促加快',
      to: '调整预算',
    })
    expect(changes.map(({ label }) => label)).toEqual([
      '状态',
      '处置措施',
      '调减（收回）金额（万元）',
      '发文日期',
      '整改期限',
    ])
    expect(diffDisposal(before, before)).toEqual([])
    expect(measureList.at(-1)).toBe('suspend')
  })
})
