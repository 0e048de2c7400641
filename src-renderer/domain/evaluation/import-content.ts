import { filledWith } from '../form-import/filled.ts'
import type { EntryPair } from '../form-import/pairs.ts'
import { importProblem } from '../form-import/problem.ts'
import { targetText } from '../goals/goal.ts'
import { formatWeight } from '../goals/weights.ts'
import { addUp, type Fen, formatWanExact } from '../money.ts'
import type { Problem } from '../problem.ts'
import { normaliseText } from '../target.ts'
import { parseTargetSign } from './import-sign.ts'
import { executionScore, indicatorScore, type ScoringPack } from './indicator-score.ts'
import { differenceOf, type ScoreDifference } from './published-score.ts'
import type { ReadSelfEntry, ReadSelfEvaluation, ReadSelfFundRow } from './read-self-evaluation.ts'
import type { Edition, FundGroup } from './rules.ts'
import type {
  FundRow,
  SelfEvaluation,
  SelfEvaluationContent,
  SelfEvaluationEntry,
} from './self-evaluation.ts'
import { contentOf } from './self-evaluation-content.ts'
import { executedOf, scoreOf } from './self-evaluation-score.ts'

/** What a file would make of a form, and what is doubtful about it. */
export type ImportedSelfEvaluation = { content: SelfEvaluationContent; problems: Problem[] }

/**
 * The form as the file reports it. What is blank in the file stays as it is on the form. Targets and weights that are not
 * those of the form are taken as written, with a warning: only so can they be found when credibility is examined. A written
 * score becomes one by a person where it is not the one by the rules, but for its rounding.
 */
export function importedSelfEvaluation(
  read: ReadSelfEvaluation,
  form: SelfEvaluation,
  pairs: readonly EntryPair[],
  edition: Edition,
  pack: ScoringPack,
): ImportedSelfEvaluation {
  const { funds, problems } = importedFunds(read.funds, form.funds, edition)
  const rowOf = new Map(
    pairs.flatMap(({ read: index, entryId }) => (entryId === '' ? [] : [[entryId, index] as const])),
  )
  const entries = form.entries.map((entry) => {
    const row = read.entries[rowOf.get(entry.id) ?? -1]
    return row ? importedEntry(entry, row, pack, problems) : entry
  })
  const content: SelfEvaluationContent = {
    ...contentOf(form),
    funds,
    writtenTotal: null,
    fundsReason: filledWith(form.fundsReason, read.fundsReason),
    entries,
    completion: filledWith(form.completion, read.completion),
    process: filledWith(form.process, read.process),
    summary: filledWith(form.summary, withoutResult(read.summary)),
    problems: filledWith(form.problems, read.problems),
    measures: filledWith(form.measures, read.measures),
  }
  const scored = { ...content, ...executionOwn(read.executionScore, content, edition, pack) }
  const total = scoreOf({ ...form, ...scored }, pack)?.total ?? null
  if (read.total !== null && total !== null && read.total !== total)
    problems.push(
      importProblem(
        'total',
        'hint',
        '',
        `表上总分 ${formatWeight(read.total)} 分，按写入后的各项合计 ${formatWeight(total)} 分。`,
      ),
    )
  return { content: scored, problems }
}

/** The sentence of total and grade that a form puts before its conclusion is computed anew. */
function withoutResult(summary: string): string {
  return summary.replace(/^自评总分\s*[\d.]+\s*分(，等级为[优良中差])?。/, '')
}

function importedEntry(
  entry: SelfEvaluationEntry,
  row: ReadSelfEntry,
  pack: ScoringPack,
  problems: Problem[],
): SelfEvaluationEntry {
  const applies = !/不适用/.test(`${row.scoreText}${row.actual}`)
  const target = importedTarget(entry, row, problems)
  const weight = row.weight ?? entry.weight
  if (weight !== entry.weight)
    problems.push(
      importProblem(
        'weight',
        'warning',
        '',
        `“${entry.name}”的分值：表上 ${formatWeight(weight)} 分，系统 ${formatWeight(entry.weight)} 分。`,
      ),
    )
  const next: SelfEvaluationEntry = {
    ...entry,
    ...target,
    weight,
    applies,
    actual: applies ? filledWith(entry.actual, row.actual) : entry.actual,
    deviation: filledWith(entry.deviation, row.deviation),
  }
  if (!applies || row.score === null || weight === null) return next
  const difference = differenceOf(row.score, indicatorScore(next, pack))
  if (difference === null || isRounding(difference))
    return row.score === entry.own ? next : { ...next, own: null, ownReason: '' }
  problems.push(importProblem('score', 'hint', '', `“${entry.name}”${difference.text}`))
  return { ...next, own: row.score }
}

