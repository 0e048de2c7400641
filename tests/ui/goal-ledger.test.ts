import { describe, expect, it } from 'vitest'
import type { Unit } from '#domain/year-book'
import { orderOf } from '../../src-renderer/features/goals/ledger-order.ts'
import { rowOf } from '../../src-renderer/storage/goal-row.ts'
import { sampleGoal, stored } from '../domain/sample-goal.ts'

const units: Unit[] = [
  {
    id: 'unit-1',
    bookId: 'book',
    code: '101',
    name: '县教育局',
    parentId: '',
    sectionId: 's',
    initials: 'xjyj',
  },
  {
    id: 'unit-2',
    bookId: 'book',
    code: '102',
    name: '县水务局',
    parentId: '',
    sectionId: 't',
    initials: 'xswj',
  },
]
const order = orderOf(new Map(units.map((unit) => [unit.id, unit])))
const rows = [
  rowOf({ ...stored(sampleGoal({ name: '校舍维修' })), id: 'school' }),
  rowOf({ ...stored(sampleGoal({ name: '堤防整治', unitId: 'unit-2' })), id: 'dike' }),
]
const found = (address: string) =>
  order.filterRows(rows, order.readFilter(new URLSearchParams(address)), units).map(({ id }) => id)

describe('the ledger of goals', () => {
  it('finds what every ledger finds: names, codes and initials, also of the unit', () => {
    expect(found('search=校舍')).toEqual(['school'])
    expect(found('search=水务')).toEqual(['dike'])
    expect(found('search=xjyj')).toEqual(['school'])
    expect(found('unit=unit-2')).toEqual(['dike'])
    expect(found('section=s')).toEqual(['school'])
    expect(found('search=没有')).toEqual([])
  })

  it('ignores what the address cannot mean', () => {
    expect(found('status=constructor')).toEqual(['school', 'dike'])
  })

  it('stands by name until another column is chosen', () => {
    expect(order.usualColumn).toBe('name')
    expect(order.sortRows(rows, 'name', false).map(({ id }) => id)).toEqual(['dike', 'school'])
    expect(order.sortRows(rows, 'unit', false).map(({ id }) => id)).toEqual(['school', 'dike'])
  })
})
