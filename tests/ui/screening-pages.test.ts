import { describe, expect, it } from 'vitest'
import { screenedLines } from '#domain/screening/line'
import type { SpotCheck } from '#domain/spot-checks/spot-check'
import {
  filterChecks,
  readCheckFilter,
  rowOfCheck,
  sortChecks,
} from '../../src-renderer/features/screening/check-rows.ts'
import { placeName, textAt } from '../../src-renderer/features/screening/places.ts'
import {
  filterScreening,
  readScreeningFilter,
  screeningRows,
  sortScreening,
} from '../../src-renderer/features/screening/screening-rows.ts'
import { honest, screened } from '../domain/screening/sample.ts'

const done = { a: { actual: '1200' }, b: { actual: '1200' }, w: { actual: '达成' } }
const forms = [
  honest({ id: '1', name: '公路养护', unitId: 'u1' }),
  honest({ id: '2', name: '校舍维修', unitId: 'u2', entries: done }),
]
const unit = (id: string, name: string, parentId = '') => ({
  ...{ id, bookId: 'b', code: '', name, parentId, sectionId: `s-${id}`, initials: 'xx' },
})
const units = [unit('u1', '公路中心', 'u0'), unit('u2', '沙河小学')]

function check(change: Partial<SpotCheck>): SpotCheck {
  return {
    ...{
      id: 'c1',
      bookId: 'b',
      roundId: 'r',
      monitoringId: '2',
      goalId: 'g',
      unitId: 'u2',
      name: '校舍维修',
      code: '',
    },
    ...{
      way: 'risk',
      pickId: 'p1',
      ground: '',
      points: 5,
      grounds: [],
      formRevision: 1,
      checkedOn: '',
      place: '',
    },
    ...{
      checkers: '',
      lines: [],
      record: '',
      suggestion: '',
      verdict: '',
      evidence: [],
      explanation: '',
      trail: [],
    },
    ...{ state: 'picked', heldSince: '2026-09-01T00:00:00.000Z', revision: 1, changedAt: '', changedBy: '' },
    ...change,
  }
}

describe('the screening list', () => {
  const rows = screeningRows(screenedLines(screened(forms)), [
    check({}),
    check({ id: 'c0', monitoringId: '1', state: 'dropped' }),
  ])
  const shown = (address: string) =>
    filterScreening(rows, readScreeningFilter(new URLSearchParams(address)), units).map(({ id }) => id)

  it('knows its check, unless it was dropped', () => {
    expect(rows.map(({ id, check: own }) => [id, own?.id])).toEqual([
      ['2', 'c1'],
      ['1', undefined],
    ])
  })
  it.each([
    ['', ['2', '1']],
    ['rule=any', ['2']],
    ['rule=all-on-target', ['2']],
    ['rule=money-differs', []],
    ['rule=nonsense', ['2', '1']],
    ['checked=no', ['1']],
    ['checked=yes', ['2']],
    ['unit=u0', ['1']],
    ['section=s-u2', ['2']],
    ['search=沙河', ['2']],
    ['risk=high', []],
  ])('%s shows %o', (address, ids) => expect(shown(address)).toEqual(ids))
  it('sorts by what is asked, else as it comes', () => {
    expect(sortScreening(rows, '', false).map(({ id }) => id)).toEqual(['2', '1'])
    expect(sortScreening(rows, 'risk', false).map(({ id }) => id)).toEqual(['1', '2'])
    expect(sortScreening(rows, 'findings', true).map(({ id }) => id)).toEqual(['2', '1'])
  })
  it('names places and finds their texts', () => {
    const [form] = forms
    if (!form) throw new Error('there is a form')
    expect(placeName('entries.a.causeText', form)).toBe('指标a · 原因说明')
    expect(placeName('fundsReason', form)).toBe('资金偏差原因')
    expect(textAt('entries.a.actual', form)).toBe('700')
    expect(textAt('entries.gone.actual', form)).toBe('')
  })
})

describe('the ledger of checks', () => {
  const now = '2026-09-12T00:00:00.000Z'
  const rows = [
    rowOfCheck(check({}), now),
    rowOfCheck(
      check({ id: 'c2', state: 'taken', verdict: 'false', way: 'hand', pickId: 'p2', checkers: '周敏' }),
      now,
    ),
  ]
  it.each([
    ['', ['c1', 'c2']],
    ['state=picked', ['c1']],
    ['way=hand', ['c2']],
    ['verdict=false', ['c2']],
    ['pick=p2', ['c2']],
    ['search=周敏', ['c2']],
    ['round=other', []],
  ])('%s shows %o', (address, ids) => {
    const filter = readCheckFilter(new URLSearchParams(address))
    expect(filterChecks(rows, filter, units).map(({ id }) => id)).toEqual(ids)
  })
  it('says whose turn it is and how long overdue; the newest come first', () => {
    expect(rows.map(({ holder, overdue }) => [holder, overdue])).toEqual([
      ['监督检查', 1],
      ['', 0],
    ])
    expect(sortChecks(rows, '', false).map(({ id }) => id)).toEqual(['c2', 'c1'])
    expect(sortChecks(rows, 'verdict', true).map(({ id }) => id)).toEqual(['c2', 'c1'])
    expect(sortChecks(rows, 'state', false).map(({ id }) => id)).toEqual(['c1', 'c2'])
  })
})
