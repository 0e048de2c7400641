import type { Day, Moment } from '../dates.ts'

/** How a form came to be picked for 重点核查. */
export const pickWays = { risk: '按风险', random: '随机抽取', hand: '指定' } as const
export type PickWay = keyof typeof pickWays

/** 重点核查 of a reported form (监督检查局, 巴财〔2020〕38号 三（二）2). */
export type SpotCheck = {
  id: string
  bookId: string
  roundId: string
  monitoringId: string
  goalId: string
  unitId: string
  name: string
  way: PickWay
  /** Why it was picked: the findings of the screening, or the draw with its number. */
  ground: string
  /** 核查情况: 现场核查记录. */
  checkedOn: Day
  checkers: string
  record: string
  verdict: 'true' | 'inaccurate' | 'false' | ''
  findings: readonly { id: string; text: string; entryId: string; evidence: readonly string[] }[]
  state: 'open' | 'done'
  revision: number
  changedAt: Moment
  changedBy: string
}
