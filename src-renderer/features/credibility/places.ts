import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { targetText } from '#domain/goals/goal'

const texts = {
  completion: '年度目标完成情况',
  process: '实施内容及过程',
  fundsReason: '执行率原因',
  summary: '自评结论',
  problems: '存在问题',
  measures: '改进措施',
} as const
type TextField = keyof typeof texts

const columns: Readonly<Record<string, string>> = {
  value: '指标值',
  weight: '分值',
  own: '自评分',
  name: '指标名称',
  method: '取值方式',
  deviation: '偏差原因',
}

function isText(part: string): part is TextField {
  return part in texts
}

/** Where a doubt stands, as people call it. */
export function placeName(at: string, form: Pick<SelfEvaluation, 'entries'>): string {
  const [part = '', id = '', column = ''] = at.split('.')
  if (isText(part)) return texts[part]
  if (part === 'funds') return '项目资金'
  if (id === '') return '绩效指标'
  const name = form.entries.find((entry) => entry.id === id)?.name ?? ''
  return [name, columns[column] ?? ''].filter(Boolean).join(' · ')
}

/** The text at a place of a form. */
export function textAt(at: string, form: SelfEvaluation): string {
  const [part = '', id = '', column = ''] = at.split('.')
  if (isText(part)) return form[part]
  const entry = form.entries.find((each) => each.id === id)
  if (!entry) return ''
  if (column === 'deviation') return entry.deviation
  if (column === 'name') return entry.name
  if (column === 'own') return entry.ownReason
  return column === 'value' || column === 'method' ? targetText(entry) : ''
}
