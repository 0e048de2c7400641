import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createGoal } from '#actions/create-goal'
import { type Appraisal, emptyMark } from '#domain/appraisals/appraisal'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import type { Goal } from '#domain/goals/goal'
import { emptyReview, type FieldComment, type GoalReview } from '#domain/goals/review'
import { makeId } from '#domain/ids'
import type { Duty } from '#domain/people/duties'
import type { StepTaken } from '#domain/workflow'
import { db } from '#storage/database'
import { goalsLeftOut, stillWritten, unsentIn } from '#storage/unsent'
import { fixtureRecords } from '../exchange/record-samples.ts'
import { type Machine, pairOfMachines, submittedGoal, unitDuty, writtenGoal } from './exchange-world.ts'

vi.mock('#desktop', () => import('./machine-desktop.ts'))

let [bureau, unit, bookId] = [{} as Machine, {} as Machine, '']

beforeEach(async () => {
  ;({ bureau, unit, bookId } = await pairOfMachines())
  await bureau.gives(unit, 'parameters', bookId)
})

const report = () => unit.send({ purpose: 'report', bookId, receiver: bureau.party, attachments: 'none' })
const revise = (machine: Machine, change: Partial<Appraisal>) =>
  machine.on(async () => {
    const now = await db.appraisals.get('appraisal-1')
    if (!now) throw new Error('the appraisal is there')
    await db.appraisals.put({ ...now, ...change, revision: now.revision + 1 })
  })

it('a 考核 under re-check is not overwritten by the unit; given back it is taken again', async () => {
  const [sample] = fixtureRecords('version-9.json').get('appraisals') ?? []
  const appraisal = { ...sample, id: 'appraisal-1', bookId, unitId: 'unit-school', isOwn: false } as Appraisal
  const [item = 'item-1'] = Object.keys(appraisal.items)
  const mark = { ...emptyMark, self: 500, note: '见佐证' }
  const filled = { review: 900, reviewReason: '自己复核', sampled: 900 }
  await unit.on(() =>
    db.appraisals.put({
      ...{ ...appraisal, state: 'submitted', summary: '自查情况', decidedBy: '自己审定' },
      items: { ...appraisal.items, [item]: { ...mark, ...filled } },
    }),
  )
  await bureau.take((await report()).bytes)
  // What only the bureau gives did not come in with it.
  await bureau.on(async () => {
    const now = await db.appraisals.get('appraisal-1')
    expect(now).toMatchObject({ decidedBy: '', frozen: null, scheme: appraisal.scheme })
    expect(now?.items[item]).toEqual(mark)
  })
  await revise(bureau, { state: 'reviewing' })

  // Sent again as it was: nothing happens.
  const same = await bureau.rehearse((await report()).bytes)
  expect(same.lines.map(({ table, verdict }) => [table, verdict])).toContainEqual(['appraisals', 'kept'])

  await revise(unit, { summary: '复核期间又改过' })
  const again = await report()
  const rehearsal = await bureau.rehearse(again.bytes)
  expect(rehearsal.lines.find(({ table }) => table === 'appraisals')).toMatchObject({
    verdict: 'refused',
    reason: '本机已进入审核或复核，不接收对方再改的内容；确需修改请先退回',
  })
  await bureau.on(async () =>
    expect(await db.appraisals.get('appraisal-1')).toMatchObject({ state: 'reviewing', summary: '自查情况' }),
  )

  await revise(bureau, { state: 'returned' })
  await unit.take(
    (await bureau.send({ purpose: 'decision', bookId, receiver: unit.party, attachments: 'none' })).bytes,
  )
  await revise(unit, { state: 'submitted' })
  const record = await bureau.take((await report()).bytes)
  expect(record.state).toBe('applied')
  await bureau.on(async () =>
    expect(await db.appraisals.get('appraisal-1')).toMatchObject({
      state: 'submitted',
      summary: '复核期间又改过',
    }),
  )
})

