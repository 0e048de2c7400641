import { describe, expect, it } from 'vitest'
import { isOverdue, isRectificationOverdue } from '#domain/applications/application'
import {
  applicationFlow,
  applicationFlowOf,
  applicationStateList,
  rectificationFlow,
} from '#domain/applications/flow'
import {
  type ApplicationStep,
  lastReason,
  referralFor,
  steppedApplication,
  steppedRectification,
} from '#domain/applications/step'
import { shippedCalendars } from '#domain/calendar'
import { dutyList } from '#domain/people/duties'
import { dutyMay } from '#domain/people/permissions'
import { nextState, stepOf, stepsFrom } from '#domain/workflow'
import { applicationIn, rectification, rules, wan } from './sample.ts'

const made = {
  actor: { duty: 'performance', name: '王晓' },
  at: '2026-03-02T02:00:00.000Z',
  today: '2026-03-02',
  calendars: shippedCalendars,
  rules,
} as const

function take(from: Parameters<typeof applicationIn>[0], wanted: ApplicationStep, change = {}) {
  const to = wanted.to ?? stepOf(applicationFlow, wanted.id)?.to[0]
  if (!to) throw new Error('no such step')
  return steppedApplication(applicationIn(from, change), to, wanted, made)
}

describe('the road', () => {
  it('reaches every state, and every step back says why', () => {
    const reached = new Set(applicationFlow.steps.flatMap(({ to }) => to))
    expect(applicationStateList.filter((state) => !reached.has(state))).toEqual([])
    const silent = applicationFlow.steps.filter(({ back, opinion }) => back && opinion === 'optional')
    expect(silent.map(({ id }) => id)).toEqual(['restore-application', 'withdraw-application'])
  })
  it('gives each turn to whose it is: 预算科, 局领导, 支出管理科, 监督检查局', () => {
    const holders = applicationStateList.map((state) => applicationFlow.states[state].holder)
    expect(holders).toEqual([
      'performance',
      'budget',
      'leader',
      'spending',
      'performance',
      'inspection',
      '',
      '',
    ])
    expect(applicationFlowOf({ kind: 'government' }).states.carrying.holder).toBe('budget')
    expect(applicationFlowOf({ kind: 'project' }).states.carrying.holder).toBe('spending')
  })
  it('has a step forward for the holder of every state that waits', () => {
    for (const flow of [applicationFlow, applicationFlowOf({ kind: 'government' })])
      for (const state of applicationStateList) {
        const { holder } = flow.states[state]
        if (holder === '') continue
        expect(stepsFrom(flow, state, { duty: holder }).length, state).toBeGreaterThan(0)
      }
  })
  it('lets nobody but 监督检查局 handle, and no unit decide', () => {
    expect(dutyList.filter((duty) => dutyMay(duty, 'handle-referral'))).toEqual(['inspection'])
    expect(dutyList.filter((duty) => dutyMay(duty, 'decide-application'))).toEqual(['budget', 'leader'])
    expect(
      nextState(applicationFlow, 'deciding', { id: 'decide-application', opinion: '' }, { duty: 'unit' }),
    ).toEqual({
      refused: 'wrong-duty',
    })
  })
  it('refuses a step of another state, and a return without a word', () => {
    const by = (duty: 'budget' | 'performance') => ({ duty })
    expect(
      nextState(applicationFlow, 'draft', { id: 'close-application', opinion: '' }, by('performance')),
    ).toEqual({ refused: 'not-allowed' })
    expect(
      nextState(applicationFlow, 'budgeting', { id: 'return-application', opinion: ' ' }, by('budget')),
    ).toEqual({ refused: 'opinion-missing' })
  })
})

