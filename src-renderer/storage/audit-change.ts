import { type Adjustment, adjustmentStates } from '#domain/adjustments/adjustment'
import type { Application } from '#domain/applications/application'
import { diffApplication } from '#domain/applications/compare'
import type { Appraisal } from '#domain/appraisals/appraisal'
import { diffAppraisal, diffScheme } from '#domain/appraisals/compare'
import type { KeptScheme } from '#domain/appraisals/scheme'
import type { Assessment } from '#domain/assessments/assessment'
import { diffAssessment } from '#domain/assessments/compare'
import type { Calendar } from '#domain/calendar'
import {
  type Milestone,
  milestoneLevels,
  milestoneParts,
  milestoneStates,
} from '#domain/coverage-map/milestone'
import { diffDisclosure } from '#domain/disclosures/compare'
import type { Disclosure } from '#domain/disclosures/disclosure'
import { diffDisposal } from '#domain/disposals/compare'
import type { Disposal } from '#domain/disposals/disposal'
import type { EvaluationPlan } from '#domain/evaluation/plan'
import { diffPlan } from '#domain/evaluation/plan-compare'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { diffSelfEvaluation } from '#domain/evaluation/self-evaluation-compare'
import type { EvaluationTask, KeptSheet, KeptSystem } from '#domain/evaluation/task'
import { diffSheet, diffSystem, diffTask } from '#domain/evaluation/task-compare'
import { diffContent } from '#domain/goals/compare'
import { type Goal, goalStatuses } from '#domain/goals/goal'
import type { OwnIndicator } from '#domain/library/own-indicator'
import { diffMonitoring } from '#domain/monitoring/compare'
import type { Monitoring } from '#domain/monitoring/monitoring'
import { type ReportPart, reportParts } from '#domain/monitoring/report-figures'
import {
  adoptions,
  opinionVerdicts,
  type ReportOpinion,
  type RoundReport,
  roundReportStates,
} from '#domain/monitoring/round-report'
import { diffSpotCheck } from '#domain/spot-checks/compare'
import type { SpotCheck } from '#domain/spot-checks/spot-check'
import { diffEntry, diffWork } from '#domain/supervision/compare'
import type { RegisterEntry } from '#domain/supervision/register'
import type { WorkItem } from '#domain/supervision/work-item'
import type { YearBook } from '#domain/year-book'
import { registerLabels, registerWord, sealedFields, sealedWord } from './expert-words.ts'
import { indicatorFields } from './indicator-words.ts'
import type { FieldChange, RecordChange } from './records.ts'
import { recoveryId } from './recovery.ts'

export type Named = { id: string; name?: string }

/** Fields that say nothing to a person: marks of the write itself, or derived from other fields. */
const silent = new Set([
  'revision',
  'changedAt',
  'changedBy',
  'health',
  'initials',
  'sentenceMarks',
  'matchKey',
  'heldSince',
  'trail',
])

/** What a write did to one record, from what to what; null where nothing changed. */
export function changeOf(table: string, before: Named | null, after: Named | null): RecordChange | null {
  const record = after ?? before
  if (!record) return null
  const change = { table, id: record.id, name: record.name ?? '' }
  // What proves a person never enters the trail: that it changed is all there is to say.
  if (table === 'credentials') {
    const label = record.id === recoveryId ? '恢复码' : '密码'
    const field = { field: 'password', label, from: before ? `原${label}` : '', to: `新${label}` }
    return { ...change, kind: before ? 'changed' : 'created', fields: [field], before: null }
  }
  if (!before) return { ...change, kind: 'created', fields: [], before: null }
  if (!after) return { ...change, kind: 'deleted', fields: [], before: withoutSealed(record) }
  const fields = fieldsOf(table, before, after)
  return fields.length === 0 ? null : { ...change, kind: 'changed', fields, before: null }
}

