import { type CheckRow, city } from './row.ts'

const detailed = '财预〔2015〕88号（指向明确、细化量化、合理可行、相应匹配）'
const weight = '财预〔2020〕10号（指标权重）'

/** Which indicators there are, and their weights. */
export const indicatorRows: readonly CheckRow[] = [
  [
    'indicator-name-missing',
    'error',
    '第 {number} 个指标没有名称。',
    '请填写三级指标名称，或删去这一行。',
    '源',
    city,
  ],
  ['indicator-value-missing', 'error', '“{name}”没有指标值。', '请填写年度指标值。', '源', city],
  ['indicator-level-missing', 'warning', '“{name}”没有写明{missing}。', '请选择{missing}。', '源', detailed],
  [
    'indicator-level-unknown',
    'hint',
    '“{name}”的“{level}”不在本年度体例中。',
    '可选：{choices}；按旧体例填报的可以保留。',
    '惯',
    '绩效指标体例',
  ],
  [
    'level2-missing',
    'error',
    '没有设置{level2}。',
    '请在“{level1}”下至少设一个{level2}。',
    '惯',
    '财预〔2021〕101号',
  ],
  [
    'indicator-duplicate',
    'warning',
    '“{level2}”下“{name}”出现了 {count} 次（{values}）。',
    '请合并，或在名称中写明区别。',
    '源',
    detailed,
  ],
  [
    'weights-absent',
    'warning',
    '所有指标都没有填权重。',
    '请填写权重，合计 {goal} 分；多数旧表没有权重，批复前补上即可。',
    '惯',
    weight,
  ],
  [
    'weights-partial',
    'error',
    '{total} 个指标中有 {count} 个没有填权重，已填的合计 {sum} 分。',
    '请补齐权重，合计应为 {goal} 分。',
    '源',
    weight,
  ],
  [
    'weights-sum',
    'error',
    '权重合计 {sum} 分，应为 {goal} 分，比 {nearest} 分{direction} {difference} 分。',
    '请调整各指标的权重。',
    '源',
    weight,
  ],
  ['weight-negative', 'error', '“{name}”的权重是 {weight} 分。', '权重不能为负数，请核对。', '源', weight],
  [
    'level1-weight',
    'warning',
    '{level1}合计 {sum} 分，建议 {suggested} 分。',
    '请核对；有特殊情况可以保留，并在备注中说明。',
    '惯',
    weight,
  ],
]
