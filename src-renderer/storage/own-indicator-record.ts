import { AppError } from '#domain/errors'
import { library, sectors } from '#domain/library/library'
import { checkOwn, firstFault } from '#domain/library/own-check'
import { indicatorFlow, mayChangeOwn, reachesProposal } from '#domain/library/own-flow'
import type { OwnState } from '#domain/library/own-indicator'
import { type OwnContent, type OwnIndicator, ownContent } from '#domain/library/own-indicator'
import { type Actor, duties } from '#domain/people/duties'
import { nextState, type StepWanted, stepTaken } from '#domain/workflow'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { sectionsOf, unitsOf } from './base-data.ts'
import { initialsOf } from './initials.ts'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'

/** Throws `out-of-reach` for the proposal of another unit or section, `not-allowed` where it is confirmed or retired. */
export function assertChangeable(actor: Actor, own: OwnIndicator): void {
  if (mayChangeOwn(actor, own)) return
  throw new AppError(reachesProposal(actor, own) ? 'not-allowed' : 'out-of-reach')
}

/** Throws `entry-faulty`, with the problems as its cause, where the content may not be kept. */
export function assertSound(content: OwnContent, book: YearBook, others: readonly OwnIndicator[]): void {
  const context = { rules: rulesOf(book), sectors, others: [...library, ...others] }
  const problems = checkOwn(content, context)
  if (firstFault(problems)) throw new AppError('entry-faulty', { cause: problems })
}

/** A new proposal (提出): its road begins with the one who confirms. */
export function proposedOwn(
  stamp: Stamp,
  id: string,
  content: OwnContent,
  from: { demo: boolean; proposedBy: string },
): OwnIndicator {
  const wanted = { id: 'propose-indicator', opinion: '' } as const
  const first = stepTaken(
    indicatorFlow,
    indicatorFlow.first,
    indicatorFlow.first,
    wanted,
    stamp.actor,
    stamp.at,
  )
  return {
    ...ownContent(content),
    id,
    ...from,
    proposedDuty: stamp.actor.duty,
    proposedScope: stamp.actor.scope,
    state: indicatorFlow.first,
    heldSince: stamp.at,
    opinion: '',
    trail: [{ ...first, verb: '提出' }],
    initials: initialsOf(content.name),
    ...changed(stamp, { revision: 0 }),
  }
}

/** The same indicator with other content, in the state it is in. */
export function revisedOwn(stamp: Stamp, own: OwnIndicator, content: OwnContent): OwnIndicator {
  const fresh = ownContent(content)
  return { ...own, ...fresh, initials: initialsOf(fresh.name), ...changed(stamp, own) }
}

/** The indicator after a step. Throws what the table, the duty, the reach or a missing opinion say. */
export function steppedOwn(stamp: Stamp, own: OwnIndicator, wanted: StepWanted<OwnState>): OwnIndicator {
  const next = nextState(indicatorFlow, own.state, wanted, stamp.actor)
  if ('refused' in next) throw new AppError(next.refused === 'wrong-duty' ? 'not-permitted' : next.refused)
  if (!reachesProposal(stamp.actor, own)) throw new AppError('out-of-reach')
  const taken = stepTaken(indicatorFlow, own.state, next.to, wanted, stamp.actor, stamp.at)
  return {
    ...own,
    state: next.to,
    heldSince: stamp.at,
    opinion: next.to === 'returned' ? taken.opinion : '',
    trail: [...own.trail, taken],
    ...changed(stamp, own),
  }
}

/** Who proposes, by name: the unit or the section of the actor's reach, else the section that the duty stands for. */
export async function proposerName(book: YearBook, actor: Actor): Promise<string> {
  const usual = actor.duty === 'performance' ? book.identity.section : duties[actor.duty].section
  if (actor.scope === '') return usual
  const places = actor.duty === 'unit' ? await unitsOf(book.id) : await sectionsOf(book.id)
  return places.find(({ code }) => code === actor.scope)?.name ?? usual
}
