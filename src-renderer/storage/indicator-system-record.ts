import { AppError } from '#domain/errors'
import { approvedSystem, type IndicatorSystem, replacedSystem } from '#domain/evaluation/indicator-system'
import { systemProblems } from '#domain/evaluation/system-weights'
import type { KeptSystem } from '#domain/evaluation/task'
import type { YearRules } from '#domain/year-rules'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'

/** A draft as it is kept. Throws `not-allowed` for one that is approved, `entry-faulty` without a name. */
export function writtenSystem(
  stamp: Stamp,
  bookId: string,
  system: IndicatorSystem,
  before: KeptSystem | undefined,
): KeptSystem {
  if (system.state !== 'draft' || (before && before.state !== 'draft')) throw new AppError('not-allowed')
  const name = system.name.trim()
  if (name === '') throw new AppError('entry-faulty')
  return { ...system, name, bookId, ...changed(stamp, before ?? { revision: 0 }) }
}

/**
 * The draft as approved, and beside it the version before, which it replaces. Throws `not-allowed` for what is no draft,
 * `condition-unmet` with the errors as its cause.
 */
export function approvedSystems(
  stamp: Stamp,
  draft: KeptSystem,
  before: KeptSystem | undefined,
  { evaluation }: YearRules,
): KeptSystem[] {
  if (draft.state !== 'draft') throw new AppError('not-allowed')
  const errors = systemProblems(draft, evaluation.scoring).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new AppError('condition-unmet', { cause: errors })
  const approved = {
    ...draft,
    ...approvedSystem(draft, stamp.at, stamp.by),
    ...changed(stamp, draft),
  }
  const isReplaced = before?.state === 'approved' && draft.version === before.version + 1
  if (!isReplaced) return [approved]
  return [approved, { ...before, ...replacedSystem(before), ...changed(stamp, before) }]
}
