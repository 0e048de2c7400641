import { chineseDay, type Day } from '../dates.ts'
import { type Goal, objectKinds } from '../goals/goal.ts'
import { formatWeight } from '../goals/weights.ts'
import { type Grade, grades } from '../grade.ts'
import { formatWan, formatWanExact } from '../money.ts'
import { absolute, minus, percentText, type Ratio } from '../monitoring/ratio.ts'
import type { Agreement } from './agreement.ts'
import { deductionsOf, replyDecisions } from './findings.ts'
import { indicatorsOf } from './indicator-system.ts'
import { scoreText } from './ranking.ts'
import type { ResultLevel, TaskResult } from './result.ts'
import { aggregations, type EvaluationRules } from './rules.ts'
import type { ScoreSheet } from './score-sheet.ts'
import type { Survey } from './survey.ts'
import { marginText, surveyFigures } from './survey-figures.ts'
import { type EvaluationTask, taskLevels } from './task.ts'
import { visitFigures } from './visit.ts'

/** Everything that the report is written from. */
export type ReportFacts = {
  task: EvaluationTask
  sheets: readonly ScoreSheet[]
  result: TaskResult
  agreement: Agreement
  goal: Pick<Goal, 'annualGoals' | 'basis' | 'overview' | 'total' | 'indicators'> | null
  surveys: readonly Survey[]
  self: { points: Ratio; grade: Grade | '' } | null
  office: string
  year: number
  unitName: string
  departmentName: string
  /** '' where the bureau works by itself. */
  agencyName: string
  /** Names of agencies and sections by their id, for the people who went. */
  houses: Readonly<Record<string, string>>
  rules: EvaluationRules
}

/** One text of the report; `id` is its key in the texts of the task. */
export type ReportPart = { id: string; title: string }
export type ReportChapter = { title: string; parts: readonly ReportPart[] }

/**
 * The outline of a report (财预〔2020〕10号 附件3, as rules.md 1.10 has it): seven chapters; the analysis has one part for each
 * 一级指标 of the task's system.
 */
export function reportOutline({ task }: Pick<ReportFacts, 'task'>): ReportChapter[] {
  const analysis = task.system.levels.map(({ id, name }) => ({ id: `level:${id}`, title: `${name}情况` }))
  return [
    {
      title: '基本情况',
      parts: [
        { id: 'overview', title: `${objectKinds[task.kind]}概况` },
        { id: 'goals', title: '绩效目标' },
      ],
    },
    {
      title: '绩效评价工作开展情况',
      parts: [
        { id: 'purpose', title: '评价目的、对象和范围' },
        { id: 'method', title: '评价原则、指标体系、方法和标准' },
        { id: 'process', title: '评价工作过程' },
      ],
    },
    { title: '综合评价情况及评价结论', parts: [{ id: 'conclusion', title: '评价结论' }] },
    { title: '绩效评价指标分析', parts: analysis },
    {
      title: '主要经验及做法、存在的问题及原因分析',
      parts: [
        { id: 'practice', title: '主要经验及做法' },
        { id: 'problems', title: '存在的问题及原因分析' },
      ],
    },
    { title: '有关建议', parts: [{ id: 'advice', title: '建议' }] },
    { title: '其他需要说明的问题', parts: [{ id: 'others', title: '其他说明' }] },
  ]
}

/** The text of each part: what a person wrote in the task, else the draft from the data, which follows it. */
export function reportTexts(facts: ReportFacts): {
  drafted: Record<string, string>
  texts: Record<string, string>
} {
  const drafted = draftedTexts(facts)
  const texts = Object.fromEntries(
    Object.entries(drafted).map(([id, draft]) => [id, facts.task.texts[id]?.trim() || draft]),
  )
  return { drafted, texts }
}

function draftedTexts(facts: ReportFacts): Record<string, string> {
  const levels = facts.result.levels.map((level) => [`level:${level.level.id}`, levelText(level, facts)])
  return {
    overview: overviewText(facts),
    goals: goalsText(facts),
    purpose: purposeText(facts),
    method: methodText(facts),
    process: processText(facts),
    conclusion: conclusionText(facts),
    ...Object.fromEntries(levels),
    practice: practiceText(facts),
    problems: problemsText(facts),
    advice: adviceText(facts),
    others: othersText(facts),
  }
}

