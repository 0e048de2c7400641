import { ImageRun, Paragraph, type Table } from 'docx'
import { chineseDay, type Day } from '#domain/dates'
import { formatWan } from '#domain/money'
import { type LightKind, lightColours, lightKinds } from '#domain/monitoring/lights'
import { type ReportFigures, type ReportPart, reportParts } from '#domain/monitoring/report-figures'
import { rateText } from '#domain/monitoring/report-texts'
import { monthsText } from '#domain/monitoring/round'
import { adoptions, opinionVerdicts, type ReportOpinion } from '#domain/monitoring/round-report'
import {
  body,
  centred,
  gap,
  heading,
  plain,
  section,
  signature,
  sizes,
  table,
  textWidth,
  title,
} from './official-style.ts'
import { wordFile } from './word-file.ts'

/** A picture beside the numbers: PNG, with its size in pixels at which it was drawn. */
export type ReportPicture = { title: string; png: Uint8Array; width: number; height: number }

export type RoundReportInput = {
  office: string
  year: number
  figures: ReportFigures
  texts: Readonly<Record<ReportPart, string>>
  opinions: readonly ReportOpinion[]
  pictures: readonly ReportPicture[]
  isFinal: boolean
  writtenOn: Day
}

type Block = Paragraph | Table

const numerals = ['一', '二', '三', '四', '五', '六'] as const
const parts = Object.entries(reportParts) as [ReportPart, string][] // the entries of the table
const kinds = Object.entries(lightKinds) as [LightKind, string][] // the entries of the table
/** Pixels of the text's width on A4 as Word draws it. */
const pictureWidth = 560

/** 绩效监控总报告 as a Word file: six parts with the tables and pictures where they are spoken of, annexes sideways. */
export async function roundReportDocument(input: RoundReportInput): Promise<Uint8Array> {
  const { office, year, figures, isFinal } = input
  const name = `${year}年度${figures.roundName.replace(/绩效监控$/, '')}绩效运行监控总报告`
  return wordFile({
    title: name,
    creator: office,
    sections: [
      section([
        title(name),
        ...(isFinal ? [] : [centred('（征求意见稿）', { face: 'subheading' }), gap(6)]),
        ...parts.flatMap(([part, word], index) => [
          heading(`${numerals[index]}、${word}`),
          ...body(input.texts[part]),
          ...besides(part, input),
        ]),
        ...signature(office, chineseDay(input.writtenOn), 30),
      ]),
      section(annexes(input), { landscape: true }),
    ],
  })
}

/** What stands beneath the text of a part. */
function besides(part: ReportPart, { figures, pictures }: RoundReportInput): Block[] {
  if (part === 'money') return [gap(6), sectionTable(figures), gap(8), ...drawn(pictures, 0)]
  if (part === 'goals') return [gap(6), lightTable(figures), gap(8), ...drawn(pictures, 1)]
  return []
}

function drawn(pictures: readonly ReportPicture[], index: number): Block[] {
  const picture = pictures[index]
  if (!picture) return []
  const { png, width, height } = picture
  const image = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: pictureWidth, height: Math.round((height * pictureWidth) / width) },
    altText: { name: picture.title, title: picture.title, description: picture.title },
  })
  return [
    new Paragraph({ children: [image], keepNext: true }),
    centred(picture.title, { face: 'table', size: sizes.table }),
    gap(8),
  ]
}

function sectionTable({ sections, all, month }: ReportFigures): Table {
  const columns = [
    { name: '归口股室', width: 26 },
    { name: '应报', width: 9, align: 'right' },
    { name: '已报', width: 9, align: 'right' },
    { name: '预算数\n（万元）', width: 18, align: 'right' },
    { name: `${monthsText(month)}支出\n（万元）`, width: 18, align: 'right' },
    { name: '执行率', width: 11, align: 'right' },
    { name: '预警', width: 9, align: 'right' },
  ] as const
  const lines = [...sections, { name: '合计', figures: all }].map(({ name, figures }) => [
    name,
    String(figures.due),
    String(figures.reported),
    formatWan(figures.budget),
    formatWan(figures.paid),
    rateText(figures),
    String(figures.colours.red),
  ])
  return table(columns, lines, textWidth.portrait)
}

