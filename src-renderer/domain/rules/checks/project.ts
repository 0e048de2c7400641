import { type CheckRow, city } from './row.ts'

/** The project as a whole: beside last year and others, its dates, its code, what is said of it in public. */
export const projectRows: readonly CheckRow[] = [
  [
    'below-last-year',
    'warning',
    '“{name}”今年是“{value}”，{year} 年是“{previous}”，今年的目标更{change}。',
    '请说明原因，或不低于上年水平。',
    '惯',
    '财预〔2015〕88号（绩效合理性：体现改善）',
  ],
  [
    'text-copied',
    'warning',
    '与{unit}“{name}”的文字相同：“{sentence}”。',
    '请按本项目的实际情况重写。',
    '拟',
    city,
  ],
  ['period-reversed', 'error', '结束日期 {endsOn} 早于开始日期 {startsOn}。', '请核对项目期限。', '拟', city],
  [
    'period-outside-year',
    'warning',
    '项目期限 {startsOn} 至 {endsOn} 不在 {year} 年度内。',
    '请核对项目期限或所属年度。',
    '拟',
    city,
  ],
  [
    'code-malformed',
    'hint',
    '项目代码“{code}”不是 21 位的一体化代码（6 位区划、2 位年份、1 位类别、12 位流水）。',
    '请核对；没有一体化代码的可以保留。',
    '拟',
    '四川预算管理一体化项目代码',
  ],
  [
    'secret-disclosed',
    'error',
    '项目标为涉密，又选择了公开。',
    '涉密项目不得公开，请改为“不公开”。',
    '源',
    '巴财〔2020〕38号 三（二）6（除涉密信息外公开）',
  ],
  [
    'disclosure-reason-missing',
    'error',
    '选择了不公开，没有写原因。',
    '请填写不公开的原因。',
    '拟',
    '巴财〔2020〕38号 三（二）6（除涉密信息外公开）',
  ],
  [
    'pre-assessment-missing',
    // A warning: it may be sent for review; the gate of the budget holds it.
    'warning',
    '{what}，超过 {line}，应开展事前绩效评估，表中没有评估编号或结论。',
    '请列入事前评估；已有结论的，填写编号与结论。没有结论不得安排预算。',
    '源',
    '巴财〔2020〕38号 三（二）1',
    { newPolicy: 500_000_000, newDepartment: 100_000_000, newSocial: 500_000_000, growth: 30 },
  ],
]
