import { expect, it } from 'vitest'
import { isStillHere } from '#domain/appraisals/notice-way'
import { countyScheme } from '#domain/appraisals/shipped-county'
import { sectionScheme } from '#domain/appraisals/shipped-section'

const opened = { bookId: 'b', isOwn: false, state: 'open', heldSince: '2026-12-01T02:00:00.000Z' } as const
const sent = { bookId: 'b', direction: 'out', purpose: 'parameters', state: 'made' } as const
const before = { ...sent, createdAt: '2026-11-30T02:00:00.000Z' }
const after = { ...sent, createdAt: '2026-12-01T03:00:00.000Z' }

it('a notice for others has not left until a 参数包 was made after it', () => {
  const notice = [{ ...opened, scheme: countyScheme }]
  expect(isStillHere(notice, [])).toBe(true)
  expect(isStillHere(notice, [before])).toBe(true)
  expect(isStillHere(notice, [before, { ...after, state: 'dropped' }])).toBe(true)
  expect(isStillHere(notice, [before, { ...after, purpose: 'report' }])).toBe(true)
  expect(isStillHere(notice, [before, { ...after, bookId: 'year before' }])).toBe(true)
  expect(isStillHere(notice, [before, after])).toBe(false)
})

it('a notice for whoever works here has nowhere to go', () => {
  expect(isStillHere([{ ...opened, scheme: countyScheme, isOwn: true }], [])).toBe(false)
  expect(isStillHere([{ ...opened, scheme: sectionScheme }], [])).toBe(false)
  expect(isStillHere([{ ...opened, scheme: countyScheme, state: 'submitted' }], [])).toBe(false)
})
