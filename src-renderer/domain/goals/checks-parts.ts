import { plainCode } from '../year-book.ts'
import type { RequiredPart } from '../year-rules.ts'
import type { Check, Finding, Subject } from './finding.ts'
import type { GoalContent } from './goal.ts'

function isEmpty(content: GoalContent, field: string, subject: Subject): boolean {
  if (field === 'indicators') return subject.indicators.length === 0
  if (field === 'annualGoals') return content.annualGoals.every((goal) => goal.trim() === '')
  if (field === 'funding') return content.funding.every((line) => line.amount === null)
  if (field === 'tasks') return content.tasks.length === 0
  if (field === 'total') return content.total === null
  const value = Object.hasOwn(content, field) ? content[field as keyof GoalContent] : ''
  return typeof value === 'string' && value.trim() === ''
}

function partMissing(subject: Subject): Finding[] {
  const missing = (part: RequiredPart) =>
    part.kinds.includes(subject.content.kind) && isEmpty(subject.content, part.field, subject)
  return subject.context.rules.parts.filter(missing).map((part) => ({
    at: part.field,
    severity: part.severity,
    clause: part.clause,
    values: { part: part.label },
  }))
}

function taskIncomplete({ content }: Subject): Finding[] {
  if (content.kind !== 'department') return []
  return content.tasks.flatMap((task, index) => {
    const missing = [
      task.name.trim() === '' ? '任务名称' : '',
      task.content.trim() === '' ? '主要内容' : '',
      task.total === null ? '预算金额' : '',
    ].filter((part) => part !== '')
    if (missing.length === 0) return []
    return [{ at: `tasks.${task.id}`, values: { number: String(index + 1), missing: missing.join('、') } }]
  })
}

function goalTooShort({ content }: Subject, params: Readonly<Record<string, number>>): Finding[] {
  const text = content.annualGoals.join('').trim()
  const count = text.match(/\p{L}/gu)?.length ?? 0
  if (text === '' || count >= (params.characters ?? 0)) return []
  return [{ at: 'annualGoals', values: { part: '年度目标', count: String(count), text } }]
}

function periodReversed({ content }: Subject): Finding[] {
  const { startsOn, endsOn } = content
  if (startsOn === '' || endsOn === '' || startsOn <= endsOn) return []
  return [{ at: 'endsOn', values: { startsOn, endsOn } }]
}

function periodOutsideYear({ content, context }: Subject): Finding[] {
  const { startsOn, endsOn } = content
  if (startsOn === '' || endsOn === '' || startsOn > endsOn) return []
  if (startsOn <= `${context.year}-12-31` && endsOn >= `${context.year}-01-01`) return []
  return [{ at: 'startsOn', values: { startsOn, endsOn, year: String(context.year) } }]
}

/** 21 places of the integrated system: region, year, class (R 人员, Y 运转, T 特定目标), running number. */
const projectCode = /^\d{8}[RYT]\d{12}$/

function codeMalformed({ content }: Subject): Finding[] {
  const code = plainCode(content.code)
  if (content.kind !== 'project' || code === '' || projectCode.test(code)) return []
  return [{ at: 'code', values: { code } }]
}

function secretDisclosed({ content }: Subject): Finding[] {
  return content.secret && content.disclosed ? [{ at: 'disclosed' }] : []
}

function disclosureReasonMissing({ content }: Subject): Finding[] {
  if (content.disclosed || content.secret || content.disclosureReason.trim() !== '') return []
  return [{ at: 'disclosureReason' }]
}

/** Findings on the parts of the form as a whole. */
export const partChecks = {
  'part-missing': partMissing,
  'task-incomplete': taskIncomplete,
  'goal-too-short': goalTooShort,
  'period-reversed': periodReversed,
  'period-outside-year': periodOutsideYear,
  'code-malformed': codeMalformed,
  'secret-disclosed': secretDisclosed,
  'disclosure-reason-missing': disclosureReasonMissing,
} as const satisfies Record<string, Check>
