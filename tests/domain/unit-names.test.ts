import { describe, expect, it } from 'vitest'
import { formNames, unitWithDepartment } from '#domain/unit-names'
import type { Unit } from '#domain/year-book'
import { sampleUnit } from './sample-unit.ts'

function unit(id: string, parentId: string): Unit {
  return sampleUnit(id, { parentId, code: `2${id}` })
}

const units = [unit('office', ''), unit('school', 'office'), unit('branch', 'school'), unit('left', 'right')]

describe('a unit and its department', () => {
  it.each([
    ['a department is its own', 'office', ['office', 'office']],
    ['a unit has the one above it', 'school', ['school', 'office']],
    ['of several above it the topmost', 'branch', ['branch', 'office']],
    ['one whose parent is not known is its own', 'left', ['left', 'left']],
    ['none where the unit is not known', 'gone', [undefined, undefined]],
  ])('%s', (_, id, expected) => {
    const ofList = unitWithDepartment(id, units)
    expect([ofList.unit?.id, ofList.department?.id]).toEqual(expected)
    expect(unitWithDepartment(id, new Map(units.map((each) => [each.id, each])))).toEqual(ofList)
  })

  it('a circle of parents ends where it closes', () => {
    const circle = [unit('left', 'right'), unit('right', 'left')]
    expect(unitWithDepartment('left', circle).department?.id).toBe('left')
  })

  it('a form carries both with their codes', () => {
    expect(formNames('school', units, 2026)).toEqual({
      ...{ unit: 'school', unitCode: '2school', department: 'office', departmentCode: '2office', year: 2026 },
    })
    expect(formNames('gone', units, 2026)).toMatchObject({ unit: '', department: '' })
  })
})
