import type { Moment } from '../dates.ts'
import type { Fen } from '../money.ts'

/** What the analysis for the budget talks looks for (巴财〔2020〕38号 三（三）). */
export const findingKinds = {
  repeated: '重复和雷同项目',
  merge: '可合并项目',
  expiring: '到期政策',
  low: '连续低分单位',
  unspent: '结余和原因',
  cost: '同类成本比较',
} as const
export type FindingKind = keyof typeof findingKinds
export const findingKindList = Object.keys(findingKinds) as FindingKind[] // the keys of the table

/** An object that a finding is about; `goalId` '' where no goal of the book stands for it. */
export type FindingObject = {
  goalId: string
  name: string
  unitName: string
  year: number
  money: Fen | null
}

/** One finding, with what was found and how. It never decides: a person looks, and may dismiss it. */
export type Finding = {
  /** Stands for the same finding as long as the same objects are concerned. */
  id: string
  kind: FindingKind
  title: string
  objects: readonly FindingObject[]
  /** Money it is about, in 分; null where it is not about money. */
  money: Fen | null
  evidence: readonly string[]
  /** Marks of the sentences that its objects share, where it rests on them. */
  sentenceMarks?: readonly string[]
  /** The method in one sentence. */
  how: string
  advice: string
}

/** A false finding that somebody put aside, with the reason. */
export type DismissedFinding = {
  id: string
  bookId: string
  findingId: string
  name: string
  reason: string
  revision: number
  changedAt: Moment
  changedBy: string
}

/** The findings that stand, and those put aside with their reason. */
export function dividedFindings(
  findings: readonly Finding[],
  dismissed: readonly DismissedFinding[],
): { open: Finding[]; aside: { finding: Finding; by: DismissedFinding }[] } {
  const byFinding = new Map(dismissed.map((each) => [each.findingId, each]))
  const open: Finding[] = []
  const aside: { finding: Finding; by: DismissedFinding }[] = []
  for (const finding of findings) {
    const by = byFinding.get(finding.id)
    if (by) aside.push({ finding, by })
    else open.push(finding)
  }
  return { open, aside }
}
