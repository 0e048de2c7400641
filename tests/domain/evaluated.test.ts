import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { TaskReply } from '#domain/evaluation/task'
import { agreement, heardReplies } from '#domain/exchange/evaluated'
import { makeId, momentOfId } from '#domain/ids'

const reply = (id: string, change: Partial<TaskReply> = {}): TaskReply => ({
  ...{ id, about: '', text: '有意见', decision: '', answer: '' },
  ...change,
})

it('an opinion that is known stays as the bureau has it; a new one is undecided, whatever was sent', () => {
  const ours = [reply('a', { decision: 'refused', answer: '不成立' })]
  const sent = [reply('a', { decision: 'adopted' }), reply('b', { decision: 'adopted', answer: '同意' })]
  expect(heardReplies(ours, sent)).toEqual([...ours, reply('b')])
})

it('a unit that has nothing to say leaves nothing to decide', () => {
  expect(heardReplies([], [reply('a', { text: agreement })])).toMatchObject([{ decision: 'adopted' }])
})

it('nothing that the bureau has is ever lost or changed by what comes', () => {
  const replies = fc.array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      about: fc.string(),
      text: fc.string(),
      decision: fc.constantFrom('' as const, 'adopted' as const, 'partly' as const, 'refused' as const),
      answer: fc.string(),
    }),
  )
  fc.assert(
    fc.property(replies, replies, (ours, sent) => {
      expect(heardReplies(ours, sent).slice(0, ours.length)).toEqual(ours)
    }),
  )
})

it('a time-ordered id says when it was made, another kind says nothing', () => {
  const at = Date.parse('2026-11-26T09:20:00.123Z')
  expect(momentOfId(makeId(at, new Uint8Array(10)))).toBe('2026-11-26T09:20:00.123Z')
  expect(momentOfId('0b5e8c1e-8f4d-4b7a-9c3e-000000000000')).toBe('')
  expect(momentOfId('')).toBe('')
})
