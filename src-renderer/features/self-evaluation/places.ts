import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'

/** The form's sections, in the order of the paper. */
export const formSections = {
  basics: '基本情况与年度目标',
  funds: '项目资金',
  indicators: '绩效指标',
  texts: '自评结论',
  department: '部门意见与说明',
} as const
export type FormSection = keyof typeof formSections

const sectionOf: Readonly<Record<string, FormSection>> = {
  editionId: 'basics',
  completion: 'basics',
  process: 'texts',
  funds: 'funds',
  fundsReason: 'funds',
  adjustmentReason: 'funds',
  carried: 'funds',
  carriedReason: 'funds',
  executionOwn: 'funds',
  executionOwnReason: 'funds',
  entries: 'indicators',
  summary: 'texts',
  problems: 'texts',
  measures: 'texts',
}

const fieldNames: Readonly<Record<string, string>> = {
  completion: '年度目标完成情况',
  process: '实施内容及过程',
  fundsReason: '执行率原因',
  adjustmentReason: '预算调整理由',
  summary: '自评结论',
  problems: '存在问题',
  measures: '改进措施',
  name: '指标名称',
  value: '指标值',
  weight: '分值',
  method: '取值方式',
  actual: '完成值',
  own: '自评分',
  ownReason: '评分理由',
  deviation: '偏差原因',
}

/** Where a finding stands, as people call it. */
export function placeName(at: string, form: Pick<SelfEvaluation, 'entries'>): string {
  const [part = '', id = '', column = ''] = at.split('.')
  if (part !== 'entries') return fieldNames[part] ?? formSections[sectionAt(at)]
  const name = form.entries.find((entry) => entry.id === id)?.name ?? ''
  return [name, fieldNames[column] ?? ''].filter(Boolean).join(' · ') || formSections.indicators
}

/** The section a finding belongs to. */
export function sectionAt(at: string): FormSection {
  return sectionOf[at.split('.')[0] ?? ''] ?? 'basics'
}
