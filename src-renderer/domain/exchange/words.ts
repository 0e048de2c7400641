import { adjustmentStates } from '../adjustments/adjustment.ts'
import { applicationStates } from '../applications/flow.ts'
import { disposalStates } from '../disposals/flow.ts'
import { selfEvaluationStates } from '../evaluation/self-evaluation-flow.ts'
import { taskStates } from '../evaluation/task.ts'
import { fieldLabels } from '../goals/compare.ts'
import { goalStatuses } from '../goals/goal.ts'
import { formatWanExact } from '../money.ts'
import { monitoringStates } from '../monitoring/flow.ts'
import { spotCheckStates } from '../spot-checks/flow.ts'
import type { Carried } from './contents.ts'
import { nameOf } from './contents.ts'

/** Names of fields inside the records that travel, beside those of the goal's form. */
const labels: Readonly<Record<string, string>> = {
  ...fieldLabels,
  ...{ status: '状态', state: '状态', opinion: '意见', title: '名称', number: '编号', level1: '一级指标' },
  ...{ level2: '二级指标', level3: '三级指标', operator: '性质', value: '指标值', unit: '计量单位' },
  ...{ weight: '权重', longTermTarget: '中长期指标值', method: '取值方式', source: '数据来源' },
  ...{ scoring: '评分规则', note: '备注', content: '内容', fiscal: '财政拨款', other: '其他资金' },
  ...{ amount: '金额', paid: '执行数', budget: '预算数', forecast: '全年预计', funds: '资金情况' },
  ...{ fundsReason: '资金偏差原因', entries: '指标完成情况', actual: '实际完成', causes: '偏差原因' },
  ...{ causeText: '原因说明', likelihood: '完成可能性', measures: '措施', summary: '总体情况' },
  ...{ measure: '处置措施', demand: '整改要求', dueOn: '期限', answer: '整改情况', trail: '办理过程' },
  ...{ points: '各月计划进度', rulesId: '规则包', ownRules: '预警线', identity: '本机单位', sheet: '审核表' },
  ...{ comments: '批注', congress: '提交人大', together: '同步登记', scores: '得分', score: '得分' },
  ...{ holidays: '放假', workdays: '调休上班', month: '月份', scope: '范围', reason: '理由' },
  ...{ sectionId: '归口股室', parentId: '主管部门', order: '顺序', role: '职责', attachments: '附件' },
  ...{ basis: '依据', analysis: '分析', problems: '存在问题', items: '明细', year: '年度' },
  ...{ proposed: '建议措施', proposedChange: '建议增减', decided: '审定措施', decidedChange: '审定增减' },
  ...{
    doneChange: '落实增减',
    decidedBy: '审定人',
    rectification: '整改',
    report: '整改结果',
    proof: '证明材料',
  },
}

const states: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  goals: goalStatuses,
  monitorings: monitoringStates,
  adjustments: adjustmentStates,
  disposals: disposalStates,
  spotChecks: spotCheckStates,
  selfEvaluations: selfEvaluationStates,
  applications: applicationStates,
  evaluationTasks: taskStates,
}

type Said = Readonly<Record<string, unknown>>

/** What an incoming record means for the state of ours: 待初审 → 已退回：意见; '' where its state stays. */
export function stateChange(table: string, ours: Said | null, theirs: Said | null): string {
  const [before, after] = [stateIn(table, ours), stateIn(table, theirs)]
  if (after === '' || before === after) return ''
  const opinion = typeof theirs?.opinion === 'string' && theirs.opinion !== '' ? `：${theirs.opinion}` : ''
  return `${before === '' ? '' : `${before} → `}${after}${opinion}`
}

function stateIn(table: string, record: Said | null): string {
  const state = record?.status ?? record?.state
  return typeof state === 'string' ? (states[table]?.[state] ?? '') : ''
}

/** Fields that hold 分. */
const money: ReadonlySet<string> = new Set([
  'total',
  'fiscal',
  'other',
  'amount',
  'paid',
  'budget',
  'forecast',
  'proposedChange',
  'decidedChange',
  'doneChange',
])

/** A path of a merged record as a person reads it: things in lists by their names, out of the versions at hand. */
export function pathWords(path: string, versions: readonly (Carried | null)[]): string {
  if (path === '') return '整条记录'
  let places: unknown[] = [...versions]
  const words = path.split('.').map((step) => {
    const thing = places.flatMap((place) =>
      Array.isArray(place) ? place.filter((item) => idOf(item) === step) : [],
    )
    if (thing.length > 0) {
      places = thing
      const name = nameOf(thing[0] as Carried) // it has the id of this step
      return name === step ? '其中一项' : `“${name}”`
    }
    places = places.map((place) => fieldOf(place, step))
    return labels[step] ?? step
  })
  return words.join(' › ')
}

function idOf(item: unknown): unknown {
  return fieldOf(item, 'id')
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return (value as Record<string, unknown>)[name] // an object may be asked for any field
}

/** A value as a person reads it; `path` says what it is. A side that has none is 没有. */
export function valueWords(table: string, path: string, value: unknown): string {
  const field = path.split('.').at(-1) ?? ''
  if (value === undefined || value === null || typeof value === 'symbol') return '（没有）'
  if (value === '') return '（空）'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return money.has(field) ? `${formatWanExact(value)} 万元` : String(value)
  if (typeof value === 'string') {
    if (field === 'status' || field === 'state') return states[table]?.[value] ?? value
    return value
  }
  if (Array.isArray(value)) return listWords(table, path, value)
  return thingWords(table, value as Record<string, unknown>) // no other type is left
}

function listWords(table: string, path: string, list: readonly unknown[]): string {
  if (list.length === 0) return '（空）'
  return list.map((item) => valueWords(table, path, item)).join('；')
}

const unsaid: ReadonlySet<string> = new Set([
  'id',
  'bookId',
  'unitId',
  'goalId',
  'revision',
  'changedAt',
  'changedBy',
])

function thingWords(table: string, thing: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(thing).filter(
    ([name, value]) => !unsaid.has(name) && labels[name] !== undefined && value !== '' && value !== null,
  )
  return (
    said.map(([name, value]) => `${labels[name]}：${valueWords(table, name, value)}`).join('，') ||
    '（有内容）'
  )
}
