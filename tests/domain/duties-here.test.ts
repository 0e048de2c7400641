import { expect, it } from 'vitest'
import { businessDuties, dutiesHere } from '#domain/people/duties'

const whole = [...businessDuties, 'administrator' as const].map((duty) => ({ duty, scope: '' }))

it('on a unit’s own machine nobody works as the bureau', () => {
  expect(dutiesHere('unit', whole).map(({ duty }) => duty)).toEqual(['unit', 'administrator'])
  expect(dutiesHere('county', whole)).toBe(whole)
  expect(dutiesHere('city', whole)).toBe(whole)
})

it('an account that holds nothing of a unit keeps what it has', () => {
  const held = [{ duty: 'performance' as const, scope: '' }]
  expect(dutiesHere('unit', held)).toBe(held)
})
