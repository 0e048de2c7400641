import { targetText } from '../goals/goal.ts'
import { formatWeight } from '../goals/weights.ts'
import { grades } from '../grade.ts'
import { formatWanExact } from '../money.ts'
import type { FundGroup } from './rules.ts'
import { carriedKinds, type SelfEvaluation } from './self-evaluation.ts'
import { selfEvaluationStates } from './self-evaluation-flow.ts'

/** A changed field as text a person can read. */
export type SelfEvaluationChange = { field: string; label: string; from: string; to: string }

/** The rows of money as the trail calls them; a form's own words stand in its edition. */
const fundGroupNames: Readonly<Record<FundGroup, string>> = {
  fiscal: '财政资金',
  carryover: '上年结转资金',
  'fiscal-account': '财政专户管理资金',
  unit: '单位资金',
  other: '其他资金',
}

/** What differs between two states of a form, for the trail. */
export function diffSelfEvaluation(before: SelfEvaluation, after: SelfEvaluation): SelfEvaluationChange[] {
  const [old, fresh] = [linesOf(before), linesOf(after)]
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((field) => {
    const [from, to] = [old.get(field), fresh.get(field)]
    const label = to?.label ?? from?.label ?? field
    return from?.text === to?.text ? [] : [{ field, label, from: from?.text ?? '', to: to?.text ?? '' }]
  })
}

function points(score: number | null): string {
  return score === null ? '' : formatWeight(score)
}

function linesOf(form: SelfEvaluation): Map<string, { label: string; text: string }> {
  const lines = new Map<string, { label: string; text: string }>()
  const add = (field: string, label: string, text: string) => lines.set(field, { label, text })
  add('name', '项目名称', form.name)
  add('editionId', '自评表版式', form.editionId)
  add('annualGoal', '年度目标', form.annualGoal)
  add('state', '状态', selfEvaluationStates[form.state])
  for (const { group, initial, revised, paid } of form.funds) {
    add(`funds.${group}.initial`, `${fundGroupNames[group]}：年初预算数（万元）`, formatWanExact(initial))
    add(`funds.${group}.revised`, `${fundGroupNames[group]}：全年预算数（万元）`, formatWanExact(revised))
    add(`funds.${group}.paid`, `${fundGroupNames[group]}：全年执行数（万元）`, formatWanExact(paid))
  }
  add('fundsReason', '执行率原因', form.fundsReason)
  add('adjustmentReason', '预算调整理由', form.adjustmentReason)
  add('carried', '结转情况', carriedKinds[form.carried])
  add('carriedReason', '结转原因', form.carriedReason)
  add('executionOwn', '预算执行率：人工评分', points(form.executionOwn))
  add('executionOwnReason', '预算执行率：评分理由', form.executionOwnReason)
  for (const entry of form.entries) addEntry(add, entry)
  add('completion', '年度目标完成情况', form.completion)
  add('process', '实施内容及过程', form.process)
  add('summary', '自评结论', form.summary)
  add('problems', '存在问题', form.problems)
  add('measures', '改进措施', form.measures)
  add('department.opinion', '部门意见', form.department.opinion)
  add('department.total', '部门评分', points(form.department.total))
  add('explanation', '单位对疑点的说明', form.explanation)
  add('frozen', '汇总得分', form.frozen ? frozenText(form.frozen) : '')
  return lines
}

function frozenText({ total, grade }: NonNullable<SelfEvaluation['frozen']>): string {
  return `${points(total)}${grade === '' ? '' : ` ${grades[grade]}`}`
}

function addEntry(
  add: (field: string, label: string, text: string) => void,
  entry: SelfEvaluation['entries'][number],
): void {
  const { id, name } = entry
  const put = (field: string, label: string, text: string) =>
    add(`entries.${id}.${field}`, `${name}：${label}`, text)
  put('target', '指标值', targetText(entry))
  put('weight', '分值', points(entry.weight))
  put('actual', '完成值', entry.actual)
  put('applies', '适用', entry.applies ? '' : '不适用')
  put('targetTooLow', '年初目标偏低', entry.targetTooLow ? '是' : '')
  put('own', '人工评分', points(entry.own))
  put('ownReason', '评分理由', entry.ownReason)
  put('deviation', '偏差原因', entry.deviation)
}
