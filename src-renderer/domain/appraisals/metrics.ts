import type { Day } from '../dates.ts'
import { isDueWork, isLateWork } from '../supervision/work-item.ts'
import type { AppraisalFacts, RegisterFacts, WorkFact } from './facts.ts'
import { countOfEach, type Figure, type Measure, openCase, rateOfEach } from './measure.ts'
import { type MetricId, metricNames } from './metric-names.ts'
import {
  departmentEvaluations,
  disposalInTime,
  evaluationCount,
  evaluationKinds,
  evaluationMoney,
  evaluationPlanDone,
  monitoringCoverage,
  monitoringLate,
  selfCoverage,
  selfDeviation,
} from './metrics-after.ts'
import {
  assessmentsConcluded,
  goalsAtFirstPass,
  goalsOfBooks,
  goalsOfDepartments,
  goalsOfPolicies,
  goalsOfProjects,
  preAssessmentCoverage,
  refusedButBudgeted,
  togetherAt,
} from './metrics-before.ts'

/** Closed by its day, of all 整改 that were ordered. */
function rectificationInTime({ rectifications, today }: AppraisalFacts): Measure {
  return rateOfEach(
    rectifications,
    ({ closedOn, dueOn }) => closedOn !== '' && (dueOn === '' || closedOn <= dueOn),
    ({ id, name, closedOn, dueOn }) => {
      const isLost = dueOn !== '' && (closedOn === '' ? today > dueOn : closedOn > dueOn)
      const text = closedOn === '' ? '整改还没有销号' : `${closedOn} 销号，期限 ${dueOn}`
      return openCase('application', id, name, isLost ? `超过整改期限：${text}` : text, {
        ...{ dueOn, isLost, holder: 'unit' },
      })
    },
  )
}

function resultsApplied({ applied }: AppraisalFacts): Measure {
  return rateOfEach(
    applied,
    ({ isDone }) => isDone,
    ({ id, name }) => openCase('application', id, name, '结果应用已审定，还没有落实', { holder: 'spending' }),
  )
}

/** What is secret is never among what must be published. */
function published(what: 'goal' | 'result'): (facts: AppraisalFacts) => Measure {
  return (facts) =>
    rateOfEach(
      openDisclosuresOf(facts).filter((each) => each.what === what),
      ({ publishedOn }) => publishedOn !== '',
      ({ id, name, dueOn, owner }) =>
        openCase('disclosure', id, name, '还没有公开', {
          ...{ dueOn, holder: owner === 'unit' ? 'unit' : 'performance' },
        }),
    )
}

/** What must be published; what is secret is never among it. */
export function openDisclosuresOf({ disclosures, goals }: AppraisalFacts) {
  const secret = new Set(goals.filter((goal) => goal.secret).map(({ id }) => id))
  return disclosures.filter(({ goalId }) => !secret.has(goalId))
}

function disclosureLate(facts: AppraisalFacts): Measure {
  return countOfEach(openDisclosuresOf(facts), ({ id, name, dueOn, publishedOn }) => {
    if (dueOn === '') return null
    if (publishedOn === '')
      return facts.today > dueOn
        ? openCase('disclosure', id, name, `超过公开期限 ${dueOn} 仍未公开`, { dueOn, isLost: true })
        : null
    if (publishedOn <= dueOn) return null
    return openCase('disclosure', id, name, `${publishedOn} 公开，期限 ${dueOn}`, { dueOn, isLost: true })
  })
}

/** Registers belong to the bureau that keeps them: null for the book of another one. */
function ofRegisters(measure: (registers: RegisterFacts) => Measure) {
  return ({ registers }: AppraisalFacts): Measure | null => (registers ? measure(registers) : null)
}

/** The plan belongs to the bureau whose sections it is about: null for the book of another one. */
function ofWork(measure: (work: readonly WorkFact[], today: Day) => Measure) {
  return ({ work, today }: AppraisalFacts): Measure | null => work && measure(work, today)
}

/** As `sectionWork` counts it (科室年度工作完成情况): a report alone proves nothing. */
function workDone(work: readonly WorkFact[], today: Day): Measure {
  return rateOfEach(
    work.filter((item) => isDueWork(item, today)),
    ({ state }) => state === 'confirmed',
    ({ id, name, dueOn, state, duty }) =>
      state === 'done'
        ? openCase('work', id, name, '已报完成，还没有确认', { dueOn, holder: 'performance' })
        : openCase('work', id, name, '期限已到，还没有完成', { dueOn, holder: duty }),
  )
}

