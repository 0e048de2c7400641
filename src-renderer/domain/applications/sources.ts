import type { ObjectKind } from '../goals/goal.ts'
import type { Mark, Sourced } from '../year-rules.ts'

export const document = '巴财〔2020〕38号 三（二）5'
export const sichuan = '四川 2025 年结果应用办法'
export const dazhou = '达州市商务局'
export const ministry = '财预〔2020〕10号'
export const usual = '本系统缺省比例'

export function source(clause: string, mark: Mark): Sourced {
  return { clause, mark }
}

export const itemKinds: readonly ObjectKind[] = ['project', 'policy']
export const everyKind: readonly ObjectKind[] = ['government', 'department', 'policy', 'project']
