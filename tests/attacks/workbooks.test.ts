import { readFileSync } from 'node:fs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { utils, write } from 'xlsx'
import { openWorkbook } from '#excel/open-workbook'
import { WorkbookError } from '#excel/workbook-error'
import { readForms } from '../excel/read-forms.ts'
import { workbookBomb } from '../excel/workbook-bomb.ts'

const good = readFileSync(new URL('../fixtures/forms/G02-goal-old.xlsx', import.meta.url))
const goodXls = readFileSync(new URL('../fixtures/forms/G19-goal-old.xls', import.meta.url))
const megabyte = 1024 * 1024

function codeOf(bytes: Uint8Array): string {
  try {
    openWorkbook(bytes)
  } catch (error) {
    if (error instanceof WorkbookError) return error.code
    throw error
  }
  return 'opened'
}

/** A good form with the XML of its sheets changed. */
function withSheet(change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(good)
  for (const [name, bytes] of Object.entries(parts)) {
    if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name))
      parts[name] = strToU8(change(new TextDecoder().decode(bytes)))
  }
  return zipSync(parts)
}

/** Declares every entry of a zip to be small. */
function lying(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 46 < copy.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
  }
  return copy
}

describe('files that are no workbook', () => {
  it('refuses an empty file', () => expect(codeOf(new Uint8Array())).toBe('empty'))
  it('refuses a web page named .xls', () =>
    expect(codeOf(strToU8('\ufeff<html><table></table></html>'))).toBe('html'))
  it('refuses other text', () => expect(codeOf(strToU8('项目名称,金额\n'))).toBe('not-a-workbook'))
  it('refuses a text document', () =>
    expect(codeOf(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('docx'))
  it('refuses an archive', () => expect(codeOf(zipSync({ 'a.txt': strToU8('a') }))).toBe('not-a-workbook'))
  it.each([0.1, 0.5, 0.9, 0.99])('refuses a workbook cut off after %f of it', (part) =>
    expect(codeOf(good.subarray(0, good.length * part))).toBe('truncated'),
  )
  it.each([0.1, 0.5, 0.9])('refuses an old workbook cut off after %f of it, or reads what is whole', (part) =>
    expect(['truncated', 'unreadable', 'not-a-workbook', 'opened']).toContain(
      codeOf(goodXls.subarray(0, goodXls.length * part)),
    ),
  )
  it('refuses an encrypted workbook', () => {
    const name = [...'EncryptedPackage'].join('\0')
    const bytes = new Uint8Array(1024)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0])
    bytes.set(strToU8(name), 512)
    expect(codeOf(bytes)).toBe('encrypted')
  })
  it('survives any damaged byte', () => {
    for (let at = 0; at < good.length; at += 397) {
      const copy = Uint8Array.from(good)
      copy[at] = (copy[at] ?? 0) ^ 0xff
      expect(typeof codeOf(copy)).toBe('string')
    }
  })
  it('says in Chinese what to do', () =>
    expect(() => readForms(new Uint8Array(), 'a.xlsx')).toThrow('0 字节'))
})

describe('workbooks that are too much', () => {
  const honest = workbookBomb(520 * megabyte, '<worksheet><sheetData>')
  it('refuses a small file that unpacks to over 500 MB by what it declares', () => {
    expect(honest.length).toBeLessThan(megabyte)
    expect(codeOf(honest)).toBe('too-large')
  })
  it('refuses it too when it declares to be small, and holds little in memory', () => {
    const before = process.memoryUsage().rss
    expect(codeOf(lying(honest))).toBe('too-large')
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * megabyte)
  })
  it('reads a form with a million empty formatted rows beneath', () => {
    const rows = Array.from({ length: 1_000_000 }, (_, index) => `<row r="${index + 40}" s="1" ht="20"/>`)
    const bytes = withSheet((xml) => xml.replace('</sheetData>', `${rows.join('')}</sheetData>`))
    expect(readForms(bytes, 'a.xlsx')[0]?.project).toBe('兰溪路-真南路下立交工程')
  })
  it('reads a form with a hundred thousand rows of empty formatted cells', () => {
    const cells = '<c r="A1" s="1"/><c r="B1" s="1"></c>'
    const rows = Array.from({ length: 100_000 }, (_, index) => `<row r="${index + 40}">${cells}</row>`)
    const bytes = withSheet((xml) => xml.replace('</sheetData>', `${rows.join('')}</sheetData>`))
    expect(readForms(bytes, 'a.xlsx')[0]?.indicators).toHaveLength(9)
  })
  it('refuses more filled rows than any form has, instead of leaving some out', () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => [index, '项目', 1])
    const sheet = utils.aoa_to_sheet(rows)
    const bytes = write({ SheetNames: ['a'], Sheets: { a: sheet } }, { type: 'array', bookType: 'xlsx' })
    expect(codeOf(new Uint8Array(bytes))).toBe('too-many-rows')
  })
})

