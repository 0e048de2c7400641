import type { Fen } from '#domain/money'
import { type LightKind, lightColours, lightKinds } from '#domain/monitoring/lights'
import type {
  BudgetBasis,
  ReportDisposal,
  ReportFigures,
  ReportWarning,
} from '#domain/monitoring/report-figures'
import { rateText } from '#domain/monitoring/report-texts'
import { bytesOf, loadExcel } from './form-style.ts'
import { addList, type Head } from './write-list.ts'

type SectionLine = ReportFigures['sections'][number]
const kinds = Object.entries(lightKinds) as [LightKind, string][] // the entries of the table

const sectionHeads: readonly Head<SectionLine>[] = [
  { title: '归口股室', width: 24, kind: 'text', read: ({ name }) => name },
  { title: '应报（个）', width: 11, kind: 'count', read: ({ figures }) => figures.due, summed: true },
  { title: '已报（个）', width: 11, kind: 'count', read: ({ figures }) => figures.reported, summed: true },
  { title: '免报（个）', width: 11, kind: 'count', read: ({ figures }) => figures.exempt, summed: true },
  { title: '预算数（万元）', width: 16, kind: 'money', read: ({ figures }) => figures.budget, summed: true },
  { title: '支出数（万元）', width: 16, kind: 'money', read: ({ figures }) => figures.paid, summed: true },
  { title: '执行率', width: 10, kind: 'rate', read: ({ figures }) => rateText(figures) },
  ...(['red', 'yellow', 'blue', 'green', 'none'] as const).map(
    (colour): Head<SectionLine> => ({
      title: `${lightColours[colour]}（个）`,
      width: 11,
      kind: 'count',
      read: ({ figures }) => figures.colours[colour],
      summed: true,
    }),
  ),
]

const warningHeads: readonly Head<ReportWarning>[] = [
  { title: '项目', width: 32, kind: 'text', read: ({ name }) => name },
  { title: '单位', width: 22, kind: 'text', read: ({ unitName }) => unitName },
  { title: '归口股室', width: 16, kind: 'text', read: ({ sectionName }) => sectionName },
  { title: '预算数（万元）', width: 14, kind: 'money', read: ({ budget }) => budget, summed: true },
  { title: '支出数（万元）', width: 14, kind: 'money', read: ({ paid }) => paid, summed: true },
  {
    title: '执行率',
    width: 9,
    kind: 'rate',
    read: ({ budget, paid }) => (budget === null || paid === null ? '' : rateText({ budget, paid })),
  },
  ...kinds.map(
    ([kind, title]): Head<ReportWarning> => ({
      title,
      width: 26,
      kind: 'text',
      read: ({ lights }) => {
        const light = lights.find((each) => each.kind === kind)
        return light ? `${lightColours[light.colour]}：${light.reason}` : ''
      },
    }),
  ),
]

const disposalHeads: readonly Head<ReportDisposal>[] = [
  { title: '项目', width: 32, kind: 'text', read: ({ name }) => name },
  { title: '单位', width: 24, kind: 'text', read: ({ unitName }) => unitName },
  { title: '处置', width: 12, kind: 'text', read: ({ measure }) => measure },
  { title: '要求', width: 44, kind: 'text', read: ({ demand }) => demand },
  { title: '期限', width: 13, kind: 'text', read: ({ dueOn }) => dueOn },
  { title: '进展', width: 11, kind: 'text', read: ({ state }) => state },
]

const basisHeads: readonly Head<BudgetBasis>[] = [
  { title: '项目', width: 32, kind: 'text', read: ({ name }) => name },
  { title: '单位', width: 24, kind: 'text', read: ({ unitName }) => unitName },
  { title: '事项', width: 22, kind: 'text', read: ({ what }) => what },
  { title: '金额（万元）', width: 15, kind: 'money', read: ({ amount }): Fen | null => amount, summed: true },
  { title: '理由', width: 48, kind: 'text', read: ({ why }) => why },
]

/** 监控总报告附表: sections, warnings, disposals and what next year's budget rests on, a sheet each. */
export async function roundReportWorkbook(
  figures: ReportFigures,
  { year, office }: { year: number; office: string },
): Promise<Uint8Array> {
  const excel = await loadExcel()
  const book = new excel.Workbook()
  const titled = (sheet: string, count: string) => ({
    sheet,
    title: `${year}年度${figures.roundName}：${sheet}`,
    note: count,
    office,
  })
  const { sections, warnings, disposals, basis } = figures
  addList(book, titled('分股室汇总', `共 ${sections.length} 个股室`), sectionHeads, sections)
  addList(book, titled('预警项目清单', `共 ${warnings.length} 个项目`), warningHeads, warnings)
  addList(book, titled('处置清单', `共 ${disposals.length} 项`), disposalHeads, disposals)
  addList(book, titled('预算调整和收回清单', `共 ${basis.length} 项`), basisHeads, basis)
  return bytesOf(book)
}