/** The table says what its records are. */
function fieldsOf(table: string, before: Named, after: Named): FieldChange[] {
  if (table === 'goals') return goalFields(before as Goal, after as Goal)
  if (table === 'assessments') return diffAssessment(before as Assessment, after as Assessment)
  if (table === 'adjustments') return adjustmentFields(before as Adjustment, after as Adjustment)
  if (table === 'indicators') return indicatorFields(before as OwnIndicator, after as OwnIndicator)
  if (table === 'roundReports') return reportFields(before as RoundReport, after as RoundReport)
  if (table === 'evaluationPlans') return diffPlan(before as EvaluationPlan, after as EvaluationPlan)
  if (table === 'books')
    return plainFields(table, bookWords(before as YearBook), bookWords(after as YearBook))
  if (table === 'monitorings') return diffMonitoring(before as Monitoring, after as Monitoring)
  if (table === 'applications') return diffApplication(before as Application, after as Application)
  if (table === 'disposals') return diffDisposal(before as Disposal, after as Disposal)
  if (table === 'selfEvaluations')
    return diffSelfEvaluation(before as SelfEvaluation, after as SelfEvaluation)
  if (table === 'calendars') return calendarFields(before as Calendar, after as Calendar)
  if (table === 'spotChecks') return diffSpotCheck(before as SpotCheck, after as SpotCheck)
  if (table === 'evaluationTasks') return diffTask(before as EvaluationTask, after as EvaluationTask)
  if (table === 'scoreSheets') return diffSheet(before as KeptSheet, after as KeptSheet)
  if (table === 'appraisals') return diffAppraisal(before as Appraisal, after as Appraisal)
  if (table === 'schemes') return diffScheme(before as KeptScheme, after as KeptScheme)
  if (table === 'disclosures') return diffDisclosure(before as Disclosure, after as Disclosure)
  if (table === 'indicatorSystems') return diffSystem(before as KeptSystem, after as KeptSystem)
  if (table === 'milestones' && 'shippedId' in after)
    return plainFields(table, milestoneWords(before as Milestone), milestoneWords(after as Milestone))
  if (table === 'registers') return diffEntry(before as RegisterEntry, after as RegisterEntry)
  if (table === 'workItems') return diffWork(before as WorkItem, after as WorkItem)
  return plainFields(table, before, after)
}

function milestoneWords({ state, level, part, ...rest }: Milestone): Named {
  return {
    ...rest,
    ...{ state: state === '' ? '按数据' : milestoneStates[state] },
    ...{ level: milestoneLevels[level], part: milestoneParts[part] },
  }
}

function reportFields(before: RoundReport, after: RoundReport): FieldChange[] {
  const parts = Object.entries(reportParts) as [ReportPart, string][] // the entries of the table
  const texts = parts.map(([part, label]) => [part, label, before.texts[part] ?? '', after.texts[part] ?? ''])
  const opinions = after.opinions.map((opinion) => {
    const old = before.opinions.find(({ sectionId }) => sectionId === opinion.sectionId)
    return [opinion.sectionId, `${opinion.sectionName}的意见`, opinionText(old), opinionText(opinion)]
  })
  const states = [['state', '状态', roundReportStates[before.state], roundReportStates[after.state]] as const]
  return [...states, ...texts, ...opinions].flatMap(([field = '', label = '', from = '', to = '']) =>
    from === to ? [] : [{ field, label, from, to }],
  )
}

function opinionText(opinion: ReportOpinion | undefined): string {
  if (!opinion || opinion.verdict === '') return ''
  const { verdict, text, adopted, answer } = opinion
  return [opinionVerdicts[verdict], text, adopted === '' ? '' : adoptions[adopted], answer]
    .filter(Boolean)
    .join('；')
}

function calendarFields(before: Calendar, after: Calendar): FieldChange[] {
  const lists = [
    ['holidays', '放假', before.holidays.join('、'), after.holidays.join('、')],
    ['workdays', '调休上班', before.workdays.join('、'), after.workdays.join('、')],
    ['basis', '依据', before.basis, after.basis],
  ] as const
  return lists.flatMap(([field, label, from, to]) => (from === to ? [] : [{ field, label, from, to }]))
}

/** A book with its own lines as one sentence; what they are says the summary of the entry. */
function bookWords(book: YearBook): Named {
  const { ownRules, ownEvaluation, ownClosing, closed, ...rest } = book
  const words = (own: { revision: number; reason: string }) => `第 ${own.revision} 次修改：${own.reason}`
  return {
    ...rest,
    ...(ownRules ? { ownRules: words(ownRules) } : {}),
    ...(ownEvaluation ? { ownEvaluation: words(ownEvaluation) } : {}),
    ...(ownClosing ? { ownClosing: words(ownClosing) } : {}),
    ...(closed ? { closed: closed.reason || '是' } : {}),
  }
}

