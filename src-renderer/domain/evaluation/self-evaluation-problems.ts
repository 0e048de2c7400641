import { formatWeight } from '../goals/weights.ts'
import { addUp, formatWanExact } from '../money.ts'
import { compareRatios, percent, percentText, whole } from '../monitoring/ratio.ts'
import type { Problem, Severity } from '../problem.ts'
import { overshootOf, type ScoringPack } from './indicator-score.ts'
import { fundSum, type SelfEvaluation, type SelfEvaluationEntry } from './self-evaluation.ts'
import { type EntryScore, executedOf, type SelfEvaluationScore, scoreOf } from './self-evaluation-score.ts'

type Maker = (
  code: string,
  at: string,
  message: string,
  clause: string,
  severity?: Severity,
  suggestion?: string,
) => Problem

const found: Maker = (code, at, message, clause, severity = 'error', suggestion = '') => ({
  code,
  severity,
  at,
  message,
  clause,
  suggestion,
})

const must = '财预〔2020〕10号（未完成或偏离较大的须说明原因和改进措施）'

/** What is missing or does not fit in a self-evaluation, with its place; errors keep it from being submitted. */
export function selfEvaluationProblems(form: SelfEvaluation, pack: ScoringPack): Problem[] {
  const score = scoreOf(form, pack)
  if (!score)
    return [
      found(
        'edition-unknown',
        'editionId',
        '规则包中没有这份自评表的版式。',
        '',
        'error',
        '请选择另一版式。',
      ),
    ]
  return [
    ...weightProblems(form, score),
    ...fundProblems(form, score),
    ...carriedProblems(form, score),
    ...form.entries.flatMap((entry) => entryProblems(entry, score, pack)),
    ...textProblems(form, score),
    ...allFullProblems(score, pack),
  ]
}

/** V02, V03. */
function weightProblems({ entries }: SelfEvaluation, { edition }: SelfEvaluationScore): Problem[] {
  const sum = addUp(entries.map(({ weight }) => weight))
  const problems: Problem[] = []
  if (sum !== edition.indicatorTotal) {
    const text = `指标分值合计 ${formatWeight(sum)} 分，应为 ${formatWeight(edition.indicatorTotal)} 分。`
    problems.push(found('weights-sum', 'entries', text, edition.clause, 'error', '请核对批复的分值。'))
  }
  for (const { name, weight } of edition.levels) {
    const part = addUp(entries.filter(({ level1 }) => level1 === name).map((entry) => entry.weight))
    if (part === weight) continue
    const text = `${name}合计 ${formatWeight(part)} 分，${edition.name}一般为 ${formatWeight(weight)} 分。`
    problems.push(found('level-differs', 'entries', text, edition.clause, 'warning'))
  }
  return problems
}

/** V01, V10, and what the execution rate needs. */
function fundProblems(form: SelfEvaluation, score: SelfEvaluationScore): Problem[] {
  const { edition, rate } = score
  const problems: Problem[] = []
  const sum = fundSum(form.funds)
  for (const column of ['initial', 'revised', 'paid'] as const) {
    const written = form.writtenTotal?.[column] ?? null
    if (written === null || sum[column] === null || written === sum[column]) continue
    const text = `资金总额 ${formatWanExact(written)} 万元，各来源之和 ${formatWanExact(sum[column])} 万元。`
    problems.push(found('fund-total', `funds.${column}`, text, edition.clause, 'error', '请核对各行金额。'))
  }
  const executed = executedOf(form, edition)
  if (executed.budget === null || executed.paid === null)
    problems.push(found('funds-missing', 'funds', '还没有填写全年预算数或执行数。', edition.clause))
  if (rate && compareRatios(rate, whole) > 0)
    problems.push(
      found(
        'paid-above',
        'funds.paid',
        `执行率 ${percentText(rate)}，执行数大于预算数。`,
        edition.clause,
        'warning',
        '请核对，执行率得分以满分为限。',
      ),
    )
  const line = edition.reasonBelow
  if (line && rate && compareRatios(rate, percent(line.rate)) < 0 && form.fundsReason.trim() === '')
    problems.push(
      found(
        'funds-reason',
        'fundsReason',
        `执行率 ${percentText(rate)}，低于 ${line.rate}%，须填写原因。`,
        line.clause,
      ),
    )
  const isRevised = sum.initial !== null && sum.revised !== null && sum.initial !== sum.revised
  if (isRevised && edition.reasonBelow && form.adjustmentReason.trim() === '')
    problems.push(
      found('adjustment-reason', 'adjustmentReason', '年中调整了预算，须单独说明理由。', edition.clause),
    )
  problems.push(
    ...ownProblems(
      'execution',
      '预算执行率',
      form.executionOwn,
      form.executionOwnReason,
      edition.executionWeight,
    ),
  )
  if (score.execution.score === null && executed.budget !== null && executed.paid !== null)
    problems.push(
      found(
        'execution-unscored',
        'executionOwn',
        `${score.execution.auto.why}，请人工评分并说明理由。`,
        edition.clause,
      ),
    )
  return problems
}

