import { beforeEach, expect, it, vi } from 'vitest'
import { carryForward } from '#actions/carry-forward'
import { takeGoalStep } from '#actions/take-goal-step'
import { db } from '#storage/database'
import { countyDuty, type Machine, pairOfMachines, school, unitDuty, writtenGoal } from './exchange-world.ts'

vi.mock('#desktop', () => import('./machine-desktop.ts'))

const goalName = '义务教育营养改善计划'
let [bureau, unit, thisYear] = [{} as Machine, {} as Machine, '']

beforeEach(async () => {
  const pair = await pairOfMachines(async (bookId) => {
    for (const unitId of ['unit-school', 'unit-office']) await writtenGoal(bookId, unitId, goalName)
  })
  ;({ bureau, unit, bookId: thisYear } = pair)
})

it('next year’s book comes to the unit with what goes on, and goes back as the same project', async () => {
  await bureau.gives(unit, 'parameters', thisYear)
  const next = await bureau.on(() => carryForward(thisYear, countyDuty))
  const carried = await bureau.on(async () => {
    const goals = await db.goals.where('bookId').equals(next.id).toArray()
    const { id: schoolId } = (await db.units.where('bookId').equals(next.id).toArray()).find(
      ({ code }) => code === school.unitCode,
    ) ?? { id: '' }
    return goals.filter(({ unitId }) => unitId === schoolId)
  })
  expect(carried).toHaveLength(1)
  await bureau.gives(unit, 'parameters', next.id)
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
  await unit.gives(bureau, 'report', next.id, unitDuty)
  await bureau.on(async () => {
    const all = await db.goals.where('bookId').equals(next.id).toArray()
    expect(all.map(({ status }) => status).sort()).toEqual(['draft', 'submitted'])
    expect(all.find(({ status }) => status === 'submitted')?.id).toBe(id)
  })
})
