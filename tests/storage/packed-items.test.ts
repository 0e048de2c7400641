import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Item } from '#domain/dashboard/item'
import { packItems, unpackItems } from '#storage/packed-items'

const text = fc.constantFrom('', 'a', '项目', 'unit:u1', '甲,乙')
const year = fc.array(fc.maxSafeInteger(), { minLength: 12, maxLength: 12 })
const colour = fc.constantFrom(
  'green' as const,
  'yellow' as const,
  'red' as const,
  'blue' as const,
  'none' as const,
)
const item: fc.Arbitrary<Item> = fc.record({
  ...{ id: text, goalId: text, name: text, unitId: text, departmentId: text, sectionId: text, plan: text },
  kind: fc.constantFrom('' as const, 'project' as const),
  book: fc.constantFrom('' as const, 'general' as const),
  points: fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 12, maxLength: 12 }),
  isSummed: fc.boolean(),
  budget: fc.maxSafeInteger(),
  ...{ initial: year, adjusted: year, allocated: year, paid: year, reference: year, lastYear: year },
  colours: fc.array(colour, { minLength: 12, maxLength: 12 }),
  forms: fc.constant([]),
  disposals: fc.array(
    fc.record({
      ...{ id: text, goalId: text, openedOn: fc.constant('2026-07-01'), month: fc.constant(6) },
      state: fc.constant('closed' as const),
    }),
    { maxLength: 2 },
  ),
})

it('packs the projects of a board without loss', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 6 }), (items) => {
      expect(unpackItems(structuredClone(packItems(items)))).toEqual(items)
    }),
  )
})
