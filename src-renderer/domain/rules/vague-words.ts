import type { Mark, VagueWord } from '../year-rules.ts'

const city = '巴财〔2020〕38号 三（二）4（目标模糊不得申报）'
const figure = '请在同一句中写明数量、比例、时间或标准，例如“提高到 95%”。'
const result = '请写明做什么、做多少、何时完成。'
const graded = '请写成数值，或写明“优、良、中、差”各档的标准。'

type Row = [word: string, except: readonly string[], instead: string, Mark]

/** Longer words stand before the words they contain: the first that matches a place counts. */
const rows: readonly Row[] = [
  ['进一步', [], figure, '源'],
  ['有效提升', [], figure, '源'],
  ['有效提高', [], figure, '拟'],
  ['有效改善', [], figure, '拟'],
  ['有效促进', [], figure, '拟'],
  ['有效保障', [], result, '拟'],
  ['有效缓解', [], figure, '拟'],
  ['有效推动', [], result, '拟'],
  ['明显改善', [], figure, '源'],
  ['明显提升', [], figure, '拟'],
  ['明显提高', [], figure, '拟'],
  ['明显增强', [], figure, '拟'],
  ['作用明显', [], graded, '源'],
  ['效果明显', [], graded, '源'],
  ['成效明显', [], graded, '拟'],
  ['显著', [], figure, '拟'],
  ['大幅', [], figure, '拟'],
  ['大力', [], result, '拟'],
  ['较大', [], figure, '拟'],
  ['较好', [], graded, '拟'],
  ['更好地', [], figure, '拟'],
  ['逐步', [], figure, '拟'],
  ['不断', ['不断电', '不断水', '不断供', '不断链'], figure, '拟'],
  ['持续提升', [], figure, '拟'],
  ['持续改善', [], figure, '拟'],
  ['持续推进', [], result, '拟'],
  ['积极推进', [], result, '拟'],
  ['积极开展', [], result, '拟'],
  ['积极配合', [], result, '拟'],
  ['扎实推进', [], result, '拟'],
  ['稳步推进', [], result, '拟'],
  ['稳步提升', [], figure, '拟'],
  ['全面提升', [], figure, '拟'],
  ['切实', [], figure, '拟'],
  ['加强', ['加强版', '加强筋'], result, '拟'],
  ['加大', [], figure, '拟'],
  ['努力', [], result, '拟'],
  ['尽量', [], figure, '拟'],
  ['尽可能', [], figure, '拟'],
  ['适当', [], figure, '拟'],
  ['一定程度', [], figure, '拟'],
  ['相关工作', [], result, '拟'],
  ['有所', [], figure, '拟'],
]

/** Vague only where no measure stands in the same clause; see checks-wording.ts. */
export const vagueWords: readonly VagueWord[] = rows.map(([word, except, instead, mark]) => ({
  word,
  except,
  instead,
  mark,
  clause: city,
}))

/** A measure without a digit (应保尽保 and its kin are matched as 应…尽…). */
export const measureWords: readonly string[] = [
  '全覆盖',
  '全部',
  '全额',
  '足额',
  '百分之',
  '零事故',
  '零投诉',
  '零增长',
  '清零',
  '不超预算',
  '翻一番',
  '翻番',
  '减半',
  '一次性验收合格',
]

/** Targets that name a change without its size. */
export const changeWords: readonly string[] = [
  '提升',
  '提高',
  '减少',
  '下降',
  '降低',
  '增加',
  '增长',
  '改善',
  '扩大',
  '增强',
  '优化',
]
