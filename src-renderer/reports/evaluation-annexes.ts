import type { Paragraph, Table } from 'docx'
import { deductionsOf, replyDecisions } from '#domain/evaluation/findings'
import { indicatorsOf } from '#domain/evaluation/indicator-system'
import { leniencies } from '#domain/evaluation/leniency'
import { scoreText } from '#domain/evaluation/ranking'
import type { ReportFacts } from '#domain/evaluation/report-texts'
import { aggregations } from '#domain/evaluation/rules'
import { surveySteps } from '#domain/evaluation/survey'
import { marginText, surveyFigures } from '#domain/evaluation/survey-figures'
import { daysText, sortedVisits, visitorsText } from '#domain/evaluation/visit'
import { formatWeight } from '#domain/goals/weights'
import { formatWan } from '#domain/money'
import { percentText, type Ratio } from '#domain/monitoring/ratio'
import { body, type Column, gap, plain, type Row, table, textWidth, title } from './official-style.ts'

type Block = Paragraph | Table

function points(value: number | null): string {
  return value === null ? '—' : formatWeight(value)
}

function rate(value: number | null, full: number): string {
  return value === null || full === 0 ? '—' : percentText({ of: BigInt(value), to: BigInt(full) })
}

function percent(value: Ratio | null): string {
  return value === null ? '—' : percentText(value)
}

/** 各一级指标得分, as it stands in the conclusion. */
export function levelTable({ result }: ReportFacts): Table {
  const columns = [
    { name: '一级指标', width: 40 },
    { name: '分值', width: 20, align: 'right' },
    { name: '得分', width: 20, align: 'right' },
    { name: '得分率', width: 20, align: 'right' },
  ] as const
  const lines: Row[] = result.levels.map(({ level, full, points: given }) => [
    level.name,
    formatWeight(full),
    points(given),
    rate(given, full),
  ])
  const sum = ['合计', formatWeight(result.full), points(result.total), rate(result.total, result.full)]
  return table(columns, [...lines, sum.map((text) => ({ text, bold: true }))], textWidth.portrait)
}

/** So many experts have room beside each other on an upright page. */
const uprightExperts = 6

/** One annex with the side its page lies on. */
type Annex = { name: string; landscape: boolean; blocks: Block[] }

/**
 * 附件: score table, experts' marks, visits, problems, what the unit said, questionnaires; what is empty is left out. Each on pages of
 * its own.
 */
export function evaluationAnnexes(facts: ReportFacts): { landscape: boolean; blocks: Block[] }[] {
  const { task, surveys } = facts
  const isWide = task.experts.length > uprightExperts
  const annexes: Annex[] = [
    { name: '绩效评价评分表', landscape: false, blocks: scoreTable(facts) },
    { name: '专家评分汇总表', landscape: isWide, blocks: expertTable(facts, isWide) },
    ...((task.visits ?? []).length > 0
      ? [{ name: '现场评价情况表', landscape: true, blocks: visitTable(facts) }]
      : []),
    ...(task.problems.length > 0 ? [{ name: '问题清单', landscape: true, blocks: problemTable(facts) }] : []),
    ...(task.replies.length > 0
      ? [{ name: '征求意见及采纳情况表', landscape: true, blocks: replyTable(facts) }]
      : []),
    ...(surveys.length > 0
      ? [{ name: '满意度问卷汇总表', landscape: true, blocks: surveyTables(facts) }]
      : []),
  ]
  return annexes.map(({ name, landscape, blocks }, index) => ({
    landscape,
    blocks: [plain(`附件 ${index + 1}`, { face: 'heading' }), title(name), ...blocks],
  }))
}

