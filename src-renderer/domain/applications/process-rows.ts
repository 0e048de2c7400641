import { row, wholly } from './proposal-row.ts'
import type { ProposalRule } from './rules.ts'
import { everyKind, itemKinds, ministry, sichuan, source, usual } from './sources.ts'

const reviewed = '绩效目标审核结果处理'

/** What follows from 事前评估, 目标审核 and 监控处置. */
export const processRows: readonly ProposalRule[] = [
  row(
    'assessment',
    itemKinds,
    'support',
    { measures: ['secure'], calls: false },
    source(`${sichuan}（支持）`, '源'),
  ),
  row(
    'assessment',
    itemKinds,
    'adjust',
    { measures: ['reduce'], others: ['improve', 'secure'] },
    source('事前评估核减的资金从部门年度预算控制数中相应核减', '源'),
  ),
  row(
    'assessment',
    itemKinds,
    'oppose',
    { measures: ['cancel'], cut: { least: 100, most: 100, usual: 100 } },
    source(`${sichuan}（不予支持）`, '源'),
  ),
  row(
    'review',
    itemKinds,
    'excellent',
    { measures: ['secure'], calls: false },
    source(`${reviewed}（优）`, '源'),
  ),
  row('review', itemKinds, 'good', { measures: ['secure'], calls: false }, source(`${reviewed}（良）`, '源')),
  row(
    'review',
    itemKinds,
    'medium',
    { measures: ['improve'], others: ['reduce'] },
    source(`${reviewed}（中：修改完善后重新报送）`, '源'),
  ),
  row(
    'review',
    itemKinds,
    'poor',
    { measures: ['cancel'], cut: { least: 100, most: 100, usual: 100 } },
    source(`${reviewed}（差：不得进入下一步预算安排）`, '源'),
  ),
  row(
    'disposal',
    everyKind,
    'adjusted',
    { measures: ['reduce'], others: ['redirect', 'secure'] },
    source('巴财〔2020〕38号 三（二）2（处置意见作为编制下年预算的依据）', '源'),
  ),
  row(
    'disposal',
    everyKind,
    'recovered',
    { measures: ['reduce'], others: ['cancel', 'exit'] },
    source('巴财〔2020〕38号 三（二）2（处置意见作为编制下年预算的依据）', '源'),
  ),
  row(
    'disposal',
    itemKinds,
    'suspended',
    { measures: ['suspend'], others: ['reduce', 'cancel'], cut: wholly, rectify: true },
    source(`${ministry}（整改到位后再安排）；幅度为${usual}`, '拟'),
  ),
  row(
    'disposal',
    itemKinds,
    'unrectified',
    { measures: ['suspend'], others: ['reduce', 'cancel'], cut: wholly, rectify: true },
    source(`${ministry}（不整改或整改不到位，调减预算或整改到位后再安排）；幅度为${usual}`, '拟'),
  ),
]
