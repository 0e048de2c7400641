import { openCheck } from '#domain/disclosures/disclosure'
import type { DisclosureRow } from '#domain/disclosures/standing'
import type { Actor } from '#domain/people/duties'
import type { Permission } from '#domain/people/permissions'

/** One thing that can be done with rows of the ledger. */
export type DisclosureStep = {
  id: 'publish' | 'check' | 'correct' | 'approve' | 'refuse' | 'propose' | 'withdraw' | 'revoke'
  permission: Permission
  verb: string
  /** What its dialog says and asks for. */
  text: string
  label: string
  required: boolean
  phrases: readonly string[]
  fits: (row: DisclosureRow) => boolean
}

const plain = { text: '', label: '意见', required: false, phrases: [] } as const

export const disclosureSteps: readonly DisclosureStep[] = [
  {
    ...{ ...plain, id: 'publish', permission: 'publish-disclosures', verb: '登记公开' },
    fits: ({ secret, standing, differences }) =>
      !secret &&
      (standing === 'due' || standing === 'late' || (standing === 'published' && differences.length > 0)),
  },
  {
    ...{ ...plain, id: 'check', permission: 'check-disclosures', verb: '登记检查' },
    fits: ({ secret, standing }) => !secret && standing === 'published',
  },
  {
    ...{ ...plain, id: 'correct', permission: 'correct-disclosure', verb: '登记整改' },
    ...{ label: '整改情况', required: true, phrases: ['已按要求补充公开。', '已更正公开内容。'] },
    fits: ({ record }) => record !== null && openCheck(record) !== null,
  },
  {
    ...{ ...plain, id: 'approve', permission: 'decide-exemptions', verb: '批准免予公开' },
    text: '批准后不计入应公开数，审批人和日期记入台账。',
    fits: ({ standing }) => standing === 'proposed',
  },
  {
    ...{ ...plain, id: 'refuse', permission: 'decide-exemptions', verb: '不同意免予公开' },
    ...{ text: '不同意的恢复为应公开。', required: true, phrases: ['不属于可以不公开的情形，请按期公开。'] },
    fits: ({ standing, secret }) => standing === 'proposed' && !secret,
  },
  {
    ...{ ...plain, id: 'propose', permission: 'propose-exemptions', verb: '申请免予公开' },
    ...{ label: '不公开的原因', required: true, phrases: ['涉及商业秘密。', '涉及个人隐私。'] },
    text: '由监督与绩效管理科或局领导审批；涉密的应先在目标中标明涉密。',
    fits: ({ standing, secret }) => !secret && (standing === 'due' || standing === 'late'),
  },
  {
    ...{ ...plain, id: 'withdraw', permission: 'withdraw-disclosures', verb: '撤销登记' },
    text: '撤销后恢复为应公开，公开日期、网址和截图一并清除，操作记录中仍可查到。',
    fits: ({ record }) => record !== null && record.state !== 'due' && record.state !== 'exempt',
  },
  {
    ...{ ...plain, id: 'revoke', permission: 'revoke-exemptions', verb: '撤销免予公开' },
    text: '撤销后恢复为应公开（涉密的重新等待审批）。',
    fits: ({ standing }) => standing === 'exempt',
  },
]

/** What a unit may not touch: what the bureau publishes. */
const owned: readonly DisclosureStep['id'][] = ['publish', 'withdraw']

/** The rows with which a step can be taken. */
export function fitting(
  { id, fits }: DisclosureStep,
  rows: readonly DisclosureRow[],
  { duty }: Actor,
): DisclosureRow[] {
  const isOthers = ({ rule }: DisclosureRow) =>
    duty === 'unit' && owned.includes(id) && rule.owner === 'bureau'
  return rows.filter((row) => fits(row) && !isOthers(row))
}
