import { describe, expect, it } from 'vitest'
import { lineOfMonitoring } from '../../src-renderer/domain/monitoring/line.ts'
import { type Monitoring, openedMonitoring } from '../../src-renderer/domain/monitoring/monitoring.ts'
import { rulesById } from '../../src-renderer/domain/year-rules.ts'
import {
  columnOf,
  entriesOfRows,
  readLikelihood,
  rowOfEntry,
  settleEntry,
  targetsOf,
  unreadMark,
} from '../../src-renderer/features/monitoring/entry-rows.ts'
import {
  fundsOfRows,
  reasonOfRows,
  rowsOfFunds,
  settleFunds,
  unreadAmount,
  withForecasts,
} from '../../src-renderer/features/monitoring/fund-rows.ts'
import {
  filterRows,
  groupOf,
  ledgerFigures,
  readFilter,
  rowOfLine,
  sortRows,
} from '../../src-renderer/features/monitoring/monitoring-rows.ts'
import { placeName, sectionAt } from '../../src-renderer/features/monitoring/places.ts'
import { filled, opened } from '../domain/monitoring/sample.ts'
import { sampleGoal, stored, wan } from '../domain/sample-goal.ts'

const pack = rulesById('frame-2021')
const rules = pack.monitoring
const rowOf = (form: Monitoring, at: string) => rowOfLine(lineOfMonitoring(form, pack), at)

function firstOf<T>(list: readonly T[]): T {
  const [first] = list
  if (first === undefined) throw new Error('the sample has six')
  return first
}

describe('the sheet of indicators', () => {
  const { entries } = filled()
  const targets = targetsOf(entries)

  it('gives the entries back as they were shown', () => {
    const rows = entries.map((entry) => rowOfEntry(entry, rules))
    expect(entriesOfRows(entries, rows, rules)).toEqual(entries)
    expect(rows[1]?.cells[columnOf('rate')]).toBe('100.0%')
  })

  it('puts words in full and computes the rate of what was typed', () => {
    const row = rowOfEntry(firstOf(opened().entries), rules)
    const typed = row.cells
      .with(columnOf('forecast'), ' 60 ')
      .with(columnOf('likelihood'), '不可能')
      .with(columnOf('causes'), '人员，经费')
    const settled = settleEntry(typed, [columnOf('forecast'), columnOf('likelihood')], targets, rules)
    expect(settled[columnOf('forecast')]).toBe('60')
    expect(settled[columnOf('rate')]).toBe('50.0%')
    expect(settled[columnOf('likelihood')]).toBe('完全不可能')
    expect(settled[columnOf('causes')]).toBe('经费保障、人员保障')
  })

  it('keeps in sight what it cannot read, and marks it', () => {
    const first = rowOfEntry(firstOf(entries), rules)
    const odd = {
      id: first.id,
      cells: first.cells.with(columnOf('likelihood'), '大概').with(columnOf('causes'), '天气'),
    }
    expect(readLikelihood('大概')).toBeNull()
    expect(unreadMark(odd, 'likelihood', rules)?.severity).toBe('error')
    expect(unreadMark(odd, 'causes', rules)?.text).toContain('经费保障')
    expect(unreadMark(odd, 'actual', rules)).toBeNull()
    expect(entriesOfRows(entries, [odd], rules)[0]).toEqual(entries[0])
  })

  it('rows of several projects do not mix', () => {
    const idOf = (form: string) => (entry: { id: string }) => `${form}/${entry.id}`
    const row = rowOfEntry({ ...firstOf(entries), actual: '99' }, rules, { id: 'b/q' })
    expect(entriesOfRows(entries, [row], rules, idOf('a'))).toEqual(entries)
    expect(entriesOfRows(entries, [row], rules, idOf('b'))[0]?.actual).toBe('99')
  })
})

