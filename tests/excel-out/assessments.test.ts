import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import {
  type AssessmentLedgerRow,
  assessmentLedgerWorkbook,
} from '../../src-renderer/excel/write-assessments.ts'
import { loaded } from './loaded.ts'

const row: AssessmentLedgerRow = {
  department: '南江县交通运输局',
  unit: '南江县公路养护中心',
  section: '经济建设科',
  name: '=1+1',
  kind: '项目',
  amount: 150_000_000,
  recommended: 120_000_000,
  cut: 30_000_000,
  state: '调整后支持',
  number: '南财评〔2026〕1号',
  why: '新出台部门发展类项目资金 150.00 万元，超过 100 万元',
  clause: '巴财〔2020〕38号 三（二）1',
}

it('writes the list with its sums, and text stays text', async () => {
  const unlisted = { ...row, name: '未列项目', recommended: null, cut: null, number: '' }
  const bytes = await assessmentLedgerWorkbook([row, unlisted], { year: 2026, office: '南江县财政局' })
  const book = await loaded(bytes)
  const sheet = book.worksheets[0]
  if (!sheet) throw new Error('no sheet')
  expect(sheet.getCell('A1').value).toBe('2026年度事前绩效评估台账')
  expect(sheet.getCell('E4').value).toBe('=1+1')
  expect(sheet.getCell('E4').type).toBe(ExcelJS.ValueType.String)
  expect([sheet.getCell('G4').value, sheet.getCell('H4').value, sheet.getCell('I4').value]).toEqual([
    150, 120, 30,
  ])
  expect(sheet.getCell('H5').value).toBeNull()
  expect(sheet.getCell('A6').value).toBe('合计')
  expect(sheet.getCell('G6').value).toEqual({ formula: 'SUBTOTAL(109,G4:G5)', result: 300 })
  expect(sheet.getCell('I6').value).toEqual({ formula: 'SUBTOTAL(109,I4:I5)', result: 30 })
})
