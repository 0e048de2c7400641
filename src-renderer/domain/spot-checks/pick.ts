import type { Moment } from '../dates.ts'
import { murmur3 } from '../experts/hash.ts'
import type { Duty } from '../people/duties.ts'
import type { Problem } from '../problem.ts'
import { type PickWay, pickWays } from './spot-check.ts'

/** How many are picked: a number, or a share in percent of those that may be picked, rounded up. */
export type PickSize = { by: 'count' | 'share'; value: number }

/** What a person asks for; `ids` are forms named by hand. */
export type PickWish = { way: PickWay; size: PickSize; ids: readonly string[]; reason: string }

/** A form that may be picked, with its risk as it was then. */
export type PickCandidate = { monitoringId: string; name: string; points: number }

/** 抽取记录 of 重点核查. Never deleted: drawing until the result pleases would show. */
export type SpotPick = {
  id: string
  bookId: string
  roundId: string
  name: string
  wish: PickWish
  /** Chance of the draw, made by the program; '' where nothing was drawn. */
  seed: string
  /** In the order of their ids. */
  candidates: readonly PickCandidate[]
  excluded: readonly { monitoringId: string; name: string; reason: string }[]
  /** In the order they were picked. */
  picked: readonly string[]
  at: Moment
  by: string
  duty: Duty
  revision: number
  changedAt: Moment
  changedBy: string
}

export type PickOutcome = { picked: string[]; problems: Problem[] }

function pickProblem(at: string, message: string): Problem {
  return { code: `pick-${at}`, severity: 'error', at, message, clause: '', suggestion: '' }
}

/** How many a size asks for of so many candidates; a share of anything is at least one. */
export function countOf({ by, value }: PickSize, candidates: number): number {
  return by === 'count' ? value : Math.ceil((candidates * value) / 100)
}

/**
 * Which forms are checked: those of the highest risk (equal ones by id), or drawn in the order of the 32-bit MurmurHash3
 * of `<seed>:<form id>`, or named by hand with a reason. The same candidates, wish and seed give the same pick in whatever
 * order the candidates stand. Problems: nothing to pick, an impossible number, no reason; then nothing is picked.
 */
export function pickForms(wish: PickWish, candidates: readonly PickCandidate[], seed: string): PickOutcome {
  const problems = checkWish(wish, candidates)
  if (problems.length > 0) return { picked: [], problems }
  const ids = candidates.map(({ monitoringId }) => monitoringId)
  if (wish.way === 'hand') return { picked: ids.filter((id) => wish.ids.includes(id)).sort(), problems }
  const ranks = new Map(
    candidates.map(({ monitoringId: id, points }) => [
      id,
      wish.way === 'risk' ? -points : murmur3(`${seed}:${id}`, 0),
    ]),
  )
  const rank = (id: string) => ranks.get(id) ?? 0
  const ordered = ids.toSorted((left, right) => rank(left) - rank(right) || (left < right ? -1 : 1))
  return { picked: ordered.slice(0, countOf(wish.size, ids.length)), problems }
}

function checkWish(wish: PickWish, candidates: readonly PickCandidate[]): Problem[] {
  if (candidates.length === 0) return [pickProblem('candidates', '没有可以抽取的监控表。')]
  if (wish.way === 'hand') {
    const known = new Set(candidates.map(({ monitoringId }) => monitoringId))
    const problems = wish.reason.trim() === '' ? [pickProblem('reason', '指定核查须写明原因。')] : []
    if (wish.ids.length === 0) problems.push(pickProblem('ids', '请先勾选要核查的监控表。'))
    const gone = wish.ids.filter((id) => !known.has(id)).length
    if (gone > 0) problems.push(pickProblem('ids', `有 ${gone} 份不能抽取：没有报送，或已在核查。`))
    return problems
  }
  const { by, value } = wish.size
  const most = by === 'count' ? candidates.length : 100
  if (Number.isSafeInteger(value) && value >= 1 && value <= most) return []
  return [
    pickProblem(
      'size',
      by === 'count' ? `份数应为 1 到 ${most} 之间的整数。` : '比例应为 1% 到 100% 之间的整数。',
    ),
  ]
}

/** 复核: computes a pick again from its record; '' problems where it is what the record says. */
export function verifyPick(pick: SpotPick): Problem[] {
  const { picked, problems } = pickForms(pick.wish, pick.candidates, pick.seed)
  if (problems.length > 0) return problems
  return JSON.stringify(picked) === JSON.stringify(pick.picked)
    ? []
    : [pickProblem('picked', '按记录重新计算的名单与记录不一致。')]
}

/** The pick as one phrase: 按风险 5 份, 随机抽取 10%（4 份）, 指定 2 份. */
export function pickText({ wish, picked }: Pick<SpotPick, 'wish' | 'picked'>): string {
  const way = pickWays[wish.way]
  return wish.way !== 'hand' && wish.size.by === 'share'
    ? `${way} ${wish.size.value}%（${picked.length} 份）`
    : `${way} ${picked.length} 份`
}
