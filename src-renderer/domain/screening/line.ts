import type { Fen } from '../money.ts'
import { type LightColour, type LightKind, lightKinds, worstColour } from '../monitoring/lights.ts'
import { fundTotal, type Monitoring } from '../monitoring/monitoring.ts'
import type { ScreeningFinding, TextPlace } from './finding.ts'
import type { Risk } from './risk.ts'
import type { ScreenedForm } from './screen.ts'

/** A shared sentence as a line shows it: how many places it has, and the first of them. */
export type CopiedInShort = { sentence: string; count: number; places: readonly TextPlace[] }

/** A finding without what its rule says of all of them. */
export type LineFinding = Pick<ScreeningFinding, 'code' | 'at' | 'message'> & { copied: CopiedInShort | null }

/** A screened form as the list needs it, without what it was found in. */
export type ScreenedLine = Pick<Monitoring, 'id' | 'name' | 'code' | 'unitId'> & {
  budget: Fen | null
  worst: LightColour
  findings: readonly LineFinding[]
  risk: Risk
}

/** Places that are shown of a sentence, its own among them. */
const mostPlaces = 6

const kinds = Object.keys(lightKinds) as LightKind[] // the keys of the table

/** The lines of screened forms, in their order; forms that share a sentence share what is said of its places. */
export function screenedLines(forms: readonly ScreenedForm[]): ScreenedLine[] {
  const known = new Map<readonly TextPlace[], readonly TextPlace[]>()
  const firstOf = (places: readonly TextPlace[]) => {
    const first = known.get(places) ?? places.slice(0, mostPlaces)
    known.set(places, first)
    return first
  }
  return forms.map(({ form, lights, findings, risk }) => ({
    id: form.id,
    name: form.name,
    code: form.code,
    unitId: form.unitId,
    risk,
    budget: fundTotal(form.funds).budget,
    worst: worstColour(kinds.map((kind) => lights[kind].colour)),
    findings: findings.map(({ code, at, message, copied }) => ({
      code,
      at,
      message,
      copied: copied && {
        sentence: copied.sentence,
        count: copied.places.length,
        places: firstOf(copied.places),
      },
    })),
  }))
}

/** The places to show of the sentence of a finding: the form's own first, then others in the order they were opened. */
export function shownPlaces(
  { id, name, unitId }: Pick<ScreenedLine, 'id' | 'name' | 'unitId'>,
  { at, copied }: LineFinding,
): TextPlace[] {
  const others = copied?.places.filter(({ monitoringId }) => monitoringId !== id) ?? []
  return copied ? [{ monitoringId: id, unitId, name, at }, ...others].slice(0, mostPlaces) : []
}
