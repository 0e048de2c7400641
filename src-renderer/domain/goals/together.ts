import { type Day, isDay } from '../dates.ts'
import type { Problem } from '../problem.ts'
import type { GoalContent } from './goal.ts'
import type { Together, TogetherDays } from './review.ts'

/** 同步申报、同步上会、同步批复、同步公示 (巴财〔2020〕38号 四（一）3). */
export const togetherStages = {
  declared: '申报',
  tabled: '上会',
  approved: '批复',
  published: '公示',
} as const
export type TogetherStage = keyof typeof togetherStages
export const togetherStageList = Object.keys(togetherStages) as TogetherStage[] // the keys of the table above

/** 目标, 资金, or both. */
export const togetherParts = { both: '目标和资金', goal: '目标', funds: '资金' } as const
export type TogetherPart = keyof typeof togetherParts

const fields = {
  declared: 'declaredOn',
  tabled: 'tabledOn',
  approved: 'approvedOn',
  published: 'publishedOn',
} as const satisfies Record<TogetherStage, keyof TogetherDays>

/** The day of a stage; '' where it is not registered. */
export function dayOf(days: TogetherDays, stage: TogetherStage): Day {
  return days[fields[stage]]
}

/** Goal and funds went together, only one of them went, none yet, or nothing has to (涉密 and 不公开 at 公示). */
export const stageStates = {
  together: '同步',
  goal: '缺资金',
  funds: '缺目标',
  none: '未登记',
  exempt: '不公示',
} as const
export type StageState = keyof typeof stageStates

/** How a stage stands. A goal that is secret or not disclosed need not be published. */
export function stageState(
  together: Together,
  stage: TogetherStage,
  content: Pick<GoalContent, 'secret' | 'disclosed'>,
): StageState {
  if (stage === 'published' && (content.secret || !content.disclosed)) return 'exempt'
  const [goal, funds] = [dayOf(together.goal, stage) !== '', dayOf(together.funds, stage) !== '']
  if (goal && funds) return 'together'
  if (goal) return 'goal'
  return funds ? 'funds' : 'none'
}

/** The register with a day set; '' takes it out. */
export function withTogetherDay(
  together: Together,
  stage: TogetherStage,
  part: TogetherPart,
  on: Day,
): Together {
  const set = (days: TogetherDays) => ({ ...days, [fields[stage]]: on })
  return {
    goal: part === 'funds' ? together.goal : set(together.goal),
    funds: part === 'goal' ? together.funds : set(together.funds),
  }
}

/** Days that cannot be: published before approved, approved before tabled, and no real day. */
export function checkTogether(together: Together): Problem[] {
  const names = { goal: '目标', funds: '资金' } as const
  return (['goal', 'funds'] as const).flatMap((part) => {
    const days = togetherStageList.map((stage) => ({ stage, on: dayOf(together[part], stage) }))
    const given = days.filter(({ on }) => on !== '')
    const wrong = given.find(({ on }) => !isDay(on))
    if (wrong) return [fault(`${names[part]}${togetherStages[wrong.stage]}日期不是有效的日期。`)]
    const early = given.find(({ on }, index) => index > 0 && on < (given[index - 1]?.on ?? ''))
    return early ? [fault(`${names[part]}${togetherStages[early.stage]}日期早于上一环节。`)] : []
  })
}

function fault(message: string): Problem {
  return {
    code: 'together-order',
    severity: 'error',
    at: 'together',
    message,
    clause: '巴财〔2020〕38号 四（一）3',
    suggestion: '请核对日期。',
  }
}

const dayLength = 86_400_000

/** Calendar days between goal and funds in a stage; null unless both are registered. */
export function daysApart(together: Together, stage: TogetherStage): number | null {
  const [goal, funds] = [dayOf(together.goal, stage), dayOf(together.funds, stage)]
  if (!isDay(goal) || !isDay(funds)) return null
  return Math.abs(Date.parse(goal) - Date.parse(funds)) / dayLength
}

/** Why a goal is not published; '' where it is. */
export function exemptionOf({ secret, disclosed }: Pick<GoalContent, 'secret' | 'disclosed'>): string {
  if (secret) return '涉密，不公示'
  return disclosed ? '' : '不公开，不公示'
}

/** What stands wrong in the register of a goal: days that cannot be, stages left out, what should not be public. */
export function togetherFindings(
  together: Together,
  content: Pick<GoalContent, 'secret' | 'disclosed'>,
): Problem[] {
  const exemption = exemptionOf(content)
  const needless = exemption !== '' && `${together.goal.publishedOn}${together.funds.publishedOn}` !== ''
  return [
    ...checkTogether(together),
    ...(['goal', 'funds'] as const).flatMap((part) => missingStages(together[part], part)),
    ...(needless ? [fault(`登记了公示日期，但这个目标${exemption}。`)] : []),
  ]
}

function missingStages(
  { tabledOn, approvedOn, publishedOn }: TogetherDays,
  part: 'goal' | 'funds',
): Problem[] {
  const name = togetherParts[part]
  const untabled = approvedOn !== '' && tabledOn === ''
  const unapproved = publishedOn !== '' && approvedOn === ''
  return [
    ...(untabled ? [fault(`${name}已批复，没有登记上会。`)] : []),
    ...(unapproved ? [fault(`${name}已公示，没有登记批复。`)] : []),
  ]
}

/** 同步率 of a stage: how many of those that must have gone together did. */
export function togetherRate(states: readonly StageState[]): { done: number; due: number } {
  const due = states.filter((state) => state !== 'exempt')
  return { done: due.filter((state) => state === 'together').length, due: due.length }
}
