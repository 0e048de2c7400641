import { plain } from './cells.ts'
import { labelKey } from './header-labels.ts'

/** What a column of an indicator grid holds. */
export type Role =
  | 'level1'
  | 'level2'
  | 'level3'
  | 'operator'
  | 'value'
  | 'unit'
  | 'weight'
  | 'actual'
  | 'score'
  | 'forecast'
  | 'note'
  | 'project'
  | 'department'
  | 'institution'
  | 'budget'
  | 'goal'

/** Heads that name a level only by their place among the others: 指标类型, 指标名称; `vague` ones need a surer neighbour. */
export type Generic = 'generic' | 'block' | 'vague'

/** What a head says; of two columns that say the same, the lower rank is the one the form is about. */
export type HeadWord = { role: Role | Generic; rank: number }

/** Any head holds one of these; a quick look before the patterns. */
const anyHead = /[指标目值分权单级数算称型类容性注说因施况额完成实符比项门内维评考自]/
const levelHead =
  /^第?([一二三四1234]|I{1,3}|IV)级((绩效|考核|评价)?(指标|目录|目标|内容)|类|$)|^(?:绩效)?指标([一二三四1234])级$/
const levelNumbers: Readonly<Record<string, Role | 'level4'>> = {
  一: 'level1',
  1: 'level1',
  I: 'level1',
  二: 'level2',
  2: 'level2',
  II: 'level2',
  三: 'level3',
  3: 'level3',
  III: 'level3',
  四: 'level4',
  4: 'level4',
  IV: 'level4',
}
/** Plans beyond the year, years before it, and what others than the unit itself found. */
const otherTime =
  /长期|中期|实施期|总体|三年|五年|规划|上年|上一?年度|去年|前年|历史|基期|往年|参考|行业|前[一二三两]年/
const otherEye = /复核|复评|核实|核定|审核|抽查|财政|第三方|专家|考评$|考核组|评审/

/** In this order: a head counts as the first that fits. */
const words: readonly [Role | Generic, RegExp][] = [
  ['operator', /符号|(运算|比较|关系)符|^(指标|目标)?值?性质$|^比较方式$|^指标方向$/],
  ['unit', /^(指标|目标)?值?(计量|度量|计算|量化)?单位$/],
  ['note', /得分率|评[分价扣]*(标准|规则|办法|细则|要点|依据)$|评扣分|扣分|方向性|(值|数)类型$/],
  ['note', /原因|改进|措施|备注|说明|解释|佐证|依据|来源|可能性|偏差|公式|计算方法|取值|整改|建议|材料/],
  ['note', /时限|时间$|责任|差异|^未完成|^是否|考核标准|等级$/],
  [
    'score',
    /得分|评分(?!值)|自评分|打分|^(自评|复核|复评|评定|考核|考评|评价)分(?!值)|实得|^.{0,4}(自评|自验|考评|复核)$/,
  ],
  ['weight', /权重|权数|分值|满分|标准分|基准分|^(标准|指标)?分数$/],
  ['forecast', /预计|预测|^全年预期完成/],
  ['value', /^(年度|年初)?(计划|预期|预定|设定|应)完成(值|数|量|目标|情况)?$/],
  ['actual', /完成|实际|执行|实现|达成|实绩|自评值|进度/],
  [
    'value',
    /(指标|目标|预期|计划|设定|标准|绩效|期望|考核|任务)(数|量)?值|^(年度|年初)?(计划|目标|任务)(数|量)$|^绩效标准$/,
  ],
  [
    'goal',
    /^(项目|年度|年初|当年|本年|全年|预期|绩效|设定|总体|工作|计划|任务|考核)*目标(内容|描述|情况|要求)?$/,
  ],
  ['block', /^(项目|年度|部门|整体|支出)*绩效指标(体系|设置|情况)?$/],
  ['generic', /^(具体|绩效|考核|评价|明细|个性|细化)*指标(名称|内容|描述)?$/],
  ['generic', /^(绩效)?指标(类型|类别|分类|大类|小类|种类|维度)$|^(考核|评价)(内容|项目|维度|类别|事项)$/],
  ['vague', /^(项目|内容|类别|类型|分类|维度|名称|考核要点)$/],
  ['budget', /^(预算数|项目预算|(年度)?预算(金额|资金|数)|(项目|年度|资金|预算)*总额|项目资金|金额)$/],
]

/** Marks, numbering, years and remarks in brackets taken off a head. */
function headKey(text: string): string {
  const bare = plain(text)
    .replace(/^[*※★☆●▲△#]+/, '')
    .replace(/^(\d{1,2}[.、]|[一二三四五六七八九十]+、|\(\d\))/, '')
    .replace(/20\d\d年?[-—~至到]20\d\d年?/g, '实施期')
    .replace(/20\d\d(年度|年)?/g, '')
    .replace(/[[\]【】]/g, '')
  const outside = bare.replace(/\([^()]*\)/g, '') || bare.replace(/[()]/g, '')
  return outside.replace(/[*:%]+$/, '')
}

function levelWord(key: string): HeadWord | undefined {
  const match = levelHead.exec(key)
  if (!match || /(?<!分)值|完成|实际|得分|权重$|单位|性质|(?<!及)分值$/.test(key)) return undefined
  const role = levelNumbers[match[1] ?? match[5] ?? '']
  // 四级指标 holds the names only where 三级指标 does not.
  return role === 'level4' ? { role: 'generic', rank: 1 } : role && { role, rank: 0 }
}

function listWord(text: string): HeadWord | undefined {
  const label = labelKey(text)
  if (label === 'project') return { role: 'project', rank: 0 }
  if (label === 'department') return { role: 'department', rank: 0 }
  return label === 'unit' || label === 'unitName' ? { role: 'institution', rank: 0 } : undefined
}

/** How far from what the form asks: the unit's own figure of the year comes before plans, rates and reviews. */
function rankOf(role: Role | Generic, key: string): number {
  if (role === 'value' && otherTime.test(key)) return 3
  if ((role === 'actual' || role === 'score') && otherEye.test(key)) return 2
  if (role === 'actual' && /(率|程度|比例|比)$/.test(key)) return 1
  return role === 'operator' && /方向$/.test(key) ? 1 : 0
}

function readWord(text: string): HeadWord | undefined {
  const key = headKey(text)
  if (key === '' || key.length > 20) return undefined
  const level = levelWord(key)
  if (level) return level
  const role = words.find(([, pattern]) => pattern.test(key))?.[0]
  const listed = role === undefined || role === 'unit' || role === 'vague' ? listWord(text) : undefined
  // 单位 alone is the measure of a value; in the front of a list it is found again by its place.
  if (listed && role !== 'unit') return listed
  return role && { role, rank: rankOf(role, key) }
}

const known = new Map<string, HeadWord | undefined>()
const knownLimit = 2000

/** What a head cell says; undefined for anything else. Sheets repeat their texts, so answers are kept. */
export function headWord(text: string): HeadWord | undefined {
  if (text === '' || text.length > 60 || !anyHead.test(text)) return undefined
  if (known.has(text)) return known.get(text)
  if (known.size >= knownLimit) known.clear()
  const word = readWord(text)
  known.set(text, word)
  return word
}

/** Whether a head belongs to a group that another time or another assessor fills. */
export function isAside(text: string): boolean {
  const key = headKey(text)
  return otherTime.test(key) || otherEye.test(key)
}
