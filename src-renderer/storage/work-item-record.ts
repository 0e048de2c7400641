import { AppError } from '#domain/errors'
import {
  checkFinished,
  checkPlanned,
  ownerSteps,
  ownsWork,
  type WorkItem,
  type WorkPlanned,
  type WorkProgress,
  type WorkState,
  workFlow,
} from '#domain/supervision/work-item'
import { nextState, type StepWanted, stepTaken } from '#domain/workflow'
import type { Section } from '#domain/year-book'
import { refusalCodes } from './goal-record.ts'
import { localDay } from './local-day.ts'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'

export function newWork(stamp: Stamp, bookId: string, planned: WorkPlanned, templateId: string): WorkItem {
  return {
    ...planned,
    id: stamp.nextId(),
    bookId,
    templateId,
    progress: '',
    proof: '',
    attachments: [],
    doneOn: '',
    state: 'planned',
    heldSince: stamp.at,
    trail: [],
    revision: 1,
    changedAt: stamp.at,
    changedBy: stamp.by,
  }
}

/**
 * The item with what the plan says of it. Throws `not-allowed` once it was reported done, and `condition-unmet` with the
 * problems where something is missing.
 */
export function replannedWork(stamp: Stamp, item: WorkItem, change: Partial<WorkPlanned>): WorkItem {
  if (item.state !== 'planned' && item.state !== 'working') throw new AppError('not-allowed')
  const after = { ...item, ...change, ...changed(stamp, item) }
  const problems = checkPlanned(after)
  if (problems.length > 0) throw new AppError('condition-unmet', { cause: problems })
  return after
}

/** The item with its progress. Throws `out-of-reach` for another's work, `not-allowed` once it was reported done. */
export function progressedWork(
  stamp: Stamp,
  item: WorkItem,
  change: Partial<WorkProgress>,
  sections: readonly Section[],
): WorkItem {
  if (!ownsWork(stamp.actor, item, sections)) throw new AppError('out-of-reach')
  if (item.state !== 'planned' && item.state !== 'working') throw new AppError('not-allowed')
  return { ...item, ...change, ...changed(stamp, item) }
}

/**
 * The item a step further. Throws the reason where the table, the duty or a missing opinion does not let it,
 * `out-of-reach` for another's work, and `condition-unmet` where it is reported done without its proof.
 */
export function movedWork(
  stamp: Stamp,
  item: WorkItem,
  wanted: StepWanted<WorkState>,
  sections: readonly Section[],
): WorkItem {
  const next = nextState(workFlow, item.state, wanted, stamp.actor)
  if ('refused' in next) throw new AppError(refusalCodes[next.refused])
  if (ownerSteps.has(wanted.id) && !ownsWork(stamp.actor, item, sections)) throw new AppError('out-of-reach')
  const problems = wanted.id === 'finish-work-item' ? checkFinished(item) : []
  if (problems.length > 0) throw new AppError('condition-unmet', { cause: problems })
  const step = stepTaken(workFlow, item.state, next.to, wanted, stamp.actor, stamp.at)
  return {
    ...item,
    state: next.to,
    doneOn: doneOnAfter(item, next.to, stamp),
    heldSince: stamp.at,
    trail: [...item.trail, step],
    ...changed(stamp, item),
  }
}

/** The day it was reported done stands while it waits and when it is confirmed; what goes back has none. */
function doneOnAfter({ doneOn }: WorkItem, to: WorkState, stamp: Stamp): string {
  if (to === 'done') return doneOn || localDay(stamp.at)
  return to === 'confirmed' ? doneOn : ''
}
