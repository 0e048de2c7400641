import { replyDecisions } from '#domain/evaluation/findings'
import { type Leniency, leniencies } from '#domain/evaluation/leniency'
import { type RankingRow, scoreText } from '#domain/evaluation/ranking'
import type { ReportFacts } from '#domain/evaluation/report-texts'
import { indicatorName, type ResultItem } from '#domain/evaluation/result'
import { aggregations } from '#domain/evaluation/rules'
import { type TaskProblem, type TaskReply, taskLevels, taskStates } from '#domain/evaluation/task'
import { daysText, sortedVisits, type Visit, visitorsText, visitStates } from '#domain/evaluation/visit'
import { objectKinds } from '#domain/goals/goal'
import { formatWeight } from '#domain/goals/weights'
import { grades } from '#domain/grade'
import { bytesOf, loadExcel } from './form-style.ts'
import { addList, type Head } from './write-list.ts'

type ScoreLine = ResultItem & { level: string; group: string }

function scoreHeads({ task }: ReportFacts): readonly Head<ScoreLine>[] {
  return [
    { title: '一级指标', width: 14, kind: 'text', read: ({ level }) => level },
    { title: '二级指标', width: 16, kind: 'text', read: ({ group }) => group },
    { title: '三级指标', width: 28, kind: 'text', read: ({ indicator }) => indicator.name },
    { title: '分值', width: 9, kind: 'rate', read: ({ indicator }) => formatWeight(indicator.points) },
    ...task.experts.map(
      ({ expertId, name }): Head<ScoreLine> => ({
        title: name,
        width: 11,
        kind: 'rate',
        read: ({ votes }) => {
          const vote = votes.find((each) => each.expertId === expertId)
          return vote ? formatWeight(vote.points) : ''
        },
      }),
    ),
    {
      title: '汇总',
      width: 10,
      kind: 'rate',
      read: ({ points }) => (points === null ? '' : formatWeight(points)),
    },
    { title: '相差', width: 9, kind: 'rate', read: ({ spread }) => formatWeight(spread) },
    { title: '分歧', width: 8, kind: 'text', read: ({ isDisputed }) => (isDisputed ? '是' : '') },
    { title: '轮次', width: 8, kind: 'text', read: ({ isRescored }) => (isRescored ? '第二轮' : '第一轮') },
    { title: '未证实（人）', width: 12, kind: 'count', read: ({ unprovenBy }) => unprovenBy },
  ]
}

function visitHeads({ houses }: ReportFacts): readonly Head<Visit>[] {
  return [
    { title: '日期', width: 24, kind: 'text', read: daysText },
    { title: '地点', width: 26, kind: 'text', read: ({ place }) => place },
    {
      title: '参加人员',
      width: 36,
      kind: 'text',
      read: ({ visitors }) => visitorsText(visitors, (of) => houses[of] ?? ''),
    },
    { title: '查看内容', width: 36, kind: 'text', read: ({ aim }) => aim },
    { title: '查看情况', width: 46, kind: 'text', read: ({ found }) => found },
    { title: '附件（个）', width: 11, kind: 'count', read: ({ attachments }) => attachments.length },
    { title: '状态', width: 9, kind: 'text', read: ({ state }) => visitStates[state] },
  ]
}

