import { compared, type MatchWay } from '../execution/execution.ts'
import { indexGoals } from '../execution/match.ts'
import type { ReadForm } from '../goals/read-form.ts'
import type { Problem } from '../problem.ts'
import type { Unit } from '../year-book.ts'
import { type EntryPair, type PairedEntry, type PairedRow, pairEntries } from './pairs.ts'
import { importProblem } from './problem.ts'

/** A form found in a file. */
export type FoundForm = { file: string; form: ReadForm }

/** What a person decided about one found form: which form of the book, and which indicator each row. */
export type FormChoice = { formId?: string; pairs?: ReadonlyMap<number, string> }

export const formGroups = {
  fill: '填入',
  change: '变更',
  same: '相同',
  doubtful: '待核对',
  blocked: '不能写入',
} as const
export type FormGroup = keyof typeof formGroups

export type FormChange = { field: string; label: string; from: string; to: string }

/** What the forms of every kind have. */
export type KeptForm = {
  id: string
  name: string
  unitId: string
  code: string
  revision: number
  entries: readonly (PairedEntry & { name: string })[]
}

/** One found form with what writing it would do. */
export type FormItem<Form, Content> = {
  key: string
  found: FoundForm
  /** The form of the book it belongs to; null where none was found. */
  form: Form | null
  way: MatchWay
  /** Forms that it might belong to, the most likely first. */
  candidates: readonly string[]
  pairs: readonly EntryPair[]
  content: Content | null
  changes: readonly FormChange[]
  problems: readonly Problem[]
  group: FormGroup
}

/** Among what a found form is looked for: the forms that the actor's duty reaches. */
export type FormWorld<Form> = { year: number; forms: readonly Form[]; units: readonly Unit[] }

/** A kind of form that units fill in: 监控表, 自评表. */
export type FormKind<Form, Content> = {
  /** The rows of indicators as read; null where what was read is no form of this kind. */
  rows: (read: ReadForm) => readonly PairedRow[] | null
  /** What is said of one that is none. */
  otherKind: string
  /** Why a form of the book may not be written; '' where it may. */
  closed: (form: Form) => string
  /** What is said where nothing fits, of the name on the paper: some come near, or none does. */
  unmatched: { near: (name: string) => string; none: (name: string) => string }
  /** What is doubtful about the paper beside what every kind has. */
  doubts: (read: ReadForm) => readonly Problem[]
  content: (
    read: ReadForm,
    form: Form,
    pairs: readonly EntryPair[],
  ) => { content: Content | null; problems: readonly Problem[] }
  changes: (before: Form, content: Content) => readonly FormChange[]
}

/** Where a found form stands, without white space; the same each time the same files are read. */
export function keyOfFound({ file, form }: FoundForm): string {
  return encodeURIComponent(`${file}|${form.sheet}|${form.range}`)
}

/**
 * What importing would do, form by form: matched by project code, else by name and unit; its indicators by name. Nothing
 * blank erases anything. Doubtful are those that only a person can decide, blocked those that may not be written.
 */
export function planForms<Form extends KeptForm, Content>(
  found: readonly FoundForm[],
  world: FormWorld<Form>,
  kind: FormKind<Form, Content>,
  choices: ReadonlyMap<string, FormChoice>,
): FormItem<Form, Content>[] {
  const index = indexGoals(world.forms, world.units)
  const byId = new Map(world.forms.map((form) => [form.id, form]))
  const items = found.map((each) => {
    const choice = choices.get(keyOfFound(each)) ?? {}
    const match = index.match(lineOf(each.form))
    const form = byId.get(choice.formId ?? match.goalId) ?? null
    const byHand = choice.formId === undefined ? match.way : 'hand'
    const candidates = match.candidates.map(({ goalId }) => goalId)
    const base = { key: keyOfFound(each), found: each, form, way: form ? byHand : '', candidates } as const
    return planned(base, choice, world.year, kind)
  })
  const counts = new Map<string, number>()
  for (const { form, content } of items)
    if (form && content) counts.set(form.id, (counts.get(form.id) ?? 0) + 1)
  return items.map((item) =>
    item.content !== null && (counts.get(item.form?.id ?? '') ?? 0) > 1 ? doubtfulTwice(item) : item,
  )
}

function lineOf({ code, project, unit, department }: ReadForm) {
  // [301]南江县教育局, 205001-南江县教育局
  const unitName = (unit ?? department ?? '').replace(/^[[［【][^\]］】]*[\]］】]|^\d+-/, '').trim()
  return { code: code ?? '', name: project ?? '', unitName }
}

