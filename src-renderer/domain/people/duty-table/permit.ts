import type { Duty } from '../duties.ts'

/** One row of the duty table: what may be seen or done, and by whom. */
export type Permit = {
  area: Area
  name: string
  duties: readonly Duty[]
  /** The clause that gives it to them; '' where it is this system's own division 〔拟〕. */
  clause: string
}

export const areas = {
  goals: '绩效目标',
  review: '目标审核',
  adjustments: '目标调整',
  assessments: '事前绩效评估',
  monitoring: '绩效监控',
  evaluation: '绩效评价',
  application: '应用与考核',
  experts: '专家与机构',
  exchange: '数据交换',
  base: '账套与基础',
  regulations: '制度库',
  people: '账户与审计',
  backup: '备份',
} as const
export type Area = keyof typeof areas

/** A row of the table. */
export function row(area: Area, name: string, allowed: readonly Duty[], clause = ''): Permit {
  return { area, name, duties: allowed, clause }
}
