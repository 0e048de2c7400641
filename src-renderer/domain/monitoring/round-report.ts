import type { Day, Moment } from '../dates.ts'
import type { StepTaken } from '../workflow.ts'

/** An opinion of a section on the draft: 征求支出科室意见. */
export type ReportOpinion = {
  sectionId: string
  verdict: '' | 'agree' | 'change'
  text: string
  by: string
  on: Day
  /** 采纳情况. */
  adopted: '' | 'yes' | 'partly' | 'no'
  answer: string
}

export type RoundReportState = 'draft' | 'asked' | 'final'

/** 绩效监控总报告 of a round (巴财〔2020〕38号 三（二）2). */
export type RoundReport = {
  id: string
  bookId: string
  roundId: string
  name: string
  /** Texts that a person writes, by the id of their part. */
  texts: Readonly<Record<string, string>>
  opinions: readonly ReportOpinion[]
  /** The figures as they were when it became final; null while they follow the data. */
  figures: unknown
  trail: readonly StepTaken[]
  state: RoundReportState
  heldSince: Moment
  revision: number
  changedAt: Moment
  changedBy: string
}