function carriedProblems(
  { carried, carriedReason, funds }: SelfEvaluation,
  { edition, rate }: SelfEvaluationScore,
): Problem[] {
  const problems: Problem[] = []
  const goesOn = carried === 'out' || carried === 'both'
  if (goesOn && carriedReason.trim() === '')
    problems.push(found('carried-reason', 'carriedReason', '结转下年继续实施，须说明原因和下年安排。', must))
  if (goesOn && rate && compareRatios(rate, whole) >= 0)
    problems.push(
      found(
        'carried-nothing',
        'carried',
        '预算已全部执行，没有可结转下年的资金。',
        edition.clause,
        'warning',
        '请核对结转情况。',
      ),
    )
  const row = funds.find(({ group }) => group === 'carryover')
  const comesIn = carried === 'in' || carried === 'both'
  if (comesIn && row && (row.revised ?? row.initial ?? 0) === 0)
    problems.push(
      found('carried-empty', 'funds', '写明有上年结转，但“上年结转资金”没有金额。', edition.clause),
    )
  if (!comesIn && (row?.revised ?? 0) > 0)
    problems.push(
      found('carried-unsaid', 'carried', '有上年结转资金，请注明是上年结转项目。', edition.clause, 'warning'),
    )
  return problems
}

/** V11, overrides and over-fulfilment. */
function entryProblems(
  entry: SelfEvaluationEntry,
  score: SelfEvaluationScore,
  { evaluation }: ScoringPack,
): Problem[] {
  const at = (field: string) => `entries.${entry.id}.${field}`
  if (!entry.applies) {
    if (entry.deviation.trim() !== '') return []
    const { clause } = evaluation.selfEvaluation.notApplicable
    return [found('unsuitable-reason', at('deviation'), `“${entry.name}”标为不适用，须说明原因。`, clause)]
  }
  const result = score.entries.find(({ id }) => id === entry.id)
  const own = ownProblems(entry.id, entry.name, entry.own, entry.ownReason, entry.weight ?? 0)
  // Within the band of its words a person only settles what the rules leave open.
  const problems = isWithinSpan(entry, result) ? own.filter(({ code }) => code !== 'own-reason') : own
  if (entry.weight === null)
    problems.push(found('weight-missing', at('weight'), `“${entry.name}”没有分值。`, score.edition.clause))
  if (entry.actual.trim() === '')
    return [...problems, found('actual-missing', at('actual'), `“${entry.name}”没有填写完成值。`, must)]
  if (result && result.score === null && entry.weight !== null)
    problems.push(
      found('score-missing', at('own'), `“${entry.name}”：${result.auto.why}。`, result.auto.clause),
    )
  if (entry.deviation.trim() === '' && result && isShort(result))
    problems.push(
      found('deviation-missing', at('deviation'), `“${entry.name}”没有得满分，须填写原因和改进措施。`, must),
    )
  const excess = overshootOf(entry, evaluation)
  if (excess && entry.deviation.trim() === '')
    problems.push(
      found(
        'overshoot-reason',
        at('deviation'),
        `“${entry.name}”完成率 ${percentText(excess)}，须说明原因。`,
        evaluation.selfEvaluation.overshoot.clause,
      ),
    )
  return problems
}

function isWithinSpan({ own }: SelfEvaluationEntry, result: EntryScore | undefined): boolean {
  const span = result?.auto.span
  return own !== null && !!span && own >= span.least && own <= span.most
}

function isShort({ score, weight, auto }: EntryScore): boolean {
  const points = score ?? weight
  return points < weight || (auto.score ?? weight) < weight
}

function ownProblems(id: string, name: string, own: number | null, reason: string, full: number): Problem[] {
  if (own === null) return []
  const at = id === 'execution' ? 'executionOwn' : `entries.${id}.own`
  if (!Number.isSafeInteger(own) || own < 0 || own > full)
    return [found('own-outside', at, `“${name}”得分应在 0 到 ${formatWeight(full)} 分之间。`, '')]
  if (reason.trim() !== '') return []
  return [found('own-reason', `${at}Reason`, `“${name}”改动了按规则计算的得分，须说明理由。`, '')]
}

/** V13. */
function textProblems(form: SelfEvaluation, { edition }: SelfEvaluationScore): Problem[] {
  const { limits } = edition
  const problems: Problem[] = []
  if (form.completion.trim() === '')
    problems.push(found('completion-missing', 'completion', '没有填写年度目标完成情况。', edition.clause))
  if (!limits) return problems
  const texts: [at: string, name: string, text: string, most: number][] = [
    ['completion', '年度目标完成情况', form.completion, limits.reason],
    ['fundsReason', '执行率原因', form.fundsReason, limits.reason],
    ['summary', '实施成效', form.summary, limits.text],
    ['problems', '存在问题', form.problems, limits.text],
    ['measures', '改进措施', form.measures, limits.text],
    ...form.entries.map(({ id, name, deviation }): [string, string, string, number] => [
      `entries.${id}.deviation`,
      `“${name}”的原因`,
      deviation,
      limits.reason,
    ]),
  ]
  for (const [at, name, text, most] of texts)
    if ([...text].length > most)
      problems.push(
        found('too-long', at, `${name}有 ${[...text].length} 字，不得超过 ${most} 字。`, limits.clause),
      )
  return problems
}

/** V14: everything at its full mark while the money was not spent. */
function allFullProblems({ rate, entries }: SelfEvaluationScore, { evaluation }: ScoringPack): Problem[] {
  const { allFull } = evaluation.selfEvaluation
  if (!rate || compareRatios(rate, percent(allFull.rate)) >= 0 || entries.length === 0) return []
  if (entries.some(({ score, weight }) => score !== weight)) return []
  return [
    found(
      'all-full',
      'entries',
      `各项指标全部满分，但执行率只有 ${percentText(rate)}。`,
      allFull.clause,
      'warning',
      '请核对完成值，或说明少花钱办成事的原因。',
    ),
  ]
}
