import type { Mark, UnitRule } from '../year-rules.ts'

const clause = '绩效指标填报校验：度量单位与指标名称相称'
const shares = ['个', '次', '人', '户', '件', '项', '万元', '元', '天', '年', '人次', '人/年']
const counts = ['%', '‰', '元', '万元', '年']

type Row = [
  words: readonly string[],
  except: readonly string[],
  wrong: readonly string[],
  right: string,
  Mark,
]

const rows: readonly Row[] = [
  [
    ['人数', '人员数', '人员数量', '干部', '学生数', '教师数', '人'],
    ['率', '比例'],
    ['个', '件', '名次', '%'],
    '人',
    '源',
  ],
  [['率'], ['频率', '效率', '功率', '汇率', '费率', '利率', '税率', '速率'], shares, '%', '源'],
  [['比例', '占比', '百分比'], [], shares, '%', '源'],
  [['人次'], ['率', '比例'], ['个', '件', '%', '元', '万元'], '人次', '拟'],
  [['户数'], ['率', '比例'], ['个', '人', ...counts], '户', '拟'],
  [['面积'], ['率', '比例'], ['个', '米', '人', '%'], '平方米（亩、公顷）', '拟'],
  [['天数'], ['率', '比例'], ['个', '%', '元'], '天', '拟'],
  [['次数', '场次'], ['率', '比例'], ['个', '人', ...counts], '次', '拟'],
]

/** Units that do not go with what the name counts (people in 个, a rate in 人). */
export const unitRules: readonly UnitRule[] = rows.map(([words, except, wrong, right, mark]) => ({
  words,
  except,
  wrong,
  right,
  mark,
  clause,
}))

/** Spellings of a unit that are to be written otherwise. */
export const unitSpellings: readonly { wrong: string; right: string }[] = [
  { wrong: '百分比', right: '%' },
  { wrong: '百分之', right: '%' },
  { wrong: '％', right: '%' },
  { wrong: '(%)', right: '%' },
  { wrong: '（%）', right: '%' },
  { wrong: '%(百分比)', right: '%' },
  { wrong: '%（百分比）', right: '%' },
  { wrong: '无', right: '（空白）' },
]
