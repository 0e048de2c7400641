import type { ObjectKind } from '../goals/goal.ts'
import type { Sourced } from '../year-rules.ts'
import type { Direction, Measure, MeasureRule } from './rules.ts'
import { document, itemKinds, ministry, sichuan, source } from './sources.ts'

function measure(
  id: Measure,
  direction: Direction,
  kinds: readonly ObjectKind[],
  demand: string,
  from: Sourced,
): MeasureRule {
  return { id, direction, kinds, demand, ...from }
}

/** What may be done with a result. */
export const measureRows: readonly MeasureRule[] = [
  measure(
    'prioritise',
    'up',
    ['department', 'policy', 'project'],
    '下年预算优先安排，不予压减。',
    source(sichuan, '源'),
  ),
  measure(
    'secure',
    'either',
    ['department', 'policy', 'project'],
    '下年预算据实合理保障。',
    source(sichuan, '源'),
  ),
  measure(
    'improve',
    'none',
    itemKinds,
    '修改完善绩效目标后，按程序重新报送审核。',
    source('绩效目标审核结果处理（中：修改完善后重新报送）', '源'),
  ),
  measure(
    'redirect',
    'either',
    ['project'],
    '调整资金投向，低效部分调整用于绩效好的内容。',
    source(document, '源'),
  ),
  measure('adjust', 'either', ['policy'], '调整政策内容或标准，同步调整对应项目。', source(document, '源')),
  measure('merge', 'either', itemKinds, '与同类政策、项目整合，归并资金渠道。', source(document, '源')),
  measure(
    'reduce',
    'down',
    ['department', 'policy', 'project'],
    '按审定金额压减预算，落实到预算项目。',
    source(document, '源'),
  ),
  measure(
    'suspend',
    'down',
    itemKinds,
    '暂停安排预算，整改到位后再行安排。',
    source(`${ministry}（不整改或整改不到位）`, '惯'),
  ),
  measure('cancel', 'down', itemKinds, '取消下年预算，不再安排。', source(sichuan, '源')),
  measure('exit', 'down', itemKinds, '清理退出，收回未用资金，不再安排预算。', source(document, '源')),
  measure(
    'transfers',
    'either',
    ['government'],
    '评价结果作为对下转移支付资金分配的因素。',
    source(document, '源'),
  ),
  measure(
    'yearly',
    'none',
    ['government', 'department'],
    '评价结果纳入年度目标绩效考核。',
    source(document, '源'),
  ),
]
