import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { applyPackage } from '#actions/apply-package'
import type { Goal } from '#domain/goals/goal'
import { db } from '#storage/database'
import { freshBook } from '../storage/world.ts'
import {
  county,
  countyDuty,
  Machine,
  noDecisions,
  rehearsed,
  school,
  submittedGoal,
} from './exchange-world.ts'
import { Installation } from './installations.ts'

vi.mock('#desktop', () => import('./machine-desktop.ts'))

type Edit =
  | { field: 'contact' | 'remarks' | 'overview' | 'phone'; text: string }
  | { indicator: number; name: string }
type Side = { machine: Machine; goalId: string }
let [bureau, bookId, sides] = [{} as Machine, '', [] as Side[]]

beforeEach(async () => {
  bureau = await Machine.make(county, async () => {
    bookId = (await freshBook()).book.id
  })
  sides = []
  for (const [unitCode, unitId] of [
    ['205001', 'unit-office'],
    ['205003', 'unit-school'],
  ] as const) {
    const machine = await Machine.make({ ...school, name: unitCode, unitCode })
    await bureau.trusts(machine)
    await machine.trusts(bureau)
    await bureau.gives(machine, 'parameters', bookId)
    const goalId = await machine.on(() => submittedGoal(bookId, unitId, `${unitCode}项目`))
    await machine.gives(bureau, 'report', bookId)
    sides.push({ machine, goalId })
  }
})

function edited(goal: Goal, edits: readonly Edit[]): Goal {
  let after = goal
  for (const edit of edits) {
    if ('field' in edit) after = { ...after, [edit.field]: edit.text }
    else
      after = {
        ...after,
        indicators: after.indicators.map((row, at) =>
          at === edit.indicator ? { ...row, name: edit.name } : row,
        ),
      }
  }
  return { ...after, revision: goal.revision + 1 }
}

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    field: fc.constantFrom('contact', 'remarks', 'overview', 'phone'),
    text: fc.constantFrom('甲', '乙', '丙'),
  }),
  fc.record({ indicator: fc.nat(5), name: fc.constantFrom('合格率', '覆盖率', '及时率') }),
)
const edits = fc.array(edit, { minLength: 1, maxLength: 4 })

async function change(goalId: string, changes: readonly Edit[]): Promise<void> {
  const goal = await db.goals.get(goalId)
  if (goal) await db.goals.put(edited(goal, changes))
}

/** What the tables of the book say, without the bookkeeping of when and how often. */
async function said(): Promise<unknown> {
  const plain = (record: object) =>
    Object.fromEntries(
      Object.entries(record).filter(([name]) => !['revision', 'changedAt', 'changedBy'].includes(name)),
    )
  const goals = await db.goals.orderBy('id').toArray()
  const reviews = await db.reviews.orderBy('id').toArray()
  const rows = await db.goalRows.orderBy('id').toArray()
  return [goals.map(plain), reviews.map(plain), rows.map(plain)]
}

describe('packages of two units', { timeout: 120_000 }, () => {
  it('say the same in either order, whatever both sides edited meanwhile; each a second time changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(edits, edits, edits, async (first, second, ours) => {
        const [one, two] = sides
        if (!one || !two) throw new Error('there are two units')
        const packages: Uint8Array[] = []
        for (const [{ machine, goalId }, changes] of [
          [one, first],
          [two, second],
        ] as const) {
          await machine.on(() => change(goalId, changes))
          packages.push((await machine.send({ purpose: 'report', bookId, receiver: bureau.party })).bytes)
        }
        await bureau.on(() => change(one.goalId, ours))
        await bureau.enter()
        const before = await Installation.leave()
        const takeAll = async (order: readonly Uint8Array[]) => {
          await before.enter()
          for (const bytes of order) {
            await applyPackage(await rehearsed(bytes, bureau.dataKey), noDecisions, countyDuty)
            const again = await rehearsed(bytes, bureau.dataKey)
            expect(again.hindrances.map(({ code }) => code)).toContain('known')
            expect(again.lines.filter(({ verdict }) => !['same', 'kept'].includes(verdict))).toEqual([])
          }
          return said()
        }
        const there = await takeAll(packages.toReversed())
        expect(await takeAll(packages)).toEqual(there)
        await bureau.leave()
      }),
      { numRuns: 6 },
    )
  })

  it('and both sides come to say the same after a package each way', async () => {
    await fc.assert(
      fc.asyncProperty(edits, edits, async (theirs, ours) => {
        const [side] = sides
        if (!side) throw new Error('there is a unit')
        const { machine, goalId } = side
        await machine.on(() => change(goalId, theirs))
        await bureau.on(() => change(goalId, ours))
        await machine.gives(bureau, 'report', bookId)
        const { bytes } = await bureau.send({ purpose: 'decision', bookId, receiver: machine.party })
        const rehearsal = await machine.rehearse(bytes)
        expect(rehearsal.lines.filter(({ verdict }) => verdict === 'conflict')).toEqual([])
        await machine.take(bytes)
        const words = (goal: Goal | undefined) => {
          const { contact, remarks, overview, phone, indicators } = goal ?? ({} as Goal)
          return { contact, remarks, overview, phone, names: indicators.map(({ name }) => name) }
        }
        const here = await bureau.on(async () => words(await db.goals.get(goalId)))
        expect(await machine.on(async () => words(await db.goals.get(goalId)))).toEqual(here)
      }),
      { numRuns: 6 },
    )
  })
})
