import { z } from 'zod'
import {
  evaluationScopes,
  type IndicatorSystem,
  type Method,
  type SystemGroup,
  type SystemIndicator,
  type SystemLevel,
  systemStates,
} from '#domain/evaluation/indicator-system'
import type { KeptSystem } from '#domain/evaluation/task'
import {
  cell,
  count,
  id,
  idOrNone,
  keysOf,
  line,
  moment,
  oneOf,
  percentage,
  points,
  type Shape,
  shaped,
  some,
  sourced,
  text,
  variants,
  written,
} from './parts.ts'

const method = variants<Method>({
  aspects: { aspects: some(shaped<{ id: string; text: string; points: number }>({ id, text, points }), 200) },
  ratio: {
    operator: oneOf<Extract<Method, { kind: 'ratio' }>['operator']>({ '≥': true, '≤': true, '=': true }),
    target: line,
    unit: line,
    passBelow: percentage.nullable(),
  },
  'yes-no': { question: text },
  bands: {
    unit: line,
    order: oneOf<Extract<Method, { kind: 'bands' }>['order']>({ more: true, less: true }),
    bands: some(
      shaped<{ from: string; rate: number }>({ from: line, rate: z.number().min(0).max(100) }),
      200,
    ),
  },
  deduction: { items: some(shaped<{ id: string; text: string; points: number }>({ id, text, points }), 200) },
  satisfaction: { full: percentage, zero: percentage },
  graded: {},
})

const indicator = shaped<SystemIndicator>({
  id,
  name: cell,
  explanation: text,
  points,
  method,
  data: text,
  evidence: text,
  ...sourced,
})

const group = shaped<SystemGroup>({
  id,
  name: line,
  role: oneOf<SystemGroup['role']>({ output: true, benefit: true, other: true }),
  points,
  indicators: some(indicator, 500),
  ...sourced,
})

const level = shaped<SystemLevel>({ id, name: line, points, groups: some(group, 200), ...sourced })

const systemShape: Shape<IndicatorSystem> = {
  id,
  name: line,
  scope: keysOf(evaluationScopes),
  levels: some(level, 200),
  version: count,
  state: keysOf(systemStates),
  basedOn: idOrNone,
  approvedBy: line,
  approvedAt: moment,
  ...sourced,
}

/** 评价指标体系. */
export const system = shaped<IndicatorSystem>(systemShape)

/** A task's copy of a system of the book kept the fields of its record too; they stay, so that what is sent stays the same. */
export const copiedSystem = shaped<IndicatorSystem & Partial<Omit<KeptSystem, keyof IndicatorSystem>>>(
  systemShape,
  {
    bookId: id,
    ...written,
  },
)

/** 评价指标体系 of a book. */
export const indicatorSystemSchema = shaped<KeptSystem>({ ...systemShape, bookId: id, ...written })