it('the assessed objects from its own machine: nothing that was re-checked changes, nor what was answered', async () => {
  const [sample] = fixtureRecords('version-9.json').get('appraisals') ?? []
  const appraisal = { ...sample, id: 'appraisal-1', bookId, unitId: 'unit-school', isOwn: false } as Appraisal
  await unit.on(() => db.appraisals.put({ ...appraisal, state: 'submitted', summary: '自查情况' }))
  await bureau.take((await report()).bytes)
  const answered = { id: 'o-1', itemId: '', on: '2027-01-05', text: '口头提出' } as const
  const ours = [{ ...answered, decision: 'refused', answer: '不予调整。' }] as Appraisal['objections']
  await revise(bureau, { state: 'asked', objectsUntil: '2027-01-31', objections: ours })
  await unit.take(
    (await bureau.send({ purpose: 'decision', bookId, receiver: unit.party, attachments: 'none' })).bytes,
  )
  const said = { ...answered, id: makeId(Date.now(), new Uint8Array(10)), text: '及时率应计满分。' }
  const forged = [
    { ...answered, decision: 'adopted', answer: '同意' },
    { ...said, decision: 'adopted', answer: '同意' },
  ] as Appraisal['objections']
  await revise(unit, { objections: forged, summary: '征求意见期间又改过', items: {} })
  await unit.on(async () => expect((await unsentIn(bookId)).counts).toMatchObject({ objections: 1 }))
  await bureau.take((await report()).bytes)
  await unit.on(async () => expect((await unsentIn(bookId)).counts.objections).toBeUndefined())
  await bureau.on(async () => {
    const now = await db.appraisals.get('appraisal-1')
    expect(now).toMatchObject({ state: 'asked', summary: '自查情况', items: appraisal.items })
    expect(now?.objections).toEqual([...ours, { ...said, decision: '', answer: '' }])
  })
})

it('an approved goal that the unit changed beneath its approval stays as it was approved', async () => {
  const goalId = await unit.on(() => submittedGoal(bookId))
  await bureau.take((await report()).bytes)
  const put = (machine: Machine, change: Partial<Goal>) =>
    machine.on(async () => {
      const now = await db.goals.get(goalId)
      if (!now) throw new Error('the goal is there')
      await db.goals.put({ ...now, ...change, revision: now.revision + 1 })
    })
  await put(bureau, { status: 'approved' })
  await unit.take(
    (await bureau.send({ purpose: 'decision', bookId, receiver: unit.party, attachments: 'none' })).bytes,
  )
  const approved = await bureau.on(() => db.goals.get(goalId))
  await unit.on(async () => expect((await db.goals.get(goalId))?.status).toBe('approved'))
  await put(unit, { total: 99_999_999_00, name: '改大的项目' })
  const altered = await report()
  const { lines } = await bureau.rehearse(altered.bytes)
  expect(lines.find(({ id }) => id === goalId)).toMatchObject({
    verdict: 'refused',
    reason: expect.stringContaining('先退回'),
  })
  await bureau.take(altered.bytes)
  await bureau.on(async () => expect(await db.goals.get(goalId)).toEqual(approved))
})

