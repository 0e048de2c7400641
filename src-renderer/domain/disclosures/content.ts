import type { SelfEvaluation } from '../evaluation/self-evaluation.ts'
import { fundSum } from '../evaluation/self-evaluation.ts'
import { type EvaluationTask, taskLevels } from '../evaluation/task.ts'
import { budgetBooks, type Goal, objectKinds, targetText } from '../goals/goal.ts'
import { formatWeight } from '../goals/weights.ts'
import { grades } from '../grade.ts'
import { formatWanExact } from '../money.ts'
import type { PaperBlock } from '../paper.ts'
import type { PublicField } from './disclosure.ts'

/** What the public is shown of one thing; only what is named here leaves, so contacts and remarks never do. */
export function publicGoal(goal: Goal, unit: string): PaperBlock[] {
  return [
    {
      kind: 'pairs',
      rows: [
        { label: '名称', text: goal.name },
        { label: '单位', text: unit },
        { label: '管理对象', text: objectKinds[goal.kind] },
        { label: '预算类型', text: budgetBooks[goal.book] },
        { label: '资金总额（万元）', text: formatWanExact(goal.total) },
        { label: '年度目标', text: goal.annualGoals.join('\n') },
        ...(goal.longTermGoal.trim() === '' ? [] : [{ label: '长期目标', text: goal.longTermGoal }]),
      ],
    },
    {
      kind: 'table',
      title: '绩效指标',
      columns: [
        { title: '一级指标', share: 2 },
        { title: '二级指标', share: 2 },
        { title: '三级指标', share: 5 },
        { title: '指标值', share: 2 },
      ],
      rows: goal.indicators.map((each) => [each.level1, each.level2, each.name, targetText(each)]),
    },
  ]
}

/** What of a self-evaluation is published; a score only once it is confirmed. */
export function publicSelf(form: SelfEvaluation, unit: string): PaperBlock[] {
  const { initial, revised, paid } = fundSum(form.funds)
  const { frozen } = form
  const scoreText = (points: number | null | undefined) =>
    points === null || points === undefined ? '' : formatWeight(points)
  return [
    {
      kind: 'pairs',
      rows: [
        { label: '名称', text: form.name },
        { label: '单位', text: unit },
        { label: '年初预算（万元）', text: formatWanExact(initial) },
        { label: '全年预算（万元）', text: formatWanExact(revised) },
        { label: '全年执行（万元）', text: formatWanExact(paid) },
        { label: '自评得分', text: scoreText(frozen?.total) },
        { label: '自评等级', text: frozen && frozen.grade !== '' ? grades[frozen.grade] : '' },
        { label: '年度目标', text: form.annualGoal },
        { label: '完成情况', text: form.completion },
        { label: '自评结论', text: form.summary },
        { label: '存在问题', text: form.problems },
        { label: '改进措施', text: form.measures },
      ],
    },
    {
      kind: 'table',
      title: '指标完成情况',
      columns: [
        { title: '二级指标', share: 2 },
        { title: '三级指标', share: 4 },
        { title: '指标值', share: 2 },
        { title: '实际完成', share: 2 },
        { title: '得分', share: 1, align: 'right' },
      ],
      rows: form.entries
        .filter(({ applies }) => applies)
        .map((entry) => [
          ...[entry.level2, entry.name, targetText(entry), entry.actual],
          scoreText(frozen?.scores[entry.id]),
        ]),
    },
  ]
}

/** Experts and owners of problems are persons and stay inside. */
export function publicTask(task: EvaluationTask, unit: string): PaperBlock[] {
  return [
    {
      kind: 'pairs',
      rows: [
        { label: '名称', text: task.name },
        { label: '单位', text: unit },
        { label: '评价类型', text: taskLevels[task.level] },
        { label: '评价得分', text: task.frozen ? formatWeight(task.frozen.total) : '' },
        { label: '评价等级', text: task.frozen ? grades[task.frozen.grade] : '' },
      ],
    },
    {
      kind: 'table',
      title: '存在问题',
      columns: [
        { title: '序号', share: 1, align: 'center' },
        { title: '问题', share: 6 },
        { title: '建议', share: 5 },
      ],
      rows: task.problems.map(({ text, advice }, index) => [`${index + 1}`, text, advice]),
    },
    { kind: 'text', title: '有关建议', text: task.recommendations.join('\n') },
  ]
}

/** The same as lines that can be compared one by one. */
export function fieldsOf(blocks: readonly PaperBlock[]): PublicField[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'pairs') return block.rows
    if (block.kind === 'text') return [{ label: block.title, text: block.text }]
    return [{ label: block.title, text: block.rows.map((row) => row.join('｜')).join('\n') }]
  })
}

/** Indicators whose targets in the self-evaluation are not those that were approved. */
export function otherTargets(
  form: Pick<SelfEvaluation, 'entries'>,
  goal: Pick<Goal, 'indicators'>,
): { name: string; form: string; approved: string }[] {
  const approvedById = new Map(goal.indicators.map((each) => [each.id, each]))
  return form.entries.flatMap((entry) => {
    const approved = approvedById.get(entry.id)
    const [now, was] = [targetText(entry), approved ? targetText(approved) : '']
    return now === was ? [] : [{ name: entry.name, form: now, approved: was }]
  })
}
