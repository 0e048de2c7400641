import { fiscalFigureList, fiscalFigures, type StatedFigures } from '#domain/evaluation/fiscal-figures'
import { formatWanExact } from '#domain/money'
import { bytesOf, loadExcel } from './form-style.ts'
import { addList, type Head } from './write-list.ts'

type Row = { name: string; value: string; source: string }

const heads: readonly Head<Row>[] = [
  { title: '项目', width: 44, kind: 'text', read: ({ name }) => name },
  { title: '数值', width: 22, kind: 'rate', read: ({ value }) => value },
  { title: '来源', width: 50, kind: 'text', read: ({ source }) => source },
]

/** 财政运行数据表: the figures to be filled in, with what is known; amounts in 万元 are read back by their names. */
export async function fiscalFiguresWorkbook(figures: StatedFigures): Promise<Uint8Array> {
  const { Workbook } = await loadExcel()
  const book = new Workbook()
  const rows = fiscalFigureList.map((figure): Row => {
    const { name, kind } = fiscalFigures[figure]
    const { value = '', source = '' } = figures[figure] ?? {}
    const isAmount = kind === 'amount' && value !== ''
    return { name, value: isAmount ? formatWanExact(Number(value)) : value, source }
  })
  addList(
    book,
    { sheet: '数据', title: '财政运行数据表', note: '取自财政总决算等报表　金额单位：万元', office: '' },
    heads,
    rows,
  )
  return bytesOf(book)
}
