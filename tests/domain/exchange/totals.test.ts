import { expect, it } from 'vitest'
import type { Carried, ExchangeTable } from '#domain/exchange/contents'
import { tally } from '#domain/exchange/totals'

const row = (line: string, month: number, paid: number | null, source = '') => ({
  ...{ id: `${line} ${month} ${source}`, line, month, source, paid },
})
const form = (id: string, goalId: string, month: number, paid: number) => ({
  ...{ id, goalId, month, funds: [{ paid }, { paid: 1 }, { paid: null }] },
})
const carried: readonly (readonly [ExchangeTable, Carried])[] = [
  ['executions', row('a', 1, 100)],
  ['executions', row('a', 3, 300)],
  ['executions', row('a', 2, 200)],
  ['executions', row('a', 2, 40, 'carryover')],
  ['executions', row('b', 1, 7)],
  ['executions', row('c', 1, 9)],
  ['executions', row('c', 2, null)],
  ['monitorings', form('1', 'g', 7, 50)],
  ['monitorings', form('2', 'g', 9, 60)],
  ['monitorings', form('3', 'h', 7, 5)],
  ['goals', { id: 'g', total: 1000 }],
  ['goals', { id: 'h', total: 500 }],
]
const totals = { 国库支出: 300 + 40 + 7, 监控执行数: 61 + 6, 目标资金总额: 1500 }

function tallied(records: typeof carried) {
  const sums = tally()
  for (const [table, record] of records) sums.add(table, record)
  return sums
}

it('counts of cumulative amounts the newest month alone, of each line, source and goal', () => {
  expect(tallied(carried).totals()).toEqual(totals)
})

it('comes to the same in whatever order and pieces the records come', () => {
  for (const [at] of carried.entries()) {
    const whole = tally()
    for (const piece of [carried.slice(at), carried.slice(0, at)]) whole.join(tallied(piece).heard())
    expect(whole.totals()).toEqual(totals)
    expect(whole.counts()).toEqual({ executions: 7, monitorings: 3, goals: 2 })
  }
})

it('of two forms of one goal and month counts the later one', () => {
  const both = [form('2', 'g', 12, 80), form('1', 'g', 12, 30)].map((each) => ['monitorings', each] as const)
  expect(tallied(both).totals()).toEqual({ 监控执行数: 81 })
})

it('still knows what packages stated once: months on months', () => {
  const former = { 国库支出: 656, 监控执行数: 51 + 61 + 6, 目标资金总额: 1500 }
  expect(tallied(carried).formerTotals()).toEqual(former)
})
