import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { type ApplicationLine, writeApplications } from '../../src-renderer/excel/write-applications.ts'
import { loaded } from './loaded.ts'

const line: ApplicationLine = {
  ...{
    rank: 1,
    unitName: '南江县公路养护中心',
    name: '=1+1',
    code: '0012',
    kind: '项目',
    budgetBook: '一般公共预算',
  },
  ...{ source: '绩效评价', result: '中', score: '72.50', budget: 520_000_001 },
  ...{ proposed: '压减预算', proposedChange: -52_000_001, decided: '压减预算', decidedChange: -52_000_000 },
  ...{ decidedBy: '局党组会议', decidedOn: '2026-03-02', nextName: '2026 农村公路日常养护' },
  ...{ doneChange: -51_999_999, answer: '已压减', state: '已办结', rectification: '已销号', referral: '' },
  clause: '巴财〔2020〕38号 三（二）5〔源〕',
}

it('writes the ledger with sums to the 分, and text stays text', async () => {
  const other = { ...line, rank: 2, name: '校车', proposedChange: null, decidedChange: -1, doneChange: null }
  const book = await loaded(await writeApplications([line, other], { year: 2025, office: '南江县财政局' }))
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('one sheet')
  expect(sheet.getCell('A1').value).toBe('2025年度绩效结果应用台账')
  expect(sheet.getCell('C4').type).toBe(ExcelJS.ValueType.String)
  const sumOf = (title: string) => {
    let column = 0
    sheet.getRow(3).eachCell((cell, index) => {
      if (cell.value === title) column = index
    })
    return sheet.getCell(6, column).result
  }
  expect([sumOf('建议增减'), sumOf('审定增减'), sumOf('落实增减')]).toEqual([
    -52.000001, -52.000001, -51.999999,
  ])
})
