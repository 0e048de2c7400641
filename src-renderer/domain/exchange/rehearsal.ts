import {
  arriving,
  type Carried,
  type Content,
  type ExchangeTable,
  exchangeTableList,
  isTold,
  nameOf,
  stateOf,
  type Way,
} from './contents.ts'
import { asHeard } from './heard.ts'
import { absent, type Choice, type Conflict, derivedFields, isSame, merge } from './merge.ts'
import { hasPassed, mayDelete, maySay, saidState } from './said.ts'

/** What becomes of a record of a package. */
export const verdicts = {
  new: '新增',
  changed: '更新',
  merged: '合并',
  conflict: '有冲突',
  deleted: '删除',
  same: '相同',
  kept: '本机较新',
  refused: '不接收',
} as const
export type Verdict = keyof typeof verdicts

/** One record of a package beside ours, and what is proposed. */
export type Line = {
  table: ExchangeTable
  id: string
  name: string
  unitId: string
  verdict: Verdict
  /** Why it is refused; '' otherwise. */
  reason: string
  base: Carried | null
  ours: Carried | null
  /** null for a deletion. */
  theirs: Carried | null
  /** Fields that both sides changed differently. */
  conflicts: readonly Conflict[]
}

/** Fields that never tell two versions apart. */
export const bookkeeping: ReadonlySet<string> = new Set([
  ...derivedFields,
  ...['revision', 'changedAt', 'changedBy', 'heldSince'],
])

function facts(record: Carried): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !bookkeeping.has(name)))
}

/** Whether two versions of a record say the same. */
export function saysSame(left: Carried, right: Carried): boolean {
  return isSame(facts(left), facts(right))
}

export type Found = {
  content: Content
  theirs: Carried
  ours: Carried | null
  /** The version that both sides last had in common; null where they never met. */
  base: Carried | null
}

/** Makes the line of a record: `of` is the version that it is named after. */
function lineMaker({
  table,
  id,
  of,
  base,
  ours,
  theirs,
}: Pick<Line, 'table' | 'id' | 'base' | 'ours' | 'theirs'> & { of: Carried }) {
  const [name, unitId] = [nameOf(of), unitOf(of)]
  return (verdict: Verdict, reason = '', conflicts: readonly Conflict[] = []): Line => ({
    table,
    id,
    name,
    unitId,
    verdict,
    reason,
    base,
    ours,
    theirs,
    conflicts,
  })
}

/** What an incoming record would do here, before anybody decides. */
export function lineOf(way: Way, { content, theirs: sent, ours, base }: Found): Line {
  const { table } = content
  const heard = (record: Carried) => asHeard(way, table, arriving(content, record, ours), ours)
  const theirs = heard(sent)
  const line = lineMaker({ table, id: theirs.id, of: theirs, base, ours, theirs })
  const known = [base, ours].flatMap((record) => (record ? [saidState(table, record)] : []))
  if (!maySay(way, table, saidState(table, theirs), known))
    return line('refused', '单位不能自行作出审核或批复，该条的状态不被接受')
  if (!ours && content.writes && !content.begins)
    return line('refused', '这类内容由财政局下达，单位不能自行增加')
  if (!ours) return line('new')
  if (saysSame(ours, theirs)) return line('same')
  if (isTold(content)) return line('changed')
  if (content.whileIn && !content.whileIn.includes(stateOf(ours)))
    return line('refused', '本机已不在征求意见，不再接收对方的意见')
  // The common version as it would arrive: what the sender has no word in says nothing of a change.
  if (base && saysSame(heard(base), theirs)) return line('kept')
  if (hasPassed(way, content, stateOf(ours), stateOf(theirs)))
    return line('refused', '本机已进入审核或复核，不接收对方再改的内容；确需修改请先退回')
  if (base && saysSame(base, ours)) return line('changed')
  const { conflicts } = mergedOf({ base, ours, theirs })
  return line(conflicts.length > 0 ? 'conflict' : 'merged', '', conflicts)
}

/** What a deletion by the sender would do: only what nobody here worked on meanwhile goes without asking. */
export function deletionOf(
  way: Way,
  content: Content,
  id: string,
  { ours, base }: { ours: Carried | null; base: Carried | null },
): Line | null {
  if (!ours) return null
  const { table } = content
  const line = lineMaker({ table, id, of: ours, base, ours, theirs: null })
  if (!mayDelete(way, content, stateOf(ours)))
    return line('refused', '本机已进入审核或已批复，对方的删除不被接受')
  if (base && saysSame(base, ours)) return line('deleted')
  const conflict: Conflict = { path: '', base: base ?? absent, ours, theirs: absent }
  return line('conflict', '', [conflict])
}

/** What a person decided of the conflicts of one record: by field, '' standing for all that is not named. */
export type Choices = ReadonlyMap<string, Choice>

/** The record as it is to be kept, null for its deletion; `changed` is false where ours stays as it is. */
export function outcomeOf(
  line: Line,
  choices: Choices = new Map(),
): { record: Carried | null; isChanged: boolean } {
  const { ours, theirs } = line
  const unchanged = { record: ours, isChanged: false }
  if (line.verdict === 'same' || line.verdict === 'kept' || line.verdict === 'refused') return unchanged
  if (line.verdict === 'deleted') return { record: null, isChanged: true }
  if (!theirs) return choices.get('') === 'theirs' ? { record: null, isChanged: true } : unchanged
  if (!ours) return { record: theirs, isChanged: true }
  const record = line.verdict === 'changed' ? theirs : mergedOf(line, choices).record
  return saysSame(record, ours) ? unchanged : { record, isChanged: true }
}

function mergedOf(
  { base, ours, theirs }: Pick<Line, 'base' | 'ours' | 'theirs'>,
  choices: Choices = new Map(),
): { record: Carried; conflicts: Conflict[] } {
  const sides = [base, ours, theirs].map((record) => (record ? withoutDerived(record) : absent))
  const { value, conflicts } = merge(
    { base: sides[0], ours: sides[1], theirs: sides[2] },
    (path) => choices.get(path) ?? choices.get('') ?? 'ours',
  )
  // What is worked out from the rest is ours until the writer works it out anew.
  const derived = Object.entries(ours ?? {}).filter(([name]) => derivedFields.has(name))
  return { record: { ...(value as Carried), ...Object.fromEntries(derived) }, conflicts } // merging records gives one
}

function withoutDerived(record: Carried): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !derivedFields.has(name)))
}

function unitOf(record: Carried): string {
  return typeof record.unitId === 'string' ? record.unitId : ''
}

/** Lines by verdict. */
export function countsOf(lines: readonly Pick<Line, 'verdict'>[]): Record<Verdict, number> {
  const counts = { new: 0, changed: 0, merged: 0, conflict: 0, deleted: 0, same: 0, kept: 0, refused: 0 }
  for (const { verdict } of lines) counts[verdict]++
  return counts
}

/** In the order of writing: what others rest on first. */
export function inOrder<L extends Pick<Line, 'table'>>(lines: readonly L[]): L[] {
  return [...lines].sort(
    (left, right) => exchangeTableList.indexOf(left.table) - exchangeTableList.indexOf(right.table),
  )
}