function adjustmentFields(before: Adjustment, after: Adjustment): FieldChange[] {
  const texts = [
    ['state', '状态', adjustmentStates[before.state], adjustmentStates[after.state]],
    ['reason', '调整理由', before.reason, after.reason],
    ['budgetEffect', '对预算的影响', before.budgetEffect, after.budgetEffect],
    ['opinion', '意见', before.opinion, after.opinion],
  ] as const
  const changed = texts.filter(([, , from, to]) => from !== to)
  return [
    ...changed.map(([field, label, from, to]) => ({ field, label, from, to })),
    ...diffContent(before.after, after.after),
  ]
}

function goalFields(before: Goal, after: Goal): FieldChange[] {
  const fields: FieldChange[] = [...diffContent(before, after)]
  if (before.status !== after.status) {
    fields.push({
      field: 'status',
      label: '状态',
      from: goalStatuses[before.status],
      to: goalStatuses[after.status],
    })
  }
  if (before.opinion !== after.opinion) {
    fields.push({
      field: 'opinion',
      label: '退回意见',
      from: before.opinion,
      to: after.opinion,
    })
  }
  return fields
}

/** What a person calls the fields of base data and registers. */
const plainLabels: Readonly<Record<string, string>> = {
  code: '代码',
  name: '名称',
  parentId: '主管部门',
  sectionId: '归口股室',
  role: '职责',
  order: '顺序',
  identity: '本机单位',
  rulesId: '规则包',
  goalIds: '指定的项目',
  template: '用款计划类型',
  points: '各月计划进度（万分比）',
  reason: '理由',
  ownRules: '预警线（本局规定）',
  closed: '关账',
  ownClosing: '应用、公开和分析规则（本局规定）',
  ownEvaluation: '评价规则（本局规定）',
  undoneAt: '撤销时间',
  mapping: '列的对照',
  number: '文号',
  issuer: '发文机关',
  issuedOn: '发文日期',
  board: '板块',
  stage: '环节',
  inForce: '现行有效',
  note: '备注',
  attachments: '附件',
  assignments: '职责',
  disabled: '停用',
  failures: '密码输错次数',
  lockedUntil: '锁定到',
  passwordGiven: '待本人换密码',
  lastTriedAt: '最近登录尝试',
  comments: '批注',
  sheet: '目标审核表',
  congress: '提交人大',
  together: '同步登记',
  decisions: '会审决定',
  heldOn: '日期',
  place: '地点',
  chair: '主持人',
  attendees: '参加人员',
  recorder: '记录人',
  title: '名称',
  audience: '调查对象',
  population: '调查对象人数',
  handedOut: '发放份数',
  surveyedOn: '调查日期',
  questions: '问题',
  tally: '计票',
  taskId: '评价任务',
  unitId: '单位',
  shippedId: '路线图目标',
  level: '级次',
  part: '方面',
  text: '内容',
  clause: '依据',
  state: '状态',
  year: '年度',
  doneOn: '完成日期',
  findingId: '分析结果',
}

function plainFields(table: string, before: Named, after: Named): FieldChange[] {
  const [old, fresh] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((field) => {
    const [from, to] = [asText(old.get(field)), asText(fresh.get(field))]
    if (silent.has(field) || from === to) return []
    const label = registerLabels[table]?.[field] ?? plainLabels[field] ?? field
    if (sealedFields.has(field)) return [{ field, label, from: from && sealedWord, to: to && sealedWord }]
    const words = [before, after].map((record) => registerWord(table, field, record))
    return [{ field, label, from: words[0] ?? from, to: words[1] ?? to }]
  })
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A deleted record as the trail keeps it: whole, but for what is sealed. */
function withoutSealed(record: Named): Named {
  const entries = Object.entries(record).map(([field, value]) =>
    sealedFields.has(field) && value !== '' ? [field, sealedWord] : [field, value],
  )
  return Object.fromEntries(entries)
}
