import type { Moment } from '../dates.ts'
import type { Actor } from '../people/duties.ts'
import type { Permission } from '../people/permissions.ts'
import { type StepWanted, stepTaken } from '../workflow.ts'
import { type Assessment, type AssessmentExpert, type Way, ways } from './assessment.ts'
import { assessmentFlow, type PartChange } from './flow.ts'
import type { AssessmentState } from './result.ts'
import type { AssessmentRules } from './rules.ts'
import { checkExpert } from './score.ts'

/** What a step brings along beside its opinion: 下达 says the way, who carries it out and when the visit is. */
export type StepBrings = Partial<Pick<Assessment, 'commissionedTo' | 'visitOn'>> & { way?: Way | '' }

export type AssessmentStepWanted = StepWanted<AssessmentState> & StepBrings

/** The record as a step means to leave it, before its conditions are looked at; the state is still the old one. */
export function withBrought(assessment: Assessment, wanted: AssessmentStepWanted): Assessment {
  const opinion = wanted.opinion.trim()
  const changes: Partial<Record<Permission, Partial<Assessment>>> = {
    'countersign-assessment': { countersign: opinion },
    'exempt-assessment': { exemptReason: opinion },
    'resume-assessment': { exemptReason: '' },
    'conclude-assessment': { reportVersion: 'final' },
    'reopen-assessment': { reportVersion: 'revised' },
    'commission-assessment': {
      decision: { way: wanted.way ?? assessment.decision.way, reason: opinion },
      commissionedTo: (wanted.commissionedTo ?? assessment.commissionedTo).trim(),
      visitOn: wanted.visitOn ?? assessment.visitOn,
    },
  }
  return { ...assessment, ...changes[wanted.id] }
}

/** The record after a step that is allowed: its state, since when, and the note in its trail. */
export function stepped(
  assessment: Assessment,
  to: AssessmentState,
  wanted: AssessmentStepWanted,
  made: { actor: Pick<Actor, 'duty' | 'name'>; at: Moment },
): Assessment {
  const from = assessment.state
  return {
    ...assessment,
    state: to,
    heldSince: to === from ? assessment.heldSince : made.at,
    trail: [...assessment.trail, stepTaken(assessmentFlow, from, to, wanted, made.actor, made.at)],
  }
}

/** Part two of the report as it follows from what is known; what was written already stays. */
export function withProcess(assessment: Assessment, office: string): Assessment {
  const { texts, name, commissionedTo, decision } = assessment
  const way = decision.way === '' ? ways.assess : ways[decision.way]
  const drafted = {
    purpose: `受${office || '财政部门'}委托，对“${name}”开展事前评估（方式：${way}），重点论证立项必要性、投入经济性、绩效目标合理性、实施方案可行性和筹资合规性，为预算安排提供依据。`,
    method:
      '采用成本效益分析、比较、因素分析、最低成本和公众评判等方法，资料审核与现场核实相结合，定量与定性相结合。',
    procedure: `${commissionedTo || '评估机构'}收集、核验资料，组织现场核实，组织专家独立评分并提出意见，形成报告送审稿，专家会后修订，确认后出具正式稿。`,
  }
  return {
    ...assessment,
    texts: {
      ...texts,
      purpose: texts.purpose || drafted.purpose,
      method: texts.method || drafted.method,
      procedure: texts.procedure || drafted.procedure,
    },
  }
}

/**
 * Whether experts' sheets may be replaced by others: a sheet once submitted is not changed but opened again first, and
 * none is submitted with gaps.
 */
export function mayReplaceExperts(
  before: Pick<Assessment, 'experts' | 'kind'>,
  after: readonly AssessmentExpert[],
  rules: AssessmentRules,
): boolean {
  return after.every((expert) => {
    if (expert.submittedOn === '') return true
    const known = before.experts.find(({ id }) => id === expert.id)
    if (known && known.submittedOn !== '') return isSameSheet(known, expert)
    return checkExpert(expert, rules.tables[before.kind], rules).length === 0
  })
}

function isSameSheet(left: AssessmentExpert, right: AssessmentExpert): boolean {
  const keys = new Set([...Object.keys(left.marks), ...Object.keys(right.marks)])
  return (
    left.name === right.name &&
    left.opinion === right.opinion &&
    [...keys].every((key) => {
      const [one, other] = [left.marks[key], right.marks[key]]
      return one?.grade === other?.grade && one?.points === other?.points
    })
  )
}

/** Whether following up touches only how far preconditions are met, not what they are. */
export function isOnlyProgress(
  before: Pick<Assessment, 'preconditions'>,
  change: PartChange<'follow'>,
): boolean {
  const { preconditions } = change
  if (!preconditions) return true
  return (
    preconditions.length === before.preconditions.length &&
    before.preconditions.every(({ id, text, owner }, index) => {
      const now = preconditions[index]
      return now?.id === id && now.text === text && now.owner === owner
    })
  )
}
