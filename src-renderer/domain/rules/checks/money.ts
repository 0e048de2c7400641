import { type CheckRow, city } from './row.ts'

const money = '财预〔2015〕88号（资金匹配性）'

/** Amounts, and what they are against each other. */
export const moneyRows: readonly CheckRow[] = [
  [
    'funding-total-differs',
    'error',
    '资金总额 {total} 万元，各来源之和 {sum} 万元，相差 {difference} 万元。',
    '请核对总额与各项来源，二者必须相等。',
    '源',
    '项目支出绩效目标申报表（资金总额 = 各来源之和）',
  ],
  ['total-not-positive', 'error', '资金总额是 {total} 万元。', '请填写年度资金总额。', '源', city],
  ['amount-negative', 'error', '{part}是 {amount} 万元，不能为负数。', '请核对金额。', '拟', money],
  [
    'tasks-total-differs',
    'warning',
    '各项任务预算之和 {sum} 万元，资金总额 {total} 万元，相差 {difference} 万元。',
    '请核对任务金额与合计。',
    '惯',
    '部门整体支出绩效目标申报表（金额合计）',
  ],
  [
    'task-parts-differ',
    'warning',
    '任务“{name}”总额 {total} 万元，财政拨款与其他资金之和 {sum} 万元。',
    '请核对该任务的金额。',
    '惯',
    '部门整体支出绩效目标申报表（预算金额）',
  ],
  [
    'cost-above-budget',
    'warning',
    '成本指标金额合计 {cost} 万元，大于资金总额 {total} 万元。',
    '请核对成本指标或资金总额。',
    '拟',
    money,
  ],
  [
    'wan-slip-total',
    'warning',
    '资金总额 {total} 万元，上年 {previous} 万元，相差约一万倍，可能是元与万元填错。',
    '请核对单位。',
    '拟',
    money,
    { factor: 10_000, tolerance: 60 },
  ],
  [
    'wan-slip-text',
    'warning',
    '{part}中写的是“{text}”，资金总额是 {total} 万元，正好相差一万倍，可能是元与万元填错。',
    '请核对单位。',
    '拟',
    money,
    { factor: 10_000, tolerance: 1 },
  ],
  [
    'wan-slip-cost',
    'warning',
    '成本指标“{name}”是 {cost} 万元，资金总额 {total} 万元，正好相差一万倍，可能是元与万元填错。',
    '请核对单位。',
    '拟',
    money,
    { factor: 10_000, tolerance: 1 },
  ],
]
