import { grades } from '../grade.ts'
import { type EvaluationPlan, type PlanItem, planStates } from './plan.ts'
import { taskLevels } from './task.ts'

/** A changed field of a plan with its words, for the trail. */
export type PlanChange = { field: string; label: string; from: string; to: string }

/** What a write changed in a plan: the list item by item, so that the trail says which object was chosen or dropped. */
export function diffPlan(before: EvaluationPlan, after: EvaluationPlan): PlanChange[] {
  const plain = [
    ['state', '状态', planStates[before.state], planStates[after.state]],
    ['capacity', '本年能力', `${before.capacity} 项`, `${after.capacity} 项`],
    ['leftNote', '未列入到期对象的说明', before.leftNote, after.leftNote],
    ['past', '登记的以前年度评价', pastText(before), pastText(after)],
  ]
  const keys = new Set([...before.items, ...after.items].map(({ key }) => key))
  const items = [...keys].map((key) => {
    const [old, fresh] = [before.items.find(sameKey(key)), after.items.find(sameKey(key))]
    return [`items.${key}`, fresh?.name ?? old?.name ?? '', itemText(old), itemText(fresh)]
  })
  return [...plain, ...items].flatMap(([field = '', label = '', from = '', to = '']) =>
    from === to ? [] : [{ field, label, from, to }],
  )
}

function sameKey(wanted: string) {
  return ({ key }: PlanItem) => key === wanted
}

function itemText(item: PlanItem | undefined): string {
  if (!item) return ''
  const word = item.decision === 'chosen' ? '列入' : '不列入'
  return [word, taskLevels[item.level], item.note].filter(Boolean).join('，')
}

function pastText({ past }: EvaluationPlan): string {
  return past
    .map(({ key, year, grade }) => `${key}：${year} 年${grade === '' ? '' : grades[grade]}`)
    .join('；')
}
