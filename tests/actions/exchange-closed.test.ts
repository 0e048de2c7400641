import { expect, it, vi } from 'vitest'
import { carryForward } from '#actions/carry-forward'
import { closeYear } from '#actions/close-year'
import { reopenYear } from '#actions/reopen-year'
import { db } from '#storage/database'
import { countyDuty, pairOfMachines, submittedGoal } from './exchange-world.ts'

vi.mock('#desktop', () => import('./machine-desktop.ts'))

it('a closed year takes no goal from a package, says why, and takes it once it is opened again', async () => {
  const { bureau, unit, bookId } = await pairOfMachines((id) => carryForward(id, countyDuty))
  await bureau.gives(unit, 'parameters', bookId)
  await unit.on(() => submittedGoal(bookId))
  const { bytes } = await unit.send({ purpose: 'report', bookId, receiver: bureau.party })
  await bureau.on(() => closeYear(bookId, '', countyDuty))

  const lines = async () => (await bureau.rehearse(bytes)).lines.filter(({ table }) => table === 'goals')
  expect(await lines()).toMatchObject([{ verdict: 'refused', reason: expect.stringContaining('已关账') }])

  // The mark is of this house alone: parameters do not close the unit's book.
  await bureau.gives(unit, 'parameters', bookId)
  expect(await unit.on(async () => (await db.books.get(bookId))?.closed)).toBeUndefined()

  await bureau.on(() => reopenYear(bookId, '补报目标', countyDuty))
  expect(await lines()).toMatchObject([{ verdict: 'new' }])
})
