import type { Appraisal } from '../appraisals/appraisal.ts'
import type { SelfEvaluation } from '../evaluation/self-evaluation.ts'
import type { EvaluationTask } from '../evaluation/task.ts'
import { emptyReview, type GoalReview } from '../goals/review.ts'
import type { Monitoring } from '../monitoring/monitoring.ts'
import { heardObjections, heardReplies, taskForUnit } from './evaluated.ts'
import { heardAnswers } from './heard.ts'
import { isSame } from './merge.ts'
import type { RecordPurpose } from './package.ts'
import { monitoringAbove, selfEvaluationAbove } from './unfilled.ts'

/** Tables whose records travel, in the order in which they are written: what others rest on comes first. */
export const exchangeTables = {
  books: '账套',
  sections: '股室',
  units: '预算单位',
  calendars: '工作日历',
  indicators: '个性指标',
  indicatorSystems: '评价指标体系',
  goals: '绩效目标',
  reviews: '审核档案',
  adjustments: '目标调整',
  assessments: '事前评估',
  meetings: '集中会审',
  rounds: '监控轮次',
  curves: '用款计划',
  executions: '预算执行',
  executionImports: '国库台账导入',
  monitorings: '监控表',
  disposals: '监控处置',
  spotChecks: '重点核查',
  roundReports: '监控总报告',
  snapshots: '看板冻结',
  selfEvaluations: '绩效自评',
  evaluationPlans: '评价计划',
  evaluationTasks: '评价任务',
  scoreSheets: '评分表',
  surveys: '满意度问卷',
  schemes: '考核办法',
  appraisals: '工作考核',
  disclosures: '信息公开',
  applications: '结果应用',
} as const
export type ExchangeTable = keyof typeof exchangeTables
export const exchangeTableList = Object.keys(exchangeTables) as ExchangeTable[] // the keys of the table

/** What is of the year itself: once the year is closed (关账) it is not changed by packages either. */
export const ofYearTables: ReadonlySet<ExchangeTable> = new Set([
  ...(['goals', 'reviews', 'adjustments', 'assessments', 'rounds', 'curves', 'executions'] as const),
  ...(['monitorings', 'disposals', 'spotChecks'] as const),
])

/** Where a package stands on the way: from a unit to its bureau, from a bureau to the one above, or down again. */
export type Way = 'unit-up' | 'bureau-up' | 'to-unit' | 'to-bureau'

export type Content = {
  table: ExchangeTable
  /** Fields that are not meant for the receiver: they go as this, and change nothing there. */
  blank?: Readonly<Record<string, unknown>>
  /** Only records in these states, beside those that the receiver has had before. */
  states?: readonly string[]
  /** Also records in this state that have something in this list. */
  early?: { state: string; list: string }
  /** Only records with these values. */
  where?: Readonly<Record<string, unknown>>
  /** The record goes as the receiver may know it, by its table: see `views`. */
  viewed?: true
  /** What the sender says counts only while ours is in one of these states. */
  whileIn?: readonly string[]
  /** All that the sender may say of a record that is here already; the rest stays ours. It brings none of its own. */
  writes?: readonly string[]
  /** The same while ours is in one of these states. */
  writesIn?: Readonly<Record<string, readonly string[]>>
  /** A record that is not here yet may come nevertheless, with these values whatever the sender says. */
  begins?: Readonly<Record<string, unknown>>
}

const persons = { contact: '', phone: '' } as const
const { comments, congress, together, sheet } = emptyReview({ id: '', bookId: '', unitId: '', name: '' })
/** 审核等次 and points are the bureau's own. */
const reviewSheet = { sheet } as const
/** Of the file of a goal the unit has its own steps and its answers to say. */
const begunReview = { comments, congress, together, sheet } as const
const approved = ['approved'] as const
/** What was approved, and what waits for the unit to go on: drafts that were carried forward or imported for it. */
const withUnit = ['draft', 'returned', 'approved'] as const
const handedIn = ['submitted', 'joint', 'key', 'reviewed', 'approved', 'rejected'] as const
const letters = ['issued', 'returned', 'answered', 'reviewed', 'closed'] as const

/** What the assessed may know of its re-check: from the day it is asked. */
const knownResults = ['asked', 'decided', 'announced', 'archived'] as const

/** What was re-checked stays so: it is only objected to. */
const objected = { asked: ['objections'], decided: [], announced: [], archived: [] } as const

/** 结果应用 that the leaders have decided. */
const appliedStates = ['carrying', 'answered', 'referred', 'closed'] as const
/** What the bureau writes for itself on the way to a decision, and in handling what was not applied. */
const insideBureau = { budgetOpinion: '', decisionReason: '', followUps: [], referrals: [] } as const

