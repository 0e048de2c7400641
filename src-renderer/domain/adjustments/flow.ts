import type { Workflow } from '../workflow.ts'
import { type AdjustmentState, adjustmentStates } from './adjustment.ts'

/**
 * The road of an adjustment (巴财〔2020〕38号 三（二）2): 支出管理科 first, 监督与绩效管理科 examines, 预算科 approves with the
 * change of the budget. Days until a turn is overdue are this system's default 〔拟〕.
 */
export const adjustmentFlow: Workflow<AdjustmentState> = {
  name: '目标调整',
  first: 'draft',
  states: {
    draft: { name: adjustmentStates.draft, holder: 'unit', days: null },
    returned: { name: adjustmentStates.returned, holder: 'unit', days: 5 },
    submitted: { name: adjustmentStates.submitted, holder: 'spending', days: 5 },
    reviewing: { name: adjustmentStates.reviewing, holder: 'performance', days: 5 },
    confirmed: { name: adjustmentStates.confirmed, holder: 'budget', days: 5 },
    applied: { name: adjustmentStates.applied, holder: '', days: null },
    refused: { name: adjustmentStates.refused, holder: '', days: null },
  },
  steps: [
    {
      id: 'submit-adjustment',
      verb: '送审',
      from: ['draft', 'returned'],
      to: ['submitted'],
      opinion: 'optional',
    },
    {
      id: 'withdraw-adjustment',
      verb: '取消送审',
      from: ['submitted'],
      to: ['draft'],
      opinion: 'optional',
      back: true,
    },
    {
      id: 'pass-adjustment',
      verb: '初审通过',
      from: ['submitted'],
      to: ['reviewing'],
      opinion: 'optional',
    },
    {
      id: 'return-adjustment',
      verb: '退回',
      from: ['submitted'],
      to: ['returned'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'confirm-adjustment',
      verb: '审核通过',
      from: ['reviewing'],
      to: ['confirmed'],
      opinion: 'optional',
    },
    {
      id: 'return-adjustment-review',
      verb: '退回',
      from: ['reviewing'],
      to: ['returned', 'submitted'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'approve-adjustment',
      verb: '批准调整',
      from: ['confirmed'],
      to: ['applied'],
      opinion: 'optional',
    },
    {
      id: 'reject-adjustment',
      verb: '不同意',
      from: ['confirmed'],
      to: ['refused'],
      opinion: 'required',
      back: true,
    },
  ],
}

/** Only a draft or a returned request is written in. */
export function isAdjustmentEditable(state: AdjustmentState): boolean {
  return state === 'draft' || state === 'returned'
}
