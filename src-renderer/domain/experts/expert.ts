import { type Day, daysLater, isDay, type Moment } from '../dates.ts'
import type { Fen } from '../money.ts'
import type { Problem, Severity } from '../problem.ts'
import type { AvoidKind, ExpertField, ExpertRules } from './expert-rules.ts'
import { isBankAccount, isIdentityNumber, nameKey, sexOfIdentity } from './numbers.ts'

export const expertStates = { in: '在库', suspended: '暂停', out: '出库' } as const
export type ExpertState = keyof typeof expertStates

export const ratingGrades = { good: '优', pass: '合格', fail: '不合格' } as const
export type RatingGrade = keyof typeof ratingGrades

/** 回避单位: by its code where the unit is in the books, else by name. `until`: when the tie ended; '' it lasts. */
export type AvoidUnit = { unitCode: string; unitName: string; kind: AvoidKind; until: Day; note: string }

/** 评审记录: what one review by this expert was worth, and its 评审费. `drawId` '' where no draw led to it. */
export type Rating = {
  on: Day
  subject: string
  drawId: string
  grade: RatingGrade
  fee: Fen | null
  note: string
  by: string
}

/** What a person fills in of an expert; the two sealed fields and the tail are made from what was typed. */
export type ExpertContent = {
  name: string
  sex: '' | '男' | '女'
  /** Encrypted; '' not recorded. */
  sealedIdentity: string
  sealedBank: string
  /** Last four places of the identity number, for recognition; '' where none is recorded. */
  identityTail: string
  workUnit: string
  title: string
  fields: ExpertField[]
  /** 行业小类, as 水利、交通. */
  specialty: string
  certificate: string
  phone: string
  joinedOn: Day
  /** 聘期 up to and including this day; '' without end. */
  termEndsOn: Day
  state: ExpertState
  avoidUnits: AvoidUnit[]
  note: string
}

/** 专家: one entry of the 专家库. It outlives the year books. */
export type Expert = ExpertContent & {
  id: string
  /** Invented, for the demo books: seen and drawn there alone. */
  demo: boolean
  ratings: Rating[]
  initials: string
  revision: number
  changedAt: Moment
  changedBy: string
}

/** What is typed and never kept in the clear. */
export type ExpertSecrets = { identity: string; bank: string }

export const emptyExpert: ExpertContent = {
  name: '',
  sex: '',
  sealedIdentity: '',
  sealedBank: '',
  identityTail: '',
  workUnit: '',
  title: '',
  fields: [],
  specialty: '',
  certificate: '',
  phone: '',
  joinedOn: '',
  termEndsOn: '',
  state: 'in',
  avoidUnits: [],
  note: '',
}

const plan38 = '巴财〔2020〕38号 三（四）3'

function found(at: string, severity: Severity, message: string, clause = ''): Problem {
  return { code: `expert-${at}`, severity, at, message, clause, suggestion: '' }
}

/**
 * What is wrong with an expert's entry. Errors keep it out of the register; warnings are shown. Sealed text cannot be
 * compared, so that two people of one name and one tail are only pointed at. `others` are the other experts.
 */
export function checkExpert(content: ExpertContent, others: readonly Expert[]): Problem[] {
  const problems: Problem[] = []
  if (content.name.trim() === '') problems.push(found('name', 'error', '请填写姓名。'))
  for (const at of ['joinedOn', 'termEndsOn'] as const)
    if (content[at] !== '' && !isDay(content[at]))
      problems.push(found(at, 'error', '看不懂这个日期，应如 2026-01-01。'))
  if (isDay(content.joinedOn) && isDay(content.termEndsOn) && content.termEndsOn < content.joinedOn)
    problems.push(found('termEndsOn', 'error', '聘期届满日早于入库日期。'))
  if (content.fields.length === 0)
    problems.push(found('fields', 'warning', '还没有选专业领域，抽取时不会抽到。', plan38))
  for (const avoid of content.avoidUnits) {
    if (avoid.unitCode === '' && nameKey(avoid.unitName) === '')
      problems.push(found('avoidUnits', 'error', '回避单位没有写明是哪个单位。'))
    if (avoid.until !== '' && !isDay(avoid.until))
      problems.push(found('avoidUnits', 'error', '回避单位的截止日期请写成 2026-01-01。'))
  }
  const twin = others.find((other) => isSamePerson(other, content))
  if (twin)
    problems.push(found('name', 'warning', `库里已有同名且身份证尾号相同的专家，请核对是否重复登记。`))
  return problems
}