function scoreTable(facts: ReportFacts): Block[] {
  const { result, task, sheets, rules } = facts
  const reasons = new Map(
    deductionsOf(task, sheets, rules).map((each) => [each.indicatorId, each.reasons.join('；')]),
  )
  const columns = [
    { name: '一级指标', width: 15, align: 'center' },
    { name: '二级指标', width: 13, align: 'center' },
    { name: '三级指标', width: 21 },
    { name: '分值', width: 8, align: 'right' },
    { name: '得分', width: 10, align: 'right' },
    { name: '扣分理由和说明', width: 33 },
  ] as const
  const rows = result.levels.flatMap(({ level, groups }) => {
    const levelRows = groups.reduce((sum, { items }) => sum + items.length, 0)
    return groups.flatMap(({ group, items }, groupIndex) =>
      items.map(({ indicator, points: given, unprovenBy }, index): Row => {
        const note = [
          reasons.get(indicator.id) ?? '',
          unprovenBy > 0 ? `${unprovenBy} 位专家认为有未证实的内容` : '',
        ]
        return [
          ...(groupIndex === 0 && index === 0
            ? [{ text: `${level.name}\n（${formatWeight(level.points)} 分）`, rows: levelRows }]
            : []),
          ...(index === 0 ? [{ text: group.name, rows: items.length }] : []),
          indicator.name,
          formatWeight(indicator.points),
          points(given),
          note.filter(Boolean).join('；'),
        ]
      }),
    )
  })
  const sum: Row = [
    { text: '合计', span: 3, bold: true },
    { text: formatWeight(result.full), bold: true },
    { text: points(result.total), bold: true },
    '',
  ]
  return [table(columns, [...rows, sum], textWidth.portrait)]
}

function expertTable({ task, result, agreement }: ReportFacts, isWide: boolean): Block[] {
  const { experts } = task
  const columns: Column[] = [
    { name: '三级指标', width: 28 },
    { name: '分值', width: 8, align: 'right' },
    ...experts.map(({ name }): Column => ({ name, width: 9, align: 'right' })),
    { name: '汇总', width: 9, align: 'right' },
    { name: '相差', width: 8, align: 'right' },
  ]
  const rows: Row[] = result.items.map(({ indicator, votes, points: given, spread, isRescored }) => [
    isRescored ? `${indicator.name}（第二轮）` : indicator.name,
    formatWeight(indicator.points),
    ...experts.map(({ expertId }) => {
      const vote = votes.find((each) => each.expertId === expertId)
      return vote ? formatWeight(vote.points) : '—'
    }),
    points(given),
    formatWeight(spread),
  ])
  const sums: Row = [
    { text: '合计', bold: true },
    { text: formatWeight(result.full), bold: true },
    ...experts.map(({ expertId }) => ({ text: sumOf(result.items, expertId), bold: true })),
    { text: points(result.total), bold: true },
    '',
  ]
  const strictness = leniencies(result.items).map(({ expertId, difference }) => {
    const name = experts.find((expert) => expert.expertId === expertId)?.name ?? ''
    return `${name} ${scoreText(difference, true) || '0.00'}`
  })
  const coefficient =
    agreement.coefficient === null
      ? `一致性系数：${agreement.why}。`
      : `Kendall 协同系数 W＝${scoreText(agreement.coefficient)}（专家 ${agreement.judges} 人，指标 ${agreement.objects} 个）。`
  return [
    table(columns, [...rows, sums], isWide ? textWidth.landscape : textWidth.portrait),
    gap(8),
    ...body(`汇总方法：${aggregations[result.aggregation]}。${coefficient}`),
    ...(strictness.length > 0
      ? body(`各专家与其他专家平均的宽严差（百分制，正数偏宽）：${strictness.join('，')}。`)
      : []),
  ]
}

function sumOf(items: ReportFacts['result']['items'], expertId: string): string {
  const given = items.flatMap(({ votes }) => votes.filter((vote) => vote.expertId === expertId))
  return given.length === 0 ? '—' : formatWeight(given.reduce((sum, vote) => sum + vote.points, 0))
}

