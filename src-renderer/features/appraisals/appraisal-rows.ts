import type { Appraisal } from '#domain/appraisals/appraisal'
import type { CasePlace } from '#domain/appraisals/measure'
import { isAssessed } from '#domain/appraisals/roles'
import type { Actor } from '#domain/people/duties'

/** What a grade is called; '' where none was decided. */
export function gradeName({ scheme, frozen }: Pick<Appraisal, 'scheme' | 'frozen'>): string {
  return scheme.grades.find(({ id }) => id === frozen?.gradeId)?.name ?? ''
}

/** A unit sees its own department's, the bureau all. */
export function isShownTo(appraisal: Appraisal, by: Actor, reached: ReadonlySet<string> | null): boolean {
  if (by.duty !== 'unit') return true
  return isAssessed(appraisal, by) && (reached === null || reached.has(appraisal.unitId))
}

const paths: Readonly<Record<CasePlace, string>> = {
  goal: '/goals/',
  assessment: '/assessments/',
  monitoring: '/monitoring/',
  disposal: '/disposals/',
  'self-evaluation': '/evaluation/self/',
  task: '/evaluation/tasks/',
  application: '/applications/',
  disclosure: '/disclosures?open=',
  execution: '/execution?line=',
  unit: '/goals?kind=department&unit=',
  work: '/work-plan?item=',
  none: '',
}

/** Where a case is opened; '' where it has no page of its own. */
export function casePath({ place, id }: { place: CasePlace; id: string }): string {
  return paths[place] === '' ? '' : `${paths[place]}${encodeURIComponent(id)}`
}
