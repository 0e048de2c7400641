import { compared, type MatchWay } from '../execution/execution.ts'
import { indexGoals } from '../execution/match.ts'
import type { ReadForm } from '../goals/read-form.ts'
import { importProblem } from '../monitoring/import-content.ts'
import { type EntryPair, pairEntries } from '../monitoring/import-pairs.ts'
import type { ImportGroup } from '../monitoring/import-plan.ts'
import type { Problem } from '../problem.ts'
import type { Unit } from '../year-book.ts'
import { importedSelfEvaluation } from './import-content.ts'
import type { ScoringPack } from './indicator-score.ts'
import { editionOf } from './rules.ts'
import type { SelfEvaluation, SelfEvaluationContent } from './self-evaluation.ts'
import { diffSelfEvaluation, type SelfEvaluationChange } from './self-evaluation-compare.ts'
import { fundsIn } from './self-evaluation-content.ts'
import { isOpenForUnit, selfEvaluationStates } from './self-evaluation-flow.ts'

/** A form found in a file. */
export type FoundSelfEvaluation = { file: string; form: ReadForm }

/** What a person decided about one found form: which form of the book, and which indicator each row. */
export type SelfEvaluationChoice = { formId?: string; pairs?: ReadonlyMap<number, string> }

/** One found form with what writing it would do. */
export type SelfEvaluationItem = {
  key: string
  found: FoundSelfEvaluation
  /** The form of the book it belongs to; null where none was found. */
  form: SelfEvaluation | null
  way: MatchWay
  /** Forms that it might belong to, the most likely first. */
  candidates: readonly string[]
  pairs: readonly EntryPair[]
  content: SelfEvaluationContent | null
  changes: readonly SelfEvaluationChange[]
  problems: readonly Problem[]
  group: ImportGroup
}

export type SelfEvaluationWorld = {
  year: number
  /** The forms of the book that the actor's duty reaches. */
  forms: readonly SelfEvaluation[]
  units: readonly Unit[]
  pack: ScoringPack
}

/** Where a found form stands, without white space; the same each time the same files are read. */
function keyOfFoundForm({ file, form }: FoundSelfEvaluation): string {
  return encodeURIComponent(`${file}|${form.sheet}|${form.range}`)
}

/**
 * What importing would do, form by form: matched by project code, else by name and unit; its indicators by name. Nothing
 * blank erases anything. Doubtful are those that only a person can decide, blocked those that may not be written.
 */
export function planSelfEvaluations(
  found: readonly FoundSelfEvaluation[],
  world: SelfEvaluationWorld,
  choices: ReadonlyMap<string, SelfEvaluationChoice> = new Map(),
): SelfEvaluationItem[] {
  const index = indexGoals(world.forms, world.units)
  const byId = new Map(world.forms.map((form) => [form.id, form]))
  const items = found.map((each) => {
    const choice = choices.get(keyOfFoundForm(each)) ?? {}
    const match = index.match(lineOf(each.form))
    const form = byId.get(choice.formId ?? match.goalId) ?? null
    const way = choice.formId === undefined ? match.way : ('hand' as const)
    const candidates = match.candidates.map(({ goalId }) => goalId)
    return planned(each, form, form ? way : '', candidates, choice, world)
  })
  const counts = new Map<string, number>()
  for (const { form, content } of items)
    if (form && content) counts.set(form.id, (counts.get(form.id) ?? 0) + 1)
  const isTwice = ({ form, content }: SelfEvaluationItem) =>
    content !== null && (counts.get(form?.id ?? '') ?? 0) > 1
  return items.map((item) => (isTwice(item) ? doubtfulTwice(item) : item))
}

function lineOf({ code, project, unit, department }: ReadForm) {
  const unitName = (unit ?? department ?? '').replace(/^[[［【][^\]］】]*[\]］】]|^\d+-/, '').trim()
  return { code: code ?? '', name: project ?? '', unitName }
}

