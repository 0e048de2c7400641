import type { ObjectKind } from '../goals/goal.ts'
import type { Severity } from '../problem.ts'
import type { Mark, RequiredPart } from '../year-rules.ts'

const city = '巴财〔2020〕38号 四（一）2（市级申报表新增的基本信息）'
const form = '财预〔2015〕88号 项目支出绩效目标申报表'
const whole = '财预〔2015〕88号 部门整体支出绩效目标申报表'
const project: readonly ObjectKind[] = ['project']
const spending: readonly ObjectKind[] = ['project', 'policy']
const every: readonly ObjectKind[] = ['project', 'policy', 'department', 'government']

type Row = [field: string, label: string, readonly ObjectKind[], Severity, clause: string, Mark]

const rows: readonly Row[] = [
  ['name', '名称', every, 'error', form, '源'],
  ['unitId', '单位', every, 'error', form, '源'],
  ['code', '项目代码', project, 'hint', '四川项目支出绩效目标表', '源'],
  ['responsible', '责任主体', spending, 'error', city, '源'],
  ['category', '项目类别（部门发展类或社会发展类）', project, 'error', city, '源'],
  [
    'budgetKind',
    '预算项目种类（部门预算项目或专项预算项目）',
    project,
    'warning',
    '巴财〔2020〕38号 三（二）1',
    '源',
  ],
  ['attribute', '项目属性（新增或延续）', spending, 'warning', form, '源'],
  ['duration', '项目类型（常年性、延续性或一次性）', project, 'warning', form, '源'],
  ['startsOn', '项目开始日期', spending, 'error', city, '源'],
  ['endsOn', '项目结束日期', spending, 'error', city, '源'],
  ['basis', '立项依据', spending, 'error', city, '源'],
  ['overview', '项目概况', spending, 'error', city, '源'],
  ['total', '资金总额', ['project', 'policy', 'department'], 'error', city, '源'],
  ['funding', '资金来源', spending, 'error', city, '源'],
  ['annualGoals', '年度目标', every, 'error', '巴财〔2020〕38号 三（二）4（目标缺失不得申报）', '源'],
  ['indicators', '绩效指标', every, 'error', '巴财〔2020〕38号 三（二）4（目标缺失不得申报）', '源'],
  ['tasks', '年度主要任务', ['department'], 'error', whole, '惯'],
]

/** Parts a form must have, after the union of fields of both editions and the city's additions. */
export const requiredParts: readonly RequiredPart[] = rows.map(
  ([field, label, kinds, severity, clause, mark]) => ({ field, label, kinds, severity, clause, mark }),
)
