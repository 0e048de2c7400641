import type { Day } from '../dates.ts'
import type { Figures } from '../execution/totals.ts'
import { budgetBooks, objectKinds } from '../goals/goal.ts'
import { grouped } from '../grouped.ts'
import { addUpBy } from '../money.ts'
import type { LightColour, LightKind } from '../monitoring/lights.ts'
import type { BoardIndex } from './board-index.ts'
import type { MoneySource } from './facts.ts'
import { figuresAt, type YearLine, yearLine } from './figures.ts'
import { type BoardFilter, filteredItems } from './filter.ts'
import { type Forecast, type ForecastSum, forecastOf, forecastSum } from './forecast.ts'
import { type HeatRow, heatRows } from './heat.ts'
import type { Item } from './item.ts'
import { type Judged, judgedAt, lightKindList, type Stage, stageAt, stages } from './lights.ts'
import { type Ranked, type Ranking, rankingOf } from './ranking.ts'
import { type Warning, warnedOf, warningOf } from './warnings.ts'

type Counts = Readonly<Record<LightColour, number>>
/** How many projects have which colour, light by light. */
export type LightCounts = Readonly<Record<LightKind, Counts>>

/** Lights of a unit or stage; `worst` counts each project once, by its loudest light. */
export type LightRow = { id: string; name: string; count: number; worst: Counts; lights: LightCounts }

/** A unit's or department's money expected to be left. */
export type UnspentRow = { id: string; name: string; unspent: number; count: number }

/** Everything the board shows, as plain data: it is drawn, exported, and kept when it is frozen. Amounts in 分. */
export type Board = {
  year: number
  filter: BoardFilter
  /** The filter in words; '' where nothing is filtered. */
  scope: string
  asOf: Day
  /** The newest month with money, 0 where there is none; boards frozen earlier do not say it. */
  dataTo?: number
  source: MoneySource
  hasLastYear: boolean
  ranking: Ranking
  count: number
  figures: Figures
  /** 支出 without a goal among it, and of how many units. */
  unmatched: { paid: number; units: number }
  line: readonly YearLine[]
  lights: LightCounts
  lightsByUnit: readonly LightRow[]
  lightsByStage: readonly LightRow[]
  ranked: readonly Ranked[]
  heat: readonly HeatRow[]
  warningCount: number
  redCount: number
  /** The worst, as many as were asked for. */
  warnings: readonly Warning[]
  forecast: ForecastSum
  unspent: readonly UnspentRow[]
}

export type BoardWanted = {
  filter: BoardFilter
  ranking: Ranking
  today: Day
  /** How many warnings and rows of the heat map. */
  limits: { warnings: number; heat: number }
}

/** The board of what a filter leaves. */
export function boardOf(index: BoardIndex, wanted: BoardWanted): Board {
  const pieces = boardPieces(index, wanted)
  for (;;) {
    const piece = pieces.next()
    if (piece.done) return piece.value
  }
}

