import fc from 'fast-check'
import { expect, it } from 'vitest'
import { freshRegion, keyedRegion, leastSize, regionText } from '#ui/page-region'

const press = (key: string, shiftKey = false, ctrlKey = false) => ({ key, shiftKey, ctrlKey })
const region = { left: 100, top: 100, width: 200, height: 50 }

it('moves with the arrows, resizes with Shift, in small steps with Ctrl, and knows no other key', () => {
  expect(keyedRegion(region, press('ArrowRight'))).toEqual({ ...region, left: 110 })
  expect(keyedRegion(region, press('ArrowUp'))).toEqual({ ...region, top: 90 })
  expect(keyedRegion(region, press('ArrowRight', true))).toEqual({ ...region, width: 210 })
  expect(keyedRegion(region, press('ArrowUp', true))).toEqual({ ...region, height: 40 })
  expect(keyedRegion(region, press('ArrowLeft', false, true))).toEqual({ ...region, left: 98 })
  expect(keyedRegion(region, press('Enter'))).toBeNull()
})

it('stops at the edges of the page and at the least size', () => {
  const edge = { left: 800, top: 0, width: 200, height: 1000 }
  expect(keyedRegion(edge, press('ArrowRight'))).toEqual(edge)
  expect(keyedRegion(edge, press('ArrowDown', true))).toEqual(edge)
  const small = { ...region, width: leastSize, height: leastSize }
  expect(keyedRegion(small, press('ArrowLeft', true))).toEqual(small)
})

it('never leaves the page, whatever is pressed', () => {
  const key = fc.record({
    key: fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'),
    ...{ shiftKey: fc.boolean(), ctrlKey: fc.boolean() },
  })
  fc.assert(
    fc.property(fc.array(key, { maxLength: 300 }), (keys) => {
      const { left, top, width, height } = keys.reduce(
        (now, pressed) => keyedRegion(now, pressed) ?? now,
        freshRegion,
      )
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0)
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(leastSize)
      expect(Math.max(left + width, top + height)).toBeLessThanOrEqual(1000)
    }),
  )
})

it('says where it is', () => {
  expect(regionText({ ...region, left: 105 })).toBe('左 10.5%，上 10%，宽 20%，高 5%')
})
