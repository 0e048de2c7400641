import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Goal } from '#domain/goals/goal'
import type { Round } from '#domain/monitoring/round'
import { db } from '#storage/database'
import { forged, keysOf, putRecords } from './exchange-forge.ts'
import { type Machine, pairOfMachines, submittedGoal } from './exchange-world.ts'

vi.mock('#desktop', () => import('./machine-desktop.ts'))

let [bureau, unit, bookId] = [{} as Machine, {} as Machine, '']

beforeEach(async () => {
  ;({ bureau, unit, bookId } = await pairOfMachines())
})

async function submitted(name: string): Promise<Goal> {
  const done = await db.goals.get(await submittedGoal(bookId, 'unit-school', name))
  if (!done) throw new Error('the goal is there')
  return done
}

describe('what follows from a record is worked out here, whatever the package says', () => {
  it('keys, initials, marks and findings of goals that are new here, and again where they were changed', async () => {
    await bureau.gives(unit, 'parameters', bookId)
    const goal = await unit.on(() => submitted('义务教育营养改善计划'))
    const lies = {
      ...{ matchKey: 'another', initials: 'zzz', sentenceMarks: ['f'.repeat(8)] },
      health: { errors: 0, warnings: 0, hints: 77 },
    }
    const keys = await keysOf(unit)
    const truth = { matchKey: goal.matchKey, initials: goal.initials, sentenceMarks: goal.sentenceMarks }
    for (const name of ['义务教育营养改善计划', '农村寄宿生补助']) {
      await unit.on(async () => {
        await db.goals.put({ ...goal, name, revision: goal.revision + (name === goal.name ? 0 : 1) })
      })
      const { bytes } = await unit.send({ purpose: 'report', bookId, receiver: bureau.party })
      const lying = forged(bytes, keys, (inside) =>
        putRecords(inside, 'goals', [
          { ...goal, name, revision: goal.revision + (name === goal.name ? 0 : 1), ...lies },
        ]),
      )
      await bureau.take(lying)
      await bureau.on(async () => {
        const here = await db.goals.get(goal.id)
        expect(here).toMatchObject({ name, sentenceMarks: truth.sentenceMarks })
        expect(here?.matchKey).not.toBe('another')
        expect(here?.initials).toBe(name === goal.name ? truth.initials : 'ncjssbz')
        expect(here?.health.hints).not.toBe(77)
        expect((await db.goalRows.get(goal.id))?.health).toEqual(here?.health)
      })
    }
  })

  it('initials of units', async () => {
    const { bytes } = await bureau.send({ purpose: 'parameters', bookId, receiver: unit.party })
    const units = await bureau.on(() => db.units.toArray())
    const lying = forged(bytes, await keysOf(bureau), (inside) =>
      putRecords(
        inside,
        'units',
        units.map((each) => ({ ...each, initials: 'x' })),
      ),
    )
    await unit.take(lying)
    await unit.on(async () => {
      expect((await db.units.get('unit-school'))?.initials).toBe('njxdyxx')
    })
  })
})

it('a round shows one unit the goals that are its own alone', async () => {
  const [own, others] = await bureau.on(async () => {
    const goal = await submitted('营养改善')
    const office = { ...goal, id: 'goal-office', unitId: 'unit-office', name: '教育局的项目' }
    await db.goals.put(office)
    const round: Round = {
      ...{ id: 'round-1', bookId, name: '上半年监控', month: 6, dueOn: '2026-07-20', scope: 'chosen' },
      ...{ goalIds: [goal.id, office.id], departments: false, unapproved: true, note: '', state: 'open' },
      ...{ openedAt: '2026-06-30T01:00:00.000Z', revision: 1, changedAt: '', changedBy: '' },
    }
    await db.rounds.put(round)
    return [goal.id, office.id]
  })
  for (const purpose of ['parameters', 'decision'] as const) {
    await bureau.gives(unit, purpose, bookId)
    await unit.on(async () => {
      const round = await db.rounds.get('round-1')
      expect(round?.goalIds).toEqual([own])
      expect(round?.goalIds).not.toContain(others)
    })
  }
  await bureau.on(async () => expect((await db.rounds.get('round-1'))?.goalIds).toEqual([own, others]))
})
