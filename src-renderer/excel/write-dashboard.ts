import { asOfText, type Board, type LightRow, type UnspentRow } from '#domain/dashboard/board'
import type { YearLine } from '#domain/dashboard/figures'
import type { HeatRow } from '#domain/dashboard/heat'
import { lightKindList, stages } from '#domain/dashboard/lights'
import type { ProjectLine } from '#domain/dashboard/project-lines'
import { type Ranked, rankings } from '#domain/dashboard/ranking'
import type { Warning } from '#domain/dashboard/warnings'
import { formatRate } from '#domain/execution/rate'
import type { Fen } from '#domain/money'
import { lightColours, lightKinds } from '#domain/monitoring/lights'
import { monthsText } from '#domain/monitoring/round'
import { bytesOf, loadExcel } from './form-style.ts'
import { addList, type Head } from './write-list.ts'

export type BoardNames = {
  office: string
  unitNames: ReadonlyMap<string, string>
  sectionNames: ReadonlyMap<string, string>
}

function money<Row>(title: string, read: (row: Row) => Fen | null, summed = true): Head<Row> {
  return { title: `${title}（万元）`, width: 16, kind: 'money', read, ...(summed ? { summed: true } : {}) }
}

function text<Row>(title: string, width: number, read: (row: Row) => string): Head<Row> {
  return { title, width, kind: 'text', read }
}

function rate<Row>(title: string, read: (row: Row) => string): Head<Row> {
  return { title, width: 11, kind: 'rate', read }
}

function count<Row>(title: string, read: (row: Row) => number, summed = true): Head<Row> {
  return { title, width: 10, kind: 'count', read, ...(summed ? { summed: true } : {}) }
}

type Total = { name: string; amount: Fen | null; rate: string }

function totals({ figures, forecast, hasLastYear }: Board): Total[] {
  const amount = (name: string, value: Fen | null) => ({ name, amount: value, rate: '' })
  return [
    amount('年初预算', figures.initial),
    amount('调整后预算', figures.adjusted),
    amount('下达', figures.allocated),
    { name: '支出', amount: figures.paid, rate: formatRate(figures.rate) },
    { name: '参照', amount: figures.reference, rate: formatRate(figures.referenceRate) },
    amount('差额', figures.gap),
    amount('上年同期', hasLastYear ? figures.lastYear : null),
    amount('预计年底结余', forecast.unspent),
  ]
}

const lineHeads: readonly Head<YearLine>[] = [
  text('月份', 14, ({ month }) => monthsText(month)),
  money('支出', ({ paid }) => paid, false),
  money('参照', ({ reference }) => reference, false),
  money('差额', ({ paid, reference }) => (paid === null ? null : paid - reference), false),
  money('上年同期', ({ lastYear }) => lastYear, false),
]

function lightHeads(name: string): Head<LightRow>[] {
  return [
    text(name, 30, (row) => row.name),
    count('项目', (row) => row.count),
    count('预警', ({ worst }) => worst.red),
    count('关注', ({ worst }) => worst.yellow),
    ...lightKindList.flatMap((kind) => [
      count<LightRow>(`${lightKinds[kind]}：预警`, ({ lights }) => lights[kind].red),
      count<LightRow>(`${lightKinds[kind]}：关注`, ({ lights }) => lights[kind].yellow),
    ]),
  ]
}

function rankedHeads(name: string): Head<Ranked>[] {
  return [
    { title: '名次', width: 8, kind: 'count', read: ({ place }) => place },
    text(name, 30, (row) => row.name),
    rate('支出进度', ({ figures }) => formatRate(figures.rate)),
    rate('参照', ({ figures }) => formatRate(figures.referenceRate)),
    { title: '名次升降', width: 10, kind: 'count', read: ({ change }) => change },
    money('调整后预算', ({ figures }) => figures.adjusted),
    money('支出', ({ figures }) => figures.paid),
    money('差额', ({ figures }) => figures.gap),
  ]
}

