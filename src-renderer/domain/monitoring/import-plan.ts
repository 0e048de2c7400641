import { compared, type MatchWay } from '../execution/execution.ts'
import { indexGoals } from '../execution/match.ts'
import type { ReadForm } from '../goals/read-form.ts'
import type { Problem } from '../problem.ts'
import type { Unit } from '../year-book.ts'
import { diffMonitoring, type MonitoringChange } from './compare.ts'
import { isWritable, monitoringStates } from './flow.ts'
import { importedContent, importProblem } from './import-content.ts'
import { type EntryPair, pairEntries } from './import-pairs.ts'
import type { Monitoring, MonitoringContent } from './monitoring.ts'
import { monthsText, type Round } from './round.ts'

/** A form found in a file. */
export type FoundMonitoring = { file: string; form: ReadForm }

/** What a person decided about one found form: which form of the round, and which indicator each row. */
export type ImportChoice = { monitoringId?: string; pairs?: ReadonlyMap<number, string> }

export const importGroups = {
  fill: '填入',
  change: '变更',
  same: '相同',
  doubtful: '待核对',
  blocked: '不能写入',
} as const
export type ImportGroup = keyof typeof importGroups

/** One found form with what writing it would do. */
export type MonitoringImportItem = {
  key: string
  found: FoundMonitoring
  /** The form of the round it belongs to; null where none was found. */
  form: Monitoring | null
  way: MatchWay
  /** Forms that it might belong to, the most likely first. */
  candidates: readonly string[]
  pairs: readonly EntryPair[]
  content: MonitoringContent | null
  changes: readonly MonitoringChange[]
  problems: readonly Problem[]
  group: ImportGroup
}

export type ImportWorld = {
  round: Round
  year: number
  /** The forms of the round that the actor's duty reaches. */
  forms: readonly Monitoring[]
  units: readonly Unit[]
}

/** Where a found form stands, without white space; the same each time the same files are read. */
export function keyOfFound({ file, form }: FoundMonitoring): string {
  return encodeURIComponent(`${file}|${form.sheet}|${form.range}`)
}

/**
 * What importing would do, form by form: matched by project code, else by name and unit; its indicators by name. Nothing
 * blank erases anything. Doubtful are those that only a person can decide, blocked those that may not be written.
 */
export function planMonitorings(
  found: readonly FoundMonitoring[],
  world: ImportWorld,
  choices: ReadonlyMap<string, ImportChoice> = new Map(),
): MonitoringImportItem[] {
  const index = indexGoals(world.forms, world.units)
  const byId = new Map(world.forms.map((form) => [form.id, form]))
  const items = found.map((each) => {
    const choice = choices.get(keyOfFound(each)) ?? {}
    const match = index.match(lineOf(each.form))
    const chosen = choice.monitoringId === undefined ? null : (byId.get(choice.monitoringId) ?? null)
    const form = choice.monitoringId === undefined ? (byId.get(match.goalId) ?? null) : chosen
    const way = choice.monitoringId === undefined ? match.way : ('hand' as const)
    const candidates = match.candidates.map(({ goalId }) => goalId)
    return planned(each, form, form ? way : '', candidates, choice, world)
  })
  const counts = new Map<string, number>()
  for (const { form, content } of items)
    if (form && content) counts.set(form.id, (counts.get(form.id) ?? 0) + 1)
  const isTwice = ({ form, content }: MonitoringImportItem) =>
    content !== null && (counts.get(form?.id ?? '') ?? 0) > 1
  return items.map((item) => (isTwice(item) ? doubtfulTwice(item) : item))
}

function lineOf({ code, project, unit, department }: ReadForm) {
  const unitName = (unit ?? department ?? '').replace(/^[[［【][^\]］】]*[\]］】]/, '').trim()
  return { code: code ?? '', name: project ?? '', unitName }
}

function planned(
  found: FoundMonitoring,
  form: Monitoring | null,
  way: MatchWay,
  candidates: readonly string[],
  choice: ImportChoice,
  world: ImportWorld,
): MonitoringImportItem {
  const base = { key: keyOfFound(found), found, form, way, candidates }
  const blocks = blockingProblems(found.form, form, world)
  const { monitoring } = found.form
  if (!form || !monitoring || blocks.length > 0) {
    const group = blocks.length > 0 ? 'blocked' : 'doubtful'
    const problems = blocks.length > 0 ? blocks : [unmatched(found.form, candidates.length)]
    return { ...base, pairs: [], content: null, changes: [], problems, group }
  }
  const pairs = pairEntries(monitoring.entries, form.entries, choice.pairs)
  const { content, problems } = importedContent(monitoring, form, pairs)
  const all = [
    ...identityProblems(found.form, form, way, world),
    ...pairProblems(found.form, pairs, form),
    ...problems,
  ]
  const changes = diffMonitoring(form, { ...form, ...content })
  return { ...base, pairs, content, changes, problems: all, group: groupOf(changes, all) }
}

