import type { Paragraph, Table } from 'docx'
import {
  type Assessment,
  cutOf,
  type DimensionPart,
  dimensionParts,
  emptyDimension,
  isShared,
  preconditionStates,
  type ReportText,
  reportTexts,
  ways,
} from '#domain/assessments/assessment'
import { conclusions } from '#domain/assessments/result'
import {
  type AssessmentScore,
  type DimensionScore,
  pointsText,
  rateText,
  suggestedConclusion,
} from '#domain/assessments/score'
import { chineseDay } from '#domain/dates'
import { type AssessmentReportInput, filled, unfilled, wan } from './assessment-report-input.ts'
import { body, gap, heading, plain, type Row, sizes, subheading, table, textWidth } from './official-style.ts'

type Block = Paragraph | Table

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

function described(assessment: Assessment, keys: readonly ReportText[]): Block[] {
  return keys.flatMap((key, index) => [
    subheading(`（${numerals[index]}）${reportTexts[key]}`),
    ...body(filled(assessment.texts[key])),
  ])
}

export function objectPart({
  assessment,
  unitName,
  departmentName,
  attribute,
  year,
}: AssessmentReportInput): Block[] {
  const { amount, previousAmount } = assessment
  const before = previousAmount === null ? '' : `上年安排 ${wan(previousAmount)}。`
  const nature = attribute === '' ? '' : `项目属性：${attribute}。`
  return [
    heading('一、评估对象基本情况', true),
    ...body(
      `“${assessment.name}”由${filled(unitName)}实施，主管部门为${filled(departmentName)}，列入 ${year} 年度预算。${nature}申报资金 ${wan(amount)}。${before}`,
    ),
    ...described(assessment, ['background', 'content', 'goals', 'funds']),
  ]
}

export function workPart({ assessment, sectionName }: AssessmentReportInput): Block[] {
  const { decision, visitOn, opinion, suggestion, countersign, experts } = assessment
  const way = decision.way === '' ? unfilled : ways[decision.way]
  const visit = visitOn === '' ? '' : `现场核实日期：${chineseDay(visitOn)}。`
  const shared = isShared(assessment)
    ? '绩效评估与预算评审一并进行，一次现场、成果共享；本报告的建议金额同时用于预算评审。'
    : ''
  const names = experts.map(({ name }) => name).join('、')
  return [
    heading('二、评估工作开展情况'),
    ...described(assessment, ['purpose', 'method', 'procedure']),
    subheading('（四）组织情况'),
    ...body(`评估方式：${way}。${visit}${shared}`),
    ...(names === '' ? [] : body(`专家组共 ${experts.length} 人：${names}。`)),
    ...(opinion.trim() === ''
      ? []
      : body(
          `${opinion}${suggestion === '' ? '' : `（建议：${ways[suggestion]}）`}`,
          `${sectionName || '支出管理科室'}初审意见：`,
        )),
    ...(countersign.trim() === '' ? [] : body(countersign, '预算科会签意见：')),
  ]
}

export function findingsPart({ assessment, rules }: AssessmentReportInput, score: AssessmentScore): Block[] {
  const { conclusion, recommended, amount, texts } = assessment
  const after = score.dimensions.length
  const cut = cutOf(assessment)
  const amounts = `申报金额 ${wan(amount)}，建议金额 ${wan(recommended)}${cut === null ? '' : `，核减 ${wan(cut)}`}。`
  return [
    heading('三、综合评估情况与结论'),
    ...score.dimensions.flatMap((one, index) => dimensionPart(assessment, one, index, score.experts > 0)),
    subheading(`（${numerals[after]}）综合得分`),
    ...body(
      score.experts === 0
        ? '专家尚未评分。'
        : `${score.experts} 位专家独立评分，各要点取平均分，四舍五入到两位小数。`,
    ),
    gap(6),
    dimensionTable(score),
    gap(8),
    subheading(`（${numerals[after + 1]}）总体结论`),
    ...body(suggestedConclusion(score, rules)?.reason ?? '专家评分尚未提交。', '得分对应。'),
    ...body(conclusion === '' ? unfilled : `${conclusions[conclusion]}。${texts.overall}`, '评估结论：'),
    ...body(amounts, '预算建议：'),
  ]
}

function dimensionPart(
  { dimensions }: Assessment,
  { dimension, sum, full }: DimensionScore,
  index: number,
  isScored: boolean,
): Block[] {
  const texts = dimensions[dimension.id] ?? emptyDimension
  const parts = Object.entries(dimensionParts) as [DimensionPart, string][] // the rows of the table
  const points = `本维度得分 ${pointsText(sum)} 分，满分 ${pointsText(full)} 分，得分率 ${rateText(sum, full)}。`
  return [
    subheading(`（${numerals[index]}）${dimension.name}`),
    ...(isScored ? body(points) : []),
    ...parts.flatMap(([key, name], order) => body(filled(texts[key]), `${order + 1}.${name}。`)),
  ]
}

function dimensionTable(score: AssessmentScore): Table {
  const columns = [
    { name: '维度', width: 46 },
    { name: '满分', width: 18, align: 'right' },
    { name: '得分', width: 18, align: 'right' },
    { name: '得分率', width: 18, align: 'right' },
  ] as const
  const isScored = score.experts > 0
  const line = (name: string, sum: number, full: number, bold = false): Row => [
    { text: name, bold },
    { text: pointsText(full), bold },
    { text: isScored ? pointsText(sum) : '—', bold },
    { text: isScored ? rateText(sum, full) : '—', bold },
  ]
  const rows = score.dimensions.map(({ dimension, sum, full }) => line(dimension.name, sum, full))
  return table(columns, [...rows, line('合计', score.total, score.full, true)], textWidth.portrait)
}

export function advicePart({ assessment }: AssessmentReportInput): Block[] {
  const { texts, preconditions } = assessment
  const columns = [
    { name: '序号', width: 9, align: 'center' },
    { name: '前置条件', width: 50 },
    { name: '状态', width: 16, align: 'center' },
    { name: '责任单位', width: 25 },
  ] as const
  const rows = preconditions.map(({ text, state, owner }, index) => [
    String(index + 1),
    text,
    preconditionStates[state],
    filled(owner),
  ])
  return [
    heading('四、相关建议'),
    subheading('（一）存在的主要问题'),
    ...body(filled(texts.problems)),
    subheading('（二）改进建议'),
    ...body(filled(texts.near), '近期：'),
    ...body(filled(texts.middle), '中期：'),
    ...body(filled(texts.long), '长期：'),
    subheading('（三）资金拨付前置条件'),
    ...(rows.length === 0
      ? body('未设前置条件。')
      : [gap(6), table(columns, rows, textWidth.portrait), gap(8)]),
  ]
}

export function otherPart({ assessment, office, printedOn }: AssessmentReportInput): Block[] {
  const { followUps, commissionedTo } = assessment
  return [
    heading('五、其他需要说明的问题'),
    ...body(assessment.texts.other.trim() === '' ? '无。' : assessment.texts.other),
    ...followUps.flatMap(({ on, text, by }) => body(`${chineseDay(on)}，${by}：${text}`, '落实情况。')),
    gap(30),
    plain(`评估机构（盖章）：${commissionedTo || office}`, { size: sizes.body }),
    plain(`报告日期：${chineseDay(printedOn)}`, { size: sizes.body }),
  ]
}
