import type { KeptScheme, Scheme } from '#domain/appraisals/scheme'
import { schemeProblems } from '#domain/appraisals/scheme-checks'
import { AppError } from '#domain/errors'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'

/** A draft as it is kept. Throws `not-allowed` for one that is approved, `entry-faulty` without a name. */
export function writtenScheme(
  stamp: Stamp,
  bookId: string,
  scheme: Scheme,
  before: KeptScheme | undefined,
): KeptScheme {
  if (scheme.state !== 'draft' || (before && before.state !== 'draft')) throw new AppError('not-allowed')
  const name = scheme.name.trim()
  if (name === '') throw new AppError('entry-faulty')
  return { ...scheme, name, bookId, ...changed(stamp, before ?? { revision: 0 }) }
}

/**
 * The draft as approved, and beside it the version before, which it replaces; appraisals keep their copies. Throws
 * `not-allowed` for what is no draft, `condition-unmet` with the errors as its cause.
 */
export function approvedSchemes(
  stamp: Stamp,
  draft: KeptScheme,
  before: KeptScheme | undefined,
): KeptScheme[] {
  if (draft.state !== 'draft') throw new AppError('not-allowed')
  const errors = schemeProblems(draft).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new AppError('condition-unmet', { cause: errors })
  const approved: KeptScheme = {
    ...draft,
    state: 'approved',
    approvedAt: stamp.at,
    approvedBy: stamp.by,
    ...changed(stamp, draft),
  }
  if (before?.state !== 'approved' || draft.version !== before.version + 1) return [approved]
  return [approved, { ...before, state: 'replaced', ...changed(stamp, before) }]
}
