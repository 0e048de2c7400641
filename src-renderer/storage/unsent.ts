import { type HandedIn, lastReportAt, type Unsent, unsentOf } from '#domain/exchange/unsent'
import { heldSinceOf } from '#domain/goals/flow'
import { momentOfId } from '#domain/ids'
import { adjustmentsIn } from './adjustments.ts'
import { applicationsOf } from './applications.ts'
import { appraisalsOf } from './appraisals.ts'
import { db } from './database.ts'
import { disclosureLines } from './disclosure-lines.ts'
import { disposalsOf } from './disposals.ts'
import { evaluationTasksOf } from './evaluation-tasks.ts'
import { goalLines } from './goal-lines.ts'
import { selfEvaluationLines } from './self-evaluation-lines.ts'
import { waitingMonitorings } from './waiting-lines.ts'

/** What a unit has handed in of a book and not yet sent to its bureau. */
export async function unsentIn(bookId: string): Promise<Unsent> {
  const packages = await db.packages.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
  return unsentOf(await handedIn(bookId), lastReportAt(packages))
}

async function handedIn(bookId: string): Promise<HandedIn[]> {
  const [
    goals,
    adjustments,
    monitorings,
    disposals,
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
    selfEvaluationLines(bookId),
    applicationsOf(bookId),
    appraisalsOf(bookId),
    evaluationTasksOf(bookId),
    disclosureLines(bookId),
  ])
  return [
    ...goals
      .filter(({ status }) => status === 'submitted')
      .map((row): HandedIn => ({ kind: 'goals', since: heldSinceOf(row) })),
    ...handed('adjustments', 'submitted', adjustments),
    ...handed('monitorings', 'submitted', monitorings),
    ...handed('disposals', 'answered', disposals),
    ...handed('selfEvaluations', 'submitted', evaluations),
    ...handed(
      'rectifications',
      'reported',
      applications.flatMap(({ rectification }) => rectification ?? []),
    ),
    ...handed('appraisals', 'submitted', appraisals),
    ...tasks
      .filter(({ state }) => state === 'asked')
      .flatMap(({ replies }) => replies)
      .map(({ id }): HandedIn => ({ kind: 'opinions', since: momentOfId(id) })),
    // A registration is made once; its id says when.
    ...published
      .filter(({ state }) => state === 'published' || state === 'proposed')
      .map(({ id }): HandedIn => ({ kind: 'disclosures', since: momentOfId(id) })),
  ]
}

/** Those that are in a state, since when. */
function handed<State extends string>(
  kind: HandedIn['kind'],
  state: State,
  all: readonly { state: State; heldSince: string }[],
): HandedIn[] {
  return all.filter((each) => each.state === state).map(({ heldSince }) => ({ kind, since: heldSince }))
}