describe('a step', () => {
  it('gives 预算科 what was proposed as what is to be decided', () => {
    const after = take('draft', { id: 'send-application', opinion: '' })
    expect([after.decided, after.decidedChange, after.state]).toEqual([['reduce'], -52 * wan, 'budgeting'])
  })
  it('counts 20 working days from the decision', () => {
    const after = take('deciding', { id: 'decide-application', opinion: '' })
    expect([after.decidedOn, after.dueOn]).toEqual(['2026-03-02', '2026-03-30'])
    expect(isOverdue(after, '2026-03-30')).toBe(false)
    expect(isOverdue(after, '2026-03-31')).toBe(true)
    expect(isOverdue({ ...after, state: 'answered' }, '2026-03-31')).toBe(false)
  })
  it('keeps a deadline that is still to come when it is sent back, and gives a new one where it is over', () => {
    const back = { id: 'return-carrying', opinion: '没有落实到项目' } as const
    expect(take('answered', back).dueOn).toBe('2026-03-30')
    const late = take('answered', back, { dueOn: '2026-03-02' })
    expect([late.dueOn, late.answeredOn]).toEqual(['2026-03-30', ''])
  })
  it('hands over to 监督检查局 with the kind, and takes back what it did', () => {
    const sent = take('carrying', { id: 'refer-application', opinion: '拒不落实', referral: 'refused' })
    expect(sent.referrals).toMatchObject([
      { kind: 'refused', reason: '拒不落实', on: '2026-03-02', handledOn: '' },
    ])
    const handled = take('referred', { id: 'handle-referral', opinion: '约谈并责令落实' })
    expect(handled.referrals[0]).toMatchObject({ handling: '约谈并责令落实', handledOn: '2026-03-02' })
    expect(take('referred', { id: 'recall-referral', opinion: '误送' }).referrals).toEqual([])
  })
  it('sees what it is referred for', () => {
    const kind = (state: 'carrying' | 'answered', change = {}) =>
      referralFor(applicationIn(state, change), '2026-03-31')
    expect(kind('carrying')).toBe('late')
    expect(kind('carrying', { dueOn: '2026-03-31' })).toBe('refused')
    expect(kind('answered', { doneChange: 0 })).toBe('refused')
    expect(kind('answered', { doneChange: -wan })).toBe('poor')
  })
  it('tells the last reason only while it is the last word', () => {
    const back = take('budgeting', { id: 'return-application', opinion: '金额请核对' })
    expect(lastReason(back)).toBe('金额请核对')
    expect(lastReason(applicationIn('budgeting'))).toBe('')
  })
})

describe('整改', () => {
  it('goes from the order to the 销号, with its days', () => {
    const first = applicationIn('carrying')
    const order = { demand: '限期完成', dueOn: '2026-04-01', number: '南财绩〔2026〕3号' }
    const none = rectification({ state: 'none', orderedOn: '', dueOn: '' })
    const ordered = steppedRectification(
      first,
      none,
      'ordered',
      { id: 'order-rectification', opinion: '' },
      { ...made, order },
    )
    expect(ordered.rectification).toMatchObject({ ...order, orderedOn: '2026-03-02', state: 'ordered' })
    expect(isRectificationOverdue(ordered.rectification, '2026-04-01')).toBe(false)
    expect(isRectificationOverdue(ordered.rectification, '2026-04-02')).toBe(true)
    const cleared = steppedRectification(
      first,
      rectification({ state: 'reported' }),
      'cleared',
      { id: 'clear-rectification', opinion: '已整改到位' },
      made,
    )
    expect(cleared.rectification).toMatchObject({ clearedOn: '2026-03-02', conclusion: '已整改到位' })
    expect(isRectificationOverdue(cleared.rectification, '2099-12-31')).toBe(false)
    expect(isRectificationOverdue(null, '2099-12-31')).toBe(false)
  })
  it("is the unit's to report and not to clear", () => {
    expect(
      nextState(rectificationFlow, 'ordered', { id: 'report-rectification', opinion: '' }, { duty: 'unit' }),
    ).toEqual({ to: 'reported' })
    expect(
      nextState(rectificationFlow, 'reported', { id: 'clear-rectification', opinion: '' }, { duty: 'unit' }),
    ).toEqual({ refused: 'wrong-duty' })
  })
})
