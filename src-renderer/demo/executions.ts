import { referenceOf } from '#domain/execution/curve'
import { type ExecutionImport, type ExecutionRow, executionId, lineKey } from '#domain/execution/execution'
import { amountAt, rateOf, type Share, whole } from '#domain/execution/rate'
import type { FundingSource, Goal } from '#domain/goals/goal'
import { addUp, type Fen } from '#domain/money'
import { type FundGroup, fundsOf, type Monitoring } from '#domain/monitoring/monitoring'
import type { Unit } from '#domain/year-book'

type Made = { nextId: () => string; at: string; by: string }
type World = { bookId: string; year: number; goals: readonly Goal[]; units: readonly Unit[] }

/** What a line of the ledger pays: its budget, by July, and in the year. */
type Course = { budget: Fen; july: Fen; year: Fen; points: readonly Share[] }
type Line = Pick<ExecutionRow, 'code' | 'name' | 'unitName' | 'unitId' | 'goalId' | 'way' | 'source'> & Course

const july = 7
const sources: Readonly<Record<FundGroup, FundingSource>> = {
  general: 'general-local',
  carryover: 'carryover',
  other: 'other',
}

/** Percent of the year's money by July and by December, where no form of a round says them. */
const usual: readonly [Share, Share][] = [
  [5800, 9800],
  [6200, 10_000],
  [4300, 9100],
  [5500, 10_000],
  [2600, 8700],
  [7000, 10_000],
]

/** Reported otherwise than paid: what the treasury shows by July, in percent of what the form says. */
const otherwise: ReadonlyMap<string, Share> = new Map([
  ['农村供水保障工程', 7800],
  ['革命文物保护修缮', 5000],
])

/** Lines that no project of the book stands for. */
const strange: readonly [string, string][] = [
  ['高标准农田建设（二期）尾款', '县农业农村局'],
  ['部门会议和培训费', '县财政局'],
]

/** The treasury's ledger of a demo year, month by month as it was imported; of the newest year until October. */
export function demoExecutions(
  world: World,
  forms: ReadonlyMap<string, Monitoring>,
  isNewest: boolean,
  made: Made,
): { rows: ExecutionRow[]; imports: ExecutionImport[] } {
  const lines = [...world.goals.flatMap((goal, order) => linesOfGoal(goal, order, forms.get(goal.id), world))]
  lines.push(...basicLines(world), ...(isNewest ? strangeLines(world) : []))
  const months = Array.from({ length: isNewest ? 10 : 12 }, (_, index) => index + 1)
  const taken = months.map((month) => {
    const importId = made.nextId()
    const file = `预算执行情况表${world.year}年1-${month}月.xlsx`
    const rows = lines.map((line, order) => rowOf(line, order, month, { world, importId, file, isNewest }))
    return { rows, record: recordOf(rows, month, importId, file, world.bookId, made) }
  })
  return { rows: taken.flatMap(({ rows }) => rows), imports: taken.map(({ record }) => record) }
}

function linesOfGoal(goal: Goal, order: number, form: Monitoring | undefined, { units }: World): Line[] {
  if (goal.kind === 'department' || goal.kind === 'government') return []
  const unit = units.find(({ id }) => id === goal.unitId)
  const { points } = referenceOf(goal, null)
  // Some lines come without their code, as treasuries write them.
  const code = order % 11 === 3 ? '' : goal.code
  const [byJuly, byEnd] = usual[order % usual.length] ?? [5800, 9800]
  return fundsOf(goal).flatMap(({ group, budget }) => {
    if (budget === null || budget <= 0) return []
    const told = form?.funds.find((row) => row.group === group)
    const said = told?.paid ?? (form?.state === 'exempt' ? 0 : amountAt(budget, byJuly))
    const paid = amountAt(said, otherwise.get(goal.name) ?? whole)
    return {
      ...{ code, name: goal.name, unitName: unit?.name ?? '', unitId: goal.unitId },
      ...{ goalId: goal.id, way: code === '' ? 'name' : 'code', source: sources[group] },
      ...{ budget, july: paid, year: Math.max(paid, told?.forecast ?? amountAt(budget, byEnd)), points },
    }
  })
}