/** Rounded to tenths, or downwards; a whole point gained by rounding is a claim, which must stay in sight. */
function isRounding({ kind, by }: ScoreDifference): boolean {
  return kind === 'rounded' && by !== null && by <= 10
}

function importedTarget(
  entry: SelfEvaluationEntry,
  row: ReadSelfEntry,
  problems: Problem[],
): Pick<SelfEvaluationEntry, 'operator' | 'value' | 'unit'> {
  const ours = { operator: entry.operator, value: entry.value, unit: entry.unit }
  const operator = parseTargetSign(row.operator)
  const theirs = { operator, value: row.value || row.target, unit: row.unit }
  const [written, known] = [plainTarget(theirs), plainTarget(ours)]
  // A sign or a unit that the form leaves out is no other target.
  if (written === '' || written === known || written === plainTarget({ ...ours, operator: '' })) return ours
  if (written === plainTarget({ ...ours, unit: '' }) || known.includes(written)) return ours
  problems.push(
    importProblem(
      'target',
      'warning',
      '',
      `“${entry.name}”的指标值：表上 ${targetText(theirs)}，系统 ${targetText(ours)}。`,
    ),
  )
  return theirs
}

function plainTarget(target: Parameters<typeof targetText>[0]): string {
  return normaliseText(targetText(target)).replace(/^定性/, '')
}

function executionOwn(
  written: number | null,
  content: SelfEvaluationContent,
  edition: Edition,
  pack: ScoringPack,
): Pick<SelfEvaluationContent, 'executionOwn' | 'executionOwnReason'> {
  const before = { executionOwn: content.executionOwn, executionOwnReason: content.executionOwnReason }
  if (written === null) return before
  const difference = differenceOf(written, executionScore(executedOf(content, edition), edition, pack))
  if (difference === null || isRounding(difference)) return { executionOwn: null, executionOwnReason: '' }
  return { ...before, executionOwn: written }
}

type Column = 'initial' | 'revised' | 'paid'
const columns: readonly Column[] = ['initial', 'revised', 'paid']

/** The rows of the form with the file's amounts; a total alone is that of the one row that has a budget. */
function importedFunds(
  read: readonly ReadSelfFundRow[],
  before: readonly FundRow[],
  edition: Edition,
): { funds: FundRow[]; problems: Problem[] } {
  const problems: Problem[] = read
    .filter((row) => row.group === '' && columns.some((column) => row[column] !== null))
    .map(({ label }) =>
      importProblem('fund-unknown', 'warning', 'funds', `资金行“${label}”没有认出，没有填入。`),
    )
  for (const { label, unread = [] } of read)
    for (const text of unread)
      problems.push(
        importProblem(
          'fund-unread',
          'warning',
          'funds',
          `资金行“${label}”的“${text}”不是一个金额（可能是几格连在一起），没有填入，请对照原件填写。`,
        ),
      )
  const amounts = new Map<Column, Map<FundGroup, Fen>>(
    columns.map((column) => [column, amountsOf(read, before, column, edition, problems)]),
  )
  const funds = before.map((row) => {
    const at = (column: Column) => amounts.get(column)?.get(row.group) ?? row[column]
    return { group: row.group, initial: at('initial'), revised: at('revised'), paid: at('paid') }
  })
  return { funds, problems }
}

function amountsOf(
  read: readonly ReadSelfFundRow[],
  before: readonly FundRow[],
  column: Column,
  edition: Edition,
  problems: Problem[],
): Map<FundGroup, Fen> {
  const filled = read.filter((row) => row[column] !== null)
  const total = filled.find(({ group }) => group === 'total')?.[column] ?? null
  const amounts = new Map<FundGroup, Fen>()
  for (const row of filled) {
    if (row.group === 'total' || row.group === '') continue
    const has = edition.funds.some(({ group }) => group === row.group)
    const group = has ? row.group : row.group === 'carryover' ? 'fiscal' : 'other'
    amounts.set(group, addUp([amounts.get(group) ?? null, row[column]]))
  }
  if (total === null || amounts.size > 0) {
    const sum = addUp([...amounts.values()])
    if (total !== null && sum !== total)
      problems.push(
        importProblem(
          'sum-differs',
          'warning',
          'funds',
          `各项合计 ${formatWanExact(sum)} 万元，表上总额 ${formatWanExact(total)} 万元。`,
        ),
      )
    return amounts
  }
  const [only, ...others] = before.filter(({ revised, initial }) => (revised ?? initial ?? 0) !== 0)
  if (only && others.length === 0) return new Map([[only.group, total]])
  if (addUp(before.map((row) => row[column])) !== total)
    problems.push(
      importProblem(
        'total-unsplit',
        'warning',
        'funds',
        `表上只有总额 ${formatWanExact(total)} 万元，没有分项，没有填入。`,
      ),
    )
  return amounts
}