const unfilled = '（待补充）'

function joined(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

function overviewText({ task, goal, year, unitName, departmentName }: ReportFacts): string {
  const who = unitName === '' ? '' : `由${unitName}实施`
  const above = departmentName === '' || departmentName === unitName ? '' : `，主管部门为${departmentName}`
  const total = goal?.total ?? null
  const money = total === null ? '' : `${year} 年度预算安排 ${formatWanExact(total)} 万元。`
  return joined([
    `“${task.name}”${who}${above}。${money}`,
    goal?.basis ? `立项依据：${goal.basis}` : '',
    goal?.overview ?? '',
  ])
}

function goalsText({ goal }: ReportFacts): string {
  if (!goal) return unfilled
  return joined([...goal.annualGoals, `设置绩效指标 ${goal.indicators.length} 个。`])
}

function purposeText({ task, year, unitName }: ReportFacts): string {
  const of = unitName === '' ? '' : `（${unitName}）`
  return joined([
    '评价目的：了解资金使用和绩效目标实现情况，总结经验，查找问题，为改进管理、安排预算提供依据。',
    `评价对象：${task.name}${of}。`,
    `评价范围：${year} 年度的资金安排、使用和管理，以及产出和效益。`,
  ])
}

function methodText({ task, result, rules }: ReportFacts): string {
  const { system } = task
  const levels = system.levels.map(({ name, points }) => `${name} ${formatWeight(points)} 分`).join('、')
  const { excellent, good, medium } = rules.bands
  const count = indicatorsOf(system).length
  return joined([
    '评价遵循科学公正、统筹兼顾、激励约束、公开透明的原则。',
    `采用“${system.name}”，三级指标 ${count} 个，满分 ${formatWeight(result.full)} 分：${levels}。`,
    `由 ${result.experts} 位专家依据佐证材料独立评分，每个指标取各专家得分的${aggregations[result.aggregation]}。缺少证明材料的评为“未证实”，与评价为差的分开统计。`,
    `等级标准：${excellent} 分（含）以上为优，${good}（含）至 ${excellent} 分为良，${medium}（含）至 ${good} 分为中，${medium} 分以下为差。`,
  ])
}

function processText({ task, sheets, surveys, agencyName, rules }: ReportFacts): string {
  const second = sheets.filter(({ round, signedAt }) => round === 2 && signedAt !== '')
  const items = new Set(second.flatMap(({ asked }) => asked)).size
  const span = [task.startsOn, task.dueOn]
    .filter((day): day is Day => day !== '')
    .map(chineseDay)
    .join('至')
  const asked = surveys.map((survey) => {
    const { valid, margin } = surveyFigures(survey, rules.survey)
    return `“${survey.title}”收回有效问卷 ${valid} 份，${rules.survey.confidence}% 置信水平下抽样误差 ${marginText(margin)}`
  })
  const went = visitFigures((task.visits ?? []).filter(({ state }) => state === 'done'))
  return joined([
    `${taskLevels[task.level]}任务编号 ${task.number}${span === '' ? '' : `，评价时间为${span}`}。${agencyName === '' ? '' : `现场评价委托${agencyName}开展。`}`,
    `收集佐证材料 ${task.materials.length} 份，按指标编制工作底稿；各专家互不知晓评分，签名后汇总。`,
    items > 0 ? `第一轮评分差距较大的 ${items} 个指标进行了第二轮评分。` : '',
    went.count > 0 ? `现场查看 ${went.count} 次，${went.people} 人参加，共 ${went.personDays} 人天。` : '',
    asked.length > 0 ? `问卷调查 ${asked.length} 项：${asked.join('；')}。` : '',
  ])
}

function conclusionText(facts: ReportFacts): string {
  const { result, self, agreement } = facts
  const { outOfHundred, grade } = result
  if (outOfHundred === null || grade === '') return `还没有形成结果：${result.why}。`
  const levels = result.levels.map(
    ({ level, full, points }) =>
      `${level.name}得 ${formatWeight(points)} 分（满分 ${formatWeight(full)} 分）`,
  )
  const vetoes = result.combined.vetoes.map(({ text }) => text)
  return joined([
    `综合得分 ${scoreText(outOfHundred)} 分，评价等级为“${grades[grade]}”。其中：${levels.join('，')}。`,
    vetoes.length > 0 ? `因“${vetoes.join('”“')}”，总分按规定封顶。` : '',
    self
      ? `单位自评 ${scoreText(self.points)} 分${self.grade === '' ? '' : `，等级“${grades[self.grade]}”`}，${comparedText(self.points, outOfHundred)}。`
      : '',
    result.sensitivity?.text ?? '',
    agreement.coefficient === null
      ? ''
      : `专家意见的一致性（Kendall 协同系数 W）为 ${scoreText(agreement.coefficient)}（专家 ${agreement.judges} 人，指标 ${agreement.objects} 个）。`,
  ])
}

function comparedText(self: Ratio, evaluated: Ratio): string {
  const difference = minus(self, evaluated)
  if (difference.of === 0n) return '与评价得分相同'
  const word = difference.of > 0n ? '高' : '低'
  return `比评价得分${word} ${scoreText(absolute(difference))} 分`
}

function levelText({ level, full, points, groups }: ResultLevel, facts: ReportFacts): string {
  const { task, sheets, rules } = facts
  const lost = new Map(deductionsOf(task, sheets, rules).map((each) => [each.indicatorId, each]))
  const items = groups.flatMap((group) => group.items)
  const details = items
    .filter((item) => item.points !== null && item.points < item.indicator.points)
    .map(({ indicator, points, unprovenBy }) => {
      const reasons = lost.get(indicator.id)?.reasons ?? []
      const why = reasons.map((reason) => reason.replace(/[。；;]+$/, '')).join('；')
      const unproven = unprovenBy > 0 ? `（${unprovenBy} 位专家认为有未证实的内容）` : ''
      return `${indicator.name}：满分 ${formatWeight(indicator.points)} 分，得 ${formatWeight(points)} 分${unproven}。${why === '' ? '' : `${why}。`}`
    })
  const rate =
    points === null || full === 0 ? '' : `，得分率 ${percentText({ of: BigInt(points), to: BigInt(full) })}`
  return joined([
    `${level.name}满分 ${formatWeight(full)} 分，得 ${points === null ? '—' : formatWeight(points)} 分${rate}。`,
    ...details,
    details.length === 0 && points !== null ? '各指标均得满分。' : '',
  ])
}

const namedAtMost = 5

function practiceText({ result }: ReportFacts): string {
  const full = result.items.filter(({ points, indicator }) => points === indicator.points)
  if (full.length === 0) return unfilled
  const names = full.slice(0, namedAtMost).map(({ indicator }) => `“${indicator.name}”`)
  const more = full.length > namedAtMost ? '等' : ''
  return `${names.join('')}${more} ${full.length} 个指标得满分。${unfilled}`
}

function problemsText({ task }: ReportFacts): string {
  if (task.problems.length === 0) return '没有发现突出问题。'
  return joined(
    task.problems.map(({ text, amount, owner }, index) => {
      const money = amount === null ? '' : `涉及金额 ${formatWan(amount)} 万元。`
      return `${index + 1}. ${text.replace(/[。；;]*$/, '。')}${money}${owner === '' ? '' : `责任主体：${owner}。`}`
    }),
  )
}

function adviceText({ task }: ReportFacts): string {
  const own = task.problems.map(({ advice }) => advice.trim()).filter((advice) => advice !== '')
  const all = [...task.recommendations.map((text) => text.trim()).filter((text) => text !== ''), ...own]
  if (all.length === 0) return unfilled
  return joined([...new Set(all)].map((text, index) => `${index + 1}. ${text.replace(/[。；;]*$/, '。')}`))
}

function othersText({ task }: ReportFacts): string {
  const { replies } = task
  if (replies.length === 0) return '被评价单位没有提出不同意见。没有其他需要说明的问题。'
  const counts = (Object.keys(replyDecisions) as (keyof typeof replyDecisions)[]).flatMap((decision) => {
    const count = replies.filter((reply) => reply.decision === decision).length
    return count > 0 ? [`${replyDecisions[decision]} ${count} 条`] : []
  })
  return `征求被评价单位意见，收到 ${replies.length} 条${counts.length > 0 ? `，${counts.join('、')}` : ''}，详见附件。`
}
