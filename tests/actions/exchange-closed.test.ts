import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import { carryForward } from '#actions/carry-forward'
import { closeYear } from '#actions/close-year'
import { createGoal } from '#actions/create-goal'
import { reopenYear } from '#actions/reopen-year'
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

it('a closed year takes no goal from a package, says why, and takes it once it is opened again', async () => {
  kept.current = keptFiles()
  let bookId = ''
  const bureau = await Machine.make(county, async () => {
    bookId = (await freshBook()).book.id
    await carryForward(bookId, countyDuty)
  })
  const unit = await Machine.make(school)
  await bureau.trusts(unit)
  await unit.trusts(bureau)
  await unit.take((await bureau.send({ purpose: 'parameters', bookId, receiver: unit.party })).bytes)
  await unit.on(async () => {
    const id = await createGoal(bookId, 'unit-school', 'project', 'general', unitDuty)
    const goal = await db.goals.get(id)
    const saved = await saveGoalDraft(id, goal?.revision ?? 0, soundContent('unit-school'), unitDuty)
    await takeGoalStep(id, saved.revision, { id: 'submit-goal', opinion: '' }, unitDuty)
  })
  const { bytes } = await unit.send({ purpose: 'report', bookId, receiver: bureau.party })
  await bureau.on(() => closeYear(bookId, '', countyDuty))

  const lines = async () => (await bureau.rehearse(bytes)).lines.filter(({ table }) => table === 'goals')
  expect(await lines()).toMatchObject([{ verdict: 'refused', reason: expect.stringContaining('已关账') }])

  // The mark is of this house alone: parameters do not close the unit's book.
  await unit.take((await bureau.send({ purpose: 'parameters', bookId, receiver: unit.party })).bytes)
  expect(await unit.on(async () => (await db.books.get(bookId))?.closed)).toBeUndefined()

  await bureau.on(() => reopenYear(bookId, '补报目标', countyDuty))
  expect(await lines()).toMatchObject([{ verdict: 'new' }])
})