describe('of the file of a goal', () => {
  const step = (duty: Duty, verb: string, at: string): StepTaken => ({
    ...{ step: 'submit-goal', verb, from: 'draft', to: 'submitted', at, by: '某人', duty, opinion: '' },
  })
  const comment: FieldComment = {
    ...{ id: 'c-1', at: 'total', text: '请附测算依据。', by: '李审核', duty: 'spending' },
    ...{ madeAt: '2026-01-06T02:00:00.000Z', answer: '', answeredBy: '', answeredAt: '' },
  }
  const sent = step('unit', '送审', '2026-01-05T02:00:00.000Z')
  const passed = step('spending', '初审通过', '2026-01-06T03:00:00.000Z')

  async function fileOn(machine: Machine, goalId: string, change: Partial<GoalReview>) {
    await machine.on(async () => {
      const goal = await db.goals.get(goalId)
      if (!goal) throw new Error('the goal is there')
      const now = (await db.reviews.get(goalId)) ?? emptyReview(goal)
      await db.reviews.put({ ...now, ...change, revision: now.revision + 1 })
    })
  }

  it('a unit says its own steps and answers; what the bureau wrote stands, and nothing is put in its mouth', async () => {
    const goalId = await unit.on(() => submittedGoal(bookId))
    const days = { declaredOn: '2026-01-01', tabledOn: '', approvedOn: '2026-02-01', publishedOn: '' }
    await fileOn(unit, goalId, {
      ...{ trail: [sent, passed], comments: [{ ...comment, text: '同意' }], congress: true },
      together: { goal: days, funds: days },
    })
    await bureau.take((await report()).bytes)
    await bureau.on(async () =>
      expect(await db.reviews.get(goalId)).toMatchObject({
        ...{ trail: [sent], comments: [], congress: false },
        together: { goal: { approvedOn: '' }, funds: { approvedOn: '' } },
      }),
    )
    await fileOn(bureau, goalId, { trail: [sent, passed], comments: [comment] })
    await unit.take(
      (await bureau.send({ purpose: 'decision', bookId, receiver: unit.party, attachments: 'none' })).bytes,
    )
    const answer = { answer: '已附。', answeredBy: '王会计', answeredAt: '2026-01-07T02:00:00.000Z' }
    const forgedStep = step('leader', '批复', '2026-01-08T02:00:00.000Z')
    const again = step('unit', '重新送审', '2026-01-09T02:00:00.000Z')
    await fileOn(unit, goalId, {
      trail: [sent, forgedStep, again],
      comments: [
        { ...comment, ...answer, text: '没有意见。' },
        { ...comment, id: 'c-2' },
      ],
    })
    await bureau.take((await report()).bytes)
    await bureau.on(async () =>
      expect(await db.reviews.get(goalId)).toMatchObject({
        trail: [sent, passed, again],
        comments: [{ ...comment, ...answer }],
      }),
    )
  })
})

it('a goal of another unit does not go with the package, and is still named as not sent', async () => {
  const foreign = await unit.on(async () => {
    await submittedGoal(bookId)
    return submittedGoal(bookId, 'unit-office', '教师培训')
  })
  const { record } = await report()
  expect(record.counts).toMatchObject({ goals: 1 })
  await unit.on(async () => {
    expect((await goalsLeftOut(bookId)).map(({ id }) => id)).toEqual([foreign])
    expect((await unsentIn(bookId)).counts).toEqual({ goals: 1 })
  })
  await bureau.on(async () => expect(await goalsLeftOut(bookId)).toEqual([]))
})

it('what a unit still writes is counted as staying behind, with what keeps it from being handed in', async () => {
  const none = { drafts: 0, returned: 0, faulty: 0, monitorings: 0, selfEvaluations: 0 }
  await unit.on(async () => {
    await submittedGoal(bookId)
    expect(await stillWritten(bookId)).toEqual(none)
    await writtenGoal(bookId)
    expect(await stillWritten(bookId)).toEqual({ ...none, drafts: 1 })
    await createGoal(bookId, 'unit-school', 'project', 'general', unitDuty)
    expect(await stillWritten(bookId)).toEqual({ ...none, drafts: 2, faulty: 1 })
  })
})

it('what the bureau sent as handed in does not wait to be reported; handed in again it does', async () => {
  const [sample] = fixtureRecords('version-9.json').get('selfEvaluations') ?? []
  const form = { ...sample, bookId, unitId: 'unit-school', state: 'submitted' } as SelfEvaluation
  const heldSince = '2026-03-01T08:00:00.000Z'
  await bureau.on(() =>
    db.selfEvaluations.bulkPut(['form-1', 'form-2'].map((id) => ({ ...form, id, heldSince }))),
  )
  await bureau.gives(unit, 'parameters', bookId)
  await unit.on(async () => {
    await db.selfEvaluations.update('form-2', { heldSince: '2999-03-01T08:00:00.000Z' })
    expect(await db.selfEvaluations.where('id').startsWith('form-').count()).toBe(2)
    expect((await unsentIn(bookId)).counts).toEqual({ selfEvaluations: 1 })
  })
})
