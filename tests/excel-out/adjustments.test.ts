import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import {
  type AdjustmentLine,
  adjustmentsWorkbook,
  type UnitLine,
} from '../../src-renderer/excel/write-adjustments.ts'
import { loaded } from './loaded.ts'

const line: AdjustmentLine = {
  department: '南江县教育局',
  unit: '南江县第一小学',
  name: '=1+1',
  number: 1,
  before: 520_000_000,
  after: 546_000_000,
  change: 26_000_000,
  size: '一般',
  state: '已批准',
  approvedOn: '2026-06-01',
  reason: '新增两所学校',
  budgetEffect: '追加本级资金',
}
const unit: UnitLine = {
  name: '南江县第一小学',
  count: 2,
  goals: 1,
  most: 2,
  increased: 26_000_000,
  decreased: 1_000_000,
  net: 25_000_000,
  open: 0,
}
const heading = { year: 2026, office: '南江县财政局' }

async function sheets(lines: readonly AdjustmentLine[], units: readonly UnitLine[]) {
  const book = await loaded(await adjustmentsWorkbook(lines, units, heading))
  const [first, second] = book.worksheets
  if (!first || !second) throw new Error('two sheets')
  return { first, second }
}

it('writes the applications and the sums by unit, and text stays text', async () => {
  const less = { ...line, name: '校车', change: -1_000_000, after: 519_000_000 }
  const { first, second } = await sheets([line, less], [unit])
  expect([first.name, second.name]).toEqual(['目标调整台账', '按单位汇总'])
  expect(first.getCell('C4').value).toBe('=1+1')
  expect(first.getCell('C4').type).toBe(ExcelJS.ValueType.String)
  expect([first.getCell('E4').value, first.getCell('F4').value, first.getCell('G5').value]).toEqual([
    520, 546, -1,
  ])
  expect(first.getCell('A6').value).toBe('合计')
  expect(first.getCell('G6').value).toEqual({ formula: 'SUBTOTAL(109,G4:G5)', result: 25 })
  expect(first.getCell('E6').value).toBeNull()
  expect(second.getCell('B5').value).toEqual({ formula: 'SUBTOTAL(109,B4:B4)', result: 2 })
  expect(second.getCell('E5').value).toEqual({ formula: 'SUBTOTAL(109,E4:E4)', result: 26 })
  expect(second.getCell('D5').value).toBeNull()
})

it('an empty ledger still has its heads and a foot without formulas', async () => {
  const { first } = await sheets([], [])
  expect(first.getCell('C3').value).toBe('项目名称')
  expect(first.getCell('G4').value).toBe(0)
})
