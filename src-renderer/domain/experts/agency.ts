import { type Day, isDay, type Moment } from '../dates.ts'
import { addUp, type Fen } from '../money.ts'
import type { Problem, Severity } from '../problem.ts'
import { type ExpertRules, type QualityPart, qualityParts, type Scope } from './expert-rules.ts'
import { isCreditCode, nameKey, plainNumber } from './numbers.ts'

export const agencyKinds = {
  consulting: '咨询机构',
  accounting: '会计师事务所',
  appraisal: '资产评估机构',
  law: '律师事务所',
  research: '科研机构',
  university: '高等院校',
} as const
export type AgencyKind = keyof typeof agencyKinds

/** 主评人: years of work and of performance evaluation; null not recorded. */
export type Lead = {
  name: string
  certificate: string
  qualification: string
  years: number | null
  evaluationYears: number | null
}

/** Marks in hundredths of a point; null while one is missing. */
export type Quality = Record<QualityPart, number | null>

/** 委托记录. */
export type Commission = {
  id: string
  subject: string
  scope: Scope
  amount: Fen | null
  startsOn: Day
  endsOn: Day
  quality: Quality
}

export type AgencyContent = {
  name: string
  /** 统一社会信用代码. */
  creditCode: string
  kind: AgencyKind
  /** 信用管理平台登记号. */
  platformNumber: string
  leads: Lead[]
  achievements: string
  commissions: Commission[]
  blacklisted: { is: boolean; reason: string; on: Day }
  note: string
}

/** 第三方机构: one entry of the 机构库. It outlives the year books. */
export type Agency = AgencyContent & {
  id: string
  /** Invented, for the demo books: seen there alone. */
  demo: boolean
  initials: string
  revision: number
  changedAt: Moment
  changedBy: string
}

export const emptyQuality: Quality = {
  plan: null,
  site: null,
  report: null,
  punctual: null,
  discipline: null,
}

export const emptyAgency: AgencyContent = {
  name: '',
  creditCode: '',
  kind: 'consulting',
  platformNumber: '',
  leads: [],
  achievements: '',
  commissions: [],
  blacklisted: { is: false, reason: '', on: '' },
  note: '',
}

function found(at: string, severity: Severity, message: string, clause = ''): Problem {
  return { code: `agency-${at.split('.')[0]}`, severity, at, message, clause, suggestion: '' }
}

/** What is wrong with an agency's entry (财预〔2021〕6号): errors keep it out, warnings are shown. */
export function checkAgency(
  content: AgencyContent,
  others: readonly Agency[],
  rules: ExpertRules,
): Problem[] {
  const problems: Problem[] = []
  if (content.name.trim() === '') problems.push(found('name', 'error', '请填写机构名称。'))
  const code = plainNumber(content.creditCode)
  if (code !== '' && !isCreditCode(code))
    problems.push(found('creditCode', 'error', '统一社会信用代码不正确：应为 18 位，且校验码相符。'))
  const twin = code === '' ? undefined : others.find((other) => plainNumber(other.creditCode) === code)
  if (twin) problems.push(found('creditCode', 'error', `统一社会信用代码与“${twin.name}”相同。`))
  const { is, reason, on } = content.blacklisted
  if (is && reason.trim() === '') problems.push(found('blacklisted', 'error', '列入黑名单须写明原因。'))
  if (is && !isDay(on))
    problems.push(found('blacklisted', 'error', '请填写列入黑名单的日期，如 2026-01-01。'))
  return [
    ...problems,
    ...content.leads.flatMap((lead, index) => checkLead(lead, index, rules)),
    ...content.commissions.flatMap((commission) => checkCommission(commission, content, rules)),
  ]
}

/** 主评人条件: a qualification, years of work, years of evaluation. Unproved by the documents at hand: warnings. */
function checkLead(lead: Lead, index: number, rules: ExpertRules): Problem[] {
  const { leadYears, leadEvaluationYears } = rules.limits
  const { words, clause } = rules.leadQualifications
  const at = `leads.${index}`
  const name = lead.name.trim() || `第 ${index + 1} 名主评人`
  const problems: Problem[] = []
  if (lead.name.trim() === '') problems.push(found(at, 'error', '主评人没有写姓名。'))
  if (!words.some((word) => lead.qualification.includes(word)))
    problems.push(found(at, 'warning', `${name}的资质不在主评人应有的职称和资格之列，请核对。`, clause))
  if (lead.years === null || lead.years < leadYears.value)
    problems.push(
      found(at, 'warning', `${name}的工作年限不足 ${leadYears.value} 年或未填。`, leadYears.clause),
    )
  if (lead.evaluationYears === null || lead.evaluationYears < leadEvaluationYears.value)
    problems.push(
      found(
        at,
        'warning',
        `${name}的绩效评价年限不足 ${leadEvaluationYears.value} 年或未填。`,
        leadEvaluationYears.clause,
      ),
    )
  return problems
}

