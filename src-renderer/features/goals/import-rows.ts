import { healthOf } from '#domain/goals/check'
import { matchKeyOf } from '#domain/goals/goal'
import { mayBeChosen } from '#domain/goals/import-items'
import type { ImportItem } from '#domain/goals/import-plan'
import type { ReadForm } from '#domain/goals/read-form'
import { gather } from '#domain/grouped'
import type { Health, Problem } from '#domain/problem'
import type { CellMark, FileReading } from '#excel/excel'
import { colours } from '#ui/theme'

export type ReviewState = ImportItem['state'] | 'unreadable'

/** Groups of 核对 in their order; shape and word beside the colour. */
export const reviewGroups = [
  { id: 'new', word: '新增', shape: '＋', colour: colours.ok, states: ['new'] },
  { id: 'changed', word: '变更', shape: '▲', colour: colours.attention, states: ['changed'] },
  { id: 'same', word: '相同', shape: '＝', colour: colours.secondary, states: ['same'] },
  { id: 'faulty', word: '有误', shape: '■', colour: colours.alarm, states: ['faulty', 'unreadable'] },
  { id: 'conflict', word: '冲突', shape: '◆', colour: colours.excess, states: ['conflict'] },
  { id: 'other-kind', word: '其他表种', shape: '○', colour: colours.secondary, states: ['other-kind'] },
] as const satisfies { id: string; word: string; shape: string; colour: string; states: ReviewState[] }[]

export type ReviewGroup = (typeof reviewGroups)[number]
export type ReviewGroupId = ReviewGroup['id']

/** One line of 核对: a form, or a file that gave none. */
export type ReviewRow = {
  key: string
  /** Path of the file. */
  file: string
  state: ReviewState
  item: ImportItem | null
  /** Why the file could not be read; '' otherwise. */
  error: string
  health: Health
}

export function reviewRows(items: readonly ImportItem[], readings: readonly FileReading[]): ReviewRow[] {
  const ofForms = items.map((item) => ({
    key: item.key,
    file: item.file,
    state: item.state,
    item,
    error: '',
    health: healthOf(item.problems.filter((problem) => !isAboutImport(problem))),
  }))
  const ofFiles = readings
    .filter((reading) => reading.error !== null)
    .map((reading) => ({
      key: `file:${reading.path}`,
      file: reading.path,
      state: 'unreadable' as const,
      item: null,
      error: reading.error ?? '',
      health: { errors: 0, warnings: 0, hints: 0 },
    }))
  return [...ofForms, ...ofFiles]
}

const groupOfState = new Map<ReviewState, ReviewGroup>(
  reviewGroups.flatMap((group) => group.states.map((state) => [state, group] as const)),
)

export function groupOf(state: ReviewState): ReviewGroup {
  return groupOfState.get(state) ?? reviewGroups[0]
}

export function isSelectable(row: ReviewRow): boolean {
  return row.item !== null && row.state !== 'other-kind' && mayBeChosen(row.item)
}

/** The chosen keys, without what cannot be written; of one project in several files only the one chosen last. */
export function choosable(
  rows: readonly ReviewRow[],
  keys: ReadonlySet<string>,
  before: ReadonlySet<string>,
): Set<string> {
  const wanted = rows.filter((row) => keys.has(row.key) && isSelectable(row))
  // Rows chosen just now come last, and the last of a project counts.
  const ordered = wanted.toSorted(
    (left, right) => Number(!before.has(left.key)) - Number(!before.has(right.key)),
  )
  const lastOf = new Map(ordered.map((row) => [projectKey(row), row.key]))
  return new Set(lastOf.values())
}

function projectKey(row: ReviewRow): string {
  return row.item?.content ? matchKeyOf(row.item.content) : row.key
}

/** Findings of the import itself come with those of the check, told apart by their code. */
export function isAboutImport(problem: Problem): boolean {
  return problem.code.startsWith('import-')
}

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

export function rowName(row: ReviewRow): string {
  return row.item?.content?.name || fileName(row.file)
}

/** What to mark in the unit's own workbook: faults of the reader, then errors and warnings of the check. */
function marksOf(item: ImportItem, form: ReadForm | undefined): CellMark[] {
  const faults = item.faults.map(({ cell, message }) => ({ sheet: item.sheet, cell, message }))
  const findings = item.problems
    .filter((problem) => problem.severity !== 'hint')
    .map((problem) => ({
      sheet: item.sheet,
      cell: cellOf(problem, item, form),
      message: problem.suggestion ? `${problem.message} ${problem.suggestion}` : problem.message,
    }))
  return [...faults, ...findings]
}

const formFields: Record<string, string> = {
  unitId: 'unit',
  name: 'project',
  annualGoals: 'annualGoals',
}

/** The cell of a finding: the name of its indicator, the total, or the field it is about; null for the whole sheet. */
function cellOf(problem: Problem, item: ImportItem, form: ReadForm | undefined): string | null {
  if (!form) return null
  const [field = '', id] = problem.at.split('.')
  if (field === 'indicators') {
    const name = item.content?.indicators.find((indicator) => indicator.id === id)?.name
    return form.indicators.find((indicator) => name && indicator.level3 === name)?.cell ?? null
  }
  if (field === 'total' || field === 'funding') return form.funds[0]?.cell ?? null
  return form.fields[formFields[field] ?? field]?.cell ?? null
}

/** Marks by file, for the files in which there is anything to correct. */
export function marksByFile(
  rows: readonly ReviewRow[],
  readings: readonly FileReading[],
): Map<string, CellMark[]> {
  const formsOfFile = new Map(readings.map((reading) => [reading.path, reading.forms]))
  const byFile = new Map<string, CellMark[]>()
  for (const { item } of rows) {
    if (item === null || item.state === 'other-kind') continue
    const form = formsOfFile
      .get(item.file)
      ?.find((found) => found.sheet === item.sheet && (found.project ?? '') === (item.content?.name ?? ''))
    const marks = marksOf(item, form)
    if (marks.length > 0) for (const each of marks) gather(byFile, item.file, each)
  }
  return byFile
}