type Base<Form> = Pick<FormItem<Form, unknown>, 'key' | 'found' | 'form' | 'way' | 'candidates'>

function planned<Form extends KeptForm, Content>(
  base: Base<Form>,
  choice: FormChoice,
  year: number,
  kind: FormKind<Form, Content>,
): FormItem<Form, Content> {
  const { form, way } = base
  const read = base.found.form
  const rows = kind.rows(read)
  const nothing = { ...base, pairs: [], content: null, changes: [] }
  const blocks = blockingProblems(read, form, year, kind)
  if (blocks.length > 0) return { ...nothing, problems: blocks, group: 'blocked' }
  if (!form || !rows) {
    const name = read.project ?? '未写项目名称的表'
    const message = base.candidates.length > 0 ? kind.unmatched.near(name) : kind.unmatched.none(name)
    return {
      ...nothing,
      problems: [importProblem('unmatched', 'warning', '', message)],
      group: 'doubtful',
    }
  }
  const pairs = pairEntries(rows, form.entries, choice.pairs)
  const { content, problems } = kind.content(read, form, pairs)
  const all = [
    ...kind.doubts(read),
    ...nameProblems(read, form, way),
    ...pairProblems(rows, pairs, form),
    ...problems,
  ]
  const changes = content === null ? [] : kind.changes(form, content)
  return { ...base, pairs, content, changes, problems: all, group: groupOf(changes, all) }
}

function groupOf(changes: readonly FormChange[], problems: readonly Problem[]): FormGroup {
  if (problems.some(({ severity }) => severity === 'warning')) return 'doubtful'
  if (changes.length === 0) return 'same'
  return changes.every(({ from }) => from === '') ? 'fill' : 'change'
}

function blockingProblems<Form extends KeptForm, Content>(
  read: ReadForm,
  form: Form | null,
  year: number,
  kind: FormKind<Form, Content>,
): Problem[] {
  const blocks: Problem[] = []
  const block = (code: string, message: string) => blocks.push(importProblem(code, 'error', '', message))
  if (!kind.rows(read)) block('kind', kind.otherKind)
  if (read.year !== null && read.year !== String(year))
    block('year', `这是 ${read.year} 年度的表，当前账套是 ${year} 年度。`)
  for (const { cell, message } of read.faults)
    block('cell', cell === null ? `${message}。` : `单元格 ${cell}：${message}。`)
  const closed = form ? kind.closed(form) : ''
  if (closed !== '') block('state', closed)
  return blocks
}

function nameProblems({ project }: ReadForm, { name }: KeptForm, way: MatchWay): Problem[] {
  if (way !== 'code' || project === null || compared(project) === compared(name)) return []
  const message = `项目代码相同，但表上的名称是“${project}”，系统中是“${name}”。`
  return [importProblem('name', 'warning', '', message)]
}

function pairProblems(rows: readonly PairedRow[], pairs: readonly EntryPair[], form: KeptForm): Problem[] {
  const problems = pairs.flatMap(({ read: index, way, entryId }) => {
    const name = rows[index]?.name ?? ''
    if (way === '')
      return [importProblem('indicator', 'warning', `read.${index}`, `指标“${name}”没有对应，请指定。`)]
    if (way !== 'alike') return []
    const other = form.entries.find(({ id }) => id === entryId)?.name ?? ''
    return [
      importProblem('alike', 'warning', `read.${index}`, `指标“${name}”按相近名称对应“${other}”，请核对。`),
    ]
  })
  const missing = form.entries.filter(({ id }) => !pairs.some(({ entryId }) => entryId === id))
  if (missing.length === 0) return problems
  const names = missing.map(({ name }) => name).join('、')
  const message = `表上没有 ${missing.length} 条指标：${names}；系统中的保持不变。`
  return [...problems, importProblem('missing', 'hint', '', message)]
}

/** Which of two files counts is for a person to say. */
function doubtfulTwice<Form, Content>(item: FormItem<Form, Content>): FormItem<Form, Content> {
  const twice = importProblem('twice', 'warning', '', '选择的文件中有几份都是这个项目的表，请只选一份。')
  return { ...item, problems: [twice, ...item.problems], group: 'doubtful' }
}

/** Whether an item may be written once a person chose it. */
export function mayBeWritten(item: { content: object | null; changes: readonly unknown[] }): boolean {
  return item.content !== null && item.changes.length > 0
}
