import { targetText } from '#domain/goals/goal'
import { causesText, readCauses } from '#domain/monitoring/compare'
import { completionOf } from '#domain/monitoring/completion'
import type { IndicatorEntry } from '#domain/monitoring/monitoring'
import { percentText } from '#domain/monitoring/ratio'
import { type Likelihood, likelihoods, type MonitoringRules } from '#domain/monitoring/rules'
import type { SheetMark, SheetRow } from '#ui/Sheet.tsx'

/** Columns of the sheet; `project` is only shown where forms of several projects stand together. */
export const entryKeys = [
  'project',
  'level2',
  'name',
  'target',
  'actual',
  'forecast',
  'rate',
  'likelihood',
  'causes',
  'causeText',
  'weight',
] as const
export type EntryKey = (typeof entryKeys)[number]

type Cells = readonly string[]
type Target = Pick<IndicatorEntry, 'operator' | 'value' | 'unit'>

const likelihoodEntries = Object.entries(likelihoods) as [Likelihood, string][] // the entries of the table
/** As people write it for short. */
const shortWords: Readonly<Record<string, Likelihood>> = {
  能: 'sure',
  确定: 'sure',
  可能: 'possible',
  不可能: 'impossible',
  不能: 'impossible',
}

export function columnOf(key: EntryKey): number {
  return entryKeys.indexOf(key)
}

function textOf(cells: Cells, key: EntryKey): string {
  return cells[columnOf(key)] ?? ''
}

/** 可能性 in a cell; '' where it is empty, null where it is none of the three. */
export function readLikelihood(text: string): Likelihood | '' | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  if (plain === '') return ''
  return likelihoodEntries.find(([, word]) => word === plain)?.[0] ?? shortWords[plain] ?? null
}

/** 全年预计完成率 as the sheet shows it. */
function rateText(target: Target | undefined, forecast: string, rules: MonitoringRules): string {
  const completion = target && completionOf(target, forecast, rules)
  return completion?.rate ? percentText(completion.rate) : ''
}

/** An entry as a row of texts; `id` is the row's, `project` its project's name. */
export function rowOfEntry(
  entry: IndicatorEntry,
  rules: MonitoringRules,
  { id = entry.id, project = '' } = {},
): SheetRow {
  const texts: Readonly<Record<EntryKey, string>> = {
    project,
    level2: entry.level2.replace(/指标$/, ''),
    name: entry.name,
    target: targetText(entry),
    actual: entry.actual,
    forecast: entry.forecast,
    rate: rateText(entry, entry.forecast, rules),
    likelihood: entry.likelihood === '' ? '' : likelihoods[entry.likelihood],
    causes: causesText(entry.causes, rules.causes),
    causeText: entry.causeText,
    weight: entry.weight === null ? '' : `${entry.weight / 100}`,
  }
  return { id, cells: entryKeys.map((key) => texts[key]) }
}

/** Puts a written row in order: words of the lists in full, and the rate that follows from the forecast. */
export function settleEntry(
  cells: Cells,
  changed: readonly number[],
  targets: ReadonlyMap<string, Target>,
  rules: MonitoringRules,
): Cells {
  const next = [...cells]
  for (const at of changed) next[at] = (next[at] ?? '').trim()
  const likelihood = readLikelihood(textOf(next, 'likelihood'))
  if (likelihood) next[columnOf('likelihood')] = likelihoods[likelihood]
  const causes = readCauses(textOf(next, 'causes'), rules.causes)
  if (causes) next[columnOf('causes')] = causesText(causes, rules.causes)
  next[columnOf('rate')] = rateText(targets.get(textOf(next, 'target')), textOf(next, 'forecast'), rules)
  return next
}

/** Targets by what their cell shows: the same text is the same target. */
export function targetsOf(entries: readonly IndicatorEntry[]): Map<string, Target> {
  return new Map(entries.map((entry) => [targetText(entry), entry]))
}

/** The entries with what stands in their rows; what a cell says that has no place stays on the screen alone, and what was kept stays kept. */
export function entriesOfRows(
  entries: readonly IndicatorEntry[],
  rows: readonly SheetRow[],
  rules: MonitoringRules,
  idOf: (entry: IndicatorEntry) => string = ({ id }) => id,
): IndicatorEntry[] {
  const byId = new Map(rows.map((row) => [row.id, row.cells]))
  return entries.map((entry) => {
    const cells = byId.get(idOf(entry))
    if (!cells) return entry
    return {
      ...entry,
      actual: textOf(cells, 'actual'),
      forecast: textOf(cells, 'forecast'),
      likelihood: readLikelihood(textOf(cells, 'likelihood')) ?? entry.likelihood,
      causes: readCauses(textOf(cells, 'causes'), rules.causes) ?? entry.causes,
      causeText: textOf(cells, 'causeText'),
    }
  })
}

/** Why a cell is not kept; null where it is. */
export function unreadMark(row: SheetRow, column: string, rules: MonitoringRules): SheetMark | null {
  if (column === 'likelihood' && readLikelihood(textOf(row.cells, 'likelihood')) === null)
    return { severity: 'error', text: '应为 确定能、有可能 或 完全不可能；这一格没有保存' }
  if (column === 'causes' && readCauses(textOf(row.cells, 'causes'), rules.causes) === null)
    return {
      severity: 'error',
      text: `应从 ${rules.causes.map(({ name }) => name).join('、')} 中选，可选几项；这一格没有保存`,
    }
  return null
}

/** Whether two entries say the same. */
export function sameEntry(one: IndicatorEntry, other: IndicatorEntry): boolean {
  return (
    one.actual === other.actual &&
    one.forecast === other.forecast &&
    one.likelihood === other.likelihood &&
    one.causeText === other.causeText &&
    one.causes.join() === other.causes.join()
  )
}
