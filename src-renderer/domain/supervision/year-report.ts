import type { AssessmentFigures } from '../assessments/figures.ts'
import type { CoverageRate } from '../evaluation/coverage.ts'
import { type RankingRow, scoreText } from '../evaluation/ranking.ts'
import { objectKinds } from '../goals/goal.ts'
import { type Grade, grades } from '../grade.ts'
import { type Fen, formatWan } from '../money.ts'
import type { RoundFigures } from '../monitoring/figures.ts'
import type { RegisterEntry, ReportChapter } from './register.ts'
import { type KindFigures, registerFigures, sumOfField } from './standing.ts'

export type ReportTo = 'congress' | 'government'

/** What a yearly report is written from; what is 涉密 is in none of it. Amounts in 分. */
export type YearReportFacts = {
  year: number
  office: string
  place: string
  goals: { all: number; approved: number; amount: Fen; approvedAmount: Fen; congress: number }
  assessments: AssessmentFigures
  rounds: readonly { name: string; figures: RoundFigures }[]
  disposals: { all: number; closed: number; amount: Fen }
  selfEvaluations: { all: number; collected: number }
  coverage: readonly CoverageRate[]
  /** Evaluations with a conclusion, best first, with the names that stand in the report's table. */
  results: readonly (RankingRow & { unitName: string })[]
  entries: readonly RegisterEntry[]
  today: string
}

/** A row of the report's table of figures. */
export type FigureRow = { name: string; all: string; done: string; share: string }

/**
 * A share in percent with one decimal, rounded half up; '—' of nothing. Whole numbers only, so the border of a tenth is
 * exact.
 */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return '—'
  const tenths = (BigInt(part) * 2000n + BigInt(whole)) / (2n * BigInt(whole))
  return `${tenths / 10n}.${tenths % 10n}%`
}

function figureOf(figures: readonly KindFigures[], kind: KindFigures['kind']): KindFigures {
  return figures.find((each) => each.kind === kind) ?? { kind, all: 0, open: 0, late: 0, done: 0 }
}

/** The report's table of figures: what was due and done at each stage, and how far the four years' cycle has come. */
export function figureRows(facts: YearReportFacts): FigureRow[] {
  const { goals, assessments, rounds, selfEvaluations, coverage, disposals } = facts
  const row = (name: string, all: number, done: number) => ({
    ...{ name, all: `${all}`, done: `${done}`, share: shareText(done, all) },
  })
  return [
    row('绩效目标批复', goals.all, goals.approved),
    row('事前绩效评估（应评、已评）', assessments.due, assessments.concluded),
    ...rounds.map(({ name, figures }) => row(`绩效监控：${name}`, figures.due, figures.reported)),
    row('监控处置销号', disposals.all, disposals.closed),
    row('单位自评', selfEvaluations.all, selfEvaluations.collected),
    ...coverage
      .filter(({ all }) => all > 0)
      .map(({ kind, all, covered }) => row(`${objectKinds[kind]}评价周期覆盖`, all, covered)),
  ]
}

/** How many concluded evaluations came to each grade. */
function gradeCounts(results: readonly Pick<RankingRow, 'grade'>[]): Record<Grade, number> {
  const count = (grade: Grade) => results.filter((each) => each.grade === grade).length
  return {
    excellent: count('excellent'),
    good: count('good'),
    medium: count('medium'),
    poor: count('poor'),
  }
}

/** What the table of figures is called: alone it bears no number. */
export function firstTable({ results }: Pick<YearReportFacts, 'results'>): string {
  return results.length === 0 ? '附表' : '附表 1'
}

/** A line of the table of results: name, unit, score, grade. */
export function resultLine({ name, unitName, points, grade }: YearReportFacts['results'][number]): string[] {
  return [name, unitName, scoreText(points), grade === '' ? '' : grades[grade]]
}

/**
 * The chapters of the year's report to 人大 or to the government, written from data (巴财〔2020〕38号 三（五）2: 向人大报告
 * 年度预算绩效管理工作和重点项目绩效评价结果). Text is a draft: a person changes it before it is given out.
 */
export function reportChapters(facts: YearReportFacts, to: ReportTo): ReportChapter[] {
  return [
    { id: 'overview', title: '总体情况', text: overview(facts, to) },
    { id: 'before', title: '绩效目标和事前绩效评估', text: before(facts) },
    { id: 'during', title: '绩效监控', text: during(facts) },
    { id: 'after', title: '绩效评价', text: after(facts) },
    { id: 'supervision', title: '监督和基础工作', text: supervision(facts) },
    { id: 'next', title: '存在的问题和下一步打算', text: next(facts, to) },
  ]
}

function overview({ year, place, office, goals }: YearReportFacts, to: ReportTo): string {
  const heard =
    to === 'congress'
      ? '按照预算审查监督的有关规定，现将有关情况报告如下，请予审议。'
      : '现将有关情况报告如下。'
  return [
    `${year} 年，${office}围绕${place}经济社会发展重大决策部署，推进全方位、全过程、全覆盖的预算绩效管理。${heard}`,
    `全年纳入绩效管理的政策、项目和部门整体支出 ${goals.all} 个，申报金额 ${formatWan(goals.amount)} 万元。`,
  ].join('\n')
}

