import { type Day, daysLater, type Moment } from '#domain/dates'
import {
  approvedSystem,
  copiedSystem,
  type IndicatorSystem,
  indicatorsOf,
} from '#domain/evaluation/indicator-system'
import type { KnownFacts } from '#domain/evaluation/known-answers'
import { goalObject, nextNumber, openedTask, type TaskObject } from '#domain/evaluation/open-task'
import { openedSheet } from '#domain/evaluation/score-sheet'
import { nextMaterialNumber } from '#domain/evaluation/scoring-desk'
import type { EvaluationTask, KeptSheet, KeptSystem, Material, TaskExpert } from '#domain/evaluation/task'
import { frozenResult } from '#domain/evaluation/task-checks'
import { steppedTask, taskFlow } from '#domain/evaluation/task-flow'
import { government } from '#domain/evaluation/template-government'
import { nationalProject } from '#domain/evaluation/template-national-project'
import { policy } from '#domain/evaluation/template-policy'
import type { ExecutionRow } from '#domain/execution/execution'
import { stateAt, treasuryOf } from '#domain/execution/totals'
import type { Expert } from '#domain/experts/expert'
import type { Goal } from '#domain/goals/goal'
import { stepOf } from '#domain/workflow'
import type { Unit } from '#domain/year-book'
import type { YearRules } from '#domain/year-rules'
import { demoMarks, type View } from './evaluation-marks.ts'

type Made = { nextId: () => string; at: Moment; by: string; today: Day }
type World = {
  bookId: string
  year: number
  goals: readonly Goal[]
  units: readonly Unit[]
  /** Whose government it is. */
  place: string
  experts: readonly Pick<Expert, 'id' | 'name'>[]
  rows: readonly ExecutionRow[]
}
type StepId = Parameters<typeof steppedTask>[2]['id']

/** What was gathered on the spot: on paper, with the parts of the system it proves. */
const papers: readonly [name: string, note: string, levels: readonly string[]][] = [
  ['立项批复和实施方案', '原件存项目单位办公室', ['决策', '政策制定']],
  ['财政决算报表', '复印件存评价组', ['预算编制', '预算执行', '收入质量', '支出结构']],
  ['资金支付明细和记账凭证', '复印件存评价组', ['过程', '政策实施']],
  ['现场核查记录和照片', '2 名评价人员签字', ['产出', '政策产出']],
  ['竣工验收和抽检资料', '复印件存评价组', ['产出']],
  ['受益群众问卷汇总表', '问卷原件 120 份，装箱保存', ['效益', '政策效果']],
]

type Course = {
  /** By its name; '' for the government's own budget. */
  goal: string
  system: IndicatorSystem
  experts: readonly string[]
  /** Of each expert: marks (null: none yet), how many of them, and whether signed. */
  sheets: readonly { view: View | null; count?: number; isSigned: boolean }[]
  calibration: boolean
  steps: readonly [id: StepId, daysAgo: number, opinion?: string][]
}

function view(
  rates: readonly number[],
  off: Readonly<Record<number, number>> = {},
  unproven: readonly number[] = [],
): View {
  return { rateOf: (order) => off[order] ?? rates[order % rates.length] ?? 100, unproven }
}

const even = [100, 100, 90, 100, 100, 80, 100, 95] as const
const strict = [100, 90, 85, 100, 90, 75, 100, 90] as const
const mild = [100, 100, 95, 100, 100, 90, 100, 100] as const
const lastOfProject = indicatorsOf(nationalProject).length - 1

/** One that is being scored, one with five signed sheets and disputes, one that is concluded. */
const courses: readonly Course[] = [
  {
    goal: '高标准农田建设',
    system: nationalProject,
    experts: ['冯知秋', '何佳宁', '赵明远', '吴若彤', '邓长青'],
    sheets: [
      { view: view(even), isSigned: true },
      { view: view(strict, {}, [lastOfProject]), isSigned: true },
      { view: view(even), count: 9, isSigned: false },
      { view: null, isSigned: false },
      { view: null, isSigned: false },
    ],
    calibration: true,
    steps: [['open-score-sheets', 12]],
  },
  {
    goal: '农村公路日常养护',
    system: nationalProject,
    experts: ['郑可心', '向志远', '李雨桐', '吴若彤', '邓长青'],
    sheets: [
      { view: view(even, { 12: 100, 14: 95 }), isSigned: true },
      { view: view(strict, { 12: 50, 14: 60 }, [lastOfProject]), isSigned: true },
      { view: view(even, { 12: 90, 14: 90 }), isSigned: true },
      { view: view(mild, { 12: 100, 14: 100 }), isSigned: true },
      { view: view(strict, { 12: 60, 14: 55 }, [lastOfProject]), isSigned: true },
    ],
    calibration: false,
    steps: [
      ['open-score-sheets', 40],
      ['finish-scoring', 6],
    ],
  },
  {
    goal: '80 周岁以上老年人高龄津贴政策',
    system: policy,
    experts: ['何佳宁', '罗静怡', '张海峰'],
    sheets: [
      { view: view(mild), isSigned: true },
      { view: view(even), isSigned: true },
      { view: view(even), isSigned: true },
    ],
    calibration: false,
    steps: [
      ['open-score-sheets', 90],
      ['finish-scoring', 70],
      ['ask-evaluated-unit', 65],
      ['conclude-evaluation', 50, '评价程序规范，依据充分，同意评价结论。'],
    ],
  },
  {
    goal: '',
    system: government,
    experts: ['何佳宁', '张海峰', '赵明远'],
    sheets: [
      { view: view(even), isSigned: true },
      { view: view(strict), isSigned: true },
      { view: view(even), isSigned: true },
    ],
    calibration: false,
    steps: [
      ['open-score-sheets', 60],
      ['finish-scoring', 40],
      ['ask-evaluated-unit', 30],
      ['conclude-evaluation', 4, '数据取自决算报表，同意评价结论。'],
    ],
  },
]

