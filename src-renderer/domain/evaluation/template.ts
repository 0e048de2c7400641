import type { Mark, Sourced } from '../year-rules.ts'
import type {
  EvaluationScope,
  IndicatorSystem,
  Method,
  Role,
  SystemGroup,
  SystemIndicator,
  SystemLevel,
} from './indicator-system.ts'
import { dealtOut } from './system-weights.ts'

/** A method that is waiting for the points of its indicator, in hundredths. */
type MethodFor = (points: number) => Method

/** 要点逐条, each of the same worth. */
export function aspects(...texts: readonly string[]): MethodFor {
  return (points) => {
    const parts = dealtOut(
      points,
      texts.map(() => 1),
    )
    return {
      kind: 'aspects',
      aspects: texts.map((text, index) => ({ id: `a${index + 1}`, text, points: parts[index] ?? 0 })),
    }
  }
}

export function ratio(
  operator: '≥' | '≤' | '=',
  target: string,
  unit = '%',
  passBelow: number | null = null,
): MethodFor {
  return () => ({ kind: 'ratio', operator, target, unit, passBelow })
}

export function bands(
  order: 'more' | 'less',
  unit: string,
  rows: readonly [from: string, rate: number][],
): MethodFor {
  return () => ({ kind: 'bands', unit, order, bands: rows.map(([from, rate]) => ({ from, rate })) })
}

/** `points` of one occurrence in hundredths. */
export function deduction(...items: readonly [text: string, points: number][]): MethodFor {
  return () => ({
    kind: 'deduction',
    items: items.map(([text, points], index) => ({ id: `d${index + 1}`, text, points })),
  })
}

export function satisfaction(full = 95, zero = 60): MethodFor {
  return () => ({ kind: 'satisfaction', full, zero })
}

export function graded(): MethodFor {
  return () => ({ kind: 'graded' })
}

/** One indicator of a template: points in whole or half points; `source` where it differs from the template's. */
export type Row = readonly [
  name: string,
  points: number,
  method: MethodFor,
  explanation: string,
  data: string,
  evidence: string,
  source?: Sourced,
]

/** An indicator of 要点 alone. */
export function listed(name: string, points: number, evidence: string, ...texts: readonly string[]): Row {
  return [name, points, aspects(...texts), `${name}按要点逐条评价`, '按要点所需的资料', evidence]
}

export type GroupRow = { name: string; points: number; role?: Role; rows: readonly Row[]; source?: Sourced }
export type LevelRow = { name: string; points: number; groups: readonly GroupRow[]; source?: Sourced }

/** A shipped template from its table. Ids follow the place in the table and never change once released. */
export function template(
  id: string,
  name: string,
  scope: EvaluationScope,
  source: Sourced,
  table: readonly LevelRow[],
): IndicatorSystem {
  let count = 0
  function indicator(
    [title, points, method, explanation, data, evidence, own]: Row,
    from: Sourced,
  ): SystemIndicator {
    const hundredths = points * 100
    const { clause, mark } = own ?? from
    count += 1
    return {
      ...{ id: `${id}-${count}`, name: title, explanation, points: hundredths },
      ...{ method: method(hundredths), data, evidence, clause, mark },
    }
  }
  const levels = table.map((level, index): SystemLevel => {
    const upper = level.source ?? source
    const groups = level.groups.map((group, place): SystemGroup => {
      const { clause, mark } = group.source ?? upper
      return {
        ...{
          id: `${id}-${index + 1}-${place + 1}`,
          name: group.name,
          role: group.role ?? 'other',
          clause,
          mark,
        },
        points: group.points * 100,
        indicators: group.rows.map((row) => indicator(row, group.source ?? upper)),
      }
    })
    return { id: `${id}-${index + 1}`, name: level.name, points: level.points * 100, groups, ...upper }
  })
  return {
    id,
    name,
    scope,
    ...source,
    levels,
    version: 1,
    state: 'draft',
    basedOn: '',
    approvedBy: '',
    approvedAt: '',
  }
}

/** On what something rests. */
export function from(clause: string, mark: Mark): Sourced {
  return { clause, mark }
}