function before({ goals, assessments }: YearReportFacts): string {
  const lines = [
    `批复绩效目标 ${goals.approved} 个，金额 ${formatWan(goals.approvedAmount)} 万元，占纳入管理数的 ${shareText(goals.approved, goals.all)}。`,
  ]
  if (goals.congress > 0) lines.push(`其中提交人大审议的重大项目绩效目标 ${goals.congress} 个。`)
  lines.push(
    assessments.due === 0
      ? '本年没有达到事前绩效评估标准的政策和项目。'
      : `应开展事前绩效评估 ${assessments.due} 个，已出具结论 ${assessments.concluded} 个，核减 ${formatWan(assessments.cut)} 万元。`,
  )
  return lines.join('\n')
}

function during({ rounds, disposals }: YearReportFacts): string {
  const asked = rounds.map(
    ({ name, figures }) =>
      `${name}应报 ${figures.due} 个，已报 ${figures.reported} 个；预算执行率 ${shareText(figures.paid, figures.budget)}，出现红灯 ${figures.colours.red} 个、黄灯 ${figures.colours.yellow} 个。`,
  )
  const handled =
    disposals.all === 0
      ? '没有需要处置的项目。'
      : `对 ${disposals.all} 个项目作出处置，已销号 ${disposals.closed} 个，拟调减、收回资金 ${formatWan(disposals.amount)} 万元。`
  return [...(asked.length === 0 ? ['本年尚未布置绩效监控。'] : asked), handled].join('\n')
}

function after({ selfEvaluations, results, coverage, year }: YearReportFacts): string {
  const { excellent, good, medium, poor } = gradeCounts(results)
  const lines = [
    selfEvaluations.all === 0
      ? '单位自评尚未布置。'
      : `应开展单位自评 ${selfEvaluations.all} 个，已汇总 ${selfEvaluations.collected} 个。`,
    results.length === 0
      ? '重点评价尚无结论。'
      : `完成重点评价 ${results.length} 个：优 ${excellent} 个、良 ${good} 个、中 ${medium} 个、差 ${poor} 个，结果见附表。`,
  ]
  const covered = coverage
    .filter(({ all }) => all > 0)
    .map(({ kind, all, covered: done }) => `${objectKinds[kind]} ${shareText(done, all)}`)
  if (covered.length > 0) lines.push(`到 ${year} 年，评价周期内的覆盖率：${covered.join('，')}。`)
  return lines.join('\n')
}

function supervision({ entries, today }: YearReportFacts): string {
  const figures = registerFigures(entries, today)
  const [invitation, audit, clue] = (['invitation', 'audit', 'clue'] as const).map((kind) =>
    figureOf(figures, kind),
  )
  const [training, publicity, meeting] = (['training', 'publicity', 'meeting'] as const).map(
    (kind) => figureOf(figures, kind).all,
  )
  const asked = (invitation?.open ?? 0) + (invitation?.done ?? 0)
  return [
    `邀请人大代表、政协委员参与绩效管理 ${invitation?.all ?? 0} 次，收到意见 ${asked} 条，已答复 ${invitation?.done ?? 0} 条。`,
    `审计指出绩效管理方面的问题 ${audit?.all ?? 0} 个，已整改销号 ${audit?.done ?? 0} 个。`,
    ...((clue?.all ?? 0) > 0 ? [`向纪检监察等部门移交违规线索 ${clue?.all ?? 0} 件。`] : []),
    `举办业务培训 ${training} 次、${sumOfField(entries, 'training', 'count')} 人次，刊载宣传信息 ${publicity} 篇，召开专家座谈会 ${meeting} 次。`,
  ].join('\n')
}

function next({ assessments, disposals, results, entries, today }: YearReportFacts, to: ReportTo): string {
  const late = figureOf(registerFigures(entries, today), 'audit').late
  const weak = results.filter(({ grade }) => grade === 'medium' || grade === 'poor').length
  const problems = [
    assessments.due - assessments.concluded - assessments.exempt > 0
      ? `有 ${assessments.due - assessments.concluded - assessments.exempt} 个政策和项目的事前绩效评估没有完成`
      : '',
    disposals.all - disposals.closed > 0 ? `有 ${disposals.all - disposals.closed} 个监控处置没有销号` : '',
    weak > 0 ? `有 ${weak} 个重点评价结果为中、差` : '',
    late > 0 ? `有 ${late} 个审计指出的问题逾期未整改` : '',
  ].filter((text) => text !== '')
  const found =
    problems.length === 0
      ? '各环节工作按计划完成，没有逾期事项。'
      : `存在的主要问题：${problems.join('；')}。`
  const close = to === 'congress' ? '认真落实审议意见，' : ''
  return [found, `下一步，${close}推动评价结果与预算安排挂钩，督促整改，公开绩效信息。`].join('\n')
}

/** The name of the report. */
export function reportTitle({ year, place }: Pick<YearReportFacts, 'year' | 'place'>, to: ReportTo): string {
  const receiver = to === 'congress' ? '人民代表大会常务委员会' : '人民政府'
  return `${year} 年度预算绩效管理工作情况报告（报${place}${receiver}）`
}
