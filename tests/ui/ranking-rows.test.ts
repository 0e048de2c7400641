import { describe, expect, it } from 'vitest'
import { type RankedTask, ranked } from '#domain/evaluation/ranking'
import { rankingOrder } from '../../src-renderer/features/evaluation/ranking-rows.ts'

function task(taskId: string, points: number, change: Partial<RankedTask>): RankedTask {
  return {
    ...{ taskId, goalId: taskId, name: taskId, unitId: 'u', kind: 'project', level: 'fiscal' },
    ...{
      state: 'concluded',
      points: { of: BigInt(points), to: 1n },
      grade: 'good',
      self: null,
      selfGrade: '',
    },
    ...change,
  }
}

const all = ranked([
  task('road', 90, { grade: 'excellent' }),
  task('bureau', 85, { kind: 'department' }),
  task('school', 80, {}),
])
const placed = (address: string) =>
  rankingOrder
    .filterRows(all, rankingOrder.readFilter(new URLSearchParams(address)), [])
    .map(({ taskId, place }) => [taskId, place])

describe('the ledger of the ranking', () => {
  it('ranks what is shown among itself', () => {
    expect(placed('kind=project')).toEqual([
      ['road', 1],
      ['school', 2],
    ])
  })

  it('leaves the places as they are where only a grade is shown', () => {
    expect(placed('grade=good')).toEqual([
      ['bureau', 2],
      ['school', 3],
    ])
  })

  it('cannot be sorted otherwise', () => {
    expect(rankingOrder.sortRows(all, 'points', true)).toBe(all)
  })
})