/** 不可整体委托 scopes and commissions given to a blacklisted agency are refused; marks lie within their part. */
export function checkCommission(
  commission: Commission,
  agency: Pick<AgencyContent, 'blacklisted'>,
  rules: ExpertRules,
): Problem[] {
  const at = `commissions.${commission.id}`
  const subject = commission.subject.trim()
  const scope = rules.scopes[commission.scope]
  const problems: Problem[] = []
  if (subject === '') problems.push(found(at, 'error', '请写明委托的项目。'))
  if (!scope.entrusted)
    problems.push(found(at, 'error', `${scope.name}不得整体委托第三方机构。`, scope.clause))
  for (const day of [commission.startsOn, commission.endsOn])
    if (day !== '' && !isDay(day)) problems.push(found(at, 'error', '委托起止日期请写成 2026-01-01。'))
  if (isDay(commission.startsOn) && isDay(commission.endsOn) && commission.endsOn < commission.startsOn)
    problems.push(found(at, 'error', '委托的结束日期早于开始日期。'))
  if (isAfterBlacklisting(commission, agency))
    problems.push(found(at, 'error', `该机构已列入黑名单，不得委托“${subject}”。`, scope.clause))
  if (commission.amount !== null && (!Number.isSafeInteger(commission.amount) || commission.amount < 0))
    problems.push(found(at, 'error', '合同额不能小于 0。'))
  return [...problems, ...checkQuality(commission.quality, at, rules)]
}

/** A commission begun before the day is work in hand and stays; without a day it counts as new. */
function isAfterBlacklisting(
  commission: Commission,
  { blacklisted }: Pick<AgencyContent, 'blacklisted'>,
): boolean {
  if (!blacklisted.is) return false
  return commission.startsOn === '' || blacklisted.on === '' || commission.startsOn >= blacklisted.on
}

function checkQuality(quality: Quality, at: string, rules: ExpertRules): Problem[] {
  return qualityParts.flatMap((part) => {
    const mark = quality[part]
    const { name, full } = rules.quality[part]
    const inRange = mark === null || (Number.isSafeInteger(mark) && mark >= 0 && mark <= full)
    return inRange ? [] : [found(at, 'error', `质量考核“${name}”应在 0 至 ${full / 100} 分之间。`)]
  })
}

/** 质量考核 of a commission in hundredths of a point; null while a part is missing. */
export function qualityTotal(quality: Quality): number | null {
  const marks = qualityParts.map((part) => quality[part])
  return marks.includes(null) ? null : addUp(marks)
}

/** 等次 of a total in hundredths; '' while there is none. */
export function qualityGrade(total: number | null, rules: ExpertRules): string {
  if (total === null) return ''
  return rules.grades.find(({ from }) => total >= from)?.grade ?? ''
}

/** The mean of the commissions that have a total, in hundredths rounded half up; null where none has. */
export function agencyQuality(agency: Pick<AgencyContent, 'commissions'>): number | null {
  const totals = agency.commissions.flatMap(({ quality }) => qualityTotal(quality) ?? [])
  if (totals.length === 0) return null
  const sum = addUp(totals)
  // Whole numbers only: half up is the floor of (2·sum + n) / 2n.
  return Number((BigInt(2 * sum) + BigInt(totals.length)) / BigInt(2 * totals.length))
}

/** Whether an agency answers a search: name, initials, credit code or a lead's name. */
export function matchesAgency(agency: Agency, search: string): boolean {
  const wanted = nameKey(search).toLowerCase()
  if (wanted === '') return true
  const texts = [
    agency.name,
    agency.creditCode,
    agency.platformNumber,
    ...agency.leads.map(({ name }) => name),
  ]
  return (
    texts.some((text) => nameKey(text).toLowerCase().includes(wanted)) || agency.initials.includes(wanted)
  )
}
