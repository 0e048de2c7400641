import 'fake-indexeddb/auto'
import { beforeEach, expect, it, vi } from 'vitest'
import { carryForward } from '#actions/carry-forward'
import { createGoal } from '#actions/create-goal'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { takeGoalStep } from '#actions/take-goal-step'
import { db } from '#storage/database'
import { freshBook, soundContent } from '../storage/world.ts'
import { county, countyDuty, keptFiles, Machine, school, unitDuty } from './exchange-world.ts'

const kept = vi.hoisted(() => ({ current: {} as ReturnType<typeof keptFiles> }))
vi.mock('#desktop', () => ({
  desktop: {
    keepAttachment: (bytes: Uint8Array) => kept.current.desktop.keepAttachment(bytes),
    readAttachment: (hash: string) => kept.current.desktop.readAttachment(hash),
  },
}))

const goalName = '义务教育营养改善计划'
let [bureau, unit, thisYear] = [{} as Machine, {} as Machine, '']

beforeEach(async () => {
  kept.current = keptFiles()
  bureau = await Machine.make(county, async () => {
    thisYear = (await freshBook()).book.id
    for (const unitId of ['unit-school', 'unit-office']) {
      const id = await createGoal(thisYear, unitId, 'project', 'general', unitDuty)
      await saveGoalDraft(id, 1, soundContent(unitId, goalName), unitDuty)
    }
  })
  unit = await Machine.make(school)
  await bureau.trusts(unit)
  await unit.trusts(bureau)
})

async function parameters(bookId: string): Promise<void> {
  const { bytes } = await bureau.send({ purpose: 'parameters', bookId, receiver: unit.party })
  await unit.take(bytes)
}

it('next year’s book comes to the unit with what goes on, and goes back as the same project', async () => {
  await parameters(thisYear)
  const next = await bureau.on(() => carryForward(thisYear, countyDuty))
  const carried = await bureau.on(async () => {
    const goals = await db.goals.where('bookId').equals(next.id).toArray()
    const { id: schoolId } = (await db.units.where('bookId').equals(next.id).toArray()).find(
      ({ code }) => code === school.unitCode,
    ) ?? { id: '' }
    return goals.filter(({ unitId }) => unitId === schoolId)
  })
  expect(carried).toHaveLength(1)
  await parameters(next.id)
  const id = await unit.on(async () => {
    const book = await db.books.get(next.id)
    // The year before is the same book on both machines: what was then stands beside what is now.
    expect(book).toMatchObject({ year: 2027, previousId: thisYear, identity: { level: 'unit' } })
    const goals = await db.goals.where('bookId').equals(next.id).toArray()
    // Its own alone, as a draft, and with the id that the bureau knows it by.
    expect(goals).toMatchObject([{ id: carried[0]?.id, status: 'draft', name: goalName }])
    const [goal] = goals
    await takeGoalStep(goal?.id ?? '', goal?.revision ?? 0, { id: 'submit-goal', opinion: '' }, unitDuty)
    return goal?.id ?? ''
  })
  await bureau.take(
    (await unit.send({ purpose: 'report', bookId: next.id, receiver: bureau.party }, unitDuty)).bytes,
  )
  await bureau.on(async () => {
    const all = await db.goals.where('bookId').equals(next.id).toArray()
    expect(all.map(({ status }) => status).sort()).toEqual(['draft', 'submitted'])
    expect(all.find(({ status }) => status === 'submitted')?.id).toBe(id)
  })
})
