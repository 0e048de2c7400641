import { formatWeight } from '../goals/weights.ts'
import { feedbackStates } from './feedback.ts'
import { fiscalFigureList, fiscalFigures, shownFigure } from './fiscal-figures.ts'
import { indicatorsOf, systemStates } from './indicator-system.ts'
import { type Answer, aspectFindings, type Mark } from './mark.ts'
import { aggregations } from './rules.ts'
import { type EvaluationTask, type KeptSheet, type KeptSystem, taskLevels, taskStates } from './task.ts'
import { daysText, type Visit, visitStates } from './visit.ts'

export type EvaluationChange = { field: string; label: string; from: string; to: string }
type Words<Kept> = readonly [field: string, label: string, text: (kept: Kept) => string][]

function differing<Kept>(words: Words<Kept>, before: Kept, after: Kept): EvaluationChange[] {
  return words.flatMap(([field, label, text]) => {
    const [from, to] = [text(before), text(after)]
    return from === to ? [] : [{ field, label, from, to }]
  })
}

function systemText({ levels }: Pick<KeptSystem, 'levels'>): string {
  return indicatorsOf({ levels })
    .map(({ name, points }) => `${name} ${formatWeight(points)} 分`)
    .join('；')
}

const taskWords: Words<EvaluationTask> = [
  ['state', '状态', ({ state }) => taskStates[state]],
  ['number', '编号', ({ number }) => number],
  ['level', '评价层级', ({ level }) => taskLevels[level]],
  ['agencyId', '委托机构', ({ agencyId }) => agencyId],
  ['startsOn', '开始日期', ({ startsOn }) => startsOn],
  ['dueOn', '完成日期', ({ dueOn }) => dueOn],
  ['system', '指标体系', ({ system }) => `${system.name}：${systemText(system)}`],
  ['isBlind', '匿名评分', ({ isBlind }) => (isBlind ? '是' : '否')],
  ['calibrationId', '校准指标', calibrationText],
  ['aggregation', '汇总方法', ({ aggregation }) => (aggregation === '' ? '' : aggregations[aggregation])],
  ['experts', '专家', ({ experts }) => experts.map(({ name, weight }) => `${name}（${weight}）`).join('、')],
  ['materials', '材料', ({ materials }) => materials.map(materialText).join('；')],
  [
    'problems',
    '问题清单',
    ({ problems }) => problems.map(({ text, advice }) => `${text} ${advice}`).join('\n'),
  ],
  ['recommendations', '建议', ({ recommendations }) => recommendations.join('\n')],
  [
    'replies',
    '征求意见情况',
    ({ replies }) => replies.map(({ text, decision, answer }) => `${text} ${decision} ${answer}`).join('\n'),
  ],
  ['figures', '财政报表数据', figuresText],
  ['visits', '现场安排', ({ visits = [] }) => visits.map(visitText).join('\n')],
  ['texts', '报告文字', ({ texts }) => Object.values(texts).filter(Boolean).join('\n')],
  ['feedback', '结果反馈', feedbackText],
  ['draft', '征求意见稿', ({ draft }) => (draft ? `${formatWeight(draft.total)} 分` : '')],
  ['frozen', '评价结果', ({ frozen }) => (frozen ? `${formatWeight(frozen.total)} 分` : '')],
]

function figuresText({ figures = {} }: EvaluationTask): string {
  return fiscalFigureList
    .flatMap((figure) => {
      const given = figures[figure]
      return given ? [`${fiscalFigures[figure].name} ${shownFigure(figure, given)}`] : []
    })
    .join('；')
}

function feedbackText({ feedback }: EvaluationTask): string {
  if (!feedback) return ''
  return [feedbackStates[feedback.state], feedback.opinion, feedback.answer].filter(Boolean).join('；')
}

function visitText(visit: Visit): string {
  const { place, visitors, aim, found, attachments, state } = visit
  const people = visitors.map(({ name }) => name).join('、')
  const evidence = attachments.length === 0 ? '' : `附件 ${attachments.length} 个`
  return [visitStates[state], daysText(visit), place, people, aim, found, evidence].filter(Boolean).join('；')
}

function calibrationText({ system, calibrationId }: EvaluationTask): string {
  return indicatorsOf(system).find(({ id }) => id === calibrationId)?.name ?? ''
}

function materialText({ number, name, note, indicatorIds }: EvaluationTask['materials'][number]): string {
  const tied = indicatorIds.length === 0 ? '' : `（${indicatorIds.length} 个指标）`
  return `${number} ${name} ${note}`.trim() + tied
}

/** What differs between two states of a task, for the trail. */
export function diffTask(before: EvaluationTask, after: EvaluationTask): EvaluationChange[] {
  return differing(taskWords, before, after)
}

const systemWords: Words<KeptSystem> = [
  ['state', '状态', ({ state }) => systemStates[state]],
  ['name', '名称', ({ name }) => name],
  ['version', '版本', ({ version }) => String(version)],
  ['approvedBy', '审定人', ({ approvedBy }) => approvedBy],
  ['levels', '指标和分值', systemText],
  [
    'methods',
    '解释、评分方式和所需资料',
    ({ levels }) =>
      indicatorsOf({ levels })
        .map(({ name, explanation, method, data, evidence }) =>
          [name, explanation, JSON.stringify(method), data, evidence].join(' '),
        )
        .join('\n'),
  ],
]

/** What differs between two states of an indicator system, for the trail. */
export function diffSystem(before: KeptSystem, after: KeptSystem): EvaluationChange[] {
  return differing(systemWords, before, after)
}

/** What differs between two states of a score sheet, mark by mark, for the trail. */
export function diffSheet(before: KeptSheet, after: KeptSheet): EvaluationChange[] {
  const marks = after.asked.flatMap((id, index) => {
    const [from, to] = [markText(before.marks[id]), markText(after.marks[id])]
    return from === to ? [] : [{ field: `marks.${id}`, label: `第 ${index + 1} 个指标的评分`, from, to }]
  })
  return [
    ...marks,
    ...differing<KeptSheet>(
      [
        ['vetoes', '一票否决事项', ({ vetoes }) => vetoes.join('、')],
        ['kit', '专家评分包', kitText],
        ['signedAt', '签名', ({ signedAt }) => (signedAt === '' ? '' : '已签名')],
      ],
      before,
      after,
    ),
  ]
}

function kitText({ kit }: KeptSheet): string {
  if (!kit) return ''
  return `${kit.takenAt === '' ? '已发出' : '已收回'} ${kit.issuedAt.slice(0, 16).replace('T', ' ')}`
}

function markText(mark: Mark | undefined): string {
  if (!mark) return ''
  const evidence = mark.evidence.length === 0 ? '' : `佐证 ${mark.evidence.length} 处`
  return [answerText(mark.answer), mark.reason, evidence].filter(Boolean).join('；')
}

/** An answer in a person's words, without its points. */
export function answerText(answer: Answer): string {
  switch (answer.kind) {
    case 'aspects':
      return Object.values(answer.findings)
        .map((finding, index) => `${index + 1} ${aspectFindings[finding]}`)
        .join('、')
    case 'deduction':
      return Object.values(answer.counts)
        .map((count) => `${formatWeight(count)} 次`)
        .join('、')
    case 'yes-no':
      return answer.yes ? '是' : '否'
    case 'points':
      return `${formatWeight(answer.points)} 分`
    case 'value':
      return answer.value
    case 'unproven':
      return '未证实'
  }
}
