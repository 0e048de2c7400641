import type { Curve } from '#domain/execution/curve'
import type { TemplateId } from '#domain/execution/curve-rules'
import { type ExecutionImport, type ExecutionRow, matchWays } from '#domain/execution/execution'
import { fundingSources } from '#domain/goals/goal'
import {
  cell,
  count,
  fen,
  fenOrNone,
  id,
  idOrNone,
  keyOrNone,
  keysOf,
  line,
  moment,
  month,
  oneOf,
  plannedShare,
  shaped,
  some,
  text,
  written,
} from './parts.ts'

/** 用款计划曲线. */
export const curveSchema = shaped<Curve>({
  id,
  bookId: id,
  unitId: idOrNone,
  name: cell,
  template: oneOf<TemplateId | 'custom'>({
    even: true,
    quarterly: true,
    once: true,
    works: true,
    school: true,
    custom: true,
  }),
  points: some(plannedShare, 12),
  reason: text,
  ...written,
})

/** 预算执行: a line of the treasury's ledger in a month. */
export const executionSchema = shaped<ExecutionRow>({
  id: text.min(1),
  bookId: id,
  goalId: idOrNone,
  unitId: idOrNone,
  importId: id,
  month,
  source: keyOrNone(fundingSources),
  line: text,
  way: keysOf(matchWays),
  code: cell,
  name: cell,
  unitName: cell,
  given: oneOf<ExecutionRow['given']>({ cumulative: true, monthly: true }),
  stated: fenOrNone,
  initial: fenOrNone,
  adjusted: fenOrNone,
  allocated: fenOrNone,
  paid: fenOrNone,
  rowNumber: count,
  file: line,
})

/** Twelve months of a large ledger with its sources of money. */
const mostRows = 1_000_000

/** What an import of execution did. */
export const executionImportSchema = shaped<ExecutionImport>({
  id,
  bookId: id,
  at: moment,
  by: line,
  name: line,
  files: some(line),
  months: some(month, 12),
  added: some(text.min(1), mostRows),
  replaced: some(executionSchema, mostRows),
  matched: count,
  unmatched: count,
  paid: fen,
  read: count,
  undoneAt: moment,
})
