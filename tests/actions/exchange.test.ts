import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { takeGoalStep } from '#actions/take-goal-step'
import { takeReceipt } from '#actions/take-receipt'
import { undoPackage } from '#actions/undo-package'
import { countsOf } from '#domain/exchange/rehearsal'
import type { GoalContent } from '#domain/goals/goal'
import type { Permission } from '#domain/people/permissions'
import { db } from '#storage/database'
import { acting, soundContent } from '../storage/world.ts'
import {
  city,
  countyDuty,
  Machine,
  noDecisions,
  pairOfMachines,
  submittedGoal,
  unitDuty,
} from './exchange-world.ts'

vi.mock('#desktop', () => import('./machine-desktop.ts'))

let [bureau, unit, bookId] = [{} as Machine, {} as Machine, '']

async function fill(goalId: string, change: Partial<GoalContent>): Promise<void> {
  const goal = await db.goals.get(goalId)
  if (!goal) throw new Error('the goal is there')
  await saveGoalDraft(goalId, goal.revision, { ...soundContent(goal.unitId), ...change }, unitDuty)
}

async function step(goalId: string, id: Permission, by = unitDuty, opinion = ''): Promise<void> {
  const goal = await db.goals.get(goalId)
  await takeGoalStep(goalId, goal?.revision ?? 0, { id, opinion }, by)
}

/** The unit has got its parameters, has made a goal and handed it in. */
async function started(): Promise<string> {
  await bureau.gives(unit, 'parameters', bookId)
  return unit.on(() => submittedGoal(bookId))
}

