import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicatorsOf } from '#domain/evaluation/indicator-system'
import {
  linesOf,
  roleOf,
  type SystemLine,
  startMethod,
  withLines,
  withTarget,
} from '#domain/evaluation/system-table'
import { balancedWithin, sumsOf, systemProblems } from '#domain/evaluation/system-weights'
import { shippedSystems } from '#domain/evaluation/templates'
import {
  linesOfRows,
  readMethod,
  rowsOfLines,
  settleSystemRow,
  unreadSystemCell,
} from '../../../src-renderer/features/evaluation/system-rows.ts'
import { smallSystem } from '../../storage/evaluation-world.ts'
import { rules } from './sample.ts'

let count = 0
function nextId(): string {
  count += 1
  return `new-${count}`
}

function changed(id: string, patch: Partial<SystemLine>) {
  return linesOf(smallSystem).map((line) => (line.id === id ? { ...line, ...patch } : line))
}

describe('a system as a table', () => {
  it.each(shippedSystems)('comes back as it was: $name', (system) => {
    expect(withLines(system, linesOf(system), nextId)).toEqual(system)
    expect(withLines(system, linesOfRows(rowsOfLines(linesOf(system))), nextId)).toEqual(system)
  })

  it('gives the changed points to the aspects, the group and the level', () => {
    const after = withLines(smallSystem, changed('small-1', { points: 1500 }), nextId)
    const [first] = indicatorsOf(after)
    expect(first?.method).toMatchObject({ aspects: [{ points: 750 }, { points: 750 }] })
    expect(after.levels[0]).toMatchObject({ points: 2500, groups: [{ points: 2500 }] })
    expect(systemProblems(after, rules.scoring).map(({ code }) => code)).toEqual(['total'])
  })

  it('keeps the points that were set for a level, and shows the difference', () => {
    const set = withTarget(smallSystem, smallSystem.levels[0]?.id ?? '', 2000)
    const after = withLines(set, linesOf(set), nextId)
    expect(after.levels[0]?.points).toBe(2000)
    expect(systemProblems(after, rules.scoring).map(({ code }) => code)).toEqual(['level-sum'])
    expect(sumsOf(balancedWithin(after)).levels[0]).toMatchObject({ points: 2000, sum: 2000 })
  })

  it('reads an empty level as the one above, and begins a method anew when its kind changes', () => {
    const lines = [...linesOf(smallSystem)]
    const fresh = {
      ...changed('small-4', {})[3],
      id: 'x',
      level: '',
      group: '',
      name: '投诉',
      method: 'deduction',
    }
    const after = withLines(smallSystem, [...lines, fresh as SystemLine], nextId) // the sample has four lines
    expect(after.levels).toHaveLength(3)
    expect(after.levels[2]?.groups[0]?.indicators.map(({ name }) => name)).toEqual(['群众满意度', '投诉'])
    expect(indicatorsOf(after)[4]?.method).toEqual(startMethod('deduction', 3000))
  })

  it('counts new groups as output or benefit by their names', () => {
    expect([roleOf('产出', '数量'), roleOf('效益', '满意度'), roleOf('过程', '资金管理')]).toEqual([
      'output',
      'benefit',
      'other',
    ])
  })

  it('balances every level to its points', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 3, maxLength: 3 }), (points) => {
        const set = smallSystem.levels.reduce(
          (system, level, index) => withTarget(system, level.id, points[index] ?? 1),
          smallSystem,
        )
        for (const { points: own, sum } of sumsOf(balancedWithin(set)).levels) expect(sum).toBe(own)
      }),
    )
  })

  it('reads cells as they are written, and says what it cannot read', () => {
    expect([readMethod('是否'), readMethod(''), readMethod('随便')]).toEqual(['yes-no', 'graded', null])
    expect(settleSystemRow(['', '', '', ' 12.50分', '是否'], [3, 4])).toEqual(['', '', '', '12.5', '是/否'])
    const row = { id: 'r', cells: ['', '', '', '多', '随便'] }
    expect(unreadSystemCell(row, 'points')?.severity).toBe('error')
    expect(unreadSystemCell(row, 'method')?.severity).toBe('error')
    expect(unreadSystemCell(row, 'name')).toBeNull()
  })
})