/** An evaluation is made known to the unit when its work begins, or before, once the materials that it needs are listed. */
const evaluatedStates = ['scoring', 'combining', 'asked', 'concluded'] as const
const materialsListed = { state: 'preparing', list: 'materials' } as const

/** How a form came to be checked, and the inspectors' own papers. */
const insideCheck = { pickId: '', ground: '', points: 0, grounds: [], evidence: [] } as const

const decided: readonly Content[] = [
  { table: 'calendars' },
  { table: 'goals', states: handedIn },
  { table: 'reviews', blank: reviewSheet },
  { table: 'adjustments', states: ['submitted', 'reviewing', 'confirmed', 'applied', 'refused'] },
  { table: 'rounds' },
  { table: 'monitorings' },
  { table: 'disposals', states: letters },
  // A unit hears of what was found once it is asked to explain it.
  { table: 'spotChecks', states: ['asked'], blank: insideCheck },
  { table: 'selfEvaluations' },
  { table: 'evaluationTasks', states: evaluatedStates, early: materialsListed, viewed: true },
  { table: 'appraisals', states: ['returned', ...knownResults] },
  { table: 'disclosures' },
  { table: 'applications', states: appliedStates, blank: insideBureau },
]

/**
 * What goes where: the table of contents of every purpose and way. What is not named here never leaves by that way; secret
 * (涉密) objects and all that belongs to them leave by none but a closed 移交包.
 */
const contents: Readonly<
  Record<Exclude<RecordPurpose, 'handover'>, Readonly<Partial<Record<Way, readonly Content[]>>>>
> = {
  parameters: {
    'to-unit': [
      { table: 'books' },
      { table: 'sections' },
      { table: 'units' },
      { table: 'calendars' },
      { table: 'indicators', states: ['confirmed'] },
      { table: 'goals', states: withUnit },
      { table: 'rounds' },
      { table: 'curves' },
      { table: 'monitorings' },
      { table: 'selfEvaluations' },
      { table: 'appraisals', states: ['open', 'returned'] },
    ],
    'to-bureau': [
      { table: 'books' },
      { table: 'calendars' },
      { table: 'indicators', states: ['confirmed'] },
      { table: 'indicatorSystems', states: ['approved'] },
      { table: 'schemes', states: approved, where: { target: 'county' } },
    ],
  },
  report: {
    'unit-up': [
      { table: 'goals', states: handedIn },
      { table: 'reviews', blank: reviewSheet, writes: ['comments', 'trail'], begins: begunReview },
      { table: 'adjustments', states: ['submitted', 'reviewing', 'confirmed', 'applied', 'refused'] },
      { table: 'curves' },
      { table: 'monitorings', states: ['submitted', 'passed', 'accepted'] },
      { table: 'disposals', states: ['answered', 'reviewed', 'closed'] },
      {
        ...{ table: 'spotChecks', states: ['recorded'], blank: insideCheck },
        writes: ['explanation', 'trail', 'state', 'heldSince'],
      },
      { table: 'selfEvaluations', states: ['submitted', 'confirmed', 'collected'] },
      {
        ...{ table: 'evaluationTasks', states: ['asked'], viewed: true },
        ...{ writes: ['replies'], whileIn: ['asked'] },
      },
      { table: 'appraisals', states: ['submitted'], writesIn: objected },
      { table: 'disclosures', states: ['published', 'proposed', 'rectify'] },
      {
        table: 'applications',
        states: appliedStates,
        blank: insideBureau,
        writes: ['rectification', 'trail'],
      },
    ],
    'bureau-up': [
      { table: 'books' },
      { table: 'sections' },
      { table: 'units' },
      { table: 'goals', blank: persons, states: handedIn },
      { table: 'adjustments', states: ['applied'] },
      { table: 'assessments' },
      { table: 'rounds' },
      { table: 'curves' },
      { table: 'executions' },
      { table: 'monitorings', viewed: true },
      { table: 'disposals', states: letters },
      { table: 'selfEvaluations', viewed: true },
      { table: 'evaluationPlans', states: ['issued'] },
      { table: 'evaluationTasks', blank: { experts: [], materials: [] } },
      // Of its departments and sections the bureau above has nothing to know.
      { table: 'appraisals', states: ['submitted'], where: { isOwn: true }, writesIn: objected },
      { table: 'disclosures' },
      { table: 'applications', states: appliedStates, blank: { budgetOpinion: '' } },
    ],
  },
  decision: { 'to-unit': decided },
  disclosure: {
    'bureau-up': [
      {
        table: 'goals',
        states: approved,
        blank: { ...persons, remarks: '', opinion: '', origin: '', changedBy: '' },
      },
      { table: 'selfEvaluations', states: ['collected'] },
    ],
  },
}