function isSamePerson(one: ExpertContent, other: ExpertContent): boolean {
  const sameName = nameKey(one.name) !== '' && nameKey(one.name) === nameKey(other.name)
  if (!sameName) return false
  if (one.identityTail !== '' && other.identityTail !== '') return one.identityTail === other.identityTail
  return nameKey(one.workUnit) === nameKey(other.workUnit)
}

/** What is wrong with the numbers as typed; '' says nothing (GB 11643 for the identity number). */
export function checkSecrets(secrets: Partial<ExpertSecrets>, sex: ExpertContent['sex']): Problem[] {
  const problems: Problem[] = []
  const { identity = '', bank = '' } = secrets
  if (identity !== '' && !isIdentityNumber(identity))
    problems.push(found('identity', 'error', '身份证号不正确：应为 18 位，且出生日期和校验码相符。'))
  else if (identity !== '' && sex !== '' && sexOfIdentity(identity) !== sex)
    problems.push(found('identity', 'warning', '身份证号与所填性别不一致，请核对。'))
  if (bank !== '' && !isBankAccount(bank))
    problems.push(found('bank', 'error', '银行账号不正确：请写开户行和一个 9 至 30 位数字的账号。'))
  return problems
}

/** Where an expert stands on a day, and why. */
export type Standing = {
  kind: ExpertState | 'expired'
  name: string
  reason: string
  /** In the register, and the term ends within the notice (聘期即将届满). */
  endsSoon: boolean
}

/**
 * Whether an expert may be drawn on a day: only 在库. As many 不合格 as the rules allow no more take the expert out;
 * those from before `joinedOn` (an earlier time in the register) do not count. The last day of the term counts.
 */
export function standing(
  expert: Pick<Expert, 'state' | 'joinedOn' | 'termEndsOn' | 'ratings'>,
  today: Day,
  rules: ExpertRules,
): Standing {
  const { failsOut, expiryNotice } = rules.limits
  const fails = failsOf(expert)
  const not = (kind: Standing['kind'], name: string, reason: string) => ({
    kind,
    name,
    reason,
    endsSoon: false,
  })
  if (expert.state === 'out') return not('out', '出库', '已出库')
  if (fails >= failsOut.value) return not('out', '出库', `评价不合格 ${fails} 次，按规则出库`)
  if (expert.state === 'suspended') return not('suspended', '暂停', '暂停抽取')
  if (expert.termEndsOn !== '' && expert.termEndsOn < today)
    return not('expired', '聘期届满', `聘期 ${expert.termEndsOn} 届满`)
  const endsSoon = expert.termEndsOn !== '' && expert.termEndsOn <= daysLater(today, expiryNotice.value)
  return { kind: 'in', name: '在库', reason: endsSoon ? `聘期 ${expert.termEndsOn} 届满` : '', endsSoon }
}

/** How many reviews of the present time in the register were 不合格. */
function failsOf(expert: Pick<Expert, 'joinedOn' | 'ratings'>): number {
  return expert.ratings.filter((rating) => rating.grade === 'fail' && rating.on >= expert.joinedOn).length
}

/** What is wrong with a review of an expert before it is kept. */
export function checkRating(rating: Omit<Rating, 'by'>): Problem[] {
  const problems: Problem[] = []
  if (!isDay(rating.on)) problems.push(found('rating.on', 'error', '请填写评审日期，如 2026-01-01。'))
  if (rating.subject.trim() === '') problems.push(found('rating.subject', 'error', '请写明评审的是什么。'))
  if (rating.grade === 'fail' && rating.note.trim() === '')
    problems.push(found('rating.note', 'error', '评为不合格须写明原因。'))
  if (rating.fee !== null && (!Number.isSafeInteger(rating.fee) || rating.fee < 0))
    problems.push(found('rating.fee', 'error', '评审费不能小于 0。'))
  return problems
}

/** Whether an expert answers a search: name, initials, work unit, title, specialty or tail. */
export function matchesExpert(expert: Expert, search: string): boolean {
  const wanted = nameKey(search).toLowerCase()
  if (wanted === '') return true
  const { name, workUnit, title, specialty, identityTail } = expert
  return (
    [name, workUnit, title, specialty].some((text) => nameKey(text).toLowerCase().includes(wanted)) ||
    expert.initials.includes(wanted) ||
    identityTail.toLowerCase() === wanted
  )
}
