import type { Day, Moment } from '../dates.ts'

/** The five steps of every question, best first. */
export const surveySteps = ['非常满意', '满意', '一般', '不满意', '非常不满意'] as const

/** How often each step was ticked, in the order of the steps. */
export type StepCounts = readonly [number, number, number, number, number]
export const noTicks: StepCounts = [0, 0, 0, 0, 0]

export type SurveyQuestion = { id: string; text: string }

/** What a person writes of a questionnaire. */
export type SurveyContent = {
  unitId: string
  taskId: string
  title: string
  /** Who is asked, and how many there are; the margin of error rests on it. 0: not known, taken as very many. */
  audience: string
  population: number
  /** 发放份数; valid ones are what the tally has. */
  handedOut: number
  surveyedOn: Day
  /** Where and how it was asked. */
  place: string
  questions: readonly SurveyQuestion[]
  tally: Readonly<Record<string, StepCounts>>
}

/** 满意度问卷: questions answered in five steps, on paper, and tallied. */
export type Survey = SurveyContent & {
  id: string
  bookId: string
  revision: number
  changedAt: Moment
  changedBy: string
}

/** A questionnaire as it is begun. */
export function emptySurvey(questions: readonly SurveyQuestion[]): SurveyContent {
  return {
    ...{ unitId: '', taskId: '', title: '', audience: '', population: 0, handedOut: 0 },
    ...{ surveyedOn: '', place: '', questions, tally: {} },
  }
}