/** 整套账: every table that belongs to a book. */
const handoverContents: readonly Content[] = exchangeTableList.map((table) => ({ table }))

/** What a purpose carries on a way; null where there is no such package. A unit hands over no bureau's book. */
export function contentsOf(purpose: RecordPurpose, way: Way): readonly Content[] | null {
  if (purpose === 'handover' && way === 'unit-up') return null
  return purpose === 'handover' ? handoverContents : (contents[purpose][way] ?? null)
}

export type Carried = Readonly<Record<string, unknown>> & { id: string }

/** State of a record, whatever its table calls it; '' where it has none. */
export function stateOf(record: Carried): string {
  const state = record.status ?? record.state
  return typeof state === 'string' ? state : ''
}

/** What people call a record. */
export function nameOf(record: Carried): string {
  const name = record.name ?? record.title ?? record.code
  return typeof name === 'string' && name !== '' ? name : record.id
}

/** Whether a record goes: one that is meant, in one of the states that go or known to the receiver already. */
export function goes({ states, early, where = {} }: Content, record: Carried, isKnown: boolean): boolean {
  if (Object.entries(where).some(([field, value]) => record[field] !== value)) return false
  if (states === undefined || isKnown || states.includes(stateOf(record))) return true
  const list = early?.state === stateOf(record) ? record[early.list] : null
  return Array.isArray(list) && list.length > 0
}

/** The record as it leaves: what is not meant for the receiver is blank. */
export function leaving<R extends Carried>({ table, blank, viewed }: Content, record: R): R {
  const view = viewed && views[table]
  const seen = view ? view(record) : record
  return blank ? { ...seen, ...blank } : seen
}

/** How a record looks to who may know a part of it only; a table without a view has none that is `viewed`. */
const views: Readonly<Partial<Record<ExchangeTable, <R extends Carried>(record: R) => R>>> = {
  // Each is given records of its own table.
  evaluationTasks: (record) => taskForUnit(record as unknown as EvaluationTask) as unknown as typeof record,
  monitorings: (record) => monitoringAbove(record as unknown as Monitoring) as unknown as typeof record,
  selfEvaluations: (record) =>
    selfEvaluationAbove(record as unknown as SelfEvaluation) as unknown as typeof record,
}

/** What the sender says in a field, put to what is here: of opinions and objections only new ones are heard. */
function saidIn(table: ExchangeTable, field: string, sent: unknown, ours: unknown): unknown {
  // Both are read by the schema.
  if (table === 'appraisals' && field === 'objections')
    return heardObjections(ours as Appraisal['objections'], sent as Appraisal['objections'])
  if (table === 'reviews' && field === 'comments')
    return heardAnswers(ours as GoalReview['comments'], sent as GoalReview['comments'])
  if (table !== 'evaluationTasks' || field !== 'replies') return sent
  return heardReplies(ours as EvaluationTask['replies'], sent as EvaluationTask['replies'])
}

function repliesOf(record: Carried): EvaluationTask['replies'] {
  return record.replies as EvaluationTask['replies'] // read by the schema
}

/** Whether a record is only told, as its receiver may know it: then all of it is the sender's word, but opinions not yet sent. */
export function isTold({ table, viewed, writes }: Content): boolean {
  return table === 'evaluationTasks' && viewed === true && writes === undefined
}

/** The record as the sender has it, for the merge: what came blank is what was here, or before. */
export function arriving(content: Content, sent: Carried, ours: Carried | null): Carried {
  const { table, blank = {}, begins } = content
  if (!ours) return begins ? { ...sent, ...begins } : sent
  const writes = wordIn(content, stateOf(ours))
  if (isTold(content)) return { ...sent, replies: heardReplies(repliesOf(sent), repliesOf(ours)) }
  const said = writes?.map((field) => [field, saidIn(table, field, sent[field], ours[field])])
  const theirs = said ? { ...ours, ...Object.fromEntries(said) } : sent
  const known = Object.entries(blank).filter(([field, empty]) => isSame(theirs[field], empty))
  if (known.length === 0) return theirs
  return { ...theirs, ...Object.fromEntries(known.map(([field]) => [field, ours[field]])) }
}

/** The fields in which the sender has a word while ours is in a state; undefined where he has in all. */
export function wordIn({ writes, writesIn }: Content, state: string): readonly string[] | undefined {
  return writesIn?.[state] ?? writes
}
