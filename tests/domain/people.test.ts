import { describe, expect, it } from 'vitest'
import { adjustmentFlow } from '#domain/adjustments/flow'
import { disposalFlow } from '#domain/disposals/flow'
import { selfEvaluationFlow } from '#domain/evaluation/self-evaluation-flow'
import { goalFlow } from '#domain/goals/flow'
import { monitoringFlow } from '#domain/monitoring/flow'
import { afterTry, checkAccount, loginRules, minutesLocked, passwordFault } from '#domain/people/account'
import { businessDuties, type Duty, dutyList, reaches } from '#domain/people/duties'
import { dutyMay, type Permission, permissions } from '#domain/people/permissions'
import { nextState, overdueDays, statesHeldBy, stepsFrom, stepTaken, type Workflow } from '#domain/workflow'

const now = '2026-03-01T08:00:00.000Z'

describe('职责表', () => {
  it('keeps accounts from the audit and the audit from accounts and budgets', () => {
    const rows = Object.keys(permissions) as Permission[]
    const of = (duty: Duty) => rows.filter((row) => dutyMay(duty, row)).sort()
    const shared = ['accept-clock', 'change-password', 'log-in', 'see-duties', 'see-backups', 'make-backup']
    const recovery = ['make-recovery-code', 'recover-account']
    const accounts = ['save-calendar', 'reset-password', 'save-account', 'see-accounts', ...recovery]
    // The keys of the exchange are the administrator's, what the packages hold is not.
    const keys = ['see-exchange', 'save-station', 'accept-peer', 'revoke-peer', 'allow-package']
    const backups = ['save-backup-settings', 'restore-backup']
    expect(of('administrator')).toEqual([...shared, ...accounts, ...keys, ...backups].sort())
    expect(of('auditor')).toEqual([...shared, 'read-audit', 'export-audit'].sort())
    for (const duty of businessDuties) {
      expect(dutyMay(duty, 'read-audit')).toBe(false)
      expect(dutyMay(duty, 'save-account')).toBe(false)
    }
  })
  it('gives every row to somebody', () => {
    for (const { duties, name } of Object.values(permissions))
      expect([name, duties.length > 0]).toEqual([name, true])
  })
  it('lets a unit do nothing of the bureau’s review', () => {
    const reviewed = Object.values(permissions).filter((row) => row.area === 'review')
    const lists: (readonly Duty[])[] = reviewed.map((row) => row.duties)
    expect(lists.filter((list) => list.includes('unit'))).toEqual([])
  })
})

describe('reach', () => {
  const school = { unitCode: '205003', parentCode: '205001', sectionCode: '06' }
  it.each<[Duty, string, boolean]>([
    ['performance', '99', true],
    ['spending', '06', true],
    ['spending', '07', false],
    ['spending', '', true],
    ['unit', '205003', true],
    ['unit', '205001', true],
    ['unit', '205004', false],
    ['unit', '20500', false],
  ])('%s with %j: %s', (duty, scope, reached) =>
    expect(reaches({ accountId: '', name: '', duty, scope }, school)).toBe(reached),
  )
})

describe('accounts', () => {
  const admin = {
    id: 'a',
    name: '王晓',
    assignments: [{ duty: 'administrator' as const, scope: '' }],
    disabled: false,
  }
  const codes = (account: Partial<typeof admin>, all = [admin]) =>
    checkAccount({ ...admin, ...account }, all).map((problem) => problem.code)

  it('keeps apart who manages accounts and who reads the audit', () => {
    const both = [...admin.assignments, { duty: 'auditor' as never, scope: '' }]
    expect(codes({ assignments: both })).toEqual(['duties-separated'])
  })
  it('always leaves somebody who manages accounts', () => {
    expect(codes({ disabled: true })).toEqual(['administrator-missing'])
    expect(codes({ disabled: true }, [admin, { ...admin, id: 'b', name: '李初' }])).toEqual([])
  })
  it('wants a name of its own and a duty', () => {
    expect(codes({ id: 'b' })).toEqual(['name-taken'])
    expect(codes({ name: ' ', assignments: [] })).toEqual([
      'name-missing',
      'duty-missing',
      'administrator-missing',
    ])
  })
  it.each([
    ['abcd123', false],
    ['abcd1234', true],
    ['12345678', false],
    ['87654321', false],
    ['aaaaaaaa', false],
    ['一二三四五六七八', true],
  ])('password %j fits: %s', (password, fits) => expect(passwordFault(password, '王晓') === null).toBe(fits))

  it('locks after the fifth wrong password, for the time of the rule, and no sooner', () => {
    let account = { failures: 0, lockedUntil: '' as string | '' }
    for (let turn = 1; turn < loginRules.failuresAllowed; turn++) account = afterTry(account, false, now)
    expect(minutesLocked(account, now)).toBe(0)
    account = afterTry(account, false, now)
    expect(minutesLocked(account, now)).toBe(loginRules.lockMinutes)
    const justBefore = new Date(Date.parse(now) + loginRules.lockMinutes * 60_000 - 1).toISOString()
    const after = new Date(Date.parse(now) + loginRules.lockMinutes * 60_000).toISOString()
    expect([minutesLocked(account, justBefore), minutesLocked(account, after)]).toEqual([1, 0])
  })
  it('forgets wrong ones after a right one', () => {
    const tried = afterTry({ failures: 4, lockedUntil: '' }, true, now)
    expect(tried).toEqual({ failures: 0, lockedUntil: '' })
  })
})

