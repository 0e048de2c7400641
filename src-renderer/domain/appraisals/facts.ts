import type { Assessment } from '../assessments/assessment.ts'
import type { Day } from '../dates.ts'
import type { DisclosureFact } from '../disclosures/coverage.ts'
import type { Disposal } from '../disposals/disposal.ts'
import type { SelfEvaluation } from '../evaluation/self-evaluation.ts'
import type { EvaluationTask } from '../evaluation/task.ts'
import type { Goal } from '../goals/goal.ts'
import type { Together } from '../goals/review.ts'
import type { Monitoring } from '../monitoring/monitoring.ts'
import type { Round } from '../monitoring/round.ts'
import type { WorkItem } from '../supervision/work-item.ts'
import type { Section, Unit } from '../year-book.ts'

/** A 整改 that was ordered: by when, and the day of its 销号 ('' while it is open). */
export type RectificationFact = {
  id: string
  name: string
  unitId: string
  goalId: string
  dueOn: Day
  closedOn: Day
}

/** A result whose use was decided, and whether it was carried out. */
export type AppliedFact = { id: string; name: string; unitId: string; goalId: string; isDone: boolean }

/** The registers of the bureau itself; they belong to no book and come with no package. */
export type RegisterFacts = {
  experts: number
  agencies: number
  /** Experts drawn in the year, and whether one of their reviews in the year was rated. */
  drawn: readonly { id: string; name: string; isRated: boolean }[]
  /** 行业领域 of the library, and whether it has confirmed 个性指标. */
  sectors: readonly { id: string; name: string; isBuilt: boolean }[]
}

/** An item of the bureau's yearly plan. */
export type WorkFact = Pick<WorkItem, 'id' | 'name' | 'duty' | 'sectionId' | 'dueOn' | 'doneOn' | 'state'>

export type GoalFact = Pick<
  Goal,
  'id' | 'kind' | 'book' | 'name' | 'unitId' | 'status' | 'total' | 'secret' | 'disclosed'
>

/** A goal's review: how often it was sent back, and the days of 四同步. */
export type ReviewFact = { id: string; returns: number; together: Together }

/** A monitoring form with the day it was first handed in; '' while it is not. */
export type MonitoringFact = Pick<Monitoring, 'id' | 'roundId' | 'goalId' | 'unitId' | 'name' | 'state'> & {
  reportedOn: Day
}

/** A self-evaluation with its total as reported, in hundredths of a point out of 100; null where it has none. */
export type SelfFact = Pick<SelfEvaluation, 'id' | 'goalId' | 'unitId' | 'name' | 'state'> & {
  total: number | null
}

/** An evaluation with its concluded total in hundredths out of 100; null while there is none. */
export type TaskFact = Pick<
  EvaluationTask,
  'id' | 'goalId' | 'unitId' | 'name' | 'kind' | 'level' | 'state' | 'dueOn'
> & { total: number | null }

/** Everything of one book on which the automatic metrics rest; nothing else is looked at. */
export type AppraisalFacts = {
  year: number
  today: Day
  units: readonly Pick<Unit, 'id' | 'code' | 'name' | 'parentId' | 'sectionId'>[]
  sections: readonly Pick<Section, 'id' | 'code' | 'name' | 'role'>[]
  goals: readonly GoalFact[]
  /** Goals that a rule demands an assessment of and that nobody listed. */
  unlisted: readonly string[]
  assessments: readonly Pick<Assessment, 'id' | 'goalId' | 'unitId' | 'name' | 'state' | 'conclusion'>[]
  reviews: readonly ReviewFact[]
  rounds: readonly Pick<Round, 'id' | 'name' | 'dueOn'>[]
  monitorings: readonly MonitoringFact[]
  disposals: readonly Pick<Disposal, 'id' | 'goalId' | 'unitId' | 'name' | 'state' | 'dueOn' | 'answeredOn'>[]
  selfEvaluations: readonly SelfFact[]
  tasks: readonly TaskFact[]
  /** Objects that the issued evaluation plan of the year chose. */
  planned: readonly { objectId: string; name: string; unitId: string; taskId: string }[]
  /** Lines of the treasury's ledger that found no goal. */
  unmatched: readonly { line: string; name: string; unitId: string }[]
  rectifications: readonly RectificationFact[]
  applied: readonly AppliedFact[]
  disclosures: readonly DisclosureFact[]
  /** null for the book of another bureau. */
  registers: RegisterFacts | null
  /** 年度工作 of the bureau's sections; null for the book of another bureau, whose plan stays there. */
  work: readonly WorkFact[] | null
}

/** The facts of some units alone: of a department, or of the departments that a section looks after. */
export function factsOfUnits(facts: AppraisalFacts, ids: ReadonlySet<string>): AppraisalFacts {
  const own = <Each extends { unitId: string }>(list: readonly Each[]) =>
    list.filter(({ unitId }) => ids.has(unitId))
  const goals = own(facts.goals)
  const goalIds = new Set(goals.map(({ id }) => id))
  return {
    ...facts,
    units: facts.units.filter(({ id }) => ids.has(id)),
    goals,
    unlisted: facts.unlisted.filter((id) => goalIds.has(id)),
    assessments: own(facts.assessments),
    reviews: facts.reviews.filter(({ id }) => goalIds.has(id)),
    monitorings: own(facts.monitorings),
    disposals: own(facts.disposals),
    selfEvaluations: own(facts.selfEvaluations),
    tasks: own(facts.tasks),
    planned: own(facts.planned),
    unmatched: own(facts.unmatched),
    rectifications: own(facts.rectifications),
    applied: own(facts.applied),
    disclosures: own(facts.disclosures),
  }
}

/** A department with the units under it. */
export function unitsOfDepartment(facts: Pick<AppraisalFacts, 'units'>, code: string): Set<string> {
  const department = facts.units.find((unit) => unit.code === code)
  const own = facts.units.filter(({ id, parentId }) => id === department?.id || parentId === department?.id)
  return new Set(department ? own.map(({ id }) => id) : [])
}

/**
 * What a section of the bureau answers for: a 支出管理科 for its departments and the units under them, every other one for
 * all of the book. The yearly work is its own in any case.
 */
export function factsOfSection(facts: AppraisalFacts, code: string): AppraisalFacts {
  const section = facts.sections.find((each) => each.code === code)
  const work = facts.work?.filter(({ sectionId }) => sectionId === section?.id) ?? null
  if (section?.role !== 'spending') return { ...facts, work }
  const heads = new Set(facts.units.filter(({ sectionId }) => sectionId === section.id).map(({ id }) => id))
  const own = facts.units.filter(({ id, parentId }) => heads.has(id) || heads.has(parentId))
  return { ...factsOfUnits(facts, new Set(own.map(({ id }) => id))), work }
}