function planned(
  found: FoundSelfEvaluation,
  form: SelfEvaluation | null,
  way: MatchWay,
  candidates: readonly string[],
  choice: SelfEvaluationChoice,
  world: SelfEvaluationWorld,
): SelfEvaluationItem {
  const base = { key: keyOfFoundForm(found), found, form, way, candidates }
  const blocks = blockingProblems(found.form, form, world)
  const { selfEvaluation } = found.form
  if (!form || !selfEvaluation || blocks.length > 0) {
    const group = blocks.length > 0 ? 'blocked' : 'doubtful'
    const problems = blocks.length > 0 ? blocks : [unmatched(found.form, candidates.length)]
    return { ...base, pairs: [], content: null, changes: [], problems, group }
  }
  const pairs = pairEntries(selfEvaluation.entries, form.entries, choice.pairs)
  const { self, edition } = inEdition(form, selfEvaluation.editionId, world.pack)
  const { content, problems } = edition
    ? importedSelfEvaluation(selfEvaluation, self, pairs, edition, world.pack)
    : { content: null, problems: [] }
  const all = [
    ...identityProblems(found.form, form, way),
    ...pairProblems(selfEvaluation.entries, pairs, form),
    ...problems,
  ]
  const changes = content ? diffSelfEvaluation(form, { ...form, ...content }) : []
  return { ...base, pairs, content, changes, problems: all, group: groupOf(changes, all) }
}

/** The form in the edition that the file is on: its rows of money are those of the paper that was filled in. */
function inEdition(form: SelfEvaluation, editionId: string, { evaluation }: ScoringPack) {
  const known = editionOf(form.editionId, evaluation.selfEvaluation)
  const theirs = editionOf(editionId, evaluation.selfEvaluation)
  // 湖北版 looks like the national form: a form on it stays.
  const isAlike = known?.id === theirs?.id || (editionId === 'national' && known?.id !== 'sichuan')
  if (isAlike || !theirs) return { self: form, edition: known }
  return { self: { ...form, editionId: theirs.id, funds: fundsIn(theirs, form.funds) }, edition: theirs }
}

function groupOf(changes: readonly SelfEvaluationChange[], problems: readonly Problem[]): ImportGroup {
  if (problems.some(({ severity }) => severity === 'warning')) return 'doubtful'
  if (changes.length === 0) return 'same'
  return changes.every(({ from }) => from === '') ? 'fill' : 'change'
}

function blockingProblems(
  read: ReadForm,
  form: SelfEvaluation | null,
  { year }: SelfEvaluationWorld,
): Problem[] {
  const blocks: Problem[] = []
  const block = (code: string, message: string) => blocks.push(importProblem(code, 'error', '', message))
  if (!read.selfEvaluation) block('kind', '这不是绩效自评表（没有实际完成值或得分），没有读取。')
  if (read.year !== null && read.year !== String(year))
    block('year', `这是 ${read.year} 年度的表，当前账套是 ${year} 年度。`)
  for (const { cell, message } of read.faults)
    block('cell', cell === null ? `${message}。` : `单元格 ${cell}：${message}。`)
  if (form && !isOpenForUnit(form.state))
    block('state', `“${form.name}”的状态是“${selfEvaluationStates[form.state]}”，不能再填报。`)
  return blocks
}

function unmatched(read: ReadForm, candidates: number): Problem {
  const name = read.project ?? '未写项目名称的表'
  const message =
    candidates > 0
      ? `“${name}”在本年度没有完全相同的自评表，请在相近的项目中指定。`
      : `“${name}”没有布置自评，请指定或不写入。`
  return importProblem('unmatched', 'warning', '', message)
}

function identityProblems(read: ReadForm, form: SelfEvaluation, way: MatchWay): Problem[] {
  if (way !== 'code' || read.project === null || compared(read.project) === compared(form.name)) return []
  const message = `项目编码相同，但表上的名称是“${read.project}”，系统中是“${form.name}”。`
  return [importProblem('name', 'warning', '', message)]
}

function pairProblems(
  read: readonly { name: string }[],
  pairs: readonly EntryPair[],
  form: SelfEvaluation,
): Problem[] {
  const problems = pairs.flatMap(({ read: index, way, entryId }) => {
    const name = read[index]?.name ?? ''
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
function doubtfulTwice(item: SelfEvaluationItem): SelfEvaluationItem {
  const twice = importProblem('twice', 'warning', '', '选择的文件中有几份都是这个项目的表，请只选一份。')
  return { ...item, problems: [twice, ...item.problems], group: 'doubtful' }
}
