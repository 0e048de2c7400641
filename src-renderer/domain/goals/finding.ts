import type { Severity } from '../problem.ts'
import { canonicalLevels } from '../rules/levels.ts'
import { normaliseText } from '../target.ts'
import type { FrameLevel2 } from '../year-rules.ts'
import type { CheckContext } from './check.ts'
import { type GoalContent, type Indicator, targetText } from './goal.ts'

/** What a check found: place and figures; the words come from the pack. */
export type Finding = {
  at: string
  values?: Readonly<Record<string, string>>
  /** Where the entry that was broken says more than the row of the check. */
  severity?: Severity
  clause?: string
}

/** An indicator with everything that several checks ask of it, worked out once. */
export type Looked = {
  indicator: Indicator
  /** 1 for the first row. */
  number: number
  at: string
  label: string
  name: string
  value: string
  unit: string
  target: string
  /** The value as a number; null for text, dates and several numbers. */
  amount: number | null
  level1: string
  level2: string
  frame: FrameLevel2 | undefined
  isCost: boolean
  isSatisfaction: boolean
}

export type Subject = { content: GoalContent; context: CheckContext; indicators: readonly Looked[] }

export type Check = (subject: Subject, params: Readonly<Record<string, number>>) => Finding[]

const costLevel = /成本/
const satisfactionLevel = /满意/

function look(indicator: Indicator, index: number, context: CheckContext): Looked {
  const { level1, level2 } = canonicalLevels(indicator.level1, indicator.level2, context.rules)
  const frame = context.rules.frame
    .find((level) => level.name === level1)
    ?.level2.find((level) => level.name === level2)
  const value = normaliseText(indicator.value)
  const plain = value.replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
  return {
    indicator,
    number: index + 1,
    at: `indicators.${indicator.id}`,
    label: indicator.name.trim() || `第 ${index + 1} 个指标`,
    name: normaliseText(indicator.name),
    value,
    unit: normaliseText(indicator.unit),
    target: targetText(indicator),
    amount: /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null,
    level1,
    level2,
    frame,
    isCost: costLevel.test(level1) || costLevel.test(level2),
    isSatisfaction: satisfactionLevel.test(level1) || satisfactionLevel.test(level2),
  }
}

/** Rows that hold something; wholly blank rows are left over from the template and say nothing. */
export function lookAt(content: GoalContent, context: CheckContext): Subject {
  const indicators = content.indicators
    .map((indicator, index) => look(indicator, index, context))
    .filter((row) => row.name !== '' || row.value !== '' || row.indicator.weight !== null)
  return { content, context, indicators }
}
