import type { ContentChange } from '#domain/goals/compare'
import type { Problem } from '#domain/problem'

const longest = 60

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}

/** What was changed as marks at the fields: what stood there before. Errors stay above, other findings below. */
export function withChanges(problems: readonly Problem[], changes: readonly ContentChange[]): Problem[] {
  const marks = changes.map(
    ({ field, from }): Problem => ({
      code: 'adjusted',
      severity: 'hint',
      at: field,
      message: from === '' ? '调整：原来没有' : `调整：原为“${short(from)}”`,
      clause: '',
      suggestion: '',
    }),
  )
  const errors = problems.filter(({ severity }) => severity === 'error')
  return [...errors, ...marks, ...problems.filter(({ severity }) => severity !== 'error')]
}