describe('odd cells', () => {
  const form = (value: object) => {
    const sheet = utils.aoa_to_sheet([
      ['项目支出绩效目标申报表（2025年度）'],
      ['项目名称', '甲项目'],
      ['年度资金总额（万元）', null],
      ['一级指标', '二级指标', '三级指标', '指标值'],
      ['产出指标', '数量指标', '数量', '≥1个'],
    ])
    sheet.B3 = value
    const bytes = write({ SheetNames: ['a'], Sheets: { a: sheet } }, { type: 'array', bookType: 'xlsx' })
    return readForms(new Uint8Array(bytes), 'a.xlsx')[0]
  }
  it('takes the stored value of a formula', () =>
    expect(form({ t: 'n', v: 12.5, f: 'SUM(D1:D2)' })?.total).toBe(12_500_000))
  it('takes a stored value of 0 as 0', () => expect(form({ t: 'n', v: 0, f: 'SUM(D1:D2)' })?.total).toBe(0))
  it('reports a formula that was never calculated', () => {
    const sheet = form({ t: 'n', v: 0, f: 'SUM(D1:D2)' })
    expect(sheet?.faults).toEqual([])
    const bytes = withSheet((xml) =>
      xml.replace(/<c r="B6"[^>]*>.*?<\/c>/, '<c r="B6"><f>SUM(D1:D2)</f></c>'),
    )
    const faults = readForms(bytes, 'a.xlsx')[0]?.faults
    expect(faults?.map(({ cell, code }) => [cell, code])).toEqual([['B6', 'formula-uncached']])
  })
  it('never follows a link to another workbook, and says so', () => {
    const read = form({ t: 'n', v: 3, f: "'[预算.xlsx]表1'!A1" })
    expect(read?.total).toBe(3_000_000)
    expect(read?.faults.map(({ cell, code }) => [cell, code])).toEqual([['B3', 'external-link']])
  })
  it('reports an error value', () =>
    expect(form({ t: 'e', v: 23, f: 'A99' })?.faults.map(({ code }) => code)).toEqual(['formula-error']))
  it('keeps a text of 10,000 characters whole', () => {
    const long = '为民办实事。'.repeat(1700)
    const sheet = utils.aoa_to_sheet([
      ['项目支出绩效目标申报表（2025年度）'],
      ['项目名称', '甲项目'],
      ['年度目标', long],
      ['一级指标', '二级指标', '三级指标', '指标值', '备注'],
      ['产出指标', '数量指标', '数量', '≥1个', long],
    ])
    const bytes = write({ SheetNames: ['a'], Sheets: { a: sheet } }, { type: 'array', bookType: 'xlsx' })
    expect(readForms(new Uint8Array(bytes), 'a.xlsx')[0]?.goals.annual[0]).toBe(long)
  })
})

it('a .xls whose properties are damaged is read without them, and fills no memory', () => {
  const damaged = new Uint8Array(
    readFileSync(new URL('../fixtures/forms/S10-self-national.xls', import.meta.url)),
  )
  damaged.fill(0, 5383, 5383 + 2277)
  expect(['opened', 'unreadable', 'truncated']).toContain(codeOf(damaged))
})
