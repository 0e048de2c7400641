import type { Day, Moment } from '../dates.ts'
import { isDay } from '../dates.ts'
import type { Problem } from '../problem.ts'

/** 状态 of a target on the road map. */
export const milestoneStates = {
  open: '未开始',
  running: '推进中',
  partly: '部分完成',
  done: '已完成',
} as const
export type MilestoneState = keyof typeof milestoneStates
export const milestoneStateList = Object.keys(milestoneStates) as MilestoneState[] // the keys of the table

/** What a target belongs to, as the founding document's 进度安排 is divided. */
export const milestoneParts = {
  system: '制度机制',
  indicators: '指标体系',
  objects: '全方位',
  process: '全过程',
  books: '全覆盖',
  platform: '信息平台',
} as const
export type MilestonePart = keyof typeof milestoneParts

/** Whose target it is. */
export const milestoneLevels = { city: '市级', county: '区县', both: '全市' } as const
export type MilestoneLevel = keyof typeof milestoneLevels

/** What a person says of a target: of a shipped one its state alone, of one of the bureau's own all of it. */
export type MilestoneContent = {
  /** Id of the shipped target; '' for one of the bureau's own. */
  shippedId: string
  /** The year by whose end it is to be reached. */
  year: number
  level: MilestoneLevel
  part: MilestonePart
  text: string
  clause: string
  /** '' follows the data where it is measured, else 未开始. */
  state: MilestoneState | ''
  note: string
  doneOn: Day
}

/** 路线图 of 全方位、全过程、全覆盖: a target with its year and state, as kept. */
export type Milestone = MilestoneContent & {
  id: string
  bookId: string
  revision: number
  changedAt: Moment
  changedBy: string
}

/** What is wrong with a target that is about to be kept. A state set by hand says in its note on what it rests. */
export function milestoneProblems(content: MilestoneContent): Problem[] {
  const problems: Problem[] = []
  const add = (code: string, at: string, message: string) =>
    problems.push({ code, severity: 'error', at, message, clause: '', suggestion: '' })
  const { shippedId, text, year, state, note, doneOn } = content
  if (shippedId === '' && text.trim() === '') add('text-missing', 'text', '请填写目标内容。')
  if (!Number.isInteger(year) || year < 2000 || year > 2100) add('year-unfit', 'year', '年度应如 2027。')
  if (state !== '' && note.trim() === '') add('note-missing', 'note', '请填写情况说明：这一状态依据什么。')
  if (doneOn !== '' && !isDay(doneOn)) add('day-unfit', 'doneOn', '完成日期不是一个日期，应如 2026-06-30。')
  return problems
}

/** A target of the bureau's own, nothing filled in. */
export function emptyMilestone(year: number): MilestoneContent {
  return {
    ...{ shippedId: '', year, level: 'county', part: 'objects', text: '', clause: '' },
    ...{ state: '', note: '', doneOn: '' },
  }
}