describe('the sheet of money', () => {
  const form = filled()
  it('has a row for each source with money, and gives it back', () => {
    const rows = rowsOfFunds([form])
    expect(rows.map(({ id, cells }) => [id, ...cells.slice(2)])).toEqual([
      ['m1/general', '90.00', '50.00', '55.5%', '90.00', form.fundsReason],
    ])
    expect(fundsOfRows(form, rows)).toEqual(form.funds)
  })
  it('reads 元 and 万元, and does not keep what is no amount', () => {
    const [row] = rowsOfFunds([form])
    if (!row) throw new Error('there is a row')
    const settled = settleFunds(row.cells.with(3, '600000元'), [3])
    expect([settled[3], settled[4]]).toEqual(['60.00', '66.6%'])
    const odd = { id: row.id, cells: row.cells.with(3, '约六十') }
    expect(unreadAmount(odd, 'paid')?.severity).toBe('error')
    expect(unreadAmount(row, 'paid')).toBeNull()
    expect(fundsOfRows(form, [odd])[0]?.paid).toBe(50 * wan)
  })
  it('says why the money is late on the first row of a project alone', () => {
    const amounts = { budget: wan, paid: 0, forecast: null }
    const two = {
      ...form,
      fundsReason: '招标推迟',
      funds: form.funds.map((row) => ({ ...row, ...amounts })),
    }
    const [first, second, ...rest] = rowsOfFunds([two])
    if (!first || !second) throw new Error('there are several sources')
    const reasons = [first, second].map(({ cells }) => cells.at(-1))
    expect(reasons).toEqual(['招标推迟', ''])
    const written = { id: first.id, cells: first.cells.with(-1, ' 雨季停工 ') }
    expect(reasonOfRows(two, [written, second, ...rest])).toBe('雨季停工')
    const misplaced = { id: second.id, cells: second.cells.with(-1, '另有原因') }
    expect(reasonOfRows(two, [first, misplaced])).toBe('招标推迟')
    expect(unreadAmount(misplaced, 'reason', false)?.severity).toBe('error')
    expect(unreadAmount(written, 'reason', true)).toBeNull()
    expect(settleFunds(written.cells, [6])[6]).toBe(' 雨季停工 ')
  })
  it('fills the forecasts that stand empty with the budget', () => {
    const [row] = rowsOfFunds([form])
    if (!row) throw new Error('there is a row')
    const empty = { id: row.id, cells: row.cells.with(5, '') }
    expect(withForecasts([empty])[0]?.cells[5]).toBe('90.00')
    const own = { id: row.id, cells: row.cells.with(5, '70') }
    expect(withForecasts([own])[0]?.cells[5]).toBe('70')
  })
})

describe('the ledger', () => {
  const now = '2026-08-20T08:00:00.000Z'
  const calm = rowOf(filled(), now)
  const other = openedMonitoring(
    stored(sampleGoal({ name: '校舍维修' })),
    { id: 'r1', month: 8 },
    {
      id: 'm2',
      at: '2026-08-01T00:00:00.000Z',
      by: '王晓',
    },
  )
  const late = rowOf(
    { ...other, state: 'submitted', funds: other.funds.map((row) => ({ ...row, paid: 0 })) },
    now,
  )

  it('has no rate of the sums while no form says what was paid', () => {
    const blank = opened().funds.map((fund) => ({ ...fund, paid: null }))
    const unpaid = rowOf({ ...opened(), funds: blank }, now)
    expect(ledgerFigures([unpaid]).rate).toBeNull()
    expect(ledgerFigures([unpaid, calm]).rate).not.toBeNull()
  })

  it('shows rates and the loudest light', () => {
    expect([calm.rateText, calm.lights.execution.colour]).toEqual(['55.5%', 'green'])
    expect([late.rateText, late.worst, late.overdue]).toEqual(['0.0%', 'red', 14])
    expect(groupOf('returned')).toBe('missing')
  })
  it('keeps the lights of what is collected', () => {
    const frozen = {
      execution: { colour: 'blue', reason: '' },
      goal: { colour: 'green', reason: '' },
      gap: { colour: 'green', reason: '' },
      forecast: { colour: 'green', reason: '' },
      rulesId: 'frame-2021',
      rulesVersion: 1,
    } as const
    expect(rowOf(filled({ state: 'accepted', frozen }), now).worst).toBe('blue')
  })
  it('filters by group, light of a kind and words, and sorts the loudest first', () => {
    const unit = {
      id: 'unit-1',
      bookId: 'b',
      code: '1',
      name: '公路局',
      parentId: '',
      sectionId: 's',
      initials: 'glj',
    }
    const names = (query: string) =>
      filterRows([calm, late], readFilter(new URLSearchParams(query)), [unit]).map(({ id }) => id)
    expect(names('')).toEqual(['m1', 'm2'])
    expect(names('group=missing')).toEqual(['m1'])
    expect(names('state=submitted')).toEqual(['m2'])
    expect(names('light=red')).toEqual(calm.worst === 'red' ? ['m1', 'm2'] : ['m2'])
    expect(names('light=execution-red')).toEqual(['m2'])
    expect(names('search=校舍')).toEqual(['m2'])
    expect(names('search=glj&section=s')).toEqual(['m1', 'm2'])
    expect(names('unit=elsewhere')).toEqual([])
    expect(sortRows([calm, late], 'rate', false).map(({ id }) => id)).toEqual(['m2', 'm1'])
    expect(sortRows([calm, late], 'rate', true).map(({ id }) => id)).toEqual(['m1', 'm2'])
    expect(sortRows([calm, late], 'execution', true).map(({ id }) => id)).toEqual(['m2', 'm1'])
  })
  it('says where a finding stands', () => {
    expect(placeName('entries.q.causeText', filled())).toBe('养护里程 · 原因说明')
    expect(placeName('fundsReason', filled())).toBe('项目资金')
    expect([sectionAt('measures'), sectionAt('funds')]).toEqual(['texts', 'funds'])
  })
})
