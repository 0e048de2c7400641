import { beforeEach, describe, expect, it } from 'vitest'
import { createGoal } from '#actions/create-goal'
import { openRound } from '#actions/open-round'
import { pickSpotChecks } from '#actions/pick-spot-checks'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { saveSpotCheck } from '#actions/save-spot-check'
import { takeSpotCheckStep } from '#actions/take-spot-check-step'
import type { ExecutionRow } from '#domain/execution/execution'
import type { Monitoring } from '#domain/monitoring/monitoring'
import type { Round } from '#domain/monitoring/round'
import type { Duty } from '#domain/people/duties'
import { type PickWish, verifyPick } from '#domain/spot-checks/pick'
import type { SpotCheck } from '#domain/spot-checks/spot-check'
import type { Unit, YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { db } from '#storage/database'
import { monitoringsOf } from '#storage/monitorings'
import { screenedRound } from '#storage/screening'
import { spotCheckById, spotChecksOf, spotPicksOf } from '#storage/spot-checks'
import { todosOf } from '#storage/todo'
import { completeCheck } from '../domain/spot-checks/sample.ts'
import { reported, wantedRound } from '../storage/monitoring-world.ts'
import { acting, by, freshBook, freshDatabase, soundContent } from '../storage/world.ts'

let book: YearBook
let units: [Unit, Unit]
let round: Round
let forms: Monitoring[]
const inspector = acting('inspection')

beforeEach(async () => {
  await freshDatabase()
  const made = await freshBook()
  book = made.book
  units = made.units
  for (const name of ['营养改善计划', '校舍维修', '公路养护', '河道清淤']) {
    const content = soundContent(units[1].id, name)
    const id = await createGoal(book.id, content.unitId, content.kind, content.book, by)
    await db.goals.put({ ...(await saveGoalDraft(id, 1, content, by)), status: 'approved' })
  }
  round = (await openRound(book.id, wantedRound, by)).round
  const opened = await monitoringsOf(book.id, round.id)
  forms = opened.map((form, index) => (index === 3 ? form : { ...reported(form), state: 'submitted' }))
  await db.monitorings.bulkPut(forms)
})

function wish(change: Partial<PickWish> = {}): PickWish {
  return { way: 'risk', size: { by: 'count', value: 1 }, ids: [], reason: '', ...change }
}

async function picked(change: Partial<PickWish> = {}, among: string[] | null = null) {
  const outcome = await pickSpotChecks(round.id, wish(change), among, inspector)
  if ('problems' in outcome) throw new Error(outcome.problems.map(({ message }) => message).join())
  return outcome
}

async function one(): Promise<SpotCheck> {
  const [check] = (await picked()).checks
  if (!check) throw new Error('one was picked')
  return check
}

function step(check: SpotCheck, id: Parameters<typeof takeSpotCheckStep>[1]['id'], opinion = '') {
  return async (duty: Duty, scope = '') => {
    const seen = [{ id: check.id, seenRevision: check.revision }]
    const [after] = await takeSpotCheckStep(seen, { id, opinion }, acting(duty, scope))
    if (!after) throw new Error('the step gives the check back')
    return after
  }
}

async function recorded(): Promise<SpotCheck> {
  const started = await step(await one(), 'start-spot-check')('inspection')
  const { checkedOn, place, checkers, lines, record, verdict } = completeCheck(started)
  const content = { checkedOn, place, checkers, lines, record, verdict }
  const saved = await saveSpotCheck(started.id, started.revision, content, inspector)
  return step(saved, 'record-spot-check')('inspection')
}

describe('picks', () => {
  it('take the reported forms of the round, and never one twice', async () => {
    const { pick, checks } = await picked({ way: 'random', size: { by: 'count', value: 2 } })
    expect(pick.candidates.map(({ name }) => name)).toEqual(['营养改善计划', '校舍维修', '公路养护'])
    expect(pick.seed).toMatch(/^[0-9a-f]{32}$/)
    expect(verifyPick(pick)).toEqual([])
    expect(checks.map(({ monitoringId }) => monitoringId)).toEqual(pick.picked)
    const again = await picked({ size: { by: 'share', value: 100 } })
    expect(again.pick.candidates).toHaveLength(1)
    expect(again.pick.excluded.map(({ reason }) => reason)).toEqual(['已在核查', '已在核查'])
    expect(new Set((await spotChecksOf(book.id)).map(({ monitoringId }) => monitoringId)).size).toBe(3)
    const entry = (await db.audit.toArray()).at(-1)
    expect(entry?.summary).toBe('抽取核查对象：1—7 月绩效监控，按风险 100%（1 份）（从 1 份中）')
  })

  it('stay among the forms that are asked for, and keep what the screening said', async () => {
    const [first, second] = forms
    if (!first || !second) throw new Error('there are forms')
    const { checks } = await picked({}, [second.id])
    expect(checks.map(({ monitoringId }) => monitoringId)).toEqual([second.id])
    expect(checks[0]?.grounds.map(({ code }) => code)).toContain('all-on-target')
    expect(checks[0]?.ground).toMatch(/^风险分 \d+（.），在 1 份中排第 1$/)
    expect(checks[0]?.lines.length).toBe(1 + second.entries.length)
  })

  it('write nothing where nothing can be picked', async () => {
    const outcome = await pickSpotChecks(
      round.id,
      wish({ way: 'hand', ids: [forms[3]?.id ?? ''], reason: '信访' }),
      null,
      inspector,
    )
    expect('problems' in outcome && outcome.problems[0]?.message).toContain('没有报送')
    expect(await spotPicksOf(book.id)).toEqual([])
    expect((await db.audit.toArray()).some(({ action }) => action === 'pick-spot-checks')).toBe(false)
    await expect(pickSpotChecks('gone', wish(), null, inspector)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('a dropped one may be picked again, and its first pick stays', async () => {
    const check = await one()
    await expect(step(check, 'drop-spot-check')('inspection')).rejects.toMatchObject({
      code: 'opinion-missing',
    })
    await step(check, 'drop-spot-check', '审计已查')('inspection')
    const { pick } = await picked({ way: 'hand', ids: [check.monitoringId], reason: '信访' })
    expect(pick.picked).toEqual([check.monitoringId])
    expect(await spotPicksOf(book.id)).toHaveLength(2)
  })
})

describe('the treasury', () => {
  function row(change: Partial<ExecutionRow>): ExecutionRow {
    const [form] = forms
    const texts = { code: '', name: '', unitName: '', file: '', line: 'l', source: '', way: 'code' } as const
    const amounts = {
      initial: null,
      adjusted: null,
      allocated: null,
      paid: 1,
      given: 'cumulative',
      stated: 1,
    } as const
    const made = {
      id: 'x',
      bookId: book.id,
      goalId: form?.goalId ?? '',
      unitId: '',
      importId: '',
      month: 7,
      rowNumber: 1,
    }
    return { ...texts, ...amounts, ...made, ...change }
  }
  const found = async () => {
    const list = await screenedRound(round, rulesOf(book))
    return list.filter(({ findings }) => findings.some(({ code }) => code === 'money-differs')).length
  }

  it('accuses only where its ledger of the month is there', async () => {
    expect(await found()).toBe(0)
    await db.executions.put(row({ id: 'a', month: 6 }))
    expect(await found()).toBe(0)
    await db.executions.put(row({ id: 'b', month: 8 }))
    expect(await found()).toBe(0)
    await db.executions.put(row({ id: 'c', month: 7 }))
    expect(await found()).toBe(1)
  })
})

it('the round before is the nearest of an earlier month', async () => {
  const later = (await openRound(book.id, { ...wantedRound, name: '1—10 月', month: 10 }, by)).round
  const copies = (await monitoringsOf(book.id, later.id)).map((form): Monitoring => {
    const before = forms.find(({ goalId }) => goalId === form.goalId) ?? form
    return { ...form, funds: before.funds, entries: before.entries, state: 'submitted' }
  })
  await db.monitorings.bulkPut(copies)
  const list = await screenedRound(later, rulesOf(book))
  expect(list.filter(({ findings }) => findings.some(({ code }) => code === 'same-as-before'))).toHaveLength(
    3,
  )
})

describe('the check', () => {
  it('goes its whole road, with the explanation of the unit', async () => {
    const asked = await step(await recorded(), 'ask-checked-unit')('inspection')
    await expect(step(asked, 'explain-spot-check', '说明')('unit', '999')).rejects.toMatchObject({
      code: 'out-of-reach',
    })
    const explained = await step(asked, 'explain-spot-check', '台账登记滞后。')('unit', '205003')
    expect(explained).toMatchObject({ explanation: '台账登记滞后。', state: 'recorded' })
    const submitted = await step(explained, 'submit-spot-check')('inspection')
    const returned = await step(submitted, 'return-spot-check', '请附凭证')('performance')
    const again = await step(returned, 'record-spot-check')('inspection')
    const handed = await step(again, 'submit-spot-check')('inspection')
    const taken = await step(handed, 'take-over-spot-check')('performance')
    expect(taken.state).toBe('taken')
    const words = (await db.audit.toArray()).at(-1)?.changes[0]?.fields
    expect(words).toEqual([{ field: 'state', label: '状态', from: '待接收', to: '已接收' }])
  })

  it('is not finished while it lacks something, nor written once it is', async () => {
    const started = await step(await one(), 'start-spot-check')('inspection')
    await expect(step(started, 'record-spot-check')('inspection')).rejects.toMatchObject({
      code: 'condition-unmet',
    })
    const check = await recordedOf(started)
    await expect(saveSpotCheck(check.id, check.revision, { place: '县城' }, inspector)).rejects.toMatchObject(
      {
        code: 'not-allowed',
      },
    )
    await expect(saveSpotCheck(check.id, 1, { place: '县城' }, inspector)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    expect((await spotCheckById(check.id))?.place).not.toBe('县城')
  })

  async function recordedOf(started: SpotCheck): Promise<SpotCheck> {
    const { checkedOn, place, checkers, lines, verdict } = completeCheck(started)
    const content = { checkedOn, place, checkers, lines, verdict }
    return step(
      await saveSpotCheck(started.id, started.revision, content, inspector),
      'record-spot-check',
    )('inspection')
  }

  it('waits for whose turn it is', async () => {
    const check = await one()
    const waiting = async (duty: Duty, days = 0) => {
      const now = new Date(Date.parse(check.heldSince) + days * 86_400_000).toISOString()
      const todos = await todosOf(book.id, by, [{ duty, scope: '' }], now)
      return todos
        .filter(({ kind }) => kind === 'spotChecks')
        .map(({ word, overdue }) => `${word} ${overdue}`)
    }
    expect(await waiting('inspection', 10)).toEqual(['待核查 0'])
    expect(await waiting('inspection', 11)).toEqual(['待核查 1'])
    expect(await waiting('unit')).toEqual([])
  })
})
