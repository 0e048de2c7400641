import type { Problem } from '../problem.ts'

/** What is doubtful about a form that was found in a file; it rests on no clause. */
export function importProblem(
  code: string,
  severity: Problem['severity'],
  at: string,
  message: string,
): Problem {
  return { code: `import-${code}`, severity, at, message, clause: '', suggestion: '' }
}