function groupOf(changes: readonly MonitoringChange[], problems: readonly Problem[]): ImportGroup {
  if (problems.some(({ severity }) => severity === 'warning')) return 'doubtful'
  if (changes.length === 0) return 'same'
  return changes.every(({ from }) => from === '') ? 'fill' : 'change'
}

function blockingProblems(read: ReadForm, form: Monitoring | null, { year }: ImportWorld): Problem[] {
  const blocks: Problem[] = []
  const block = (code: string, message: string) => blocks.push(importProblem(code, 'error', '', message))
  if (!read.monitoring) block('kind', '这不是绩效监控表（没有执行情况或全年预计完成情况），没有读取。')
  if (read.year !== null && read.year !== String(year))
    block('year', `这是 ${read.year} 年度的表，当前账套是 ${year} 年度。`)
  for (const { cell, message } of read.faults)
    block('cell', cell === null ? `${message}。` : `单元格 ${cell}：${message}。`)
  if (form && !isWritable(form.state))
    block('state', `“${form.name}”的状态是“${monitoringStates[form.state]}”，不能再填报。`)
  return blocks
}

function unmatched(read: ReadForm, candidates: number): Problem {
  const name = read.project ?? '未写项目名称的表'
  const message =
    candidates > 0
      ? `“${name}”在本轮中没有完全相同的项目，请在相近的项目中指定。`
      : `“${name}”不在本轮中，请指定或不写入。`
  return importProblem('unmatched', 'warning', '', message)
}

function identityProblems(
  read: ReadForm,
  form: Monitoring,
  way: MatchWay,
  { round }: ImportWorld,
): Problem[] {
  const problems: Problem[] = []
  const month = read.monitoring?.month ?? null
  if (month !== null && month !== round.month)
    problems.push(
      importProblem(
        'month',
        'warning',
        '',
        `表上的数据是 ${monthsText(month)}，本轮是 ${monthsText(round.month)}。`,
      ),
    )
  if (way === 'code' && read.project !== null && compared(read.project) !== compared(form.name))
    problems.push(
      importProblem(
        'name',
        'warning',
        '',
        `项目编码相同，但表上的名称是“${read.project}”，系统中是“${form.name}”。`,
      ),
    )
  return problems
}

function pairProblems(read: ReadForm, pairs: readonly EntryPair[], form: Monitoring): Problem[] {
  const entries = read.monitoring?.entries ?? []
  const problems = pairs.flatMap(({ read: index, way, entryId }) => {
    const name = entries[index]?.name ?? ''
    if (way === '')
      return [importProblem('indicator', 'warning', `read.${index}`, `指标“${name}”没有对应，请指定。`)]
    if (way !== 'alike') return []
    const other = form.entries.find(({ id }) => id === entryId)?.name ?? ''
    return [
      importProblem('alike', 'warning', `read.${index}`, `指标“${name}”按相近名称对应“${other}”，请核对。`),
    ]
  })
  const missing = form.entries.filter(({ id }) => !pairs.some(({ entryId }) => entryId === id))
  if (missing.length > 0)
    problems.push(
      importProblem(
        'missing',
        'hint',
        '',
        `表上没有 ${missing.length} 条指标：${missing.map(({ name }) => name).join('、')}；系统中的保持不变。`,
      ),
    )
  return problems
}

/** Which of two files counts is for a person to say. */
function doubtfulTwice(item: MonitoringImportItem): MonitoringImportItem {
  const twice = importProblem('twice', 'warning', '', '选择的文件中有几份都是这个项目的表，请只选一份。')
  return { ...item, problems: [twice, ...item.problems], group: 'doubtful' }
}

/** Whether an item may be written once a person chose it. */
export function mayBeWritten(item: { content: object | null; changes: readonly unknown[] }): boolean {
  return item.content !== null && item.changes.length > 0
}

/** What is chosen without being asked: what fills or changes and nothing is doubtful about. */
export function chosenByItself(items: readonly MonitoringImportItem[]): Set<string> {
  return new Set(items.filter(({ group }) => group === 'fill' || group === 'change').map(({ key }) => key))
}
