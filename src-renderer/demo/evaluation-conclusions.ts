import type { Moment } from '#domain/dates'
import type { EvaluationRules } from '#domain/evaluation/rules'
import { emptySurvey, type StepCounts, type Survey } from '#domain/evaluation/survey'
import type { EvaluationTask } from '#domain/evaluation/task'

type Made = { nextId: () => string; at: Moment; by: string }

/** The concluded evaluation with its problems, recommendations and what the unit said of them. */
export function withConclusion(task: EvaluationTask, unitName: string, made: Made): EvaluationTask {
  if (task.state !== 'concluded') return task
  if (task.kind === 'government') return withFindings(task, made)
  const [first] = task.materials
  const evidence = first ? [{ attachmentId: first.id, page: null, region: null }] : []
  const problems = [
    {
      ...{ id: made.nextId(), indicatorId: '', amount: 18_600_00, owner: unitName, evidence },
      text: '高龄老人去世后信息更新不及时，31 人多发放 1 至 3 个月补贴。',
      advice: '与公安、卫生健康部门按月比对信息，多发的补贴在本年内追回。',
    },
    {
      ...{ id: made.nextId(), indicatorId: '', amount: null, owner: unitName, evidence: [] },
      text: '偏远村社的补贴到账提示没有覆盖到本人，知晓率偏低。',
      advice: '由村（社区）干部上门告知，告知记录随季度报表报送。',
    },
  ]
  const [, second] = problems
  return {
    ...task,
    problems,
    recommendations: ['政策继续实施，按实际人数测算下年预算。'],
    replies: [
      {
        ...{ id: made.nextId(), about: second?.id ?? '', decision: 'partly' },
        text: '2025 年 9 月起已在 12 个村试行上门告知，请在报告中注明。',
        answer: '核实后补充说明试行情况；全县知晓率仍偏低，问题保留。',
      },
    ],
  }
}

/** What was found of the government's own budget; its result is still to be fed back. */
function withFindings(task: EvaluationTask, made: Made): EvaluationTask {
  const found = {
    ...{ id: made.nextId(), indicatorId: '', amount: 1_260_00_00_00, owner: '县财政局国库科', evidence: [] },
    text: '两年以上存量资金没有全部盘活。',
    advice: '按规定收回统筹，优先用于“三保”。',
  }
  return { ...task, problems: [found], recommendations: ['提高年初预算到位率，减少年中追加。'] }
}

type Asked = {
  audience: string
  population: number
  handedOut: number
  place: string
  tally: readonly StepCounts[]
}

const concluded: Asked = {
  ...{ audience: '领取高龄津贴的老人', population: 9860, handedOut: 400, place: '6 个乡镇入户，现场填写' },
  tally: [
    [168, 142, 52, 15, 5],
    [190, 138, 40, 11, 3],
    [171, 149, 44, 14, 4],
    [205, 131, 35, 8, 3],
    [198, 137, 36, 9, 2],
  ],
}
const running: Asked = {
  ...{ audience: '沿线群众', population: 0, handedOut: 120, place: '4 个乡镇沿线随机访问' },
  tally: [
    [38, 45, 20, 9, 3],
    [41, 42, 22, 8, 2],
    [30, 47, 25, 10, 3],
    [40, 48, 18, 7, 2],
    [39, 46, 19, 8, 3],
  ],
}

/** The questionnaires of the demo's evaluations: one with enough answers, one with too few. */
export function demoSurveys(
  tasks: readonly EvaluationTask[],
  { survey: rules }: Pick<EvaluationRules, 'survey'>,
  made: Made,
): Survey[] {
  return tasks.flatMap((task): Survey[] => {
    if (task.kind === 'government') return []
    const asked = task.state === 'concluded' ? concluded : task.state === 'combining' ? running : null
    if (!asked) return []
    const { tally, ...about } = asked
    const questions = rules.questions.map((text) => ({ id: made.nextId(), text }))
    return [
      {
        ...emptySurvey(questions),
        ...about,
        ...{ taskId: task.id, unitId: task.unitId, title: `${task.name}满意度问卷` },
        tally: Object.fromEntries(questions.map(({ id }, index) => [id, tally[index] ?? [0, 0, 0, 0, 0]])),
        ...{ id: made.nextId(), bookId: task.bookId, revision: 1, changedAt: made.at, changedBy: made.by },
      },
    ]
  })
}
