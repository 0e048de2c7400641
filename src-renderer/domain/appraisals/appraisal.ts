import type { Attachment } from '../attachment.ts'
import type { Day, Moment } from '../dates.ts'
import type { Duty } from '../people/duties.ts'
import type { StepTaken } from '../workflow.ts'
import type { AppraisalState } from './flow.ts'
import type { Figures } from './metrics.ts'
import type { Scheme } from './scheme.ts'

/** 一次考核: what all appraisals of one notice have in common. */
export type Notice = {
  noticeId: string
  title: string
  /** 发文字号 of the notice; '' where it has none. */
  number: string
  startsOn: Day
  /** Until when the self-assessment is handed in. */
  dueOn: Day
}

/** Who is assessed: a county by its region's code, a department and a section by theirs. */
export type Subject = { code: string; name: string; group: string }

/** What was found of one thing that was drawn. */
export type Finding = { verdict: string; note: string }

/** What is said and given of one item. Scores in hundredths of a point; null follows what is before it. */
export type ItemMark = {
  /** What the automatic metrics came to when the form was handed in. */
  figures: Figures
  /** 佐证要点 that are met. */
  ticks: readonly string[]
  /** Cases counted by a person; null while nobody did. */
  count: number | null
  self: number | null
  selfReason: string
  evidence: readonly Attachment[]
  note: string
  review: number | null
  reviewReason: string
  sampled: number | null
  sampledReason: string
  /** By id of what was drawn for the item. */
  findings: Readonly<Record<string, Finding>>
}

/** 加分 or 扣分: how many cases are claimed, and how many were accepted (null while nobody looked). */
export type ExtraMark = {
  count: number
  accepted: number | null
  reason: string
  evidence: readonly Attachment[]
}

/** 抽查 of an item: who was drawn among whom by what chance. Never deleted. */
export type SampleDraw = {
  id: string
  itemId: string
  /** '' where the program drew; else why these were named. */
  reason: string
  seed: string
  size: number
  candidates: readonly { id: string; name: string }[]
  picked: readonly string[]
  at: Moment
  by: string
  duty: Duty
}

/** 各方均无异议: what the assessed said before its days were over, when, and who recorded it. */
export type Agreement = { on: Day; text: string; by: string }

/** 申诉: what the assessed says of an item ('' of the whole), and what was made of it. */
export type Objection = {
  id: string
  itemId: string
  on: Day
  text: string
  decision: '' | 'adopted' | 'partly' | 'refused'
  answer: string
}
export const objectionDecisions = { adopted: '采纳', partly: '部分采纳', refused: '不采纳' } as const

/** What was decided; it is not computed anew. Points in hundredths. */
export type FrozenStanding = {
  points: Readonly<Record<string, number>>
  bonus: number
  deduction: number
  total: number
  /** Within its group; the same total has the same rank. */
  rank: number
  of: number
  gradeId: string
  /** Why the grade is not what the points alone would give. */
  reasons: readonly string[]
}

/** What the one who is assessed writes. */
export type SelfContent = {
  items: Readonly<Record<string, ItemMark>>
  extras: Readonly<Record<string, ExtraMark>>
  /** 填报人, 联系方式. */
  contact: string
  phone: string
  summary: string
}

/** 考核 of one subject under a scheme, as kept. */
export type Appraisal = Notice &
  SelfContent & {
    id: string
    bookId: string
    schemeId: string
    /** Its own copy: a later version of the scheme does not change it. */
    scheme: Scheme
    /** The one who is assessed by name, as the trail calls it. */
    name: string
    subject: Subject
    /** Of the department; '' for a county or a section: who may reach it. */
    unitId: string
    /** Whether it is this bureau's own, to be handed to the bureau above. */
    isOwn: boolean
    year: number
    draws: readonly SampleDraw[]
    objections: readonly Objection[]
    /** Until when it may object; '' before it is asked. */
    objectsUntil: Day
    /** Absent until it agreed; its days then need not be waited for. */
    agreed?: Agreement
    /** 会议 and 通报 by which it was decided and made known. */
    decidedBy: string
    announcement: string
    frozen: FrozenStanding | null
    trail: readonly StepTaken[]
    state: AppraisalState
    heldSince: Moment
    revision: number
    changedAt: Moment
    changedBy: string
  }

export const emptyMark: ItemMark = {
  figures: {},
  ticks: [],
  count: null,
  self: null,
  selfReason: '',
  evidence: [],
  note: '',
  review: null,
  reviewReason: '',
  sampled: null,
  sampledReason: '',
  findings: {},
}

export const emptyExtra: ExtraMark = { count: 0, accepted: null, reason: '', evidence: [] }

/** What was said of an item; nothing yet is the empty mark. */
export function markOf({ items }: Pick<Appraisal, 'items'>, itemId: string): ItemMark {
  return items[itemId] ?? emptyMark
}

/** What was entered at an extra item; an empty mark where nothing was. */
export function extraOf({ extras }: Pick<Appraisal, 'extras'>, id: string): ExtraMark {
  return extras[id] ?? emptyExtra
}

/** The last draw of an item: a second one follows only where the first was made for nothing. */
export function drawOf({ draws }: Pick<Appraisal, 'draws'>, itemId: string): SampleDraw | null {
  return draws.findLast((draw) => draw.itemId === itemId) ?? null
}

/** A fresh appraisal of one subject. */
export function openedAppraisal(
  notice: Notice,
  about: Pick<Appraisal, 'schemeId' | 'scheme' | 'subject' | 'unitId' | 'isOwn' | 'year' | 'bookId'>,
  made: { id: string; at: Moment; by: string },
): Appraisal {
  return {
    ...notice,
    ...about,
    id: made.id,
    name: `${notice.title}：${about.subject.name}`,
    items: {},
    extras: {},
    // Who opens the bureau's own self-assessment is the one who fills it in.
    contact: about.isOwn ? made.by : '',
    phone: '',
    summary: '',
    draws: [],
    objections: [],
    objectsUntil: '',
    decidedBy: '',
    announcement: '',
    frozen: null,
    trail: [],
    state: 'open',
    heldSince: made.at,
    revision: 1,
    changedAt: made.at,
    changedBy: made.by,
  }
}
