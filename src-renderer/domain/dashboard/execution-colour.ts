import { type Share, whole } from '../execution/rate.ts'
import type { Fen } from '../money.ts'
import type { LightColour } from '../monitoring/lights.ts'
import { lineAt, type MonitoringRules } from '../monitoring/rules.ts'

/** Where `a × b` stands to `c × d`: negative, 0 or positive. Exact; in plain numbers while these are. */
export function compareProducts(a: number, b: number, c: number, d: number): number {
  const [left, right] = [a * b, c * d]
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right
  const difference = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

type Spent = { month: number; adjusted: Fen; paid: Fen | null; reference: Share }
type ColourRules = Pick<MonitoringRules, 'executionLines' | 'execution'>

/** A percent of the rules as a share; rules may have decimals. */
function shareOf(percent: number): Share {
  return Math.round(percent * 100)
}

/**
 * The colour of the execution light without its words: the same decision as `lightsOf`, to which a test holds it, fast
 * enough for every project in every month.
 */
export function executionColour(
  { month, adjusted, paid, reference }: Spent,
  rules: ColourRules,
): LightColour {
  if (paid === null || adjusted <= 0) return 'none'
  const { red, ahead } = rules.execution
  if (compareProducts(paid, whole, adjusted, reference + shareOf(ahead)) > 0) return 'blue'
  const line = lineAt(month, rules)
  if (!line) return 'none'
  const least = Math.min(shareOf(line.rate), reference)
  if (compareProducts(paid, whole, adjusted, least) >= 0) return 'green'
  return compareProducts(paid, whole, adjusted, least - shareOf(red)) < 0 ? 'red' : 'yellow'
}