function lightTable({ lights }: ReportFigures): Table {
  const columns = [
    { name: '监控内容', width: 28 },
    ...Object.values(lightColours).map((name) => ({ name, width: 14, align: 'right' as const })),
  ]
  const lines = kinds.map(([kind, name]) => [
    name,
    ...Object.keys(lightColours).map((colour) => String(lights[kind][colour as keyof typeof lightColours])), // its keys
  ])
  return table(columns, lines, textWidth.portrait)
}

function annexes(input: RoundReportInput): Block[] {
  const { figures, opinions } = input
  const lists: [string, Block][] = [
    ['预警项目清单', warningTable(figures)],
    ['处置清单', disposalTable(figures)],
    ['预算调整、收回和取消清单', basisTable(figures)],
    ['征求意见及采纳情况', opinionTable(opinions)],
  ]
  return lists.flatMap(([name, block], index) => [
    plain(`附件 ${index + 1}`, { face: 'heading' }, index > 0),
    centred(name, { face: 'title', size: 36, bold: true }),
    gap(6),
    block,
    gap(12),
  ])
}

const none = (columns: number) => [[{ text: '无', span: columns }]]

function warningTable({ warnings }: ReportFigures): Table {
  const columns = [
    { name: '序号', width: 5, align: 'center' },
    { name: '项目', width: 22 },
    { name: '单位', width: 15 },
    { name: '归口股室', width: 11 },
    { name: '预算数\n（万元）', width: 10, align: 'right' },
    { name: '执行率', width: 8, align: 'right' },
    { name: '预警情况', width: 46 },
  ] as const
  const lines = warnings.map(({ name, unitName, sectionName, budget, paid, lights }, index) => [
    String(index + 1),
    name,
    unitName,
    sectionName,
    formatWan(budget),
    budget === null || paid === null ? '' : rateText({ budget, paid }),
    lights
      .map(({ kind, colour, reason }) => `${lightKinds[kind]}（${lightColours[colour]}）：${reason}`)
      .join('\n'),
  ])
  return table(columns, lines.length === 0 ? none(columns.length) : lines, textWidth.landscape)
}

function disposalTable({ disposals }: ReportFigures): Table {
  const columns = [
    { name: '序号', width: 5, align: 'center' },
    { name: '项目', width: 24 },
    { name: '单位', width: 18 },
    { name: '处置', width: 10 },
    { name: '要求', width: 36 },
    { name: '期限', width: 12 },
    { name: '进展', width: 9 },
  ] as const
  const lines = disposals.map(({ name, unitName, measure, demand, dueOn, state }, index) => [
    String(index + 1),
    name,
    unitName,
    measure,
    demand,
    chineseDay(dueOn),
    state,
  ])
  return table(columns, lines.length === 0 ? none(columns.length) : lines, textWidth.landscape)
}

function basisTable({ basis }: ReportFigures): Table {
  const columns = [
    { name: '序号', width: 5, align: 'center' },
    { name: '项目', width: 26 },
    { name: '单位', width: 20 },
    { name: '事项', width: 16 },
    { name: '金额\n（万元）', width: 11, align: 'right' },
    { name: '理由', width: 36 },
  ] as const
  const lines = basis.map(({ name, unitName, what, amount, why }, index) => [
    String(index + 1),
    name,
    unitName,
    what,
    formatWan(amount),
    why,
  ])
  return table(columns, lines.length === 0 ? none(columns.length) : lines, textWidth.landscape)
}

function opinionTable(opinions: readonly ReportOpinion[]): Table {
  const columns = [
    { name: '股室', width: 16 },
    { name: '反馈', width: 10 },
    { name: '意见', width: 36 },
    { name: '反馈人、日期', width: 16 },
    { name: '采纳情况', width: 10 },
    { name: '说明', width: 26 },
  ] as const
  const lines = opinions.map(({ sectionName, verdict, text, by, on, adopted, answer }) => [
    sectionName,
    verdict === '' ? '未反馈' : opinionVerdicts[verdict],
    text,
    [by, chineseDay(on)].filter(Boolean).join('\n'),
    adopted === '' ? '' : adoptions[adopted],
    answer,
  ])
  return table(columns, lines.length === 0 ? none(columns.length) : lines, textWidth.landscape)
}
