import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { utils, write } from 'xlsx'
import { rulesById } from '../../src-renderer/domain/year-rules.ts'
import { readSections, readUnits, unitsWorkbook } from '../../src-renderer/excel/base-data.ts'
import { goalFormFiles } from '../../src-renderer/excel/write-bulk.ts'
import { blankFormWorkbook } from '../../src-renderer/excel/write-goal-form.ts'
import { goalLedgerWorkbook, type LedgerRow } from '../../src-renderer/excel/write-ledger.ts'
import { fileName, sheetName } from '../../src-renderer/excel/write-names.ts'
import { readForms } from '../excel/read-forms.ts'
import { loaded } from './loaded.ts'
import { fullGoal, names } from './samples.ts'

describe('blank forms', () => {
  const projects = [
    { code: '0012', name: '水库/加固' },
    { code: '', name: '水库:加固' },
  ]

  it.each(['frame-2015', 'frame-2021'])(
    'offers the frame of the rule pack and its fixed values: %s',
    async (id) => {
      const rules = rulesById(id)
      const book = await loaded(await blankFormWorkbook(names, 'national', rules, projects))
      expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['水库 加固', '水库 加固(2)'])
      const sheet = book.worksheets[0]
      if (!sheet) throw new Error('no sheet')
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)
        }),
      )
      // ExcelJS keeps the drop-downs by address, outside its types.
      const { model } = (
        sheet as unknown as { dataValidations: { model: Record<string, { formulae: string[] }> } }
      ).dataValidations
      const offered = new Set(Object.values(model).map((each) => each.formulae[0] ?? ''))
      const lists = [...offered].join('\n')
      for (const text of [...rules.frame.map((level) => level.name), '≥,≤,=', '新增', '常年性', '部门发展类'])
        expect(lists).toContain(text)
      for (const list of offered) expect(list.length).toBeLessThanOrEqual(255)
    },
  )

  it('names unit and project, and has no indicators when it comes back unfilled', async () => {
    const bytes = await blankFormWorkbook(names, 'sichuan', rulesById('frame-2021'), projects)
    const [form] = readForms(bytes, 'x.xlsx')
    expect(form).toMatchObject({
      project: '水库/加固',
      code: '0012',
      unit: names.unit,
      department: names.department,
    })
    expect(form?.fields.unitCode?.text).toBe('001002')
    expect(form?.goals).toEqual({ annual: [], longTerm: '' })
    expect(form?.indicators).toEqual([])
  })
})

describe('the ledger', () => {
  const row: LedgerRow = {
    department: '巴州区农业农村局',
    unit: '巴州区水利局',
    code: '001',
    name: '=供水',
    kind: 'project',
    book: 'general',
    status: 'draft',
    total: 1_005_000,
    weightSum: 9000,
    health: { errors: 1, warnings: 2, hints: 0 },
  }

  it('sums exactly, freezes its head, filters, and prints landscape', async () => {
    const rows = [row, { ...row, total: 2_000_001 }, { ...row, total: null }]
    const sheet = (await loaded(await goalLedgerWorkbook(rows, { year: 2025, office: '巴州区财政局' })))
      .worksheets[0]
    expect(sheet?.getCell('I7').result).toBe(3.005001)
    expect(sheet?.getCell('E4').value).toBe('=供水')
    expect(sheet?.getCell('D4').value).toBe('001')
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
    expect(sheet?.autoFilter).toBe('A3:M6')
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: '3:3' })
  })

  it('of nothing is a ledger without formulas', async () => {
    const sheet = (await loaded(await goalLedgerWorkbook([], { year: 2025, office: '' }))).worksheets[0]
    expect(sheet?.getCell('I4').value).toBe(0)
  })
})

