import type { Paragraph, Table } from 'docx'
import { cutOf, isShared, reportVersions, whyAssessed } from '#domain/assessments/assessment'
import { conclusions } from '#domain/assessments/result'
import { assessmentKinds } from '#domain/assessments/rules'
import {
  type AssessmentScore,
  combinedScore,
  pointsText,
  suggestedConclusion,
} from '#domain/assessments/score'
import { chineseDay } from '#domain/dates'
import { formatWanExact } from '#domain/money'
import { expertOpinions, materialList, scoreTable } from './assessment-annexes.ts'
import { advicePart, findingsPart, objectPart, otherPart, workPart } from './assessment-chapters.ts'
import { type AssessmentReportInput, filled, wan } from './assessment-report-input.ts'
import { body, centred, gap, type Row, section, table, textWidth, title } from './official-style.ts'
import { wordFile } from './word-file.ts'

/**
 * 事前绩效评估报告 as a Word file, filled from the data in the outline of the city's method: 基本情况、工作开展情况、综合
 * 评估情况与结论、相关建议、其他需要说明的问题, with score table, materials and experts' opinions annexed.
 */
export async function assessmentReport(input: AssessmentReportInput): Promise<Uint8Array> {
  const { assessment, rules } = input
  const score = combinedScore(assessment.experts, rules.tables[assessment.kind])
  const name = `${assessmentKinds[assessment.kind]}事前绩效评估报告`
  return wordFile({
    title: `${assessment.name}${name}`,
    creator: input.office,
    sections: [
      section(cover(input, name), { cover: true }),
      section([
        ...summary(input, score),
        ...objectPart(input),
        ...workPart(input),
        ...findingsPart(input, score),
        ...advicePart(input),
        ...otherPart(input),
      ]),
      section(scoreTable(assessment, score), { landscape: true }),
      section([...materialList(assessment), ...expertOpinions(assessment, rules)]),
    ],
  })
}

function cover(
  { assessment, office, unitName, departmentName, printedOn }: AssessmentReportInput,
  name: string,
) {
  const shared = isShared(assessment)
  const rows: Row[] = [
    [{ text: '项目名称', bold: true }, assessment.name],
    [{ text: '主管部门', bold: true }, filled(departmentName)],
    [{ text: '项目单位', bold: true }, filled(unitName)],
    [{ text: '委托单位', bold: true }, filled(office)],
    [{ text: '评估机构', bold: true }, filled(assessment.commissionedTo)],
    [{ text: '评估编号', bold: true }, filled(assessment.number)],
    ...(shared ? [[{ text: '评审编号', bold: true }, filled(assessment.reviewNumber)]] : []),
    [{ text: '评估基准日', bold: true }, filled(chineseDay(assessment.basedOn))],
    [{ text: '版次', bold: true }, reportVersions[assessment.reportVersion]],
  ]
  const columns = [
    { name: '', width: 26, align: 'center' },
    { name: '', width: 74 },
  ] as const
  return [
    gap(70),
    title(name),
    centred(assessment.name, { face: 'subheading' }),
    gap(40),
    table(columns, rows, textWidth.portrait - 1200, false),
    gap(60),
    centred(office),
    centred(chineseDay(printedOn)),
  ]
}

function summary(
  { assessment, rules, unitName }: AssessmentReportInput,
  score: AssessmentScore,
): (Paragraph | Table)[] {
  const { conclusion, recommended, amount, preconditions, texts } = assessment
  const columns = [
    { name: '申报金额\n（万元）', width: 20, align: 'right' },
    { name: '建议金额\n（万元）', width: 20, align: 'right' },
    { name: '核减金额\n（万元）', width: 20, align: 'right' },
    { name: '综合得分', width: 16, align: 'right' },
    { name: '评估结论', width: 24, align: 'center' },
  ] as const
  const figures = [
    formatWanExact(amount),
    formatWanExact(recommended),
    formatWanExact(cutOf(assessment)),
    score.experts === 0 ? '' : pointsText(score.total),
    conclusion === '' ? '' : conclusions[conclusion],
  ]
  const open = preconditions.filter(({ state }) => state !== 'met').length
  const conditions =
    preconditions.length === 0
      ? '未设前置条件。'
      : `共 ${preconditions.length} 项，其中 ${open} 项尚未全部落实，详见“四、相关建议”。`
  return [
    title('摘　要'),
    ...body(
      `${unitName}申报“${assessment.name}”，申报资金 ${wan(amount)}。评估事由：${whyAssessed(assessment)}。`,
    ),
    gap(6),
    table(columns, [figures.map((figure) => figure || '—')], textWidth.portrait),
    gap(6),
    ...body(filled(texts.overall), '评估结论。'),
    ...body(conditions, '前置条件。'),
    ...body(filled(texts.problems), '主要问题和风险。'),
    ...body(suggestedConclusion(score, rules)?.reason ?? '专家评分尚未提交。', '得分情况。'),
  ]
}
