import type { Level } from '../year-book.ts'
import type { BookUse } from './book-use.ts'

/**
 * 职责 after the division of work 2+2+N (巴财〔2020〕38号 三（一）), with those the document names beside it, the budget
 * units, and the two that keep the system. Who manages accounts does not read the audit, and the reverse.
 */
export const duties = {
  performance: { name: '监督与绩效管理', section: '监督与绩效管理科' },
  budget: { name: '预算', section: '预算科' },
  inspection: { name: '监督检查', section: '监督检查局' },
  investment: { name: '投资评审', section: '投资评审中心' },
  spending: { name: '支出管理', section: '各支出管理科室' },
  treasury: { name: '国库', section: '国库科' },
  office: { name: '办公室', section: '办公室' },
  leader: { name: '局领导', section: '局领导' },
  unit: { name: '预算单位', section: '预算单位' },
  administrator: { name: '系统管理', section: '系统管理员' },
  auditor: { name: '安全审计', section: '安全审计员' },
} as const
export type Duty = keyof typeof duties

export const dutyList = Object.keys(duties) as Duty[] // the keys of the table above

/** The duties that work on budgets; the other two keep the system. */
export const businessDuties: readonly Duty[] = dutyList.filter(
  (duty) => duty !== 'administrator' && duty !== 'auditor',
)

/** A duty with its reach: 支出管理 for one section, 预算单位 for one unit; '' reaches all. Codes outlive the year, ids do not. */
export type Assignment = { duty: Duty; scope: string }

/** Who acts, and in which of the duties held. The name stands on every change. */
export type Actor = {
  /** '' where no account exists yet: someone trying the demo. */
  accountId: string
  name: string
  duty: Duty
  scope: string
  /** What the book that is open lets be done; absent where there is none: everything that the duty may. */
  use?: BookUse
}

export type Place = { unitCode: string; parentCode: string; sectionCode: string }

/** Whether the duty limits its holder to some of the units. */
export function isLimited(actor: Actor): boolean {
  return actor.scope !== '' && (actor.duty === 'spending' || actor.duty === 'unit')
}

/**
 * Whether an actor's duty reaches a unit: 支出管理科 its 归口 departments, 预算单位 itself and, for a department, the
 * units under it; everybody else all of them.
 */
export function reaches(actor: Actor, place: Place): boolean {
  if (!isLimited(actor)) return true
  if (actor.duty === 'spending') return place.sectionCode === actor.scope
  return place.unitCode === actor.scope || place.parentCode === actor.scope
}

/**
 * The duties that count on a machine: in a budget unit's own installation the unit's, and those that keep the system; the
 * bureau works on its own machines. Where a unit's account holds none of them, all that it holds.
 */
export function dutiesHere(level: Level, held: readonly Assignment[]): readonly Assignment[] {
  if (level !== 'unit') return held
  const own = held.filter(({ duty }) => duty === 'unit' || duty === 'administrator' || duty === 'auditor')
  return own.length > 0 ? own : held
}