function heatHeads(month: number): Head<HeatRow>[] {
  return [
    text('项目', 34, ({ name }) => name),
    ...Array.from({ length: month }, (_, at) =>
      text<HeatRow>(`${at + 1}月`, 12, ({ cells }) => {
        const cell = cells[at]
        return cell
          ? `${lightColours[cell.colour]} ${formatRate(cell.rate)}／${formatRate(cell.reference)}`
          : ''
      }),
    ),
  ]
}

const warningHeads: readonly Head<Warning>[] = [
  text('项目', 32, ({ name }) => name),
  text('单位', 22, ({ unitName }) => unitName),
  text('归口股室', 16, ({ sectionName }) => sectionName),
  text('灯', 8, ({ worst }) => lightColours[worst]),
  text('原因', 44, ({ cause, unitCause }) => [cause, unitCause].filter(Boolean).join('\n')),
  text('进展', 10, ({ state }) => state),
  money('差额', ({ gap }) => gap),
  count('天数', ({ days }) => days, false),
]

const unspentHeads: readonly Head<UnspentRow>[] = [
  text('单位', 34, ({ name }) => name),
  count('项目', (row) => row.count),
  money('预计结余', ({ unspent }) => unspent),
]

function projectHeads({ unitNames, sectionNames }: BoardNames): Head<ProjectLine>[] {
  return [
    text('项目', 34, ({ name }) => name),
    text('单位', 24, ({ unitId }) => unitNames.get(unitId) ?? ''),
    text('归口股室', 16, ({ sectionId }) => sectionNames.get(sectionId) ?? ''),
    money('年初预算', ({ initial }) => initial),
    money('调整后预算', ({ adjusted }) => adjusted),
    money('下达', ({ allocated }) => allocated),
    money('支出', ({ paid }) => paid),
    rate('支出进度', (line) => formatRate(line.rate)),
    rate('参照', ({ referenceShare }) => formatRate(referenceShare)),
    money('差额', ({ gap }) => gap),
    money('上年同期', ({ lastYear }) => lastYear),
    money('预计结余', ({ unspent }) => unspent),
    ...lightKindList.map((kind) =>
      text<ProjectLine>(lightKinds[kind], 9, ({ colours }) => lightColours[colours[kind]]),
    ),
    text('环节', 10, ({ stage, goalId }) => (goalId === '' ? '' : stages[stage])),
  ]
}

/** 监控看板: the figures, every picture's numbers, the warnings, and all projects behind them, a sheet each. */
export async function dashboardWorkbook(
  board: Board,
  lines: readonly ProjectLine[],
  names: BoardNames,
): Promise<Uint8Array> {
  const excel = await loadExcel()
  const book = new excel.Workbook()
  const { filter, ranking, year, scope } = board
  const titled = (sheet: string) => ({
    sheet,
    title: `${year}年${monthsText(filter.month)}监控看板：${sheet}`,
    note: [scope, asOfText(board)].filter(Boolean).join('　'),
    office: names.office,
  })
  const totalHeads: readonly Head<Total>[] = [
    text('指标', 24, ({ name }) => name),
    money('金额', ({ amount }) => amount, false),
    rate('进度', (row) => row.rate),
  ]
  addList(book, titled('总体情况'), totalHeads, totals(board))
  addList(book, titled('各月支出'), lineHeads, board.line.slice(0, filter.month))
  addList(book, titled('单位亮灯'), lightHeads('单位'), board.lightsByUnit)
  addList(book, titled('环节亮灯'), lightHeads('管理环节'), board.lightsByStage)
  addList(book, titled('支出进度排名'), rankedHeads(rankings[ranking]), board.ranked)
  addList(book, titled('项目进度'), heatHeads(filter.month), board.heat)
  addList(book, titled('预警项目'), warningHeads, board.warnings)
  addList(book, titled('预计年底结余'), unspentHeads, board.unspent)
  addList(book, titled('项目明细'), projectHeads(names), lines)
  return bytesOf(book)
}
