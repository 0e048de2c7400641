import type { Day, Moment } from '../dates.ts'
import type { Monitoring } from '../monitoring/monitoring.ts'
import { regions, type Unit } from '../year-book.ts'
import type { ExchangeTable } from './contents.ts'
import type { PackageRecord } from './package.ts'
import type { Party, Station } from './station.ts'

/** What is collected: everything, or the packages that bring one kind of form. */
export const subjects = {
  all: '全部上报',
  goals: '绩效目标',
  monitorings: '绩效监控',
  selfEvaluations: '绩效自评',
} as const satisfies Partial<Record<ExchangeTable | 'all', string>>
export type Subject = keyof typeof subjects

export const boardStates = {
  missing: '未报',
  late: '逾期未报',
  waiting: '待处理',
  received: '已接收',
  partly: '部分接收',
  refused: '已退回',
} as const
export type BoardState = keyof typeof boardStates

/** One that ought to report. */
export type Expected = Party & { department: string }

export type BoardRow = {
  key: string
  party: Expected
  state: BoardState
  /** The newest package that counts; null before the first. */
  latest: PackageRecord | null
  /** How many came, sent back ones too. */
  versions: number
  /** Records of the newest that were not taken. */
  faults: number
  /** Came after the day it was due. */
  isLate: boolean
}

/** Who has to report to this station: its units at a county, its counties at the city. */
export function expectedOf(
  { level, regionCode }: Pick<Station, 'level' | 'regionCode'>,
  units: readonly Unit[],
): Expected[] {
  if (level === 'city')
    return regions
      .filter(({ code }) => code !== regionCode)
      .map(({ code, name }) => ({
        ...{ id: '', name, department: '', level: 'county' as const, regionCode: code, unitCode: '' },
      }))
  if (level !== 'county') return []
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return units.map(({ code, name, parentId }) => ({
    ...{ id: '', name, department: names.get(parentId) ?? name, level: 'unit' as const, regionCode },
    unitCode: code,
  }))
}

const counting: Readonly<Record<string, BoardState>> = {
  held: 'waiting',
  allowed: 'waiting',
  applied: 'received',
  partly: 'partly',
  refused: 'refused',
}

type BoardWanted = {
  expected: readonly Expected[]
  packages: readonly PackageRecord[]
  subject: Subject
  /** Packages before it belong to an earlier round; '' for all. */
  since: Moment
  /** Codes of the units of which no form of the round came, see `codesOwing`; none where no round is asked about. */
  owing: ReadonlySet<string>
  dueOn: Day | ''
  today: Day
  dayOf: (moment: Moment) => Day
}

/**
 * 收发看板: for every expected sender what has come. A department's package counts for the units in it too. What was taken
 * back counts as not received; a package that came on the due day is in time.
 */
export function boardRows({
  expected,
  packages,
  subject,
  since,
  owing,
  dueOn,
  today,
  dayOf,
}: BoardWanted): BoardRow[] {
  const came = packages
    .filter(
      ({ direction, purpose, state }) => direction === 'in' && purpose === 'report' && state in counting,
    )
    .filter(({ counts }) => subject === 'all' || (counts[subject] ?? 0) > 0)
    .filter(({ createdAt }) => since === '' || createdAt >= since)
    .toSorted((left, right) => right.sequence - left.sequence || (left.at < right.at ? 1 : -1))
  return expected.map((party) => {
    const own = came.filter((record) => isFrom(record, party) && bringsRound(record, party, owing))
    const latest = own[0] ?? null
    const isOverdue = dueOn !== '' && today > dueOn
    const state = latest ? (counting[latest.state] ?? 'missing') : isOverdue ? 'late' : 'missing'
    const isLate = latest !== null && dueOn !== '' && dayOf((own.at(-1) ?? latest).at) > dueOn
    return {
      ...{ key: party.unitCode || party.regionCode, party, state, latest, versions: own.length },
      ...{ faults: latest?.receipt?.faults.length ?? 0, isLate },
    }
  })
}

function isFrom({ peer, unitCodes }: PackageRecord, party: Expected): boolean {
  if (peer.level !== party.level || peer.regionCode !== party.regionCode) return false
  if (party.level !== 'unit') return true
  return peer.unitCode === party.unitCode || unitCodes.includes(party.unitCode)
}

/** What is not taken in may bring anything; a package that was, brought nothing of the round where all its forms are owing. */
function bringsRound({ state }: PackageRecord, { unitCode }: Expected, owing: ReadonlySet<string>): boolean {
  return !owing.has(unitCode) || (state !== 'applied' && state !== 'partly')
}

/**
 * Units, and those above them, that were asked for forms of which none has come: a package that only tells of older rounds
 * again brings none. Who was asked for nothing owes nothing.
 */
export function codesOwing(
  forms: readonly Pick<Monitoring, 'unitId' | 'state'>[],
  units: readonly Unit[],
): ReadonlySet<string> {
  const came = codesOf(
    forms.filter(({ state }) => state !== 'draft' && state !== 'exempt'),
    units,
  )
  const asked = codesOf(
    forms.filter(({ state }) => state === 'draft'),
    units,
  )
  return new Set([...asked].filter((code) => !came.has(code)))
}

/** Of the units whose forms they are, and of those above them. */
function codesOf(forms: readonly Pick<Monitoring, 'unitId'>[], units: readonly Unit[]): Set<string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const codes = new Set<string>()
  for (const { unitId } of forms) {
    let unit = byId.get(unitId)
    while (unit && !codes.has(unit.code)) {
      codes.add(unit.code)
      unit = byId.get(unit.parentId)
    }
  }
  return codes
}

/** Those that have to be reminded: nothing has come, or it went back. */
export function toRemind(rows: readonly BoardRow[]): BoardRow[] {
  return rows.filter(({ state }) => state === 'missing' || state === 'late' || state === 'refused')
}