function workLate(work: readonly WorkFact[], today: Day): Measure {
  return countOfEach(
    work.filter((item) => isDueWork(item, today)),
    (item) => {
      if (!isLateWork(item, today)) return null
      const { id, name, dueOn, doneOn } = item
      const text = doneOn === '' ? `超过期限 ${dueOn} 没有报完成` : `${doneOn} 报完成，期限 ${dueOn}`
      return openCase('work', id, name, text, { dueOn, isLost: true })
    },
  )
}

const compute: Readonly<Record<MetricId, (facts: AppraisalFacts) => Measure | null>> = {
  'pre-assessment-coverage': preAssessmentCoverage,
  'pre-assessment-refused': refusedButBudgeted,
  'pre-assessment-conclude': assessmentsConcluded,
  'goals-books': goalsOfBooks,
  'goals-departments': goalsOfDepartments,
  'goals-projects': goalsOfProjects,
  'goals-policies': goalsOfPolicies,
  'goals-first-pass': goalsAtFirstPass,
  'together-declared': togetherAt('declared'),
  'together-tabled': togetherAt('tabled'),
  'together-approved': togetherAt('approved'),
  'together-published': togetherAt('published'),
  'monitoring-coverage': monitoringCoverage,
  'monitoring-late': monitoringLate,
  'disposal-in-time': disposalInTime,
  'self-coverage': selfCoverage,
  'self-deviation': selfDeviation,
  'evaluation-count': evaluationCount,
  'evaluation-money': evaluationMoney,
  'evaluation-kinds': evaluationKinds,
  'evaluation-plan': evaluationPlanDone,
  'department-evaluation': departmentEvaluations,
  'rectification-in-time': rectificationInTime,
  'results-applied': resultsApplied,
  'disclosure-goals': published('goal'),
  'disclosure-results': published('result'),
  'disclosure-late': disclosureLate,
  'indicator-domains': ofRegisters(({ sectors }) =>
    rateOfEach(
      sectors,
      ({ isBuilt }) => isBuilt,
      ({ id, name }) =>
        openCase('none', `sector:${id}`, name, '没有已确认的个性指标', { holder: 'performance' }),
    ),
  ),
  'expert-registers': ofRegisters(({ experts, agencies }) =>
    rateOfEach(
      [
        { id: 'register:experts', name: '专家库', count: experts },
        { id: 'register:agencies', name: '第三方机构库', count: agencies },
      ],
      ({ count }) => count > 0,
      ({ id, name }) => openCase('none', id, name, '库里还没有登记', { holder: 'performance' }),
    ),
  ),
  'expert-ratings': ofRegisters(({ drawn }) =>
    rateOfEach(
      drawn,
      ({ isRated }) => isRated,
      ({ id, name }) =>
        openCase('none', `expert:${id}`, name, '本年参加评审，没有考核记录', { holder: 'performance' }),
    ),
  ),
  'work-done': ofWork(workDone),
  'work-late': ofWork(workLate),
}

/**
 * One automatic metric of a book (or of a part of it), from its facts alone; null where this machine cannot know it (the
 * registers of another bureau).
 */
export function measureOf(metric: MetricId, facts: AppraisalFacts): Measure | null {
  return compute[metric](facts)
}

/** The figures of a measure, as an appraisal keeps and a score reads them. */
export function figureOf(metric: MetricId, { done, due, cases }: Measure): Figure {
  const isCount = metricNames[metric].counts === 'count'
  return { done, due, times: isCount ? cases.reduce((sum, { weight }) => sum + weight, 0) : 0 }
}

export type Measures = Partial<Record<MetricId, Measure | null>>
export type Figures = Partial<Record<MetricId, Figure>>

/** Only the metrics that are asked for are measured: each goes through all facts. */
export function measuresOf(ids: readonly MetricId[], facts: AppraisalFacts): Measures {
  return Object.fromEntries(ids.map((id) => [id, measureOf(id, facts)]))
}

/** The figures of what could be measured. */
export function figuresOf(measures: Measures): Figures {
  const ids = Object.keys(measures) as MetricId[] // the keys of a record of them
  return Object.fromEntries(
    ids.flatMap((id) => {
      const measure = measures[id]
      return measure ? [[id, figureOf(id, measure)]] : []
    }),
  )
}
