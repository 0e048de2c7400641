import { expect, it } from 'vitest'
import { ownUnitOf } from '#domain/own-unit'

const department = { code: '201', name: '南江县教育局' }
const office = { code: '201001', name: '南江县教育局机关' }
const units = [department, office]
const here = { level: 'unit', office: '南江县教育局' } as const
const clerk = { duty: 'unit', scope: '' } as const

it('is the unit of this machine by its code, however it is called', () => {
  expect(ownUnitOf(units, clerk, here, { level: 'unit', unitCode: '201001' })).toBe(office)
})

it('is the unit of the duty before that of the machine', () => {
  expect(ownUnitOf(units, { ...clerk, scope: '201' }, here, { level: 'unit', unitCode: '201001' })).toBe(
    department,
  )
})

it('goes by the name only where the machine has no card, and is nobody at a bureau', () => {
  expect(ownUnitOf(units, clerk, here, null)).toBe(department)
  expect(ownUnitOf(units, clerk, here, { level: 'unit', unitCode: '999' })).toBeNull()
  const bureau = { level: 'county', office: '南江县财政局' } as const
  expect(
    ownUnitOf(units, { duty: 'performance', scope: '' }, bureau, { level: 'county', unitCode: '' }),
  ).toBeNull()
  expect(ownUnitOf([office, { ...office }], clerk, here, { level: 'unit', unitCode: '201001' })).toBeNull()
})