describe('the workflow engine', () => {
  it('lets each step be taken by exactly the duties of its row, from exactly its states', () => {
    for (const duty of dutyList) {
      for (const status of Object.keys(goalFlow.states) as (keyof typeof goalFlow.states)[]) {
        for (const step of goalFlow.steps) {
          const next = nextState(goalFlow, status, { id: step.id, opinion: '意见' }, { duty })
          const allowed = step.from.includes(status) && dutyMay(duty, step.id)
          expect('to' in next).toBe(allowed)
        }
      }
    }
  })
  it('leads only where the table says, and wants the opinion it asks for', () => {
    const actor = { duty: 'performance' as const }
    expect(
      nextState(goalFlow, 'joint', { id: 'return-joint-review', opinion: '改', to: 'submitted' }, actor),
    ).toEqual({
      to: 'submitted',
    })
    expect(
      nextState(goalFlow, 'joint', { id: 'return-joint-review', opinion: '改', to: 'approved' }, actor),
    ).toEqual({
      refused: 'not-allowed',
    })
    expect(nextState(goalFlow, 'joint', { id: 'return-joint-review', opinion: ' \n' }, actor)).toEqual({
      refused: 'opinion-missing',
    })
    expect(nextState(goalFlow, 'joint', { id: 'approve-adjustment', opinion: '' }, actor)).toEqual({
      refused: 'not-allowed',
    })
  })
  it('offers a duty its steps and knows whose turn it is', () => {
    expect(stepsFrom(goalFlow, 'submitted', { duty: 'spending' }).map(({ id }) => id)).toEqual([
      'pass-first-review',
      'return-first-review',
    ])
    expect(stepsFrom(goalFlow, 'submitted', { duty: 'leader' })).toEqual([])
    expect(statesHeldBy(goalFlow, 'performance')).toEqual(['joint', 'key'])
  })
  it('gives whoever checks one way back, with the reason, and whoever handed in the other', () => {
    const flows = [goalFlow, adjustmentFlow, monitoringFlow, selfEvaluationFlow, disposalFlow]
    for (const flow of flows as readonly Workflow<string>[])
      for (const state of Object.keys(flow.states))
        for (const duty of dutyList) {
          const back = stepsFrom(flow, state, { duty }).filter(({ id }) => /^(withdraw|return)-/.test(id))
          expect(back.length, `${flow.name} ${state} ${duty}`).toBeLessThan(2)
        }
  })
  it('counts whole days beyond the limit', () => {
    const since = '2026-03-01T08:00:00.000Z'
    const daysOn = (days: number, more = 0) =>
      new Date(Date.parse(since) + days * 86_400_000 + more).toISOString()
    expect(overdueDays(goalFlow, 'submitted', since, daysOn(5))).toBe(0)
    expect(overdueDays(goalFlow, 'submitted', since, daysOn(6, -1))).toBe(0)
    expect(overdueDays(goalFlow, 'submitted', since, daysOn(6))).toBe(1)
    expect(overdueDays(goalFlow, 'approved', since, daysOn(600))).toBe(0)
  })
  it('keeps who, when, in which duty and what was said', () => {
    const wanted = { id: 'return-first-review' as const, opinion: ' 请核对 ' }
    const step = stepTaken(goalFlow, 'submitted', 'returned', wanted, { duty: 'spending', name: '李初' }, now)
    expect(step).toEqual({
      step: 'return-first-review',
      verb: '退回',
      from: 'submitted',
      to: 'returned',
      at: now,
      by: '李初',
      duty: 'spending',
      opinion: '请核对',
    })
  })
})
