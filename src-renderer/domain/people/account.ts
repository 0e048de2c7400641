import type { Moment } from '../dates.ts'
import type { Problem } from '../problem.ts'
import { type Actor, type Assignment, type Duty, duties } from './duties.ts'

/** A person who works on this machine. What proves the person stands apart, in storage. */
export type Account = {
  id: string
  name: string
  assignments: Assignment[]
  disabled: boolean
  /** Wrong passwords since the last right one. */
  failures: number
  /** Until when nobody may try again; '' where open. */
  lockedUntil: Moment | ''
  /** Whether the password was given by somebody else and is to be changed. */
  passwordGiven: boolean
  /** The last try to log in, right or wrong; absent before the first. */
  lastTriedAt?: Moment
  revision: number
  changedAt: Moment
  changedBy: string
}

/** 登录规则, this system's default 〔拟〕 after 等级保护 practice. */
export const loginRules = {
  shortestPassword: 8,
  failuresAllowed: 5,
  lockMinutes: 15,
  idleMinutes: 15,
} as const

/** Duties that one account may not hold together: who manages accounts does not read the audit, and the reverse. */
const separated: readonly (readonly [Duty, Duty])[] = [['administrator', 'auditor']]

function fault(code: string, at: string, message: string): Problem {
  return { code, severity: 'error', at, message, clause: '', suggestion: '' }
}

/** Faults of an account that is to be kept: name, duties, their separation, and that somebody still manages accounts. */
export function checkAccount(
  account: Pick<Account, 'id' | 'name' | 'assignments' | 'disabled'>,
  all: readonly Pick<Account, 'id' | 'name' | 'assignments' | 'disabled'>[],
): Problem[] {
  const problems: Problem[] = []
  const others = all.filter((other) => other.id !== account.id)
  const name = account.name.trim()
  if (name === '') problems.push(fault('name-missing', 'name', '请填写姓名。'))
  if (others.some((other) => other.name.trim() === name)) {
    problems.push(fault('name-taken', 'name', `已有名为“${name}”的账户，请加以区别。`))
  }
  if (account.assignments.length === 0)
    problems.push(fault('duty-missing', 'assignments', '请至少勾选一项职责。'))
  const held = new Set(account.assignments.map(({ duty }) => duty))
  for (const [one, other] of separated) {
    if (!held.has(one) || !held.has(other)) continue
    const text = `“${duties[one].name}”和“${duties[other].name}”不能由同一账户承担。`
    problems.push(fault('duties-separated', 'assignments', text))
  }
  const manages = (each: Pick<Account, 'assignments' | 'disabled'>) =>
    !each.disabled && each.assignments.some(({ duty }) => duty === 'administrator')
  if (!manages(account) && !others.some(manages)) {
    problems.push(fault('administrator-missing', 'assignments', '至少要留一个启用的系统管理账户。'))
  }
  return problems
}

/** What is wrong with a new password; null when it may be used. */
export function passwordFault(password: string, name: string): string | null {
  if ([...password].length < loginRules.shortestPassword) {
    return `密码至少 ${loginRules.shortestPassword} 位。`
  }
  if (new Set(password).size < 4) return '密码太简单，请不要使用重复的字符。'
  if (password === name) return '密码不能与姓名相同。'
  if ('01234567890123456789'.includes(password) || '98765432109876543210'.includes(password)) {
    return '密码太简单，请不要使用连续的数字。'
  }
  return null
}

/** Whole minutes until another try is allowed; 0 when it is. */
export function minutesLocked(account: Pick<Account, 'lockedUntil'>, now: Moment): number {
  if (account.lockedUntil === '') return 0
  return Math.max(0, Math.ceil((Date.parse(account.lockedUntil) - Date.parse(now)) / 60_000))
}

/** The account after a try: a right password clears the count, too many wrong ones lock it for a while. */
export function afterTry<T extends Pick<Account, 'failures' | 'lockedUntil'>>(
  account: T,
  right: boolean,
  now: Moment,
): T {
  if (right) return { ...account, failures: 0, lockedUntil: '' }
  const failures = account.failures + 1
  if (failures < loginRules.failuresAllowed) return { ...account, failures, lockedUntil: '' }
  const until = new Date(Date.parse(now) + loginRules.lockMinutes * 60_000).toISOString()
  return { ...account, failures: 0, lockedUntil: until }
}

/** The account's person in one of its duties. */
export function actorOf(account: Pick<Account, 'id' | 'name'>, { duty, scope }: Assignment): Actor {
  return { accountId: account.id, name: account.name, duty, scope }
}
