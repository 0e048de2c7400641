import type { Moment } from '../dates.ts'

/** 满意度问卷: questions answered in five steps, on paper, and tallied. */
export type Survey = {
  id: string
  bookId: string
  unitId: string
  taskId: string
  title: string
  /** Who is asked, and how many there are; the margin of error rests on it. */
  audience: string
  population: number
  questions: readonly { id: string; text: string }[]
  /** Of each question how often each step was ticked: 非常满意, 满意, 一般, 不满意, 非常不满意. */
  tally: Readonly<Record<string, readonly [number, number, number, number, number]>>
  revision: number
  changedAt: Moment
  changedBy: string
}
