import { type Fen, formatWan } from '../money.ts'
import { type LightColour, type LightKind, lightColours, lightKinds } from '../monitoring/lights.ts'
import type { MonitoringRules } from '../monitoring/rules.ts'
import type { ScreeningFinding } from './finding.ts'
import { type RiskLevel, screeningCodes, screeningNames } from './rules.ts'

/** One summand of a risk: what it is for, how it was counted, and its points. */
export type RiskPart = { name: string; how: string; points: number }
export type Risk = { points: number; level: RiskLevel; parts: readonly RiskPart[] }

const kinds = Object.keys(lightKinds) as LightKind[] // the keys of the table

/**
 * 风险分: points of the findings (each rule at most so many times), of the size of the budget (分) and of the lights. The
 * parts add up to the sum, in the order they are shown.
 */
export function riskOf(
  facts: {
    findings: readonly Pick<ScreeningFinding, 'code'>[]
    budget: Fen | null
    lights: Readonly<Record<LightKind, { colour: LightColour }>>
  },
  { screening }: Pick<MonitoringRules, 'screening'>,
): Risk {
  const parts = [...findingParts(), ...sizePart(), ...lightParts()]
  const points = parts.reduce((sum, part) => sum + part.points, 0)
  return { points, level: levelOf(points, screening.levels), parts }

  function findingParts(): RiskPart[] {
    return screeningCodes.flatMap((code) => {
      const count = facts.findings.filter((each) => each.code === code).length
      if (count === 0) return []
      const { points: each, most } = screening.checks[code]
      const counted = Math.min(count, most)
      const cut = count > most ? `（${count} 处，最多计 ${most} 处）` : ''
      return [{ name: screeningNames[code], how: `${counted} 处 × ${each} 分${cut}`, points: counted * each }]
    })
  }

  function sizePart(): RiskPart[] {
    const { budget } = facts
    const size = budget === null ? undefined : screening.sizes.findLast(({ from }) => budget >= from)
    if (!size) return []
    return [
      {
        name: '预算规模',
        how: `${formatWan(budget)} 万元，${formatWan(size.from)} 万元以上`,
        points: size.points,
      },
    ]
  }

  function lightParts(): RiskPart[] {
    return kinds.flatMap((kind) => {
      const { colour } = facts.lights[kind]
      if (colour === 'green' || colour === 'none') return []
      const points = screening.lights[colour]
      return points === 0 ? [] : [{ name: `${lightKinds[kind]}灯`, how: lightColours[colour], points }]
    })
  }
}

function levelOf(points: number, { high, medium }: { high: number; medium: number }): RiskLevel {
  if (points >= high) return 'high'
  return points >= medium ? 'medium' : 'low'
}
