import { formatWeight } from '../goals/weights.ts'
import { completionOf, numberIn } from '../monitoring/completion.ts'
import {
  compareRatios,
  minus,
  none,
  over,
  parseDecimal,
  percent,
  percentText,
  type Ratio,
  smaller,
  times,
  whole,
} from '../monitoring/ratio.ts'
import type { Aspect, Method, SystemIndicator } from './indicator-system.ts'
import { rounded, shareOf } from './points.ts'
import type { EvaluationRules } from './rules.ts'

/** What was found of one 要点. 未证实 earns nothing, but is no 不符合: the papers are missing. */
export const aspectFindings = { met: '符合', unmet: '不符合', unproven: '未证实' } as const
export type AspectFinding = keyof typeof aspectFindings

/** What a person finds at an indicator; which kinds fit is said by its method (`answerKind`). */
export type Answer =
  | { kind: 'aspects'; findings: Readonly<Record<string, AspectFinding>> }
  /** A value as text: of 比例, 分档 and 满意度. */
  | { kind: 'value'; value: string }
  | { kind: 'yes-no'; yes: boolean }
  /** Occurrences of each item in hundredths: 2.5 percentage points are 250. */
  | { kind: 'deduction'; counts: Readonly<Record<string, number>> }
  /** Points by judgement, in hundredths. */
  | { kind: 'points'; points: number }
  /** 未证实 of the indicator as a whole. */
  | { kind: 'unproven' }

/** A place in an attachment; the region in thousandths of the page's width and height, null for the whole page. */
export type EvidenceRef = {
  attachmentId: string
  page: number | null
  region: { left: number; top: number; width: number; height: number } | null
}

export type Mark = { answer: Answer; reason: string; evidence: readonly EvidenceRef[] }

/**
 * What a mark is worth, in hundredths: `points` given, `lost` for what is bad, `unproven` for what nobody could prove. The
 * three sum to the full mark. null where the answer does not fit or is incomplete, then `why` says it.
 */
export type MarkPoints =
  | { points: number; lost: number; unproven: number; formula: string; why: '' }
  | { points: null; why: string }

export function answerKind({ kind }: Method): Answer['kind'] {
  if (kind === 'graded') return 'points'
  return kind === 'aspects' || kind === 'yes-no' || kind === 'deduction' ? kind : 'value'
}

function missing(why: string): MarkPoints {
  return { points: null, why }
}

function given(full: number, points: number, formula: string, unproven = 0): MarkPoints {
  return {
    points,
    lost: full - points - unproven,
    unproven,
    formula: `${formula}，得 ${formatWeight(points)} 分`,
    why: '',
  }
}

/** Points of a mark by its indicator's method; always between nothing and the full mark. */
export function markPoints(
  { points: full, method }: Pick<SystemIndicator, 'points' | 'method'>,
  { answer }: Pick<Mark, 'answer'>,
  rules: EvaluationRules,
): MarkPoints {
  if (answer.kind === 'unproven') return given(full, 0, '未能取得证明材料，未证实', full)
  if (answer.kind !== answerKind(method)) return missing('评分与评分方式不符，请重新评分')
  if (method.kind === 'aspects' && answer.kind === 'aspects')
    return aspectPoints(full, method.aspects, answer.findings)
  if (method.kind === 'deduction' && answer.kind === 'deduction')
    return deductionPoints(full, method.items, answer.counts, rules)
  if (answer.kind === 'yes-no') return given(full, answer.yes ? full : 0, answer.yes ? '是' : '否')
  if (answer.kind === 'points') return judgedPoints(full, answer.points)
  return answer.kind === 'value'
    ? valuePoints(full, method, answer.value, rules)
    : missing('评分与评分方式不符，请重新评分')
}

function aspectPoints(
  full: number,
  aspects: readonly Aspect[],
  findings: Readonly<Record<string, AspectFinding>>,
): MarkPoints {
  const open = aspects.filter(({ id }) => findings[id] === undefined)
  if (open.length > 0) return missing(`还有 ${open.length} 个要点没有评`)
  const sum = (finding: AspectFinding) =>
    aspects.filter(({ id }) => findings[id] === finding).reduce((total, { points }) => total + points, 0)
  const met = aspects.filter(({ id }) => findings[id] === 'met').length
  return given(
    full,
    Math.min(full, sum('met')),
    `${aspects.length} 个要点符合 ${met} 个`,
    Math.min(full - Math.min(full, sum('met')), sum('unproven')),
  )
}

