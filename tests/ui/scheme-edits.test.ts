import { expect, it } from 'vitest'
import {
  emptyGroup,
  emptyItem,
  withAdded,
  withBack,
  withoutItem,
} from '../../src-renderer/features/appraisals/scheme-edits.ts'

const group = emptyGroup()
const item = { ...emptyItem(), name: '台账登记', points: 200 }

it('makes a group worth what its items are worth', () => {
  expect(withAdded([group], group.id, item)).toMatchObject([{ points: 300, items: [...group.items, item] }])
})

it('brings a removed item back to its place, and its group where that went with it', () => {
  const before = withAdded([group], group.id, item)
  const without = withoutItem(before, group.items[0]?.id ?? '')
  expect(without[0]).toMatchObject({ points: 200, items: [item] })
  expect(withBack(without, before, group.items[0]?.id ?? '')).toEqual(before)
  expect(withBack(withoutItem(without, item.id), without, item.id)).toEqual(without)
})
