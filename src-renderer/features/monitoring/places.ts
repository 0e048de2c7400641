import { type MonitoringSection, monitoringSections } from '#domain/monitoring/checks'
import type { Monitoring } from '#domain/monitoring/monitoring'

const sectionOf: Readonly<Record<string, MonitoringSection>> = {
  funds: 'funds',
  fundsReason: 'funds',
  measures: 'texts',
  summary: 'texts',
  entries: 'indicators',
}

const columnNames: Readonly<Record<string, string>> = {
  actual: '完成情况',
  forecast: '全年预计',
  likelihood: '可能性',
  causes: '偏差原因',
  causeText: '原因说明',
}

/** Where a finding stands, as people call it. */
export function placeName(at: string, form: Pick<Monitoring, 'entries'>): string {
  const [part = '', id = '', column = ''] = at.split('.')
  const section = sectionOf[part]
  if (part !== 'entries') return section ? monitoringSections[section] : ''
  const name = form.entries.find((entry) => entry.id === id)?.name ?? ''
  return [name, columnNames[column] ?? ''].filter(Boolean).join(' · ')
}

/** The section a finding belongs to. */
export function sectionAt(at: string): MonitoringSection {
  return sectionOf[at.split('.')[0] ?? ''] ?? 'basics'
}
