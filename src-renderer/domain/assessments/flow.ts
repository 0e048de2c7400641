import type { Permission } from '../people/permissions.ts'
import type { Workflow } from '../workflow.ts'
import type { Assessment } from './assessment.ts'
import { type AssessmentState, assessmentStates } from './result.ts'

/**
 * The road of an assessment (巴财〔2020〕38号 三（二）1): 支出管理科 proposes, 预算科 countersigns, 监督与绩效管理科 decides,
 * 投资评审中心 carries out and reports. Days until a turn is overdue are this system's default 〔拟〕.
 */
export const assessmentFlow: Workflow<AssessmentState> = {
  name: '事前评估',
  first: 'due',
  states: {
    due: { name: assessmentStates.due, holder: 'spending', days: 10 },
    proposed: { name: assessmentStates.proposed, holder: 'performance', days: 5 },
    commissioned: { name: assessmentStates.commissioned, holder: 'investment', days: 30 },
    reported: { name: assessmentStates.reported, holder: 'performance', days: 5 },
    concluded: { name: assessmentStates.concluded, holder: '', days: null },
    exempt: { name: assessmentStates.exempt, holder: '', days: null },
  },
  steps: [
    { id: 'propose-assessment', verb: '提出建议', from: ['due'], to: ['proposed'], opinion: 'optional' },
    {
      id: 'return-assessment-proposal',
      verb: '退回建议',
      from: ['proposed'],
      to: ['due'],
      opinion: 'required',
      back: true,
    },
    // The budget section's view goes beside the road: the turn stays with 监督与绩效管理科.
    {
      id: 'countersign-assessment',
      verb: '会签',
      from: ['proposed'],
      to: ['proposed'],
      opinion: 'required',
    },
    {
      id: 'commission-assessment',
      verb: '下达评估',
      from: ['proposed'],
      to: ['commissioned'],
      opinion: 'optional',
    },
    {
      id: 'exempt-assessment',
      verb: '免予评估',
      from: ['due', 'proposed'],
      to: ['exempt'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'resume-assessment',
      verb: '撤销免评',
      from: ['exempt'],
      to: ['due'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'report-assessment',
      verb: '提交报告',
      from: ['commissioned'],
      to: ['reported'],
      opinion: 'optional',
    },
    {
      id: 'return-assessment-report',
      verb: '退回报告',
      from: ['reported'],
      to: ['commissioned'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'conclude-assessment',
      verb: '确认结论',
      from: ['reported'],
      to: ['concluded'],
      opinion: 'optional',
    },
    {
      id: 'reopen-assessment',
      verb: '撤销结论',
      from: ['concluded'],
      to: ['reported'],
      opinion: 'required',
      back: true,
    },
  ],
}

type Part = {
  permission: Permission
  states: readonly AssessmentState[]
  fields: readonly (keyof Assessment)[]
}

/** Parts of the record that are written without a step: by whom, while in which state, and which fields. */
export const assessmentParts = {
  proposal: {
    permission: 'save-assessment',
    states: ['due'],
    fields: ['opinion', 'suggestion', 'addedReason'],
  },
  materials: {
    permission: 'save-materials',
    states: ['due', 'proposed', 'commissioned'],
    fields: ['materials'],
  },
  work: {
    permission: 'save-assessment-work',
    states: ['commissioned'],
    fields: [
      'visitOn',
      'basedOn',
      'experts',
      'texts',
      'dimensions',
      'conclusion',
      'recommended',
      'preconditions',
      'reportVersion',
      'number',
      'reviewNumber',
    ],
  },
  follow: {
    permission: 'follow-assessment',
    states: ['concluded'],
    fields: ['preconditions', 'followUps'],
  },
} as const satisfies Record<string, Part>
export type AssessmentPart = keyof typeof assessmentParts

/** What may be changed of a part. */
export type PartChange<Name extends AssessmentPart> = Partial<
  Pick<Assessment, (typeof assessmentParts)[Name]['fields'][number]>
>

/** Whether a part is open in a state; who may is the duty table's. */
export function isPartOpen(part: AssessmentPart, state: AssessmentState): boolean {
  const states: readonly AssessmentState[] = assessmentParts[part].states
  return states.includes(state)
}
