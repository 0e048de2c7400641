import type { ScoringPack } from '#domain/evaluation/indicator-score'
import { fundSum, type SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { scoreOf } from '#domain/evaluation/self-evaluation-score'
import { formatWanExact } from '#domain/money'
import { percentText } from '#domain/monitoring/ratio'
import type { YearRules } from '#domain/year-rules'
import type { SheetRow } from '#ui/Sheet.tsx'
import { entriesByHead, entriesOfRows, rowOfEntry, settleEntry } from './entry-rows.ts'

type Entries = SelfEvaluation['entries']

/** Forms by what the sheet calls them: projects of the same name are told apart by a number. */
export function formsByLabel(forms: readonly SelfEvaluation[]): Map<string, SelfEvaluation> {
  const labels = new Map<string, SelfEvaluation>()
  for (const form of forms) {
    let label = form.name
    for (let number = 2; labels.has(label); number++) label = `${form.name}（${number}）`
    labels.set(label, form)
  }
  return labels
}

/** Every indicator of every form as a row; the project stands before what a row of one form says. */
export function rowsOfEntries(labels: ReadonlyMap<string, SelfEvaluation>, pack: ScoringPack): SheetRow[] {
  return [...labels].flatMap(([label, form]) =>
    form.entries.map((entry) => {
      const { id, cells } = rowOfEntry(entry, pack)
      return { id: `${form.id}/${id}`, cells: [label, ...cells] }
    }),
  )
}

/** Puts a written row in order, as in the sheet of its form. */
export function settleRow(
  cells: readonly string[],
  changed: readonly number[],
  labels: ReadonlyMap<string, SelfEvaluation>,
  pack: ScoringPack,
): readonly string[] {
  const [label = '', ...rest] = cells
  const form = labels.get(label)
  if (!form) return cells
  const heads = entriesByHead(form.entries)
  return [
    label,
    ...settleEntry(
      rest,
      changed.map((at) => at - 1),
      heads,
      pack,
    ),
  ]
}

/** The entries of a form with what stands in its rows. */
export function entriesIn(form: Pick<SelfEvaluation, 'id' | 'entries'>, rows: readonly SheetRow[]): Entries {
  const own = rows.flatMap(({ id, cells }) => {
    const [formId, entryId = ''] = id.split('/')
    return formId === form.id ? [{ id: entryId, cells: cells.slice(1) }] : []
  })
  return own.length === 0 ? form.entries : entriesOfRows(form.entries, own)
}

export function sameEntries(one: Entries, other: Entries): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Columns of the sheet of texts, one row a project. */
export const textKeys = ['completion', 'fundsReason', 'summary', 'problems', 'measures'] as const
export type TextKey = (typeof textKeys)[number]
const figures = 4

/** What is said of each project as a whole, beside its money. */
export function rowsOfTexts(labels: ReadonlyMap<string, SelfEvaluation>, rules: YearRules): SheetRow[] {
  return [...labels].map(([label, form]) => {
    const { revised, paid } = fundSum(form.funds)
    const rate = scoreOf(form, rules)?.rate
    return {
      id: form.id,
      cells: [
        ...[label, formatWanExact(revised), formatWanExact(paid), rate ? percentText(rate) : ''],
        ...textKeys.map((key) => form[key]),
      ],
    }
  })
}

/** What of a form's texts its row says otherwise; empty where it says the same. */
export function textsIn(
  form: Pick<SelfEvaluation, 'id' | TextKey>,
  rows: readonly SheetRow[],
): Partial<Record<TextKey, string>> {
  const row = rows.find(({ id }) => id === form.id)
  if (!row) return {}
  const said = textKeys.map((key, index) => [key, row.cells[figures + index] ?? ''] as const)
  return Object.fromEntries(said.filter(([key, text]) => text !== form[key]))
}
