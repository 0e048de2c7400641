import type { Assessment } from '#domain/assessments/assessment'
import type { AssessmentRules } from '#domain/assessments/rules'
import type { Day } from '#domain/dates'
import { type Fen, formatWanExact } from '#domain/money'

/** What the report needs beside the assessment itself. */
export type AssessmentReportInput = {
  assessment: Assessment
  rules: AssessmentRules
  year: number
  /** 委托单位. */
  office: string
  unitName: string
  departmentName: string
  sectionName: string
  /** 项目属性; '' where the form does not say. */
  attribute: string
  printedOn: Day
}

export const unfilled = '（待补充）'

export function filled(text: string): string {
  return text.trim() === '' ? unfilled : text
}

export function wan(amount: Fen | null): string {
  return amount === null ? unfilled : `${formatWanExact(amount)} 万元`
}
