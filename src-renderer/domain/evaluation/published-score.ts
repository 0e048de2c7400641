import { formatWeight } from '../goals/weights.ts'
import type { AutoScore } from './indicator-score.ts'

export const differenceKinds = {
  unread: '规则不能判定',
  rounded: '取位不同',
  above: '高于按规则计算的分',
  below: '低于按规则计算的分',
} as const
export type DifferenceKind = keyof typeof differenceKinds

/** A written score that is not the one by the rules; `by` in hundredths, null where the rules give none. */
export type ScoreDifference = { kind: DifferenceKind; by: number | null; text: string }

/**
 * How a score that a form carries differs from the automatic one, both in hundredths; null where they agree. Scores written
 * in tenths or whole points, rounded or cut, are told apart from other judgements.
 */
export function differenceOf(written: number, auto: AutoScore): ScoreDifference | null {
  const { score } = auto
  if (score === null)
    return {
      kind: 'unread',
      by: null,
      text: `填写 ${formatWeight(written)} 分；按规则不能判定：${auto.why}。`,
    }
  if (written === score) return null
  const by = written - score
  const text = `填写 ${formatWeight(written)} 分，按规则 ${formatWeight(score)} 分（${auto.formula}）。`
  if (isRounded(written, score)) return { kind: 'rounded', by, text }
  return { kind: by > 0 ? 'above' : 'below', by, text }
}

/** Tenths next to the score, or the whole points below it or nearest to it. */
function isRounded(written: number, score: number): boolean {
  if (written % 100 === 0 && (written === score - (score % 100) || Math.abs(written - score) < 50))
    return true
  return written % 10 === 0 && Math.abs(written - score) <= 10
}
