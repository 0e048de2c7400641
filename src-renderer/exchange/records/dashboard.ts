import { z } from 'zod'
import type { Board, LightRow, UnspentRow } from '#domain/dashboard/board'
import { moneySources } from '#domain/dashboard/facts'
import type { YearLine } from '#domain/dashboard/figures'
import type { BoardFilter } from '#domain/dashboard/filter'
import type { ForecastSum } from '#domain/dashboard/forecast'
import type { HeatRow } from '#domain/dashboard/heat'
import { stages } from '#domain/dashboard/lights'
import type { ProjectLine } from '#domain/dashboard/project-lines'
import { type Ranked, rankings } from '#domain/dashboard/ranking'
import type { Snapshot } from '#domain/dashboard/snapshot'
import type { Warning } from '#domain/dashboard/warnings'
import type { Figures } from '#domain/execution/totals'
import { budgetBooks, objectKinds } from '#domain/goals/goal'
import { lightColours, lightKinds } from '#domain/monitoring/lights'
import {
  cell,
  count,
  day,
  eachOf,
  fen,
  flag,
  id,
  idOrNone,
  keyOrNone,
  keysOf,
  line,
  many,
  month,
  shaped,
  share,
  shareOrNone,
  some,
  text,
  written,
  year,
} from './parts.ts'

const colour = keysOf(lightColours)
const colours = eachOf(lightKinds, colour)
const counts = eachOf(lightColours, count)
const lights = eachOf(lightKinds, counts)

const filter = shaped<BoardFilter>({
  unit: idOrNone,
  section: idOrNone,
  book: keyOrNone(budgetBooks),
  kind: keyOrNone(objectKinds),
  month,
})

const figures = shaped<Figures>({
  budget: fen,
  initial: fen,
  adjusted: fen,
  allocated: fen,
  paid: fen,
  reference: fen,
  gap: fen,
  lastYear: fen,
  rate: shareOrNone,
  referenceRate: shareOrNone,
})

const yearLine = shaped<YearLine>({
  month,
  paid: fen.nullable(),
  reference: fen,
  lastYear: fen.nullable(),
  adjusted: fen,
})
/** Its id is a unit's or a stage's; '' for money of no unit. */
const lightRow = shaped<LightRow>({ id: idOrNone, name: line, count, worst: counts, lights })

const ranked = shaped<Ranked>({
  id: idOrNone,
  name: line,
  count,
  figures,
  place: count.nullable(),
  change: z.int().nullable(),
})

const heatRow = shaped<HeatRow>({
  id: text,
  goalId: idOrNone,
  name: cell,
  unitId: idOrNone,
  cells: some(shaped<HeatRow['cells'][number]>({ month, rate: shareOrNone, reference: share, colour }), 12),
})

const warning = shaped<Warning>({
  id: text,
  goalId: idOrNone,
  formId: idOrNone,
  disposalId: idOrNone,
  name: cell,
  unitName: line,
  sectionName: line,
  colours,
  worst: colour,
  kind: keysOf(lightKinds),
  cause: text,
  unitCause: text,
  state: line,
  adjusted: fen,
  paid: fen,
  gap: fen,
  rate: shareOrNone,
  since: day,
  days: z.int(),
})

const board = shaped<Board>(
  {
    year,
    filter,
    scope: text,
    asOf: day,
    source: keysOf(moneySources),
    hasLastYear: flag,
    ranking: keysOf(rankings),
    count,
    figures,
    unmatched: shaped<Board['unmatched']>({ paid: fen, units: count }),
    line: some(yearLine, 12),
    lights,
    lightsByUnit: many(lightRow),
    lightsByStage: some(lightRow, 100),
    ranked: many(ranked),
    heat: many(heatRow),
    warningCount: count,
    redCount: count,
    warnings: many(warning),
    forecast: shaped<ForecastSum>({ paid: fen, unspent: fen, byUnit: fen, byPlan: fen }),
    unspent: many(shaped<UnspentRow>({ id: idOrNone, name: line, unspent: fen, count })),
  },
  { dataTo: z.int().min(0).max(12) },
)

const projectLine = shaped<ProjectLine>({
  id: text,
  goalId: idOrNone,
  formId: idOrNone,
  disposalId: idOrNone,
  name: cell,
  unitId: idOrNone,
  sectionId: idOrNone,
  kind: keyOrNone(objectKinds),
  book: keyOrNone(budgetBooks),
  plan: text,
  initial: fen,
  adjusted: fen,
  allocated: fen,
  paid: fen,
  reference: fen,
  gap: fen,
  lastYear: fen,
  unspent: fen,
  rate: shareOrNone,
  referenceShare: share,
  colours,
  worst: colour,
  stage: keysOf(stages),
})

/** A frozen board. */
export const snapshotSchema = shaped<Snapshot>({
  id,
  bookId: id,
  name: line,
  asOf: day,
  board,
  lines: many(projectLine),
  ...written,
})
