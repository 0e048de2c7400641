import type { StepWanted, Workflow } from '../workflow.ts'

/** 状态 of an appraisal, in the order of its road. */
export const appraisalStates = {
  open: '自评中',
  returned: '已退回',
  submitted: '已送审',
  reviewing: '复核中',
  sampling: '抽查中',
  asked: '征求意见',
  decided: '已审定',
  announced: '已通报',
  archived: '已归档',
} as const
export type AppraisalState = keyof typeof appraisalStates

/**
 * The road of an appraisal 〔拟〕 after 巴财〔2020〕38号 三（五）1: 监督与绩效管理科 works the scheme out, carries it through and
 * makes the result known. What was handed in comes back only from above; what was decided is closed.
 */
export const appraisalFlow: Workflow<AppraisalState> = {
  name: '工作考核',
  first: 'open',
  states: {
    // Who assesses itself differs by the kind of scheme: see `selfDuty`.
    open: { name: appraisalStates.open, holder: 'unit', days: null },
    returned: { name: appraisalStates.returned, holder: 'unit', days: 3 },
    submitted: { name: appraisalStates.submitted, holder: 'performance', days: 5 },
    reviewing: { name: appraisalStates.reviewing, holder: 'performance', days: 15 },
    sampling: { name: appraisalStates.sampling, holder: 'performance', days: 15 },
    asked: { name: appraisalStates.asked, holder: 'leader', days: null },
    decided: { name: appraisalStates.decided, holder: 'performance', days: 10 },
    announced: { name: appraisalStates.announced, holder: 'performance', days: 30 },
    archived: { name: appraisalStates.archived, holder: '', days: null },
  },
  steps: [
    {
      id: 'submit-appraisal',
      verb: '送审',
      from: ['open', 'returned'],
      to: ['submitted'],
      opinion: 'optional',
    },
    {
      id: 'withdraw-appraisal',
      verb: '取消送审',
      from: ['submitted'],
      to: ['open'],
      opinion: 'optional',
      back: true,
    },
    {
      id: 'review-appraisal',
      verb: '开始复核',
      from: ['submitted'],
      to: ['reviewing'],
      opinion: 'optional',
    },
    {
      id: 'return-appraisal',
      verb: '退回',
      from: ['submitted', 'reviewing'],
      to: ['returned'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'sample-appraisal',
      verb: '转入抽查',
      from: ['reviewing'],
      to: ['sampling'],
      opinion: 'optional',
    },
    {
      id: 'ask-appraised',
      verb: '征求意见',
      from: ['sampling', 'reviewing'],
      to: ['asked'],
      opinion: 'optional',
    },
    {
      id: 'recall-appraisal',
      verb: '退回复核',
      from: ['asked', 'sampling'],
      to: ['reviewing'],
      opinion: 'required',
      back: true,
    },
    { id: 'decide-appraisals', verb: '审定', from: ['asked'], to: ['decided'], opinion: 'required' },
    {
      id: 'reopen-appraisals',
      verb: '撤销审定',
      from: ['decided'],
      to: ['asked'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'announce-appraisals',
      verb: '通报',
      from: ['decided'],
      to: ['announced'],
      opinion: 'optional',
    },
    {
      id: 'archive-appraisals',
      verb: '归档',
      from: ['announced'],
      to: ['archived'],
      opinion: 'optional',
    },
  ],
}
export type AppraisalStep = StepWanted<AppraisalState>

/** Steps that are taken for all of a notice together: rank, quota and 通报 are of the whole. */
export const togetherSteps = [
  'decide-appraisals',
  'reopen-appraisals',
  'announce-appraisals',
  'archive-appraisals',
] as const
export type TogetherStep = (typeof togetherSteps)[number]

/** Whether it is a step that all appraisals of a notice take together. */
export function isTogetherStep(id: string): id is TogetherStep {
  return togetherSteps.some((step) => step === id)
}

/** Whether the one who is assessed may write. */
export function isOpenForSelf(state: AppraisalState): boolean {
  return state === 'open' || state === 'returned'
}

/** Whether those who assess may change scores. */
export function isOpenForReview(state: AppraisalState): boolean {
  return state === 'reviewing' || state === 'sampling' || state === 'asked'
}

/** Whether it was decided: from then on nothing is computed anew. */
export function isDecided(state: AppraisalState): boolean {
  return state === 'decided' || state === 'announced' || state === 'archived'
}
