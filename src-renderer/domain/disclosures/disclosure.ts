import type { Attachment } from '../attachment.ts'
import type { Day, Moment } from '../dates.ts'
import type { DisclosureItem } from './rules.ts'

/** What a person said of one thing; whether it is due or late follows from the data and is never kept. */
export const keptStates = {
  due: '应公开',
  published: '已公开',
  proposed: '待审批免予公开',
  exempt: '免予公开',
  rectify: '待整改',
} as const
export type KeptState = keyof typeof keptStates

/** A line of what was published, as it was shown to the public. */
export type PublicField = { label: string; text: string }

export const checkResults = { sound: '符合要求', faulty: '需要整改' } as const
export type CheckResult = keyof typeof checkResults

/** 公开检查 by 监督检查局. */
export type DisclosureCheck = {
  on: Day
  by: string
  result: CheckResult
  finding: string
  /** 整改: what was put right, and when; '' while it is open. */
  correction: string
  correctedOn: Day
}

/** What a person enters when something was published. */
export type Publishing = {
  publishedOn: Day
  /** Where, in words; the rule's place unless another is given. */
  place: string
  address: string
  proofs: readonly Attachment[]
}

/** 信息公开 of one thing that has to be published, as kept: what follows from the data is never kept. */
export type Disclosure = Publishing & {
  id: string
  bookId: string
  /** The goal, self-evaluation or evaluation that is published; there is one record of each. */
  objectId: string
  item: DisclosureItem
  /** '' for an evaluation without a goal of its own. */
  goalId: string
  unitId: string
  name: string
  state: KeptState
  /** 不公开原因, and who approved it. */
  reason: string
  approvedBy: string
  approvedOn: Day
  /** What the public was shown, to be held against the approved goal; empty where that is not known. */
  shown: readonly PublicField[]
  checks: readonly DisclosureCheck[]
  revision: number
  changedAt: Moment
  changedBy: string
}

/** The record of something that nobody has said anything of yet. */
export function emptyDisclosure(
  of: Pick<Disclosure, 'bookId' | 'objectId' | 'item' | 'goalId' | 'unitId' | 'name'>,
  id: string,
): Disclosure {
  return {
    ...of,
    id,
    state: 'due',
    publishedOn: '',
    place: '',
    address: '',
    proofs: [],
    reason: '',
    approvedBy: '',
    approvedOn: '',
    shown: [],
    checks: [],
    revision: 0,
    changedAt: '',
    changedBy: '',
  }
}

/** The check whose finding is still to be put right; null where there is none. */
export function openCheck({ checks }: Pick<Disclosure, 'checks'>): DisclosureCheck | null {
  const last = checks.at(-1)
  return last?.result === 'faulty' && last.correctedOn === '' ? last : null
}
