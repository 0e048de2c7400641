import { expect, it } from 'vitest'
import { targetOf } from '../../src-renderer/features/home/todo-places.ts'
import type { Todo } from '../../src-renderer/storage/todo-held.ts'

const several = (kind: Todo['kind'], state: string): Todo => ({
  assignment: { duty: 'unit', scope: '' },
  ...{ kind, state, word: '', count: 13, overdue: 0, longest: 0, items: [] },
})

it('leads to a ledger in which what the to-do counts stands first', () => {
  expect(targetOf(several('monitorings', 'draft'))).toBe('/monitoring?state=draft&sort=state')
  expect(targetOf(several('monitorings', 'returned'))).toBe(
    '/monitoring?state=returned&sort=state&order=down',
  )
  expect(targetOf(several('selfEvaluations', 'returned'))).toBe(
    '/evaluation/self?state=returned&sort=state&order=down',
  )
  expect(targetOf(several('monitorings', 'submitted'))).toBe('/monitoring?state=submitted')
})
