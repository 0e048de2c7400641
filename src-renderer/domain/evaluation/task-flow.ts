import type { Moment } from '../dates.ts'
import type { Actor } from '../people/duties.ts'
import { type StepWanted, stepTaken, type Workflow } from '../workflow.ts'
import { type EvaluationTask, type FrozenResult, type TaskState, taskStates } from './task.ts'

export const taskStateList = Object.keys(taskStates) as TaskState[] // the keys of the table

/**
 * The road of an evaluation (巴财〔2020〕38号 三（二）3): 监督与绩效管理科 arranges it and concludes, 监督检查局, 投资评审中心 and
 * third parties do the work on the spot. The days of the turns are this system's default 〔拟〕; scoring ends on the task's day.
 */
export const taskFlow: Workflow<TaskState> = {
  name: '绩效评价',
  first: 'preparing',
  states: {
    preparing: { name: taskStates.preparing, holder: 'performance', days: 15 },
    scoring: { name: taskStates.scoring, holder: 'inspection', days: null },
    combining: { name: taskStates.combining, holder: 'performance', days: 10 },
    asked: { name: taskStates.asked, holder: 'performance', days: 10 },
    concluded: { name: taskStates.concluded, holder: '', days: null },
    stopped: { name: taskStates.stopped, holder: '', days: null },
  },
  steps: [
    {
      id: 'open-score-sheets',
      verb: '开始评分',
      from: ['preparing'],
      to: ['scoring'],
      opinion: 'optional',
    },
    {
      id: 'prepare-evaluation-again',
      verb: '退回准备',
      from: ['scoring'],
      to: ['preparing'],
      opinion: 'required',
      back: true,
    },
    { id: 'finish-scoring', verb: '结束评分', from: ['scoring'], to: ['combining'], opinion: 'optional' },
    {
      id: 'resume-scoring',
      verb: '退回评分',
      from: ['combining'],
      to: ['scoring'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'ask-evaluated-unit',
      verb: '征求意见',
      from: ['combining'],
      to: ['asked'],
      opinion: 'optional',
    },
    {
      id: 'recall-evaluation-question',
      verb: '撤回征求意见',
      from: ['asked'],
      to: ['combining'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'conclude-evaluation',
      verb: '确定结论',
      from: ['asked'],
      to: ['concluded'],
      opinion: 'optional',
    },
    {
      id: 'reopen-evaluation',
      verb: '撤销结论',
      from: ['concluded'],
      to: ['asked'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'stop-evaluation',
      verb: '终止评价',
      from: ['preparing', 'scoring', 'combining', 'asked'],
      to: ['stopped'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'restart-evaluation',
      verb: '恢复评价',
      from: ['stopped'],
      to: ['preparing'],
      opinion: 'optional',
      back: true,
    },
  ],
}

/**
 * The road of a task with whose turn it is: where a government's budget is evaluated 预算科 organises what 监督与绩效管理科 does
 * elsewhere (巴财〔2020〕38号 三（二）3).
 */
export function taskFlowOf({ kind }: Pick<EvaluationTask, 'kind'>): Workflow<TaskState> {
  if (kind !== 'government') return taskFlow
  const { preparing, combining, asked } = taskFlow.states
  const states = {
    ...taskFlow.states,
    preparing: { ...preparing, holder: 'budget' },
    combining: { ...combining, holder: 'budget' },
    asked: { ...asked, holder: 'budget' },
  } as const
  return { ...taskFlow, states }
}

export type TaskStep = StepWanted<TaskState>

/** The task after a step that is allowed; `frozen` is what it came to, kept while it is concluded, or asked about as a draft. */
export function steppedTask(
  task: EvaluationTask,
  to: TaskState,
  wanted: TaskStep,
  made: { actor: Pick<Actor, 'duty' | 'name'>; at: Moment; frozen: FrozenResult | null },
): EvaluationTask {
  const step = stepTaken(taskFlow, task.state, to, wanted, made.actor, made.at)
  // A conclusion that is taken back takes with it what was fed back of it; the trail keeps the steps.
  const { feedback: _feedback, draft: _draft, ...rest } = task
  return {
    ...rest,
    ...(to === 'asked' && made.frozen ? { draft: made.frozen } : {}),
    state: to,
    heldSince: made.at,
    frozen: to === 'concluded' ? made.frozen : null,
    trail: [...task.trail, step],
  }
}

const setup = [
  'number',
  'level',
  'system',
  'isBlind',
  'calibrationId',
  'aggregation',
  'experts',
  'agencyId',
  'startsOn',
  'dueOn',
  'materials',
  'texts',
  'figures',
  'visits',
] as const
const inWork = [
  'agencyId',
  'startsOn',
  'dueOn',
  'materials',
  'texts',
  'figures',
  'visits',
  'problems',
  'recommendations',
] as const

/** What a person writes of a task. */
export type TaskContent = Pick<EvaluationTask, (typeof setup)[number] | (typeof inWork)[number] | 'replies'>

/** The fields that may still be written in a state: what the sheets rest on is fixed once they are open. */
export const writableFields: Readonly<Record<TaskState, readonly (keyof TaskContent)[]>> = {
  preparing: setup,
  scoring: inWork,
  combining: [...inWork, 'aggregation'],
  asked: [...inWork, 'replies'],
  concluded: [],
  stopped: [],
}

/** Whether all the fields of a change may be written in a state. */
export function mayWrite(state: TaskState, change: Partial<TaskContent>): boolean {
  const allowed: readonly string[] = writableFields[state]
  return Object.keys(change).every((field) => allowed.includes(field))
}

/** Whether a sheet may be written: the first round while the task is scored, the second while it is put together. */
export function isSheetOpen(
  sheet: { round: 1 | 2; signedAt: Moment | '' },
  task: Pick<EvaluationTask, 'state'>,
): boolean {
  return sheet.signedAt === '' && task.state === (sheet.round === 1 ? 'scoring' : 'combining')
}