/** The evaluations of the demo's finished year, with their sheets, and one system of the bureau's own. */
export function demoEvaluationTasks(
  world: World,
  pack: YearRules,
  made: Made,
): { tasks: EvaluationTask[]; sheets: KeptSheet[]; systems: KeptSystem[] } {
  const tasks: EvaluationTask[] = []
  const sheets: KeptSheet[] = []
  for (const course of courses) {
    const object = objectOf(course, world)
    const experts = course.experts.flatMap((name) => expertOf(name, world))
    if (!object || experts.length < course.experts.length) continue
    const opened = openedOf(course, object, experts, world, tasks, made)
    const own = sheetsFor(course, opened, factsOf(object, world), pack, made)
    tasks.push(course.steps.reduce((task, step) => stepped(task, step, own, pack, made), opened))
    sheets.push(...own)
  }
  return { tasks, sheets, systems: systemsOf(world.bookId, made) }
}

function objectOf({ goal: wanted }: Course, { goals, units, place }: World): TaskObject | null {
  if (wanted === '') {
    const name = `${place}政府预算`
    return { goalId: '', unitId: '', sectionId: '', name, code: '', kind: 'government' }
  }
  const goal = goals.find(({ name }) => name === wanted)
  return goal ? goalObject(goal, units.find(({ id }) => id === goal.unitId)?.sectionId ?? '') : null
}

function expertOf(name: string, { experts }: World): TaskExpert[] {
  const found = experts.find((expert) => expert.name === name)
  return found ? [{ expertId: found.id, name, weight: 1 }] : []
}

function openedOf(
  course: Course,
  object: TaskObject,
  experts: readonly TaskExpert[],
  world: World,
  others: readonly EvaluationTask[],
  made: Made,
): EvaluationTask {
  const { system } = course
  const first = course.steps[0]?.[1] ?? 0
  const task = openedTask(
    {
      object,
      scope: system.scope,
      level: 'fiscal',
      system,
      agencyId: '',
      startsOn: daysLater(made.today, -first - 20),
      dueOn: daysLater(made.today, course.steps.length > 2 ? -45 : 20),
      experts,
      isBlind: false,
      calibrationId: course.calibration ? (indicatorsOf(system)[0]?.id ?? '') : '',
    },
    {
      ...{ id: made.nextId(), systemId: made.nextId(), bookId: world.bookId },
      ...{ number: nextNumber(world.year, others), at: made.at, by: made.by },
    },
  )
  return { ...task, materials: materialsOf(system, made) }
}

function materialsOf(system: IndicatorSystem, made: Made): Material[] {
  const list: Material[] = []
  for (const [name, note, levels] of papers) {
    const indicatorIds = system.levels
      .filter((level) => levels.includes(level.name))
      .flatMap((level) => indicatorsOf({ levels: [level] }).map(({ id }) => id))
      // The last of a level is left bare: the map has gaps to show.
      .slice(0, -1)
    if (indicatorIds.length === 0) continue
    list.push({
      id: made.nextId(),
      name,
      attachment: null,
      number: nextMaterialNumber(list),
      note,
      indicatorIds,
    })
  }
  return list
}

function factsOf(object: TaskObject, { rows }: World): KnownFacts {
  const own = object.goalId === '' ? [] : rows.filter(({ goalId }) => goalId === object.goalId)
  return { treasury: own.length === 0 ? null : treasuryOf(stateAt(own, 12)), reported: [] }
}

function sheetsFor(
  course: Course,
  task: EvaluationTask,
  facts: KnownFacts,
  pack: YearRules,
  made: Made,
): KeptSheet[] {
  const end = course.steps[1]?.[1] ?? 2
  return task.experts.map((expert, index) => {
    const { view: seen, count, isSigned } = course.sheets[index] ?? { view: null, isSigned: false }
    const known = { facts, rules: pack.evaluation, ...(count === undefined ? {} : { count }) }
    return {
      ...openedSheet(task.system, { ...expert, id: made.nextId(), taskId: task.id }),
      marks: seen ? demoMarks(task.system, task.materials, seen, known) : {},
      signedAt: isSigned ? momentAgo(end + 1 + index, made) : '',
      ...{ bookId: task.bookId, unitId: task.unitId, revision: 1, changedAt: made.at, changedBy: made.by },
    }
  })
}

function momentAgo(days: number, { today }: Made): Moment {
  return `${daysLater(today, -days)}T02:00:00.000Z`
}

function stepped(
  task: EvaluationTask,
  [id, daysAgo, opinion = '']: Course['steps'][number],
  sheets: readonly KeptSheet[],
  pack: YearRules,
  made: Made,
): EvaluationTask {
  const to = stepOf(taskFlow, id)?.to[0] ?? task.state
  const frozen = to === 'concluded' ? frozenResult(task, sheets, pack) : null
  const actor = { duty: 'performance', name: '王晓' } as const
  return steppedTask(task, to, { id, opinion }, { actor, at: momentAgo(daysAgo, made), frozen })
}

function systemsOf(bookId: string, made: Made): KeptSystem[] {
  const kept = { bookId, revision: 1, changedAt: made.at, changedBy: made.by }
  const own = copiedSystem(nationalProject, made.nextId(), '南江县项目支出绩效评价指标体系')
  return [{ ...approvedSystem(own, momentAgo(120, made), '王晓'), ...kept }]
}
