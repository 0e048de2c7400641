import { ledgerMatch } from '#domain/ledger-match'
import type { ScreenedLine } from '#domain/screening/line'
import {
  type RiskLevel,
  riskLevels,
  type ScreeningCode,
  screeningCodes,
  screeningNames,
} from '#domain/screening/rules'
import type { SpotCheck } from '#domain/spot-checks/spot-check'
import type { Unit } from '#domain/year-book'
import { sortedBy } from '#ui/sorted'

/** A screened form as the list shows it. */
export type ScreeningRow = ScreenedLine & {
  /** Names of the rules that found something, each once. */
  found: string
  check: SpotCheck | null
}

const levelList = Object.keys(riskLevels) as RiskLevel[] // the keys of the table

/** The forms as rows, each with its check that is not dropped. */
export function screeningRows(
  screened: readonly ScreenedLine[],
  checks: readonly SpotCheck[],
): ScreeningRow[] {
  const byForm = new Map(
    checks.filter(({ state }) => state !== 'dropped').map((check) => [check.monitoringId, check]),
  )
  return screened.map((each) => ({
    found: [...new Set(each.findings.map(({ code }) => screeningNames[code]))].join('、'),
    check: byForm.get(each.id) ?? null,
    // What is spread stands last: objects that begin with it cost six times as much in every sum and sorting.
    ...each,
  }))
}

export const checkedChoices = { no: '未抽取', yes: '已抽取' } as const

export type ScreeningFilter = {
  unit: string
  section: string
  rule: ScreeningCode | 'any' | ''
  risk: RiskLevel | ''
  checked: keyof typeof checkedChoices | ''
  search: string
}
export const screeningFilterKeys = ['unit', 'section', 'rule', 'risk', 'checked', 'search'] as const

export function readScreeningFilter(address: URLSearchParams): ScreeningFilter {
  const rule = address.get('rule')
  const checked = address.get('checked')
  return {
    unit: address.get('unit') ?? '',
    section: address.get('section') ?? '',
    rule: rule === 'any' ? 'any' : (screeningCodes.find((code) => code === rule) ?? ''),
    risk: levelList.find((level) => level === address.get('risk')) ?? '',
    checked: checked === 'yes' || checked === 'no' ? checked : '',
    search: address.get('search') ?? '',
  }
}

export function filterScreening(
  rows: readonly ScreeningRow[],
  filter: ScreeningFilter,
  units: readonly Unit[],
): ScreeningRow[] {
  const matches = ledgerMatch(filter, units)
  return rows.filter(
    (row) =>
      isFound(row, filter.rule) &&
      (filter.risk === '' || row.risk.level === filter.risk) &&
      (filter.checked === '' || (filter.checked === 'yes') === (row.check !== null)) &&
      matches(row.unitId, [row.name, row.code]),
  )
}

function isFound({ findings }: ScreeningRow, rule: ScreeningFilter['rule']): boolean {
  if (rule === '') return true
  return rule === 'any' ? findings.length > 0 : findings.some(({ code }) => code === rule)
}

function sortValue({ name, budget, findings, risk }: ScreeningRow, column: string): string | number {
  if (column === 'name') return name
  if (column === 'budget') return budget ?? -1
  return column === 'findings' ? findings.length : risk.points
}

/** Sorted copy; without a choice the highest risk first, as they come. */
export function sortScreening(
  rows: readonly ScreeningRow[],
  column: string,
  descending: boolean,
): ScreeningRow[] {
  if (column === '') return [...rows]
  return sortedBy(rows, (row) => sortValue(row, column), descending)
}
