import { expect, it } from 'vitest'
import { utils, write } from 'xlsx'
import { fiscalAnswer, fiscalFigureList, fiscalFigures } from '#domain/evaluation/fiscal-figures'
import { readFiscalStatement } from '#excel/read-fiscal-statement'
import { fiscalFiguresWorkbook } from '#excel/write-fiscal-figures'

type Rows = (string | number | null)[][]

function read(sheets: Record<string, Rows>) {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name)
  return readFiscalStatement(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })), '决算.xlsx')
}

/** 收支决算总表 as treasuries print it: revenue left, spending right, under one head. */
const account: Rows = [
  ['2025年度南江县一般公共预算收支决算总表', null, null, null, null, null, null, null],
  [null, null, null, null, null, null, null, '单位：万元'],
  ['收入项目', '预算数', '调整预算数', '决算数', '支出项目', '预算数', '调整预算数', '决算数'],
  ['一、税收收入', 50000, 49000, 47970, '一、一般公共服务支出', 30000, 32000, 31000],
  ['二、非税收入', 32000, 32000, 31980, '二、教育支出', 90000, 99000, 98000],
  ['本年收入合计', 82000, 81000, 79950, '本年支出合计', 310000, 402000, 385920],
  ['上级补助收入', null, null, 250000, '年终结转', null, null, 16080],
]

it('reads both halves of a statement, each from its own columns', () => {
  const found = read({ 总表: account })
  expect(found).toEqual({
    taxRevenue: { value: '47970000000', source: '决算.xlsx 总表 D4' },
    revenueBudget: { value: '82000000000', source: '决算.xlsx 总表 B6' },
    revenueFinal: { value: '79950000000', source: '决算.xlsx 总表 D6' },
    initialBudget: { value: '310000000000', source: '决算.xlsx 总表 F6' },
    spendingAdjusted: { value: '402000000000', source: '决算.xlsx 总表 G6' },
    spendingFinal: { value: '385920000000', source: '决算.xlsx 总表 H6' },
    carriedOver: { value: '16080000000', source: '决算.xlsx 总表 H7' },
  })
  expect(fiscalAnswer('一般公共预算支出进度', found)?.value).toBe('96')
})

it('reads every figure by its own name from a list', () => {
  const rows: Rows = [
    ['财政运行数据表（单位：元）'],
    ['项目', '数值', '说明'],
    ...fiscalFigureList.map((figure, index) => [
      fiscalFigures[figure].name,
      fiscalFigures[figure].kind === 'rate' ? 10 + index : 1000 + index,
      '',
    ]),
  ]
  const found = read({ 数据: rows })
  expect(Object.keys(found).toSorted()).toEqual([...fiscalFigureList].toSorted())
  expect(found.revenueBudget).toMatchObject({ value: '100000' })
  expect(found.growth).toMatchObject({ value: String(10 + fiscalFigureList.indexOf('growth')) })
})

it('takes nothing from what is no statement, and no word for a number', () => {
  expect(
    read({
      目标: [
        ['项目名称', '校舍维修'],
        ['一级指标', '指标值'],
      ],
    }),
  ).toEqual({})
  const words = account.map((row) => row.map((cell) => (typeof cell === 'number' ? '见附表' : cell)))
  expect(read({ 总表: words })).toEqual({})
})

it('reads back the list that the application writes', async () => {
  const figures = read({ 总表: account })
  const more = { ...figures, growth: { value: '5.2', source: '统计公报' } }
  const again = readFiscalStatement(await fiscalFiguresWorkbook(more), '数据表.xlsx')
  const values = (from: typeof figures) =>
    Object.fromEntries(Object.entries(from).map(([figure, { value }]) => [figure, value]))
  expect(values(again)).toEqual(values(more))
})