/** 基本支出 of every department: no project of the book stands for it, as somebody said long ago. */
function basicLines({ units, year }: World): Line[] {
  const points = Array.from({ length: 12 }, (_, index) => Math.round(((index + 1) * whole) / 12))
  return units
    .filter(({ parentId }) => parentId === '')
    .flatMap((unit, order) =>
      (
        [
          ['R', '人员类支出', 260_000_000 + order * 37_000_000],
          ['Y', '公用经费', 42_000_000 + order * 6_100_000],
        ] as const
      ).map(([letter, name, budget], part) => ({
        code: `511922${String(year).slice(2)}${letter}${String(order * 10 + part + 1).padStart(12, '0')}`,
        ...{ name, unitName: unit.name, unitId: unit.id, goalId: '', way: 'hand' as const },
        ...{ source: 'general-local' as const, budget, points },
        ...{ july: amountAt(budget, 5750), year: budget },
      })),
    )
}

function strangeLines({ units }: World): Line[] {
  return strange.map(([name, unitName]) => {
    const budget = 180_000_000
    const unitId = units.find((unit) => unit.name === unitName)?.id ?? ''
    const points = Array.from({ length: 12 }, (_, index) => (index < 6 ? 0 : whole))
    return {
      ...{ code: '', name, unitName, unitId, goalId: '', way: '', source: 'general-local', budget, points },
      ...{ july: amountAt(budget, 4000), year: budget },
    }
  })
}

/** 支出 cumulative to a month: along the plan of the line through what was paid by July to what the year will see. */
function paidAt({ july: byJuly, year, points }: Course, month: number): Fen {
  const at = (each: number) => points[each - 1] ?? whole
  const middle = at(july)
  if (month === july) return byJuly
  if (month < july)
    return amountAt(
      byJuly,
      middle === 0 ? Math.floor((month * whole) / july) : (rateOf(at(month), middle) ?? 0),
    )
  const share =
    middle === whole ? Math.floor(((month - july) * whole) / 5) : rateOf(at(month) - middle, whole - middle)
  return byJuly + amountAt(year - byJuly, share ?? 0)
}

type Where = { world: World; importId: string; file: string; isNewest: boolean }

function rowOf(
  line: Line,
  order: number,
  month: number,
  { world, importId, file, isNewest }: Where,
): ExecutionRow {
  const { code, name, unitName, unitId, goalId, way, source, budget } = line
  const isRaised = order % 9 === 4 && month >= 6
  const adjusted = isRaised ? budget + amountAt(budget, 1000) : budget
  const identity = lineKey({ code, name, unitName })
  const paid = strayed(line, order, month, adjusted, isNewest)
  return {
    ...{
      id: executionId(world.bookId, identity, month, source),
      bookId: world.bookId,
      goalId,
      unitId,
      importId,
    },
    ...{ month, source, line: identity, way, code, name, unitName },
    ...{ initial: budget, adjusted, paid, given: 'cumulative', stated: paid },
    allocated: Math.max(paid, amountAt(adjusted, month < 4 ? 6000 : month < 7 ? 8500 : whole)),
    ...{ rowNumber: order + 5, file },
  }
}

/** One line is corrected downwards in June, one pays more than it may: both happen every year. */
function strayed(line: Line, order: number, month: number, adjusted: Fen, isNewest: boolean): Fen {
  if (isNewest && order === 14 && month === 6) return amountAt(paidAt(line, 5), 8800)
  if (isNewest && order === 22 && month === 10) return adjusted + amountAt(adjusted, 150)
  return paidAt(line, month)
}

function recordOf(
  rows: readonly ExecutionRow[],
  month: number,
  id: string,
  file: string,
  bookId: string,
  made: Made,
): ExecutionImport {
  return {
    ...{ id, bookId, at: made.at, by: made.by, name: `${month} 月国库台账`, files: [file], months: [month] },
    ...{ added: rows.map((row) => row.id), replaced: [], read: rows.length, undoneAt: '' },
    matched: rows.filter(({ goalId }) => goalId !== '').length,
    unmatched: rows.filter(({ goalId }) => goalId === '').length,
    paid: addUp(rows.map(({ paid }) => paid)),
  }
}
