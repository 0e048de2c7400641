import type { Monitoring } from '#domain/monitoring/monitoring'

const parts: Readonly<Record<string, string>> = {
  funds: '项目资金',
  fundsReason: '资金偏差原因',
  measures: '原因及措施',
  summary: '总体情况',
}
const columns: Readonly<Record<string, string>> = {
  actual: '执行情况',
  forecast: '全年预计',
  likelihood: '可能性',
  causeText: '原因说明',
}

/** Where a finding stands, as people call it. */
export function placeName(at: string, form: Pick<Monitoring, 'entries'>): string {
  const [part = '', id = '', column = ''] = at.split('.')
  if (part !== 'entries') return parts[part] ?? ''
  const name = form.entries.find((entry) => entry.id === id)?.name ?? ''
  return [name, columns[column] ?? ''].filter(Boolean).join(' · ')
}

/** The text at a place of a form. */
export function textAt(at: string, form: Monitoring): string {
  const [part = '', id = '', column = ''] = at.split('.')
  if (part === 'fundsReason' || part === 'measures' || part === 'summary') return form[part]
  const entry = form.entries.find((each) => each.id === id)
  if (!entry) return ''
  if (column === 'actual' || column === 'forecast' || column === 'causeText') return entry[column]
  return ''
}
