import type { Moment } from '#domain/dates'
import { isOpenForUnit } from '#domain/evaluation/self-evaluation-flow'
import {
  type HandedIn,
  lastReportAt,
  notCarried,
  ownOf,
  type Unsent,
  unsentOf,
} from '#domain/exchange/unsent'
import { unitAndDirect } from '#domain/exchange/way'
import { heldSinceOf, isEditable } from '#domain/goals/flow'
import { momentOfId } from '#domain/ids'
import { isWritable } from '#domain/monitoring/flow'
import { isExplained } from '#domain/spot-checks/spot-check'
import { adjustmentsIn } from './adjustments.ts'
import { applicationsOf } from './applications.ts'
import { appraisalsOf } from './appraisals.ts'
import { unitsOf } from './base-data.ts'
import { db } from './database.ts'
import { disclosureLines } from './disclosure-lines.ts'
import { disposalsOf } from './disposals.ts'
import { evaluationTasksOf } from './evaluation-tasks.ts'
import { ownStation } from './exchange.ts'
import { goalLines } from './goal-lines.ts'
import type { GoalRow } from './records.ts'
import { selfEvaluationLines } from './self-evaluation-lines.ts'
import { spotChecksOf } from './spot-checks.ts'
import { waitingMonitorings, waitingSelfEvaluations } from './waiting-lines.ts'

/** What has not been handed in: goals by their states and with faults of the 目标体检, forms of rounds and of 自评. */
export type StillWritten = Readonly<
  Record<'drafts' | 'returned' | 'faulty' | 'monitorings' | 'selfEvaluations', number>
>

/** What a unit has handed in of a book and not yet sent to its bureau. */
export async function unsentIn(bookId: string): Promise<Unsent> {
  const [handed, brought, leftOut] = await Promise.all([
    handedIn(bookId),
    broughtIn(bookId),
    goalsLeftOut(bookId),
  ])
  const isLeftOut = new Set(leftOut.map(({ id }) => id))
  const own = ownOf(handed, brought).map((each) =>
    isLeftOut.has(each.id) ? { ...each, since: notCarried } : each,
  )
  return unsentOf(own, await lastReportIn(bookId))
}

/** Records that packages brought as new ones, with when the package was made: what they said then the sender knows. */
async function broughtIn(bookId: string): Promise<Map<string, Moment>> {
  const all = await db.packages.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
  const taken = all.filter(
    ({ direction, state }) => direction === 'in' && (state === 'applied' || state === 'partly'),
  )
  const changes = await db.packageChanges.bulkGet(taken.map(({ id }) => id))
  return new Map(
    taken.flatMap(({ createdAt }, at): [string, Moment][] =>
      (changes[at]?.added ?? []).map(({ id }) => [id, createdAt]),
    ),
  )
}

async function lastReportIn(bookId: string): Promise<Moment | ''> {
  return lastReportAt(await db.packages.where('[bookId+id]').between([bookId], [bookId, []]).toArray())
}

/** Until when the bureau knows what a unit's book says, '' for nothing yet; in the bureau's own book nothing has to be sent. */
export async function reportedUntil(bookId: string): Promise<Moment | ''> {
  const book = await db.books.get(bookId)
  return book?.identity.level === 'unit' ? lastReportIn(bookId) : ''
}

/** Goals handed in at a unit that its 上报包 does not carry, as they are another unit's than its own and those right below it. */
export async function goalsLeftOut(bookId: string): Promise<GoalRow[]> {
  const station = await ownStation()
  if (station?.level !== 'unit') return []
  const own = new Set(unitAndDirect(await unitsOf(bookId), station.unitCode).map(({ id }) => id))
  return (await goalLines(bookId)).filter(({ status, unitId }) => status === 'submitted' && !own.has(unitId))
}

/** How much a unit still writes: its 上报包 goes without it. */
export async function stillWritten(bookId: string): Promise<StillWritten> {
  const [goals, monitorings, evaluations] = await Promise.all([
    goalLines(bookId),
    waitingMonitorings(bookId),
    waitingSelfEvaluations(bookId),
  ])
  const written = goals.filter(({ status }) => isEditable(status))
  return {
    drafts: written.filter(({ status }) => status === 'draft').length,
    returned: written.filter(({ status }) => status === 'returned').length,
    faulty: written.filter(({ health }) => health.errors > 0).length,
    monitorings: monitorings.filter(({ state }) => isWritable(state)).length,
    selfEvaluations: evaluations.filter(({ state }) => isOpenForUnit(state)).length,
  }
}

async function handedIn(bookId: string): Promise<HandedIn[]> {
  const [
    goals,
    adjustments,
    monitorings,
    disposals,
    checks,
    evaluations,
    applications,
    appraisals,
    tasks,
    published,
  ] = await Promise.all([
    goalLines(bookId),
    adjustmentsIn(bookId),
    waitingMonitorings(bookId),
    disposalsOf(bookId),
    spotChecksOf(bookId),
    selfEvaluationLines(bookId),
    applicationsOf(bookId),
    appraisalsOf(bookId),
    evaluationTasksOf(bookId),
    disclosureLines(bookId),
  ])
  return [
    ...goals
      .filter(({ status }) => status === 'submitted')
      .map((row): HandedIn => ({ kind: 'goals', id: row.id, since: heldSinceOf(row) })),
    ...handed('adjustments', 'submitted', adjustments),
    ...handed('monitorings', 'submitted', monitorings),
    ...handed('disposals', 'answered', disposals),
    ...handed('spotChecks', 'recorded', checks.filter(isExplained)),
    ...handed('selfEvaluations', 'submitted', evaluations),
    ...handed(
      'rectifications',
      'reported',
      applications.flatMap(({ id, rectification }) => (rectification ? [{ ...rectification, id }] : [])),
    ),
    ...handed('appraisals', 'submitted', appraisals),
    ...appraisals
      .filter(({ state }) => state === 'asked')
      .flatMap(({ id, objections }) =>
        objections.map((each): HandedIn => ({ kind: 'objections', id, since: momentOfId(each.id) })),
      ),
    ...tasks
      .filter(({ state }) => state === 'asked')
      .flatMap(({ id, replies }) =>
        replies.map((each): HandedIn => ({ kind: 'opinions', id, since: momentOfId(each.id) })),
      ),
    // A registration is made once; its id says when.
    ...published
      .filter(({ state }) => state === 'published' || state === 'proposed')
      .map(({ id }): HandedIn => ({ kind: 'disclosures', id, since: momentOfId(id) })),
  ]
}

/** Those that are in a state, since when. */
function handed<State extends string>(
  kind: HandedIn['kind'],
  state: State,
  all: readonly { id: string; state: State; heldSince: string }[],
): HandedIn[] {
  return all
    .filter((each) => each.state === state)
    .map(({ id, heldSince }) => ({ kind, id, since: heldSince }))
}