function deductionPoints(
  full: number,
  items: readonly { id: string; text: string; points: number }[],
  counts: Readonly<Record<string, number>>,
  rules: EvaluationRules,
): MarkPoints {
  const wrong = Object.values(counts).some((count) => !Number.isSafeInteger(count) || count < 0)
  if (wrong) return missing('扣分次数应为不小于 0 的数')
  const lost = items.map(({ id, points }) =>
    rounded({ of: BigInt(points) * BigInt(counts[id] ?? 0), to: 10_000n }, rules),
  )
  const sum = lost.reduce((total, part) => total + part, 0)
  const named = items.flatMap(({ text }, index) =>
    lost[index] ? [`${text}扣 ${formatWeight(lost[index] ?? 0)} 分`] : [],
  )
  return given(
    full,
    Math.max(0, full - sum),
    named.length > 0 ? `${named.join('，')}，扣完为止` : '没有扣分事项',
  )
}

function judgedPoints(full: number, points: number): MarkPoints {
  if (!Number.isSafeInteger(points) || points < 0 || points > full)
    return missing(`得分应在 0 到 ${formatWeight(full)} 分之间`)
  return given(full, points, '人工评分')
}

function valuePoints(full: number, method: Method, text: string, rules: EvaluationRules): MarkPoints {
  if (text.trim() === '') return missing('还没有填写数值')
  const unit =
    method.kind === 'satisfaction'
      ? '%'
      : method.kind === 'ratio' || method.kind === 'bands'
        ? method.unit
        : ''
  const value = numberIn(text, unit)
  if (!value) return missing('填写的不是一个数')
  if (method.kind === 'satisfaction') {
    const share = between(value, method)
    return given(
      full,
      shareOf(full, share, rules),
      `满意度 ${text.trim()}（满分线 ${method.full}%，零分线 ${method.zero}%）`,
    )
  }
  if (method.kind === 'bands') {
    const band = method.bands.find(({ from }) => reaches(value, from, method.order))
    const said = band
      ? `达到“${method.order === 'more' ? '≥' : '≤'}${band.from}${unit}”档，按 ${band.rate}% 记分`
      : '没有达到任何一档'
    return given(full, shareOf(full, percent(band?.rate ?? 0), rules), said)
  }
  return method.kind === 'ratio'
    ? ratioPoints(full, method, text, rules)
    : missing('评分与评分方式不符，请重新评分')
}

function ratioPoints(
  full: number,
  method: Extract<Method, { kind: 'ratio' }>,
  text: string,
  rules: EvaluationRules,
): MarkPoints {
  const { operator, target, unit, passBelow } = method
  const { rate } = completionOf({ operator, value: target, unit }, text, { qualitative: [] })
  if (rate === null) return missing('指标值不是一个数，请改用其他评分方式')
  const share = smaller(whole, rate)
  const said = `${text.trim()} 对 ${operator}${target}${unit}，完成率 ${percentText(rate)}`
  if (passBelow !== null && compareRatios(share, percent(passBelow)) < 0)
    return given(full, 0, `${said}，低于及格线 ${passBelow}%`)
  return given(full, shareOf(full, share, rules), said)
}

/** The share of the way from the zero line to the full line. */
function between(value: Ratio, { full, zero }: { full: number; zero: number }): Ratio {
  const [percentValue, low] = [times(value, percent(1)), percent(zero)]
  if (compareRatios(percentValue, percent(full)) >= 0) return whole
  if (compareRatios(percentValue, low) <= 0) return none
  return over(minus(percentValue, low), minus(percent(full), low)) ?? none
}

function reaches(value: Ratio, from: string, order: 'more' | 'less'): boolean {
  const border = parseDecimal(from)
  if (!border) return false
  const compared = compareRatios(value, border)
  return order === 'more' ? compared >= 0 : compared <= 0
}
