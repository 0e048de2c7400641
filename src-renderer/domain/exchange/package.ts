import type { Moment } from '../dates.ts'
import type { Fen } from '../money.ts'
import type { Party } from './station.ts'

/** What a package is for, in the order of the season. */
export const purposes = {
  parameters: '参数包',
  report: '上报包',
  decision: '批复包',
  receipt: '回执',
  station: '单位名片',
  disclosure: '公开资料包',
  handover: '整套账移交包',
  'expert-kit': '专家评分包',
  'expert-return': '专家评分表',
} as const
export type Purpose = keyof typeof purposes

/** What to say where a file of another kind was chosen than was asked for, and what comes first. */
export function otherKindText(found: Purpose, wanted: Purpose): string {
  const said = `这是${purposes[found]}，不是${purposes[wanted]}，没有采用。`
  if (wanted === 'station' && carriesRecords(found))
    return `${said}请先收取发送单位的名片，核对指纹、信任以后再打开它。`
  return `${said}请选择${purposes[wanted]}文件。`
}

/** The purposes that carry records of the book. */
export const recordPurposes = ['parameters', 'report', 'decision', 'disclosure', 'handover'] as const
export type RecordPurpose = (typeof recordPurposes)[number]

/** Whether packages for a purpose carry records; cards, kits and receipts do not. */
export function carriesRecords(purpose: Purpose): purpose is RecordPurpose {
  return (recordPurposes as readonly Purpose[]).includes(purpose)
}

/** Records per table. */
export type Counts = Readonly<Record<string, number>>
/** 控制数 in 分: sums that both sides reckon for themselves and compare. */
export type Totals = Readonly<Record<string, Fen>>

/** The state of one that went out: it can only be believed by its receipt. */
export const outStates = {
  made: '已生成',
  delivered: '已送达',
  accepted: '已接收',
  partly: '部分接收',
  refused: '被退回',
  dropped: '已作废',
} as const
export type OutState = keyof typeof outStates

export const inStates = {
  held: '待管理员决定',
  allowed: '管理员已同意',
  applied: '已导入',
  partly: '部分导入',
  refused: '已退回',
  undone: '已撤销导入',
} as const
export type InState = keyof typeof inStates

export const receiptVerdicts = { accepted: '全部接收', partly: '部分接收', refused: '退回' } as const
export type ReceiptVerdict = keyof typeof receiptVerdicts

/** A record that was not taken as it was sent, and why: for the sender, in words; `id` leads to it there. */
export type Fault = { table: string; id: string; name: string; reason: string }

/** 回执: what became of a package at its receiver. */
export type Receipt = {
  packageId: string
  /** SHA-256 of the package's file, so that the receipt is about these very bytes. */
  sha256: string
  verdict: ReceiptVerdict
  /** What was done, by the words of `verdicts` in rehearsal.ts. */
  counts: Counts
  totals: Totals
  faults: readonly Fault[]
  reason: string
  by: string
  at: Moment
}

export type FilesCount = { count: number; bytes: number; lacking: number }

/** 往来台账: one package that went out or came in, with how it travelled and what became of it. */
export type PackageRecord = {
  /** That of the package. */
  id: string
  /** The book it is about; '' for none. */
  bookId: string
  direction: 'out' | 'in'
  purpose: Purpose
  year: number
  peer: Party
  /** Of the station it went to or came from; '' where nobody knows it yet. */
  peerId: string
  /** In words: which units, how much. */
  scope: string
  /** Codes of the units it is about; empty for all. */
  unitCodes: readonly string[]
  sequence: number
  /** Id of the package before it on the same way; '' for the first. */
  base: string
  /** Id of the newest package from its receiver that its sender had taken in; '' for none. */
  seen: string
  fileName: string
  size: number
  sha256: string
  sm3: string
  counts: Counts
  totals: Totals
  /** Secret objects that were left out. */
  secrets: number
  /** 附件 in it, and those that its records hold and that it has not; none in packages of older programs. */
  files?: FilesCount
  /** Hash of the kept copy of its records in clear, for looking up a common version; '' where it carries none. */
  copy: string
  /** 介质 by which it travelled: 优盘、共享文件夹, as people call theirs. */
  medium: string
  state: OutState | InState
  receipt: Receipt | null
  /** Why it was taken though nobody here knew the signature, by whom: '' where it was trusted. */
  overridden: string
  createdAt: Moment
  at: Moment
  by: string
  revision: number
  changedAt: Moment
  changedBy: string
}

/** By what the record is known as the import left it: its revision, or where its table counts none, the whole of it. */
export type Mark = { revision: number; after?: unknown }

/** What an import did to the book: for taking it back, and for finding what lost in a conflict. */
export type PackageChanges = {
  /** Of the package. */
  id: string
  bookId: string
  added: readonly ({ table: string; id: string } & Mark)[]
  /** Records as they were before, and the revision that the import left. */
  replaced: readonly ({ table: string; id: string; before: unknown } & Mark)[]
  removed: readonly { table: string; id: string; before: unknown }[]
  /** Values of either side that were not taken. */
  lost: readonly {
    table: string
    id: string
    name: string
    path: string
    kept: unknown
    lost: unknown
    whose: string
  }[]
}
