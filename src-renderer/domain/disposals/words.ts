import { lightKinds } from '../monitoring/lights.ts'
import { type CauseKind, otherCauses } from './disposal.ts'
import type { ProposalRule } from './rules.ts'

/** What a disposal follows from, as people call it. */
export const causeNames: Readonly<Record<CauseKind, string>> = { ...lightKinds, ...otherCauses }

const colourNames = { red: '红灯', yellow: '黄灯', blue: '蓝灯', green: '绿灯', none: '未计算' } as const
const verdictNames = { red: '不实', yellow: '基本属实', blue: '', green: '', none: '' } as const

function degreeText({ on, colour }: Pick<ProposalRule, 'on' | 'colour'>): string {
  if (on === 'overdue') return ''
  return on === 'spot-check' ? verdictNames[colour] : colourNames[colour]
}

/** The case of a proposal in words: 预算执行红灯（10 月起）. */
export function caseText(row: ProposalRule): string {
  const limits = [row.fromMonth > 1 ? `${row.fromMonth} 月起` : '', row.impossible ? '有“完全不可能”' : '']
  const said = limits.filter(Boolean).join('，')
  return `${causeNames[row.on]}${degreeText(row)}${said === '' ? '' : `（${said}）`}`
}
