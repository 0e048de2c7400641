import {
  type CredibilityCode,
  type CredibilityLevel,
  credibilityCodes,
  credibilityNames,
} from '#domain/credibility/rules'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { ledgerMatch } from '#domain/ledger-match'
import type { Unit } from '#domain/year-book'
import { stablySortedBy } from '#ui/sorted'
import type { ExaminedResult } from './credibility-jobs.ts'

/** One line of the list: a form with its doubts. */
export type CredibilityRow = ExaminedResult & {
  /** Place in the list of all, the most doubtful first. */
  rank: number
  form: SelfEvaluation
  name: string
  unitId: string
  /** The doubts by name, gravest first, each once. */
  doubts: string
}

export function credibilityRows(
  results: readonly ExaminedResult[],
  forms: ReadonlyMap<string, SelfEvaluation>,
): CredibilityRow[] {
  return results.flatMap((result, index) => {
    const form = forms.get(result.id)
    if (!form) return []
    const codes = new Set(result.findings.map(({ code }) => code))
    const doubts = credibilityCodes
      .filter((code) => codes.has(code))
      .map((code) => credibilityNames[code])
      .join('、')
    // What is spread stands last: objects that begin with it cost six times as much in every sum and sorting.
    return [{ rank: index + 1, form, name: form.name, unitId: form.unitId, doubts, ...result }]
  })
}

export type CredibilityFilter = { unit: string; section: string; level: string; code: string; search: string }
export const filterKeys = ['unit', 'section', 'level', 'code', 'search'] as const

const levels: readonly CredibilityLevel[] = ['high', 'medium', 'low']

export function readFilter(address: URLSearchParams): CredibilityFilter {
  const code = credibilityCodes.find((each: CredibilityCode) => each === address.get('code'))
  const level = levels.find((each) => each === address.get('level'))
  return {
    unit: address.get('unit') ?? '',
    section: address.get('section') ?? '',
    level: level ?? '',
    code: code ?? '',
    search: address.get('search') ?? '',
  }
}

/** Rows that the filter lets through, in their order. */
export function filterRows(
  rows: readonly CredibilityRow[],
  filter: CredibilityFilter,
  units: readonly Unit[],
): CredibilityRow[] {
  const matches = ledgerMatch(filter, units)
  return rows.filter(
    (row) =>
      (filter.level === '' || row.level === filter.level) &&
      (filter.code === '' || row.findings.some(({ code }) => code === filter.code)) &&
      matches(row.unitId, [row.name, row.form.code]),
  )
}

/** Sorted copy; without a choice the most doubtful first. */
export function sortRows(
  rows: readonly CredibilityRow[],
  column: string,
  descending: boolean,
): CredibilityRow[] {
  const value = ({ name, total, rank }: CredibilityRow) =>
    column === 'name' ? name : column === 'total' ? (total ?? -1) : rank
  return stablySortedBy(rows, value, descending)
}