describe('units and sections', () => {
  const section = {
    id: 's1',
    bookId: 'b',
    code: '01',
    name: '农业农村科',
    role: 'spending' as const,
    order: 0,
  }
  const above = {
    id: 'u1',
    bookId: 'b',
    code: '001',
    name: '水利局',
    parentId: '',
    sectionId: 's1',
    initials: 'slj',
  }
  const unit = { ...above, id: 'u2', code: '001002', name: '水库管理所', parentId: 'u1', initials: '' }
  let next = 0
  const context = { bookId: 'b', units: [above, unit], sections: [section], nextId: () => `new-${next++}` }

  function workbook(rows: (string | number)[][], format = '') {
    const sheet = utils.aoa_to_sheet(rows)
    for (const cell of Object.values(sheet) as { t?: string; z?: string }[])
      if (format && cell.t === 'n') cell.z = format
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, '单位')
    return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
  }

  it('come back the same, leading zeros and all', async () => {
    const bytes = await unitsWorkbook([above, unit], [section])
    expect(await readUnits(bytes, context)).toEqual({ units: [above, unit], problems: [] })
    expect(await readSections(bytes, context)).toEqual({ sections: [section], problems: [] })
  })

  it('name the row of everything that is wrong', async () => {
    const rows = [
      ['名录'],
      ['单位编码', '单位名称', '上级单位编码', '归口股室'],
      ['101', '甲', '', '没有的科'],
      ['102', ''],
      ['101', '丙'],
      ['103', '丁', '999'],
      ['104', '戊', '105'],
      ['105', '己', '104'],
    ]
    const { units, problems } = await readUnits(workbook(rows), context)
    expect(units.map((each) => each.name)).toEqual(['甲', '丁', '戊', '己'])
    expect(problems.map((each) => [each.code, each.at])).toEqual([
      ['name-missing', 'row.4'],
      ['code-twice', 'row.5'],
      ['section-unknown', 'row.3'],
      ['parent-unknown', 'row.6'],
      ['parent-circle', 'row.7'],
    ])
  })

  it('keep zeros that only a number format shows, and warn of codes kept as bare numbers', async () => {
    const head = ['单位代码', '单位名称']
    const shown = await readUnits(workbook([head, [7, '庚']], '000000'), context)
    expect(shown.units[0]?.code).toBe('000007')
    const bare = await readUnits(workbook([head, [7, '庚']]), context)
    expect(bare.problems[0]).toMatchObject({ code: 'code-number', severity: 'hint' })
  })

  it('say so when the workbook holds no list', async () => {
    expect((await readUnits(workbook([['随便', '什么']]), context)).problems[0]?.code).toBe('head-missing')
  })
})

describe('bulk export', () => {
  it('writes 300 forms in a folder a unit, numbers equal names, and lets the window breathe', async () => {
    let ticks = 0
    const timer = setInterval(() => ticks++, 1)
    const orders = Array.from({ length: 300 }, (_, index) => ({
      content: { ...fullGoal(), name: `供水/工程${index % 150}` },
      names,
      layout: 'national' as const,
    }))
    const seen: number[] = []
    const files = await goalFormFiles(orders, (done) => seen.push(done))
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(100)
    expect(seen.at(-1)).toBe(300)
    expect(files[0]).toMatchObject({ folder: [names.unit], name: '供水 工程0-绩效目标申报表.xlsx' })
    expect(files[150]?.name).toBe('供水 工程0-绩效目标申报表（2）.xlsx')
    expect(new Set(files.map((file) => file.name)).size).toBe(300)
  }, 60_000)

  it('stops when cancelled', async () => {
    const orders = [{ content: fullGoal(), names, layout: 'national' as const }]
    await expect(goalFormFiles(orders, () => undefined, AbortSignal.abort())).rejects.toThrow()
  })

  it('makes names safe on every system', () => {
    expect(fileName('../../etc/passwd', '空')).toBe('etc passwd')
    expect(fileName('CON', '空')).toBe('_CON')
    expect(fileName('a\u202egnp.exe. ', '空')).toBe('a gnp.exe')
    expect(fileName(' . ', '空')).toBe('空')
    expect([...fileName('长'.repeat(300), '空')]).toHaveLength(60)
    const taken = new Set<string>()
    expect(sheetName("'[a]:*?/\\'", taken)).toBe('a')
    expect(sheetName('A', taken)).toBe('A(2)')
    expect(sheetName('History', taken)).toBe('申报表')
  })
})