/** The same, piece by piece: of a city's projects each takes a moment in which nothing else may happen. */
export function* boardPieces(
  index: BoardIndex,
  { filter, ranking, today, limits }: BoardWanted,
): Generator<void, Board> {
  const { month } = filter
  const items = filteredItems(index, filter)
  const lines = items.filter(({ goalId }) => goalId === '')
  const projects = items.filter(({ goalId }) => goalId !== '')
  yield
  const judged: Judged[] = []
  const forecasts: Forecast[] = []
  for (const item of projects) {
    judged.push(judgedAt(item, month, index.source))
    forecasts.push(forecastOf(item, month))
    if (judged.length % pieceSize === 0) yield
  }
  yield
  const warned = warnedOf(judged, month)
  yield
  const unitNames = new Map(index.units.map(({ id, name }) => [id, name]))
  const sectionNames = new Map(index.sections.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => unitNames.get(id) ?? '未对应单位'
  const place = (item: Item) => (filter.unit === '' ? item.departmentId : item.unitId)
  const figures = figuresAt(items, month)
  yield
  const unmatched = {
    paid: figuresAt(lines, month).paid,
    units: lines.filter(({ paid }) => paid[month - 1] !== 0).length,
  }
  yield
  const line = yearLine(items, index.since)
  yield
  const lights = lightCounts(judged)
  yield
  const lightsByUnit = lightRows(judged, ({ item }) => place(item), nameOf).toSorted(
    (left, right) => right.worst.red - left.worst.red || right.worst.yellow - left.worst.yellow,
  )
  yield
  const lightsByStage = stageRows(judged, month)
  yield
  const ranked = rankingOf(items, ranking, month, index)
  yield
  const heat = heatRows(projects, month, limits.heat)
  yield
  const warnings = warned
    .slice(0, limits.warnings)
    .map((each) => warningOf(each, { month, today, index, unitNames, sectionNames }))
  yield
  const forecast = forecastSum(forecasts)
  yield
  const unspent = unspentRows(projects, forecasts, place, nameOf)
  return {
    ...{ year: index.year, filter, scope: scopeText(filter, unitNames, sectionNames), asOf: today },
    dataTo: index.month,
    ...{ source: index.source, hasLastYear: index.hasLastYear, ranking, count: projects.length },
    ...{ figures, unmatched, line, lights, lightsByUnit, lightsByStage, ranked, heat },
    warningCount: warned.length,
    redCount: warned.filter(({ severity }) => severity === 2).length,
    ...{ warnings, forecast, unspent },
  }
}

/** Until which month the money of a board goes, and on which day it was put together. */
export function asOfText({ filter, dataTo, asOf }: Pick<Board, 'filter' | 'dataTo' | 'asOf'>): string {
  const month = Math.min(filter.month, dataTo ?? filter.month)
  return `${month === 0 ? '没有支出数据' : `数据到 ${month} 月`}，${asOf} 汇总`
}

/** So many projects are judged at once. */
const pieceSize = 2000

function noCounts(): Record<LightColour, number> {
  return { green: 0, yellow: 0, red: 0, blue: 0, none: 0 }
}

function worstCounts(judged: readonly Judged[]): Counts {
  const counts = noCounts()
  for (const { worst } of judged) counts[worst]++
  return counts
}

function lightCounts(judged: readonly Judged[]): LightCounts {
  const counts = { execution: noCounts(), goal: noCounts(), gap: noCounts(), forecast: noCounts() }
  for (const { colours } of judged) for (const kind of lightKindList) counts[kind][colours[kind]]++
  return counts
}

function lightRows(
  judged: readonly Judged[],
  keyOf: (each: Judged) => string,
  nameOf: (key: string) => string,
): LightRow[] {
  const groups = grouped(judged, keyOf)
  return [...groups].map(([id, own]) => ({
    id,
    name: nameOf(id),
    count: own.length,
    worst: worstCounts(own),
    lights: lightCounts(own),
  }))
}

/** By 管理环节, in the order of the road; stages without a project are left out. */
function stageRows(judged: readonly Judged[], month: number): LightRow[] {
  const order = Object.keys(stages) as Stage[] // the keys of the table
  const rows = lightRows(
    judged,
    ({ item }) => stageAt(item, month),
    (id) => stages[id as Stage], // the keys are those of stageAt
  )
  return order.flatMap((stage) => rows.find(({ id }) => id === stage) ?? [])
}

/** Who will have most left at the end of the year; `forecasts` are those of the projects, in their order. */
function unspentRows(
  projects: readonly Item[],
  forecasts: readonly Forecast[],
  placeOf: (item: Item) => string,
  nameOf: (id: string) => string,
): UnspentRow[] {
  const left = projects.map((item, at) => ({ place: placeOf(item), unspent: forecasts[at]?.unspent ?? 0 }))
  return [...grouped(left, ({ place }) => place)]
    .map(([id, own]) => ({
      id,
      name: nameOf(id),
      count: own.length,
      unspent: addUpBy(own, ({ unspent }) => unspent),
    }))
    .filter(({ unspent }) => unspent > 0)
    .toSorted((left, right) => right.unspent - left.unspent)
}

function scopeText(
  { unit, section, book, kind }: BoardFilter,
  unitNames: ReadonlyMap<string, string>,
  sectionNames: ReadonlyMap<string, string>,
): string {
  const words = [
    unitNames.get(unit) ?? '',
    sectionNames.get(section) ?? '',
    book === '' ? '' : budgetBooks[book],
    kind === '' ? '' : objectKinds[kind],
  ]
  return words.filter(Boolean).join('、')
}
