import { type CheckRow, city } from './row.ts'

/** What is written in words. */
export const textRows: readonly CheckRow[] = [
  ['part-missing', 'error', '{part}没有填写。', '请填写{part}。', '拟', city],
  [
    'task-incomplete',
    'warning',
    '第 {number} 项年度主要任务缺少{missing}。',
    '请写明任务名称、主要内容和预算金额。',
    '惯',
    '部门整体支出绩效目标申报表',
  ],
  [
    'goal-too-short',
    'warning',
    '{part}只有 {count} 个字（“{text}”），看不出要做什么、达到什么效果。',
    '请写明做什么、做多少、达到什么效果。',
    '源',
    city,
    { characters: 8 },
  ],
  [
    'placeholder-text',
    'error',
    '{part}中留有模板文字“{text}”。',
    '请换成本项目的实际内容，或删去这一行。',
    '源',
    city,
  ],
  [
    'vague-wording',
    'warning',
    '{part}中“{word}”没有可衡量的标准：“{clause}”。',
    '{instead}',
    '源',
    '巴财〔2020〕38号 三（二）4（目标模糊不得申报）',
  ],
]
