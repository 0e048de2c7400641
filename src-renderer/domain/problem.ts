export type Severity = 'error' | 'warning' | 'hint'

/** A finding about data: expected, shown with its place, never thrown. */
export type Problem = {
  /** Code of the rule, e.g. `funding-total-differs`. */
  code: string
  severity: Severity
  /** Field of the goal: `name`, `total`, `funding`, `funding.<source>`, `indicators.<indicator id>.weight`, … */
  at: string
  /** What is wrong, one Chinese sentence. */
  message: string
  /** The clause it rests on, e.g. 巴财〔2020〕38号 三（二）4. */
  clause: string
  /** What to do about it; '' when the message says it all. */
  suggestion: string
}

/** How many findings a goal has by severity. */
export type Health = { errors: number; warnings: number; hints: number }

/** The findings at one field. */
export function problemsAt(problems: readonly Problem[], field: string): Problem[] {
  return problems.filter(({ at }) => at === field)
}
