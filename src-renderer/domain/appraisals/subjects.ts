import { type Identity, regions, type Section, type Unit } from '../year-book.ts'
import { type Appraisal, markOf, type Subject } from './appraisal.ts'
import { type AppraisalFacts, factsOfSection, factsOfUnits, unitsOfDepartment } from './facts.ts'
import { type Figures, figuresOf, measuresOf } from './metrics.ts'
import { groupsFor, itemsOf, metricsOf, rankGroupOf, type Scheme } from './scheme.ts'

export type SubjectBase = {
  identity: Pick<Identity, 'regionCode' | 'regionName' | 'level'>
  units: readonly Pick<Unit, 'id' | 'code' | 'name' | 'parentId'>[]
  sections: readonly Pick<Section, 'code' | 'name' | 'role'>[]
}

/** One that may be assessed under a scheme; `unitId` of a department, `isOwn` for a county that assesses itself. */
export type PossibleSubject = Subject & { unitId: string; isOwn: boolean; isSpending: boolean }

/**
 * Who may be assessed: the city assesses its counties, a county itself for the city; departments and sections are those of
 * the book. Sections for which the scheme has nothing are left out.
 */
export function possibleSubjects(scheme: Scheme, base: SubjectBase): PossibleSubject[] {
  const { identity, units, sections } = base
  const made = (code: string, name: string, more: Partial<PossibleSubject> = {}): PossibleSubject => ({
    ...{ code, name, group: rankGroupOf(scheme, code), unitId: '', isOwn: false, isSpending: false },
    ...more,
  })
  if (scheme.target === 'county') {
    if (identity.level !== 'city') return [made(identity.regionCode, identity.regionName, { isOwn: true })]
    return regions
      .filter(({ code }) => code !== identity.regionCode)
      .map(({ code, name }) => made(code, name))
  }
  if (scheme.target === 'department')
    return units
      .filter(({ parentId }) => parentId === '')
      .map(({ id, code, name }) => made(code, name, { unitId: id }))
  return sections
    .map(({ code, name, role }) => made(code, name, { isSpending: role === 'spending' }))
    .filter(({ name, isSpending }) => groupsFor(scheme, name, isSpending).length > 0)
}

/** Who has a notice already, of those that schemes for this target assess. */
export function codesAsked(
  appraisals: readonly Pick<Appraisal, 'scheme' | 'subject'>[],
  target: Scheme['target'],
): ReadonlySet<string> {
  return new Set(
    appraisals.filter(({ scheme }) => scheme.target === target).map(({ subject }) => subject.code),
  )
}

/** The scheme with what counts for one subject alone. */
export function schemeFor(scheme: Scheme, { name, isSpending }: PossibleSubject): Scheme {
  return scheme.target === 'section' ? { ...scheme, groups: groupsFor(scheme, name, isSpending) } : scheme
}

/** The facts of the book on which one subject is assessed. */
export function factsOfSubject(
  facts: AppraisalFacts,
  { scheme, subject }: Pick<Appraisal, 'scheme' | 'subject'>,
): AppraisalFacts {
  if (scheme.target === 'department') return factsOfUnits(facts, unitsOfDepartment(facts, subject.code))
  return scheme.target === 'section' ? factsOfSection(facts, subject.code) : facts
}

/** The appraisal with its automatic figures as the facts give them; what is not known here stays as it was handed in. */
export function withFigures<Each extends Pick<Appraisal, 'scheme' | 'subject' | 'items'>>(
  appraisal: Each,
  facts: AppraisalFacts,
): Each {
  const own = factsOfSubject(facts, appraisal)
  const items = itemsOf(appraisal.scheme).map((item) => {
    const mark = markOf(appraisal, item.id)
    const fresh: Figures = figuresOf(measuresOf(metricsOf(item), own))
    return [item.id, { ...mark, figures: { ...mark.figures, ...fresh } }] as const
  })
  return { ...appraisal, items: Object.fromEntries(items) }
}
