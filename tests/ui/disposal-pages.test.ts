import { describe, expect, it } from 'vitest'
import { shippedCalendars } from '#domain/calendar'
import type { Disposal } from '#domain/disposals/disposal'
import { disposalStateList } from '#domain/disposals/flow'
import type { Unit } from '#domain/year-book'
import {
  causesIn,
  type DisposalFilter,
  figuresOf,
  filterRows,
  leftText,
  measureCounts,
  readFilter,
  rowOfDisposal,
  sortRows,
} from '../../src-renderer/features/disposals/disposal-rows.ts'
import { cause, disposalIn } from '../domain/disposals/sample.ts'

const today = '2026-09-15'
const at = { today, now: '2026-09-15T02:00:00.000Z', calendars: shippedCalendars }
const row = (change: Partial<Disposal> = {}, state: Disposal['state'] = 'issued') =>
  rowOfDisposal(disposalIn(state, change), at)
const units: Unit[] = [
  { id: 'office', bookId: 'b', code: '205', name: '教育局', parentId: '', sectionId: 's1', initials: 'jyj' },
  {
    id: 'school',
    bookId: 'b',
    code: '2051',
    name: '一小',
    parentId: 'office',
    sectionId: 's1',
    initials: 'yx',
  },
  { id: 'road', bookId: 'b', code: '301', name: '养护段', parentId: '', sectionId: 's2', initials: 'yhd' },
]
const empty: DisposalFilter = readFilter(new URLSearchParams())

describe('what is left of a deadline', () => {
  it('is said as on the first page, for the unit’s turn only', () => {
    expect(leftText(row({ dueOn: '2026-09-18' }))).toBe('还有 3 个工作日')
    expect(leftText(row({ dueOn: today }))).toBe('今天到期')
    expect(leftText(row({ dueOn: '2026-09-11' }))).toBe('■ 逾期 4 天')
    expect(leftText(row({}, 'answered'))).toBe('')
    expect(leftText(row({}, 'proposed'))).toBe('')
  })
  it('a deadline on a Friday is late on the Saturday, though no working day has passed', () => {
    const saturday = rowOfDisposal(disposalIn('issued', { dueOn: '2026-09-11' }), {
      ...at,
      today: '2026-09-12',
    })
    expect([saturday.group, leftText(saturday)]).toEqual(['overdue', '■ 逾期 1 天'])
  })
})

describe('the ledger', () => {
  const rows = [
    row({ id: 'a', name: '营养改善', unitId: 'school', letterNumber: '南财〔2026〕12号' }),
    row(
      {
        id: 'b',
        name: '日常养护',
        unitId: 'road',
        measure: 'recover',
        amount: 500,
        causes: [cause({ kind: 'gap' })],
      },
      'answered',
    ),
    row(
      { id: 'c', name: '校舍维修', unitId: 'office', roundId: 'r2', measure: 'adjust', amount: 300 },
      'dropped',
    ),
    row({ id: 'd', name: '课后服务', unitId: 'school', dueOn: '2026-09-20' }),
  ]
  const ids = (change: Partial<DisposalFilter>, anyGroup = false) =>
    filterRows(rows, { ...empty, ...change }, units, anyGroup).map(({ id }) => id)

  it('filters by every part, a department with its units', () => {
    expect(ids({})).toEqual(['a', 'b', 'c', 'd'])
    expect(ids({ unit: 'office' })).toEqual(['a', 'c', 'd'])
    expect(ids({ section: 's2' })).toEqual(['b'])
    expect(ids({ group: 'overdue' })).toEqual(['a'])
    expect(ids({ group: 'overdue' }, true)).toHaveLength(4)
    expect(ids({ state: 'issued' })).toEqual(['a', 'd'])
    expect(ids({ measure: 'recover' })).toEqual(['b'])
    expect(ids({ cause: 'gap' })).toEqual(['b'])
    expect(ids({ round: 'r2' })).toEqual(['c'])
    expect(ids({ search: '１２号' })).toEqual(['a'])
    expect(ids({ search: 'yhd' })).toEqual(['b'])
  })

  it('reads an address and leaves out what it does not know', () => {
    const read = readFilter(new URLSearchParams('group=overdue&state=lost&measure=suspend&unit=u'))
    expect(read).toMatchObject({ group: 'overdue', state: '', measure: 'suspend', unit: 'u' })
  })

  it('puts what is late first, then along the road; sorts by what is chosen', () => {
    expect(sortRows(rows, '', false).map(({ id }) => id)).toEqual(['a', 'd', 'b', 'c'])
    expect(sortRows(rows, 'amount', true).map(({ id }) => id)).toEqual(['b', 'c', 'a', 'd'])
    expect(sortRows(rows, 'measure', false).map(({ id }) => id)).toEqual(['a', 'd', 'c', 'b'])
    expect(sortRows(rows, 'due', true)[0]?.id).toBe('d')
  })

  it('has those of one deadline in the order of their ids, both ways', () => {
    const byDeadline = (descending: boolean) =>
      sortRows(rows.toReversed(), 'due', descending).map(({ id }) => id)
    expect(byDeadline(false)).toEqual(['c', 'a', 'b', 'd'])
    expect(byDeadline(true)).toEqual(['d', 'a', 'b', 'c'])
  })

  it('sums what is not dropped', () => {
    expect(figuresOf(rows)).toEqual({ count: 3, dropped: 1, overdue: 1, closed: 0, due: 3, amount: 500 })
    expect(figuresOf(disposalStateList.map((state) => row({}, state)))).toMatchObject({
      count: 6,
      dropped: 1,
      due: 5,
      closed: 1,
    })
    expect(causesIn(rows)).toEqual(['execution', 'gap'])
    expect(measureCounts(rows)).toBe('督促加快 2 项，调整预算 1 项，收回财政 1 项')
  })
})
