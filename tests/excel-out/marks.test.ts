import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { utils, write } from 'xlsx'
import { listSheet, markedWorkbook } from '../../src-renderer/excel/mark-faults.ts'
import { readForms } from '../excel/read-forms.ts'
import { loaded } from './loaded.ts'

const folder = new URL('../fixtures/forms/', import.meta.url)
const files = readdirSync(folder).filter((name) => /\.xlsx?$/.test(name))

function valuesOf(bytes: Uint8Array, name: string) {
  return readForms(bytes, name).map((form) => [
    form.project,
    form.total,
    form.indicators.map((each) => [each.level1, each.level2, each.level3, each.target, each.weight]),
  ])
}

describe('a marked workbook', () => {
  it.each(files)('comes back with list, colour, comment and all its values: %s', async (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)))
    const form = readForms(bytes, name)[0]
    const cell = form?.indicators[0]?.cell ?? 'A1'
    const sheet = form?.sheet ?? ''
    const out = await markedWorkbook(bytes, name, [
      { sheet, cell, message: '=指标值含糊' },
      { sheet, cell, message: '没有单位', advice: '补上单位' },
      { sheet, cell: null, message: '缺少年度目标' },
    ])
    const book = await loaded(out)
    expect(book.worksheets[0]?.name).toBe(listSheet)
    expect(book.worksheets[0]?.getCell('D4').value).toBe('=指标值含糊')
    expect(book.worksheets[0]?.getCell('E5').value).toBe('补上单位')
    expect(book.worksheets[0]?.getCell('C6').value).toBe('整张表')
    const marked = book.getWorksheet(sheet)?.getCell(cell).master
    expect(marked?.fill).toMatchObject({ type: 'pattern', fgColor: { argb: 'FFFFC7CE' } })
    expect(JSON.stringify(marked?.note)).toContain('没有单位')
    const red: string[] = []
    book.getWorksheet(sheet)?.eachRow((row) =>
      row.eachCell((each) => {
        if (each.fill?.type === 'pattern' && each.fill.fgColor?.argb === 'FFFFC7CE')
          red.push(each.master.address)
      }),
    )
    expect(new Set(red)).toEqual(new Set([marked?.address]))
    expect(valuesOf(out, name)).toEqual(valuesOf(bytes, name))
  })

  it('comes back from a workbook that was marked before with one list only', async () => {
    const name = files.find((each) => each.endsWith('.xlsx')) ?? ''
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)))
    const once = await markedWorkbook(bytes, name, [{ sheet: '', cell: null, message: '一' }])
    const twice = await loaded(await markedWorkbook(once, name, [{ sheet: '', cell: null, message: '二' }]))
    expect(twice.worksheets.filter((sheet) => sheet.name.startsWith(listSheet))).toHaveLength(1)
    expect(twice.worksheets[0]?.getCell('D4').value).toBe('二')
  })

  it('ignores marks on sheets and cells that do not exist', async () => {
    const name = files.find((each) => each.endsWith('.xlsx')) ?? ''
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)))
    const marks = [
      { sheet: '没有这张表', cell: 'A1', message: '甲' },
      { sheet: readForms(bytes, name)[0]?.sheet ?? '', cell: 'A1:B2', message: '乙' },
    ]
    const book = await loaded(await markedWorkbook(bytes, name, marks))
    expect(book.worksheets[0]?.getCell('D5').value).toBe('乙')
  })

  it('survives merges that overlap, empty rows and formulas', async () => {
    const sheet = utils.aoa_to_sheet([['项目名称', '供水'], [], [], ['合计', 3], ['', '末行']])
    sheet['!merges'] = [utils.decode_range('A1:B3'), utils.decode_range('B2:C4')]
    sheet.B4 = { t: 'n', v: 3, f: '[other.xlsx]Sheet1!A1+2' }
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, '表')
    for (const bookType of ['xlsx', 'biff8'] as const) {
      const bytes = new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer)
      const out = await loaded(await markedWorkbook(bytes, 'x', [{ sheet: '表', cell: 'B4', message: '错' }]))
      expect(out.getWorksheet('表')?.getCell('B5').value).toBe('末行')
    }
  })
})