function visitTable({ task, houses }: ReportFacts): Block[] {
  const columns = [
    { name: '序号', width: 6, align: 'center' },
    { name: '日期', width: 13, align: 'center' },
    { name: '地点', width: 16 },
    { name: '参加人员', width: 20 },
    { name: '查看内容', width: 19 },
    { name: '查看情况', width: 26 },
  ] as const
  const rows: Row[] = sortedVisits(task.visits ?? []).map((visit, index) => [
    String(index + 1),
    daysText(visit),
    visit.place,
    visitorsText(visit.visitors, (of) => houses[of] ?? ''),
    visit.aim,
    visit.state === 'done' ? visit.found : '（未完成）',
  ])
  return [table(columns, rows, textWidth.landscape)]
}

function problemTable({ task }: ReportFacts): Block[] {
  const names = new Map(indicatorsOf(task.system).map(({ id, name }) => [id, name]))
  const numbers = new Map(task.materials.map(({ id, number }) => [id, number]))
  const columns = [
    { name: '序号', width: 6, align: 'center' },
    { name: '涉及指标', width: 16 },
    { name: '问题', width: 34 },
    { name: '涉及金额\n（万元）', width: 11, align: 'right' },
    { name: '责任主体', width: 15 },
    { name: '整改建议', width: 24 },
    { name: '底稿', width: 9, align: 'center' },
  ] as const
  const rows: Row[] = task.problems.map((problem, index) => [
    String(index + 1),
    names.get(problem.indicatorId) ?? '—',
    problem.text,
    problem.amount === null ? '—' : formatWan(problem.amount),
    problem.owner,
    problem.advice,
    [...new Set(problem.evidence.map(({ attachmentId }) => numbers.get(attachmentId) ?? ''))].join(' '),
  ])
  return [table(columns, rows, textWidth.landscape)]
}

function replyTable({ task }: ReportFacts): Block[] {
  const names = new Map<string, string>([
    ...indicatorsOf(task.system).map(({ id, name }): [string, string] => [id, name]),
    ...task.problems.map(({ id }, index): [string, string] => [id, `问题 ${index + 1}`]),
  ])
  const columns = [
    { name: '序号', width: 6, align: 'center' },
    { name: '针对', width: 18 },
    { name: '被评价单位意见', width: 36 },
    { name: '采纳情况', width: 12, align: 'center' },
    { name: '处理说明', width: 28 },
  ] as const
  const rows: Row[] = task.replies.map(({ about, text, decision, answer }, index) => [
    String(index + 1),
    names.get(about) ?? '总体',
    text,
    decision === '' ? '' : replyDecisions[decision],
    answer,
  ])
  return [table(columns, rows, textWidth.landscape)]
}

function surveyTables({ surveys, rules }: ReportFacts): Block[] {
  const columns: Column[] = [
    { name: '问题', width: 34 },
    ...surveySteps.map((name): Column => ({ name, width: 10, align: 'right' })),
    { name: '有效回答', width: 10, align: 'right' },
    { name: '满意率', width: 10, align: 'right' },
  ]
  return surveys.flatMap((survey): Block[] => {
    const figures = surveyFigures(survey, rules.survey)
    const rows: Row[] = figures.questions.map(({ text, counts, answers, rate: own }) => [
      text,
      ...counts.map(String),
      String(answers),
      percent(own),
    ])
    const population = survey.population > 0 ? `共 ${survey.population} 人` : '总数不详'
    return [
      ...body(
        `${survey.title}。调查对象：${survey.audience || '—'}，${population}；有效问卷 ${figures.valid} 份，满意率 ${percent(figures.rate)}，加权满意度 ${figures.weighted === null ? '—' : `${scoreText(figures.weighted)} 分`}；${rules.survey.confidence}% 置信水平下抽样误差 ${marginText(figures.margin)}。`,
      ),
      gap(4),
      table(columns, rows, textWidth.landscape),
      gap(10),
    ]
  })
}
