import { type Day, isDay } from '../dates.ts'
import type { Problem } from '../problem.ts'
import type { RegisterEntry } from './register.ts'
import { type RegisterField, type RegisterKind, registerKind, registerKindList } from './register-kinds.ts'

/** How far an entry has come; `none` where nothing has to follow. */
export type Standing = 'none' | 'open' | 'late' | 'done'

type Followed = Pick<RegisterEntry, 'kind' | 'values'>

/**
 * Whether what has to follow an entry (rectification, reply, feedback) is open, late or done. Late is the day after the
 * last one, not the last day itself; done is done, however late it was.
 */
export function standingOf({ kind, values }: Followed, today: Day): Standing {
  const follow = registerKind(kind).followUp
  if (!follow || (follow.when !== '' && (values[follow.when] ?? '').trim() === '')) return 'none'
  if (isDay(values[follow.done] ?? '')) return 'done'
  const due = follow.due === '' ? '' : (values[follow.due] ?? '')
  return isDay(due) && today > due ? 'late' : 'open'
}

/** The word of an entry's standing; '' where nothing has to follow. */
export function standingWord(entry: Followed, today: Day): string {
  const follow = registerKind(entry.kind).followUp
  const standing = standingOf(entry, today)
  if (!follow || standing === 'none') return ''
  if (standing === 'done') return follow.closed
  return standing === 'late' ? `${follow.open}，已逾期` : follow.open
}

/** The day by which something has to follow; '' where there is none. */
export function dueOf({ kind, values }: Followed): Day {
  const follow = registerKind(kind).followUp
  return follow && follow.due !== '' ? (values[follow.due] ?? '') : ''
}

/** What is missing or unfit in an entry; it is kept all the same, and the ledger shows what is incomplete. */
export function checkEntry(entry: Omit<RegisterEntry, 'id' | 'bookId' | 'revision'>): Problem[] {
  const rule = registerKind(entry.kind)
  const blank = (text: string) => text.trim() === ''
  return [
    ...(blank(entry.title) ? [fault('title', `请填写${rule.titleName}。`)] : []),
    ...(isDay(entry.day) ? [] : [fault('day', '请填写日期，如 2026-03-15。')]),
    ...rule.fields.flatMap((field) => checkField(field, entry.values[field.id] ?? '')),
    ...checkDays(entry),
  ]
}

function checkField({ id, name, type, required, choices }: RegisterField, value: string): Problem[] {
  if (value.trim() === '') return required ? [fault(id, `请填写${name}。`)] : []
  if (type === 'day' && !isDay(value)) return [fault(id, `${name}不是一个日期，请按 2026-03-15 的样子填写。`)]
  if (type === 'count' && !/^\d{1,9}$/.test(value)) return [fault(id, `${name}请填整数。`)]
  if (type === 'choice' && choices?.[value] === undefined) return [fault(id, `请重新选择${name}。`)]
  return []
}

/** What follows cannot be done before the day of the entry. */
function checkDays({ kind, day, values }: Pick<RegisterEntry, 'kind' | 'day' | 'values'>): Problem[] {
  const follow = registerKind(kind).followUp
  const done = follow ? (values[follow.done] ?? '') : ''
  if (!follow || !isDay(done) || !isDay(day) || done >= day) return []
  const name = registerKind(kind).fields.find(({ id }) => id === follow.done)?.name ?? ''
  return [fault(follow.done, `${name}早于登记的日期 ${day}，请核对。`)]
}

function fault(at: string, message: string): Problem {
  return { code: `register-${at}`, severity: 'error', at, message, clause: '', suggestion: '' }
}

export type KindFigures = { kind: RegisterKind; all: number; open: number; late: number; done: number }

/** How many entries of each kind there are, and how far they have come; every kind is counted, also with none. */
export function registerFigures(entries: readonly Followed[], today: Day): KindFigures[] {
  return registerKindList.map((kind) => {
    const own = entries.filter((entry) => entry.kind === kind).map((entry) => standingOf(entry, today))
    const count = (standing: Standing) => own.filter((each) => each === standing).length
    return { kind, all: own.length, open: count('open'), late: count('late'), done: count('done') }
  })
}

/** The sum of a number field over entries of its kind; what is no whole number counts nothing. */
export function sumOfField(entries: readonly Followed[], kind: RegisterKind, field: string): number {
  return entries
    .filter((entry) => entry.kind === kind)
    .map(({ values }) => values[field] ?? '')
    .filter((value) => /^\d{1,9}$/.test(value))
    .reduce((sum, value) => sum + Number(value), 0)
}
