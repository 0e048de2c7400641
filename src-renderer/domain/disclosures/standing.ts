import { type Day, daysLeft } from '../dates.ts'
import type { Disclosure, PublicField } from './disclosure.ts'
import type { DueDisclosure } from './due.ts'

/** Where something stands on a day, in the order of the road. */
export const standings = {
  late: '逾期未公开',
  due: '应公开',
  published: '已公开',
  proposed: '待审批免予公开',
  exempt: '免予公开',
  rectify: '待整改',
} as const
export type Standing = keyof typeof standings
export const standingList = Object.keys(standings) as Standing[] // the keys of the table

export type DisclosureRow = DueDisclosure & {
  /** null where nobody has said anything of it. */
  record: Disclosure | null
  standing: Standing
  /** Calendar days beyond the deadline, of what was published late or is not published yet; 0 otherwise. */
  late: number
  /** What of the approved goal is another than what was shown to the public. */
  differences: readonly ContentDifference[]
}

export type ContentDifference = { label: string; shown: string; approved: string }

/**
 * Where a thing stands on a day. What is secret is never open: it waits for the approval of not being published, and where it
 * was published before it became secret it has to be taken down (整改).
 */
export function standingOf(
  due: DueDisclosure,
  record: Pick<Disclosure, 'state'> | null,
  today: Day,
): Standing {
  const state = record?.state ?? 'due'
  if (due.secret) {
    if (state === 'published' || state === 'rectify') return 'rectify'
    return state === 'exempt' ? 'exempt' : 'proposed'
  }
  if (state !== 'due') return state
  // The unit says in the goal that it shall not be published; until that is approved it is no exemption.
  if (due.reason !== '' && record === null) return 'proposed'
  return today > due.dueOn ? 'late' : 'due'
}

/** The rows of a book; `contentOf` gives what the public should be shown of a thing now. */
export function disclosureRows(
  due: readonly DueDisclosure[],
  records: readonly Disclosure[],
  contentOf: (due: DueDisclosure) => readonly PublicField[],
  today: Day,
): DisclosureRow[] {
  const byObject = new Map(records.map((record) => [record.objectId, record]))
  return due.map((each) => {
    const record = byObject.get(each.objectId) ?? null
    const standing = standingOf(each, record, today)
    const isShown = record !== null && record.publishedOn !== '' && record.shown.length > 0
    const approved = isShown ? contentOf(each) : []
    const isOther = isShown && approved !== record.shown
    const differences = isOther ? contentDifferences(record.shown, approved) : []
    // What is spread stands last: objects that begin with it cost six times as much in every sum and sorting.
    return { record, standing, late: lateDays(each, record, standing, today), differences, ...each }
  })
}

function lateDays(due: DueDisclosure, record: Disclosure | null, standing: Standing, today: Day): number {
  if (standing === 'exempt' || standing === 'proposed' || standing === 'due') return 0
  const on = record?.publishedOn || today
  return on <= due.dueOn ? 0 : -daysLeft(due.dueOn, on)
}

/** What was shown against what is approved; a line that one of them lacks is a difference too. */
export function contentDifferences(
  shown: readonly PublicField[],
  approved: readonly PublicField[],
): ContentDifference[] {
  const textIn = (fields: readonly PublicField[], label: string) =>
    fields.find((field) => field.label === label)?.text ?? ''
  const labels = [...new Set([...approved, ...shown].map(({ label }) => label))]
  return labels
    .map((label) => ({ label, shown: textIn(shown, label), approved: textIn(approved, label) }))
    .filter(({ shown: before, approved: now }) => before !== now)
}

/** Whether something has to be published: what is secret, or was exempted with approval, does not count. */
export function mustBePublished({ standing, secret }: Pick<DisclosureRow, 'standing' | 'secret'>): boolean {
  return standing !== 'exempt' && !secret
}

/** Whether it lies open to the public; what has to be put right does too. */
export function isPublished({ record, secret }: Pick<DisclosureRow, 'record' | 'secret'>): boolean {
  return !secret && (record?.state === 'published' || record?.state === 'rectify')
}
