import type { Agency, AgencyContent } from '#domain/experts/agency'
import type { Expert, ExpertContent } from '#domain/experts/expert'
import { plainNumber } from '#domain/experts/numbers'
import { initialsOf } from './initials.ts'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'

/** The form of an expert without what is made from the typed numbers: only the sealed parts are ever kept of those. */
export type ExpertForm = Omit<ExpertContent, 'sealedIdentity' | 'sealedBank' | 'identityTail'>
export type SealedParts = Pick<ExpertContent, 'sealedIdentity' | 'sealedBank' | 'identityTail'>

/** An expert as kept: the reviews stay, a new one is at revision 1. */
export function keptExpert(
  stamp: Stamp,
  id: string,
  before: Expert | null,
  form: ExpertForm,
  sealed: SealedParts,
  demo: boolean,
): Expert {
  return {
    ...form,
    ...sealed,
    id,
    demo,
    ratings: before?.ratings ?? [],
    initials: initialsOf(form.name),
    ...changed(stamp, before),
  }
}

/** An agency as kept. */
export function keptAgency(
  stamp: Stamp,
  id: string,
  before: Agency | null,
  content: AgencyContent,
  demo: boolean,
): Agency {
  return {
    ...content,
    creditCode: plainNumber(content.creditCode),
    id,
    demo,
    initials: initialsOf(content.name),
    ...changed(stamp, before),
  }
}
