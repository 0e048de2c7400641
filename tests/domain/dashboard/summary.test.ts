import { expect, it } from 'vitest'
import { boardOf } from '#domain/dashboard/board'
import { indexBoard } from '#domain/dashboard/board-index'
import { type BoardSummary, summaryOf, sumSummary, type UnitSummary } from '#domain/dashboard/summary'
import { everything, facts, form, goal, lights, paid } from './sample.ts'

function unit(unitId: string, red: number, gaps: readonly number[]): UnitSummary {
  const warned = gaps.map((gap, index) => ({
    ...{
      goalId: `${unitId}-${index}`,
      formId: '',
      name: '',
      unitName: '',
      kind: 'execution',
      cause: '',
      since: '',
    },
    ...{ worst: index < red ? 'red' : 'yellow', reds: index < red ? 1 : 0, gap },
  })) as UnitSummary['warned'] // words of colours and lights
  return {
    ...{
      unitId,
      count: 10,
      red,
      yellow: gaps.length - red,
      adjusted: 1000,
      paid: 250,
      reference: 500,
      warned,
    },
  }
}
const summary: BoardSummary = {
  year: 2026,
  month: 7,
  units: [unit('a', 1, [-5, -90]), unit('b', 2, [-50, -1])],
}

it('adds up what is reached and puts the worst first, red before yellow, then the largest gap', () => {
  const all = sumSummary(summary, null, 3)
  expect(all).toMatchObject({ count: 20, red: 3, yellow: 1, adjusted: 2000, paid: 500, rate: 2500 })
  expect(all.referenceRate).toBe(5000)
  expect(all.warned.map(({ goalId }) => goalId)).toEqual(['b-0', 'a-0', 'b-1'])
})

it('a unit sees its own alone, and where there is no budget there is no rate', () => {
  expect(sumSummary(summary, new Set(['a']), 8)).toMatchObject({ count: 10, red: 1, yellow: 1 })
  expect(sumSummary(summary, new Set(), 8)).toMatchObject({ count: 0, red: 0, rate: null, warned: [] })
})

it('says what the board says: 部门整体 beside its projects counts no money twice', () => {
  const index = indexBoard(
    facts({
      goals: [
        goal(),
        goal({ id: 'whole', kind: 'department', total: 5000 }),
        goal({ id: 'g2', unitId: 'u3' }),
      ],
      rows: [paid(), paid({ goalId: 'g2', unitId: 'u3', adjusted: 700, paid: 90 })],
      forms: [form({ month: 6, lights: lights({ gap: 'red' }) }), form({ id: 'f2', goalId: 'whole' })],
    }),
  )
  const board = boardOf(index, {
    ...{ filter: { ...everything, month: index.month }, ranking: 'unit', today: '2026-11-20' },
    limits: { warnings: 10, heat: 10 },
  })
  const sum = sumSummary(summaryOf(index, 8), null, 8)
  const { adjusted, paid: spent, reference } = board.figures
  expect(sum).toMatchObject({ count: board.count, adjusted, paid: spent, reference, red: board.redCount })
  expect(sum.adjusted).toBe(1700)
})