/** 评分表 of one task: scores, how strict each expert is, visits, problems and what the unit said, a sheet each. */
export async function evaluationResultWorkbook(facts: ReportFacts): Promise<Uint8Array> {
  const { task, result, office, year } = facts
  const { Workbook } = await loadExcel()
  const book = new Workbook()
  const total = result.total === null ? '' : `总分 ${formatWeight(result.total)}，`
  const note = `${total}${result.grade === '' ? '' : `等级“${grades[result.grade]}”，`}${aggregations[result.aggregation]}`
  const titled = (sheet: string, count: string) => ({
    sheet,
    title: `${task.name}${year}年度绩效评价：${sheet}`,
    note: count,
    office,
  })
  const lines = result.levels.flatMap(({ level, groups }) =>
    groups.flatMap(({ group, items }) =>
      items.map((item): ScoreLine => ({ ...item, level: level.name, group: group.name })),
    ),
  )
  addList(book, titled('评分表', note), scoreHeads(facts), lines)
  const nameOf = (id: string) => task.experts.find(({ expertId }) => expertId === id)?.name ?? id
  const leniencyHeads: readonly Head<Leniency>[] = [
    { title: '专家', width: 16, kind: 'text', read: ({ expertId }) => nameOf(expertId) },
    { title: '本人评分', width: 12, kind: 'rate', read: ({ own }) => scoreText(own) },
    { title: '其他专家平均', width: 15, kind: 'rate', read: ({ others }) => scoreText(others) },
    { title: '宽严差', width: 11, kind: 'rate', read: ({ difference }) => scoreText(difference, true) },
    { title: '偏离指标（个）', width: 15, kind: 'count', read: ({ outliers }) => outliers },
    { title: '未证实指标（个）', width: 16, kind: 'count', read: ({ unproven }) => unproven },
  ]
  const list = leniencies(result.items)
  addList(book, titled('专家宽严', `共 ${list.length} 位专家`), leniencyHeads, list)
  const visits = sortedVisits(task.visits ?? [])
  if (visits.length > 0)
    addList(book, titled('现场评价', `共 ${visits.length} 次`), visitHeads(facts), visits)
  const problemHeads: readonly Head<TaskProblem>[] = [
    {
      title: '涉及指标',
      width: 24,
      kind: 'text',
      read: ({ indicatorId }) => indicatorName(task, indicatorId),
    },
    { title: '问题', width: 50, kind: 'text', read: ({ text }) => text },
    { title: '涉及金额（万元）', width: 17, kind: 'money', read: ({ amount }) => amount, summed: true },
    { title: '责任主体', width: 24, kind: 'text', read: ({ owner }) => owner },
    { title: '整改建议', width: 40, kind: 'text', read: ({ advice }) => advice },
  ]
  addList(book, titled('问题清单', `共 ${task.problems.length} 条`), problemHeads, task.problems)
  const replyHeads: readonly Head<TaskReply>[] = [
    {
      title: '针对',
      width: 24,
      kind: 'text',
      read: ({ about }) => indicatorName(task, about) || '总体或问题',
    },
    { title: '单位意见', width: 50, kind: 'text', read: ({ text }) => text },
    {
      title: '采纳情况',
      width: 12,
      kind: 'text',
      read: ({ decision }) => (decision === '' ? '' : replyDecisions[decision]),
    },
    { title: '处理说明', width: 40, kind: 'text', read: ({ answer }) => answer },
  ]
  addList(book, titled('征求意见', `共 ${task.replies.length} 条`), replyHeads, task.replies)
  return bytesOf(book)
}

/** 绩效评价排名 as a workbook. */
export async function rankingWorkbook(
  rows: readonly RankingRow[],
  { office, year, unitName }: { office: string; year: number; unitName: (unitId: string) => string },
): Promise<Uint8Array> {
  const { Workbook } = await loadExcel()
  const book = new Workbook()
  const heads: readonly Head<RankingRow>[] = [
    { title: '名次', width: 8, kind: 'count', read: ({ place }) => place },
    { title: '评价对象', width: 34, kind: 'text', read: ({ name }) => name },
    { title: '单位', width: 26, kind: 'text', read: ({ unitId }) => unitName(unitId) },
    { title: '类别', width: 11, kind: 'text', read: ({ kind }) => objectKinds[kind] },
    { title: '评价层级', width: 11, kind: 'text', read: ({ level }) => taskLevels[level] },
    { title: '状态', width: 11, kind: 'text', read: ({ state }) => taskStates[state] },
    { title: '评价得分', width: 11, kind: 'rate', read: ({ points }) => scoreText(points) },
    { title: '评价等级', width: 10, kind: 'text', read: ({ grade }) => (grade === '' ? '' : grades[grade]) },
    { title: '自评得分', width: 11, kind: 'rate', read: ({ self }) => scoreText(self) },
    {
      title: '自评等级',
      width: 10,
      kind: 'text',
      read: ({ selfGrade }) => (selfGrade === '' ? '' : grades[selfGrade]),
    },
    { title: '自评－评价', width: 12, kind: 'rate', read: ({ difference }) => scoreText(difference, true) },
  ]
  const note = `共 ${rows.length} 项，已结论 ${rows.filter(({ place }) => place !== null).length} 项`
  addList(book, { sheet: '排名', title: `${year}年度绩效评价结果排名`, note, office }, heads, rows)
  return bytesOf(book)
}
