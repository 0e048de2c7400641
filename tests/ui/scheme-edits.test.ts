import { expect, it } from 'vitest'
import {
  emptyGroup,
  emptyItem,
  withAdded,
  withAddedGroup,
  withBack,
  withoutItem,
} from '../../src-renderer/features/appraisals/scheme-edits.ts'

const group = emptyGroup()
const item = { ...emptyItem(), name: '台账登记', points: 200 }

it('puts what waits to be kept upon what holds it already: it stands there once', () => {
  const added = withAdded([group], group.id, item)
  expect(added[0]).toMatchObject({ points: 300, items: [...group.items, item] })
  expect(withAdded(added, group.id, item)).toEqual(added)
  expect(withAddedGroup(withAddedGroup([], group), group)).toEqual([group])
})

it('brings a removed item back to its place, once, and its group where that went with it', () => {
  const before = withAdded([group], group.id, item)
  const without = withoutItem(before, group.items[0]?.id ?? '')
  expect(without[0]).toMatchObject({ points: 200, items: [item] })
  const back = withBack(without, before, group.items[0]?.id ?? '')
  expect(back).toEqual(before)
  expect(withBack(back, before, group.items[0]?.id ?? '')).toEqual(before)
  expect(withBack(withoutItem(without, item.id), without, item.id)).toEqual(without)
})