beforeEach(async () => {
  ;({ bureau, unit, bookId } = await pairOfMachines())
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

describe('a unit and its bureau', () => {
  it('parameters make the unit’s book; a goal goes up, comes back, goes up again and is approved', async () => {
    const goalId = await started()
    await unit.on(async () => {
      const book = await db.books.get(bookId)
      expect(book?.identity).toMatchObject({ level: 'unit', office: '南江县第一小学', regionCode: '511922' })
      expect((await db.units.toArray()).map(({ code }) => code).sort()).toEqual(['205001', '205003'])
    })
    const up = await unit.send({ purpose: 'report', bookId, receiver: bureau.party })
    expect(up.record).toMatchObject({
      sequence: 1,
      counts: { goals: 1 },
      totals: { 目标资金总额: 520_000_000 },
    })
    const taken = await bureau.take(up.bytes)
    expect(taken).toMatchObject({ state: 'applied', receipt: { verdict: 'accepted' } })

    await bureau.on(() => step(goalId, 'return-first-review', acting('spending'), '补充测算依据'))
    const down = await bureau.send({ purpose: 'decision', bookId, receiver: unit.party })
    await unit.take(down.bytes)
    await unit.on(async () => {
      expect(await db.goals.get(goalId)).toMatchObject({ status: 'returned', opinion: '补充测算依据' })
      await fill(goalId, { overview: '按 5200 名学生、每生每天 5 元、200 天测算' })
      await step(goalId, 'submit-goal')
    })
    const again = await unit.send({ purpose: 'report', bookId, receiver: bureau.party })
    const rehearsal = await bureau.rehearse(again.bytes)
    expect(rehearsal.hindrances).toEqual([])
    expect(countsOf(rehearsal.lines)).toMatchObject({ conflict: 0, refused: 0 })
    await bureau.take(again.bytes)
    await bureau.on(async () => {
      const goal = await db.goals.get(goalId)
      expect(goal).toMatchObject({ status: 'submitted', overview: expect.stringContaining('5200 名') })
      expect((await db.goalRows.get(goalId))?.status).toBe('submitted')
      expect((await db.reviews.get(goalId))?.trail.map(({ step: id }) => id)).toEqual([
        'submit-goal',
        'return-first-review',
        'submit-goal',
      ])
    })
  })

  it('a file is named after the day where the machine stands', async () => {
    vi.stubEnv('TZ', 'Asia/Shanghai')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2099-03-01T23:30:00Z') })
    const { record } = await bureau.send({ purpose: 'parameters', bookId, receiver: unit.party })
    expect(record.fileName).toMatch(/_20990302\.jhx$/)
  })

  it('the same package twice changes nothing, and an older one is refused', async () => {
    const goalId = await started()
    const first = await unit.send({ purpose: 'report', bookId, receiver: bureau.party })
    await unit.on(async () => {
      await step(goalId, 'withdraw-goal')
      await fill(goalId, { name: '改名后的项目' })
      await step(goalId, 'submit-goal')
    })
    const second = await unit.send({ purpose: 'report', bookId, receiver: bureau.party })
    await bureau.take(second.bytes)
    await expect(bureau.take(second.bytes)).rejects.toMatchObject({ code: 'package-stopped' })
    await expect(bureau.take(first.bytes)).rejects.toMatchObject({ code: 'package-stopped' })
    const { hindrances } = await bureau.rehearse(first.bytes)
    expect(hindrances.map(({ code }) => code)).toContain('older')
    await bureau.on(async () => expect((await db.goals.get(goalId))?.name).toBe('改名后的项目'))
  })

  it('what both changed in other fields is merged, in the same field it is shown, and the loser can be found', async () => {
    const goalId = await started()
    await unit.gives(bureau, 'report', bookId)
    await bureau.on(async () => {
      const goal = await db.goals.get(goalId)
      if (goal) await db.goals.put({ ...goal, contact: '王科长', phone: '111', revision: goal.revision + 1 })
    })
    await unit.on(async () => {
      const goal = await db.goals.get(goalId)
      if (goal)
        await db.goals.put({ ...goal, phone: '222', remarks: '另附说明', revision: goal.revision + 1 })
    })
    const { bytes } = await unit.send({ purpose: 'report', bookId, receiver: bureau.party })
    const rehearsal = await bureau.rehearse(bytes)
    const line = rehearsal.lines.find(({ id }) => id === goalId)
    expect(line?.verdict).toBe('conflict')
    expect(line?.conflicts.map(({ path, ours, theirs }) => [path, ours, theirs])).toEqual([
      ['phone', '111', '222'],
    ])
    const choices = new Map([[`goals|${goalId}`, new Map([['phone', 'theirs' as const]])]])
    const record = await bureau.take(bytes, { ...noDecisions, choices })
    await bureau.on(async () => {
      const goal = await db.goals.get(goalId)
      expect(goal).toMatchObject({ contact: '王科长', phone: '222', remarks: '另附说明' })
      const changes = await db.packageChanges.get(record.id)
      expect(changes?.lost).toMatchObject([{ path: 'phone', kept: '222', lost: '111', whose: '本机' }])
      await undoPackage(record.id, countyDuty)
      expect(await db.goals.get(goalId)).toMatchObject({ contact: '王科长', phone: '111', remarks: '' })
    })
  })

  it('a unit approves nothing, touches no other unit, and no secret leaves', async () => {
    const goalId = await started()
    await unit.on(async () => {
      const goal = await db.goals.get(goalId)
      if (!goal) throw new Error('the goal is there')
      await db.goals.put({ ...goal, status: 'approved' })
      await db.goals.put({ ...goal, id: 'g-secret', name: '涉密信息化改造', secret: true })
      await db.reviews.put({ ...(await db.reviews.get(goalId)), id: 'g-secret', bookId } as never)
    })
    const { bytes, record } = await unit.send({ purpose: 'report', bookId, receiver: bureau.party })
    expect(record.secrets).toBe(2)
    const rehearsal = await bureau.rehearse(bytes)
    const goals = rehearsal.lines.filter(({ table }) => table === 'goals')
    expect(goals.map(({ verdict }) => verdict)).toEqual(['refused'])
    expect(await bureau.take(bytes)).toMatchObject({ state: 'partly', receipt: { verdict: 'partly' } })
    await unit.on(async () => {
      const goal = await db.goals.get(goalId)
      if (goal) await db.goals.put({ ...goal, remarks: '与涉密信息化改造同步实施' })
    })
    await expect(unit.send({ purpose: 'report', bookId, receiver: bureau.party })).rejects.toMatchObject({
      code: 'secret-inside',
    })
  })

  it('a receipt goes back and says what became of the package', async () => {
    await started()
    const { bytes, record } = await unit.send({ purpose: 'report', bookId, receiver: bureau.party })
    await bureau.take(bytes)
    const receipt = await bureau.receipt(record.id)
    await unit.on(async () => {
      expect(await takeReceipt(receipt, unitDuty)).toMatchObject({ state: 'accepted' })
      expect((await takeReceipt(receipt, unitDuty)).revision).toBe(2)
      expect((await db.packages.get(record.id))?.receipt?.by).toBe('测试员')
    })
  })

  it('a package closed to its receiver opens there', async () => {
    await started()
    const closing = { publicKey: bureau.station.publicKey }
    const { bytes } = await unit.send({ purpose: 'report', bookId, receiver: bureau.party, closing })
    expect(await bureau.take(bytes)).toMatchObject({ state: 'applied' })
  })
})

describe('the bureau and the city', () => {
  it('a county’s book stands at the city as it is, to the 分, and follows the next package', async () => {
    const goalId = await started()
    await unit.gives(bureau, 'report', bookId)
    const above = await Machine.make(city)
    await above.trusts(bureau)
    await bureau.trusts(above)
    const { bytes, record } = await bureau.send({ purpose: 'report', bookId, receiver: above.party })
    await above.take(bytes)
    await above.on(async () => {
      expect(await db.books.get(bookId)).toMatchObject({ collected: { name: '南江县财政局' } })
      const goals = await db.goals.toArray()
      expect(goals.map(({ id, contact, total }) => [id, contact, total])).toEqual([[goalId, '', 520_000_000]])
      expect(record.totals).toEqual({ 目标资金总额: 520_000_000 })
    })
  })
})
