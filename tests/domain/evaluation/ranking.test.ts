import { describe, expect, it } from 'vitest'
import { type RankedTask, ranked, scoreText } from '#domain/evaluation/ranking'

function task(taskId: string, points: number | null, change: Partial<RankedTask> = {}): RankedTask {
  return {
    ...{ taskId, goalId: taskId, name: taskId, unitId: 'u', kind: 'project', level: 'fiscal' },
    ...{ state: 'concluded', grade: '', self: null, selfGrade: '' },
    points: points === null ? null : { of: BigInt(points), to: 100n },
    ...change,
  }
}

describe('the ranking', () => {
  it('gives equal points one place and counts on; what is not concluded has none and follows', () => {
    const rows = ranked([
      task('a', 8000),
      task('b', 9000),
      task('c', 8000),
      task('d', 7000),
      task('e', 9900, { state: 'combining' }),
      task('f', null, { state: 'scoring' }),
    ])
    expect(rows.map(({ taskId, place }) => [taskId, place])).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 2],
      ['d', 4],
      ['e', null],
      ['f', null],
    ])
  })

  it('says by how much the unit saw itself better, and nothing where one of both is missing', () => {
    const [row] = ranked([task('a', 8000, { self: { of: 9850n, to: 100n } })])
    expect(scoreText(row?.difference ?? null, true)).toBe('+18.50')
    expect(ranked([task('a', 8000)])[0]?.difference).toBeNull()
  })
})

it.each([
  [{ of: 79_995n, to: 1000n }, '80.00'],
  [{ of: 79_994n, to: 1000n }, '79.99'],
  [{ of: -1n, to: 3n }, '-0.33'],
  [{ of: 1n, to: 1000n }, '0.00'],
  [{ of: -1n, to: 1000n }, '0.00'],
  [null, ''],
])('writes %o as %s', (points, text) => {
  expect(scoreText(points)).toBe(text)
})
