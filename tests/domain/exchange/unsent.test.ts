import { expect, it } from 'vitest'
import { lastReportAt, ownOf, unsentOf, unsentText } from '#domain/exchange/unsent'

const report = {
  direction: 'out',
  purpose: 'report',
  state: 'made',
  createdAt: '2026-03-02T08:00:00.000Z',
} as const

it('what was handed in after the last report waits for the next one', () => {
  const unsent = unsentOf(
    [
      { kind: 'goals', id: '', since: '2026-03-02T07:59:59.999Z' },
      { kind: 'goals', id: '', since: '2026-03-02T08:00:00.000Z' },
      { kind: 'goals', id: '', since: '2026-03-02T08:00:00.001Z' },
      { kind: 'monitorings', id: '', since: '2026-03-03T00:00:00.000Z' },
    ],
    lastReportAt([report]),
  )
  expect(unsent).toEqual({ total: 2, counts: { goals: 1, monitorings: 1 } })
  expect(unsentText(unsent)).toBe('1 个目标、1 份监控表')
})

it('before any report everything waits; one that was dropped or sent back brought nothing', () => {
  const later = { ...report, createdAt: '2026-03-05T08:00:00.000Z' }
  expect(lastReportAt([])).toBe('')
  expect(lastReportAt([report, { ...later, state: 'dropped' }, { ...later, state: 'refused' }])).toBe(
    report.createdAt,
  )
  expect(lastReportAt([report, { ...later, direction: 'in' }, { ...later, purpose: 'receipt' }])).toBe(
    report.createdAt,
  )
  expect(lastReportAt([report, { ...later, state: 'accepted' }])).toBe(later.createdAt)
})

it('what the bureau sent as it stands does not wait; handed in again it does', () => {
  const brought = new Map([['form', '2026-03-02T08:00:00.000Z']])
  const at = (since: string) => ownOf([{ kind: 'monitorings', id: 'form', since }], brought).length
  expect(at('2026-02-20T08:00:00.000Z')).toBe(0)
  expect(at('2026-03-02T08:00:00.001Z')).toBe(1)
})
