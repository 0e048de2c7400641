import { expect, it } from 'vitest'
import { indexUnits } from '#domain/goals/import-units'
import type { Unit } from '#domain/year-book'

function unit(code: string, name: string): Unit {
  return { ...{ id: name, bookId: '', code, name, parentId: '', sectionId: '', initials: '' } }
}

it('a unit is found by its code however wide it was typed', () => {
  const { find } = indexUnits([unit('２０５ ００３a', '第一小学'), unit('205004', '第二小学')])
  expect(find({ code: '205003A', name: '写错的名称' })?.name).toBe('第一小学')
  expect(find({ code: '205 004', name: '' })?.name).toBe('第二小学')
  expect(find({ code: '205005', name: '没有这个单位' })).toBeNull()
})
