import { ImageRun, Paragraph, type Table } from 'docx'
import { chineseDay, type Day } from '#domain/dates'
import { scoreText } from '#domain/evaluation/ranking'
import { type ReportFacts, reportOutline, reportTexts } from '#domain/evaluation/report-texts'
import { taskLevels } from '#domain/evaluation/task'
import { grades } from '#domain/grade'
import { evaluationAnnexes, levelTable } from './evaluation-annexes.ts'
import {
  body,
  centred,
  gap,
  heading,
  type Row,
  section,
  signature,
  sizes,
  subheading,
  table,
  textWidth,
  title,
} from './official-style.ts'
import type { ReportPicture } from './round-report.ts'
import { wordFile } from './word-file.ts'

export type EvaluationReportInput = {
  facts: ReportFacts
  pictures: readonly ReportPicture[]
  writtenOn: Day
}

type Block = Paragraph | Table

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const
/** Pixels of the text's width on A4 as Word draws it. */
const pictureWidth = 560

/**
 * 绩效评价报告 as a Word file, in the outline of 财预〔2020〕10号 附件3 (rules.md 1.10): cover, seven chapters with the table and
 * picture of the scores, and the annexes.
 */
export async function evaluationReport(input: EvaluationReportInput): Promise<Uint8Array> {
  const { facts, writtenOn } = input
  const { task, office } = facts
  const name = `${facts.year}年度绩效评价报告`
  const isDraft = task.state !== 'concluded'
  return wordFile({
    title: `${task.name}${name}`,
    creator: office,
    sections: [
      section(cover(input, name, isDraft), { cover: true }),
      section([...chapters(input), ...signature(office, chineseDay(writtenOn), 30)]),
      ...evaluationAnnexes(facts).map(({ landscape, blocks }) => section(blocks, { landscape })),
    ],
  })
}

function cover({ facts, writtenOn }: EvaluationReportInput, name: string, isDraft: boolean): Block[] {
  const { task, result, unitName, departmentName, agencyName, office } = facts
  const score = result.outOfHundred === null ? '—' : `${scoreText(result.outOfHundred)} 分`
  const rows: Row[] = [
    [{ text: '评价对象', bold: true }, task.name],
    [{ text: '实施单位', bold: true }, unitName || '—'],
    [{ text: '主管部门', bold: true }, departmentName || '—'],
    [{ text: '评价层级', bold: true }, taskLevels[task.level]],
    [{ text: '任务编号', bold: true }, task.number],
    [{ text: '现场评价', bold: true }, agencyName || office],
    [{ text: '综合得分', bold: true }, score],
    [{ text: '评价等级', bold: true }, result.grade === '' ? '—' : grades[result.grade]],
  ]
  const columns = [
    { name: '', width: 26, align: 'center' },
    { name: '', width: 74 },
  ] as const
  return [
    gap(70),
    title(name),
    centred(task.name, { face: 'subheading' }),
    ...(isDraft ? [centred('（征求意见稿）', { face: 'subheading' })] : []),
    gap(40),
    table(columns, rows, textWidth.portrait - 1200, false),
    gap(60),
    centred(office),
    centred(chineseDay(writtenOn)),
  ]
}

function chapters(input: EvaluationReportInput): Block[] {
  const { facts, pictures } = input
  const { texts } = reportTexts(facts)
  return reportOutline(facts).flatMap((chapter, index): Block[] => {
    const [only] = chapter.parts
    const isConclusion = only?.id === 'conclusion'
    return [
      heading(`${numerals[index]}、${chapter.title}`),
      ...(chapter.parts.length === 1 && only
        ? body(texts[only.id] ?? '')
        : chapter.parts.flatMap(({ id, title: part }, at) => [
            subheading(`（${numerals[at] ?? at + 1}）${part}`),
            ...body(texts[id] ?? ''),
          ])),
      ...(isConclusion ? [gap(6), levelTable(facts), gap(8), ...pictures.flatMap(drawn)] : []),
    ]
  })
}

function drawn({ title: name, png, width, height }: ReportPicture): Block[] {
  const image = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: pictureWidth, height: Math.round((height * pictureWidth) / width) },
    altText: { name, title: name, description: name },
  })
  return [
    new Paragraph({ children: [image], keepNext: true }),
    centred(name, { face: 'table', size: sizes.table }),
    gap(8),
  ]
}
