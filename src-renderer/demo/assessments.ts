import {
  type Assessment,
  type AssessmentExpert,
  type DimensionText,
  openedAssessment,
} from '#domain/assessments/assessment'
import { assessmentFlow } from '#domain/assessments/flow'
import type { AssessmentNeed } from '#domain/assessments/need'
import type { AssessmentState } from '#domain/assessments/result'
import type { AssessmentDimension, AssessmentRules } from '#domain/assessments/rules'
import { combinedScore, pointsText, readMark, suggestedConclusion } from '#domain/assessments/score'
import { withProcess } from '#domain/assessments/step'
import type { Moment } from '#domain/dates'
import type { Goal } from '#domain/goals/goal'
import type { Fen } from '#domain/money'
import type { Actor, Duty } from '#domain/people/duties'
import type { Permission } from '#domain/people/permissions'
import { type StepTaken, stepTaken } from '#domain/workflow'

type Due = { goal: Goal; need: AssessmentNeed | null; previous: Fen | null }
type Made = { nextId: () => string; at: Moment }

const names: Partial<Record<Duty, string>> = {
  spending: '陈芳',
  budget: '杜强',
  performance: '王晓',
  investment: '何平',
}

function taken(id: Permission, from: AssessmentState, to: AssessmentState, duty: Duty, opinion: string) {
  return (at: Moment): StepTaken => {
    const actor: Pick<Actor, 'duty' | 'name'> = { duty, name: names[duty] ?? '' }
    return stepTaken(assessmentFlow, from, to, { id, opinion }, actor, at)
  }
}

const proposing = taken('propose-assessment', 'due', 'proposed', 'spending', '')
const countersigning = taken(
  'countersign-assessment',
  'proposed',
  'proposed',
  'budget',
  '建议与评审一并进行。',
)
const commissioning = taken('commission-assessment', 'proposed', 'commissioned', 'performance', '一并进行。')
const reporting = taken('report-assessment', 'commissioned', 'reported', 'investment', '')
const concluding = taken('conclude-assessment', 'reported', 'concluded', 'performance', '同意。')
const exempting = taken('exempt-assessment', 'due', 'exempt', 'performance', '省级已组织评估，成果共享。')

const proposed: Partial<Assessment> = {
  state: 'proposed',
  opinion: '项目属新增支出，测算依据基本齐全，单价需进一步核实，建议开展评估。',
  suggestion: 'both',
}

function expert(
  id: string,
  name: string,
  scores: readonly string[],
  dimensions: readonly AssessmentDimension[],
  rules: AssessmentRules,
  submittedOn: string,
): AssessmentExpert {
  const items = dimensions.flatMap((dimension) => dimension.items)
  const marks = items.flatMap((item, index) => {
    const mark = readMark(scores[index % scores.length] ?? '', item, rules)
    return mark ? [[item.id, mark] as const] : []
  })
  const opinion = submittedOn === '' ? '' : '立项必要，部分设备单价高于同类采购价，建议据实核减。'
  return { id, name, expertId: '', marks: Object.fromEntries(marks), opinion, submittedOn }
}

function paragraphs({ name }: AssessmentDimension, points: number): DimensionText {
  return {
    facts: '已查阅申报书、实施方案、预算明细和近三年同类项目资料，并到现场核实。',
    issues: name.includes('经济性')
      ? '部分单价高于近两年同类采购价，数量测算偏宽。'
      : '未发现影响立项的问题。',
    analysis: `专家评分 ${pointsText(points)} 分，与资料反映的情况一致。`,
    verdict: name.includes('经济性') ? '核减后投入与产出相称。' : '符合要求。',
  }
}

function worked(before: Assessment, rules: AssessmentRules, made: Made): Assessment {
  const dimensions = rules.tables[before.kind]
  const sheets = [
    expert(made.nextId(), '周明', ['4.5', '4', '4.2', '3.5', '3.9'], dimensions, rules, '2025-10-15'),
    expert(made.nextId(), '吴晓梅', ['4', '4', '3.5', '4', '3'], dimensions, rules, '2025-10-15'),
    expert(made.nextId(), '郑建国', ['4.5', '3.5', '3', '3.8', '4.2'], dimensions, rules, '2025-10-16'),
  ]
  const score = combinedScore(sheets, dimensions)
  const amount = before.amount ?? 0
  // A tenth off, in whole 万元.
  const recommended = amount - (amount - (amount % 10_000_000)) / 10
  return {
    ...before,
    state: 'concluded',
    visitOn: '2025-10-13',
    basedOn: '2025-10-10',
    materials: before.materials.map((each) => ({ ...each, state: 'approved' })),
    experts: sheets,
    texts: {
      ...before.texts,
      overall: '项目立项必要、目标合理，部分单价偏高，核减后予以安排。',
      problems: '部分设备单价高于近两年同类采购价；验收标准不够具体。',
      near: '按评估金额重新编制预算明细。',
      middle: '建立同类设备采购价格库。',
      long: '完善设备全生命周期管理。',
    },
    dimensions: Object.fromEntries(
      score.dimensions.map(({ dimension, sum }) => [dimension.id, paragraphs(dimension, sum)]),
    ),
    conclusion: suggestedConclusion(score, rules)?.conclusion ?? '',
    recommended,
    preconditions: [
      { id: made.nextId(), text: '按评估金额调整预算明细和绩效目标', state: 'partly', owner: '项目单位' },
      { id: made.nextId(), text: '完成采购需求论证', state: 'open', owner: '主管部门' },
    ],
    reportVersion: 'final',
    number: '南财评〔2025〕3号',
    reviewNumber: '南评审〔2025〕17号',
  }
}

/** Invented assessments, one in each state of the road, for goals that need one; further goals stay unlisted. */
export function demoAssessments(due: readonly Due[], rules: AssessmentRules, made: Made): Assessment[] {
  const open = due.filter(({ goal }) => goal.status !== 'approved' && goal.status !== 'reviewed')
  const { at } = made
  const commissioned: Partial<Assessment> = {
    ...proposed,
    state: 'commissioned',
    countersign: '建议与评审一并进行。',
    decision: { way: 'both', reason: '一并进行。' },
    commissionedTo: '投资评审中心',
  }
  const steps: readonly ((opened: Assessment) => Assessment)[] = [
    (opened) => ({
      ...worked(withProcess({ ...opened, ...commissioned }, '南江县财政局'), rules, made),
      trail: [proposing(at), countersigning(at), commissioning(at), reporting(at), concluding(at)],
    }),
    (opened) => ({
      ...withProcess({ ...opened, ...commissioned }, '南江县财政局'),
      materials: opened.materials.map((each, index) => (index < 6 ? { ...each, state: 'received' } : each)),
      experts: [
        expert(made.nextId(), '冯丽', ['4.5', '4.2'], rules.tables[opened.kind], rules, '2025-11-04'),
        expert(made.nextId(), '陈志远', ['', '4'], rules.tables[opened.kind], rules, ''),
      ],
      trail: [proposing(at), countersigning(at), commissioning(at)],
    }),
    (opened) => ({ ...opened, ...proposed, trail: [proposing(at)] }),
    (opened) => ({
      ...opened,
      state: 'exempt',
      exemptReason: '省级已组织评估，成果共享。',
      trail: [exempting(at)],
    }),
    (opened) => opened,
  ]
  return steps.flatMap((step, index) => {
    const each = open[index]
    if (!each) return []
    const why = { need: each.need, reason: '', previous: each.previous }
    return [step(openedAssessment(each.goal, why, rules, { id: made.nextId(), at, by: '王晓' }))]
  })
}
