import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { utils, write } from 'xlsx'
import { workbookBomb } from '../excel/workbook-bomb.ts'
import { modernForm } from '../performance/many-forms.ts'

type NamedFile = { name: string; bytes: Uint8Array }

const megabyte = 1024 * 1024

function encrypted(): Uint8Array {
  const bytes = new Uint8Array(1024)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0])
  bytes.set(strToU8([...'EncryptedPackage'].join('\0')), 512)
  return bytes
}

/** A good form with a million formatted rows that hold nothing. */
export function emptyRows(number: number): Uint8Array {
  const parts = unzipSync(modernForm(number).bytes)
  const rows = Array.from({ length: 1_000_000 }, (_, index) => `<row r="${index + 40}" s="1" ht="20"/>`).join(
    '',
  )
  for (const [name, bytes] of Object.entries(parts)) {
    if (!/^xl\/worksheets\/sheet2\.xml$/.test(name)) continue
    parts[name] = strToU8(strFromU8(bytes).replace('</sheetData>', `${rows}</sheetData>`))
  }
  return zipSync(parts, { level: 1 })
}

function formOf(project: string, total: object, note: string): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ['项目支出绩效目标申报表（2026年度）'],
    ['项目名称', project],
    ['主管部门', '县教育局', '实施单位', '县第一中学'],
    ['年度资金总额（万元）', null],
    ['年度总体目标', note],
    ['一级指标', '二级指标', '三级指标', '指标值', '备注'],
    ['产出指标', '数量指标', '校舍面积', '≥100平方米', note],
  ])
  sheet.B4 = total
  const bytes: ArrayBuffer = write(
    { SheetNames: ['a'], Sheets: { a: sheet } },
    { type: 'array', bookType: 'xlsx', compression: true },
  )
  return new Uint8Array(bytes)
}

/** Files that are no workbook or too much, and what the message must say beside their name. */
export function refusedFiles(): (NamedFile & { says: string })[] {
  const good = modernForm(1).bytes
  return [
    { name: '加密.xlsx', bytes: encrypted(), says: '打开密码' },
    { name: '截断.xlsx', bytes: good.subarray(0, good.length / 2), says: '不完整' },
    { name: '空.xlsx', bytes: new Uint8Array(), says: '0 字节' },
    { name: '网页.xls', bytes: strToU8('<html><body><table></table></body></html>'), says: '网页' },
    { name: '文档.xlsx', bytes: zipSync({ 'word/document.xml': strToU8('<w/>') }), says: 'Word' },
    { name: '炸弹.xlsx', bytes: workbookBomb(520 * megabyte, '<worksheet><sheetData>'), says: '过大' },
  ]
}

/** Odd files that hold a good form, and its project. */
export function oddFiles(): (NamedFile & { project: string })[] {
  const long = '改善办学条件。'.repeat(1430)
  const number = { t: 'n', v: 12.5 }
  return [
    { name: '百万空行.xlsx', bytes: emptyRows(2), project: modernForm(2).project },
    { name: '长文.xlsx', bytes: formOf('长文项目', number, long), project: '长文项目' },
    {
      name: '公式.xlsx',
      bytes: formOf('公式项目', { ...number, f: 'SUM(D1:D2)' }, '建成'),
      project: '公式项目',
    },
    {
      name: '外链.xlsx',
      bytes: formOf('外链项目', { ...number, f: "'[预算.xlsx]表1'!A1" }, '建成'),
      project: '外链项目',
    },
  ]
}
