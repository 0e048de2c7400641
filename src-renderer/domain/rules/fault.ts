import type { Problem } from '../problem.ts'

/** A fault of a rule pack, at one of its entries. */
export function fault(code: string, at: string, message: string): Problem {
  return { code, severity: 'error', at, message, clause: '', suggestion: '请更正规则包后再启用。' }
}

/** The names that stand more than once. */
export function duplicates(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
}
