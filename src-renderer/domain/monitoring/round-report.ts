import type { Day, Moment } from '../dates.ts'
import type { Actor } from '../people/duties.ts'
import { type StepTaken, type StepWanted, stepTaken, type Workflow } from '../workflow.ts'
import { type ReportFigures, type ReportPart, reportParts } from './report-figures.ts'

/** 采纳情况 of an opinion. */
export const adoptions = { yes: '采纳', partly: '部分采纳', no: '未采纳' } as const
export type Adoption = keyof typeof adoptions

/** What a section says of the draft. */
export const opinionVerdicts = { agree: '无意见', change: '有修改意见' } as const
export type OpinionVerdict = keyof typeof opinionVerdicts

/** 征求支出管理科意见: what one section says, and what became of it. */
export type ReportOpinion = {
  sectionId: string
  sectionName: string
  /** '' while the section has not answered. */
  verdict: OpinionVerdict | ''
  text: string
  by: string
  on: Day
  adopted: Adoption | ''
  answer: string
}

export const roundReportStates = { draft: '起草中', asked: '征求意见', final: '已定稿' } as const
export type RoundReportState = keyof typeof roundReportStates

/** 绩效监控总报告 of a round. */
export type RoundReport = {
  id: string
  bookId: string
  roundId: string
  name: string
  /** What a person wrote in place of the drafted text; '' leaves the draft, which follows the data. */
  texts: Readonly<Partial<Record<ReportPart, string>>>
  opinions: readonly ReportOpinion[]
  /** The figures as they were when it became final; null while they follow the data. */
  figures: ReportFigures | null
  trail: readonly StepTaken[]
  state: RoundReportState
  heldSince: Moment
  revision: number
  changedAt: Moment
  changedBy: string
}

/**
 * The road of the report (巴财〔2020〕38号 三（二）2): 监督与绩效管理科 writes it, asks 支出管理科室 for their opinion, and
 * hands it to 预算科 as the basis for adjustments and next year's budget. The days are this system's default 〔拟〕.
 */
export const roundReportFlow: Workflow<RoundReportState> = {
  name: '监控总报告',
  first: 'draft',
  states: {
    draft: { name: roundReportStates.draft, holder: 'performance', days: 10 },
    asked: { name: roundReportStates.asked, holder: 'spending', days: 5 },
    final: { name: roundReportStates.final, holder: '', days: null },
  },
  steps: [
    { id: 'ask-round-opinions', verb: '征求意见', from: ['draft'], to: ['asked'], opinion: 'optional' },
    {
      id: 'withdraw-round-report',
      verb: '撤回征求意见',
      from: ['asked'],
      to: ['draft'],
      opinion: 'required',
      back: true,
    },
    { id: 'finish-round-report', verb: '定稿', from: ['asked'], to: ['final'], opinion: 'optional' },
    {
      id: 'reopen-round-report',
      verb: '撤销定稿',
      from: ['final'],
      to: ['asked'],
      opinion: 'required',
      back: true,
    },
  ],
}

export type RoundReportStep = StepWanted<RoundReportState>

/** A fresh report of a round. */
export function openedReport(
  round: { id: string; bookId: string; name: string },
  made: { id: string; at: Moment; by: string },
): RoundReport {
  return {
    id: made.id,
    bookId: round.bookId,
    roundId: round.id,
    name: `${round.name}总报告`,
    texts: {},
    opinions: [],
    figures: null,
    trail: [],
    state: 'draft',
    heldSince: made.at,
    revision: 1,
    changedAt: made.at,
    changedBy: made.by,
  }
}

/** The sections that are asked: 支出管理科 with objects in the round; those that answered keep what they said. */
export function askedOpinions(
  known: readonly ReportOpinion[],
  sections: readonly { id: string; name: string }[],
): ReportOpinion[] {
  return sections.map(
    ({ id, name }) =>
      known.find(({ sectionId }) => sectionId === id) ?? {
        sectionId: id,
        sectionName: name,
        verdict: '',
        text: '',
        by: '',
        on: '',
        adopted: '',
        answer: '',
      },
  )
}

/** The opinions that still want an answer: they ask for a change, and what became of it is not written. */
export function unanswered(opinions: readonly ReportOpinion[]): ReportOpinion[] {
  return opinions.filter(
    ({ verdict, adopted, answer }) =>
      verdict === 'change' && (adopted === '' || (adopted !== 'yes' && answer.trim() === '')),
  )
}

/** The report after a step that is allowed; final it keeps its figures, reopened it follows the data again. */
export function steppedReport(
  report: RoundReport,
  to: RoundReportState,
  wanted: RoundReportStep,
  made: {
    actor: Pick<Actor, 'duty' | 'name'>
    at: Moment
    figures: ReportFigures
    sections: readonly { id: string; name: string }[]
  },
): RoundReport {
  const step = stepTaken(roundReportFlow, report.state, to, wanted, made.actor, made.at)
  const isAsked = wanted.id === 'ask-round-opinions'
  return {
    ...report,
    state: to,
    heldSince: made.at,
    opinions: isAsked ? askedOpinions(report.opinions, made.sections) : report.opinions,
    figures: to === 'final' ? made.figures : null,
    trail: [...report.trail, step],
  }
}

/** The text of every part: what a person wrote, else the draft from the figures. */
export function textsOf(
  report: Pick<RoundReport, 'texts'>,
  drafted: Readonly<Record<ReportPart, string>>,
): Record<ReportPart, string> {
  const parts = Object.keys(reportParts) as ReportPart[] // the keys of the table
  const entries = parts.map((part) => [part, report.texts[part]?.trim() || drafted[part]] as const)
  return Object.fromEntries(entries) as Record<ReportPart, string> // every part has its entry
}
