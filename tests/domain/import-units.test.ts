import { expect, it } from 'vitest'
import { indexUnits } from '#domain/goals/import-units'
import { sampleUnit } from './sample-unit.ts'

it('a unit is found by its code however wide it was typed', () => {
  const { find } = indexUnits([
    sampleUnit('u1', { code: '２０５ ００３a', name: '第一小学' }),
    sampleUnit('u2', { code: '205004', name: '第二小学' }),
  ])
  expect(find({ code: '205003A', name: '写错的名称' })?.name).toBe('第一小学')
  expect(find({ code: '205 004', name: '' })?.name).toBe('第二小学')
  expect(find({ code: '205005', name: '没有这个单位' })).toBeNull()
})
