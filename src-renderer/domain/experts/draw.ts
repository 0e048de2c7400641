import type { Day, Moment } from '../dates.ts'
import type { Duty } from '../people/duties.ts'
import type { Problem } from '../problem.ts'
import { avoidReason, type House } from './avoid.ts'
import { type Expert, standing } from './expert.ts'
import { type ExpertField, type ExpertRules, expertFields } from './expert-rules.ts'
import { murmur3 } from './hash.ts'

/** So many experts of one field; '' any field. A specialty (行业小类) narrows it, '' does not. */
export type Wanted = { field: ExpertField | ''; specialty: string; count: number }

/** What experts are drawn for. */
export type DrawRequest = House & { subject: string; wanted: Wanted[]; today: Day }

/** One who could be drawn, as the register had it then: with the seed enough to compute the draw again. */
export type Candidate = { id: string; name: string; fields: ExpertField[]; specialty: string }
export type Excluded = { id: string; name: string; reason: string }
/** `slot` is the place in the list of all that was wanted, `field` what it was wanted for. */
export type Drawn = { id: string; name: string; field: ExpertField | ''; slot: number }
/** 补抽: who could not come and who takes the place; `skipped` were next but may no longer be drawn. */
export type Replacement = {
  outId: string
  outName: string
  inId: string
  inName: string
  reason: string
  skipped: Excluded[]
  at: Moment
  by: string
}

/** 抽取记录. Never deleted: drawing until the result pleases would show. */
export type Draw = {
  id: string
  bookId: string
  subject: string
  /** '' where the draw is for no pre-assessment. */
  assessmentId: string
  unitCode: string
  request: DrawRequest
  /** Which rules held, see expert-rules.ts. */
  rulesId: string
  seed: string
  pool: Candidate[]
  excluded: Excluded[]
  drawn: Drawn[]
  replaced: Replacement[]
  at: Moment
  by: string
  duty: Duty
  revision: number
  changedAt: Moment
  changedBy: string
}

export type DrawOutcome = Pick<Draw, 'pool' | 'excluded' | 'drawn'> & { problems: Problem[] }

const plan38 = '巴财〔2020〕38号 三（四）3'

export function drawProblem(at: string, message: string, clause = ''): Problem {
  return { code: `draw-${at}`, severity: 'error', at, message, clause, suggestion: '' }
}

/**
 * 抽取专家: who may be drawn, who may not and why, and who is drawn. The order is that of the 32-bit MurmurHash3 of
 * `<seed>:<expert id>` (equal ones by id); the places are filled one after the other by the first in that order that
 * fits, someone placed earlier moving to another of the own fields where that lets one more place be filled. Hence the
 * same seed gives the same draw in whatever order the register stands. Problems: fewer than the rules ask or an even
 * number, and how many are missing in which field; then nobody is drawn.
 */
export function drawExperts(
  request: DrawRequest,
  experts: readonly Expert[],
  seed: string,
  rules: ExpertRules,
): DrawOutcome {
  const { pool, excluded } = poolOf(request, experts, rules)
  const problems = checkWanted(request, rules)
  if (problems.length > 0) return { pool, excluded, drawn: [], problems }
  const slots = slotsOf(request.wanted)
  const placed = fill(slots, inOrder(pool, seed))
  const missing = missingProblems(slots, placed)
  const drawn = placed.flatMap((candidate, slot) =>
    candidate ? [{ id: candidate.id, name: candidate.name, field: slots[slot]?.field ?? '', slot }] : [],
  )
  return { pool, excluded, drawn: missing.length > 0 ? [] : drawn, problems: missing }
}

/** Who may be drawn for a request, and who may not with the reason; both in the order of the ids. */
export function poolOf(
  request: DrawRequest,
  experts: readonly Expert[],
  rules: ExpertRules,
): Pick<Draw, 'pool' | 'excluded'> {
  const pool: Candidate[] = []
  const excluded: Excluded[] = []
  for (const expert of experts.toSorted((left, right) => (left.id < right.id ? -1 : 1))) {
    const { id, name, fields, specialty } = expert
    const reason = reasonAgainst(expert, request, rules)
    if (reason === '') pool.push({ id, name, fields: [...fields], specialty })
    else excluded.push({ id, name, reason })
  }
  return { pool, excluded }
}

/** Why an expert may not be drawn; '' where nothing stands against it. */
export function reasonAgainst(expert: Expert, request: DrawRequest, rules: ExpertRules): string {
  const now = standing(expert, request.today, rules)
  if (now.kind !== 'in') return now.reason
  if (expert.fields.length === 0) return '未登记专业领域'
  return avoidReason(expert, request, request.today, rules)
}

function checkWanted(request: DrawRequest, rules: ExpertRules): Problem[] {
  const { drawLeast, drawOdd } = rules.limits
  const problems: Problem[] = []
  if (request.subject.trim() === '') problems.push(drawProblem('subject', '请写明为哪个项目抽取。'))
  const counts = request.wanted.map(({ count }) => count)
  if (counts.some((count) => !Number.isSafeInteger(count) || count < 0))
    problems.push(drawProblem('wanted', '人数应为不小于 0 的整数。'))
  const total = countOf(request)
  if (total < drawLeast.value)
    problems.push(
      drawProblem('wanted', `共 ${total} 人，每次抽取不少于 ${drawLeast.value} 人。`, drawLeast.clause),
    )
  if (drawOdd.value === 1 && total % 2 === 0)
    problems.push(drawProblem('wanted', `共 ${total} 人，抽取人数须为单数。`, drawOdd.clause))
  return problems
}

/** How many are to be drawn. */
export function countOf(request: Pick<DrawRequest, 'wanted'>): number {
  return request.wanted.reduce((sum, { count }) => sum + count, 0)
}

type Slot = Pick<Wanted, 'field' | 'specialty'>

/** One place for each expert wanted. Places of one field come before those of any, which take who is left. */
export function slotsOf(wanted: readonly Wanted[]): Slot[] {
  const slots = wanted.flatMap(({ field, specialty, count }) =>
    Array.from({ length: count }, () => ({ field, specialty: specialty.trim() })),
  )
  return [...slots.filter(({ field }) => field !== ''), ...slots.filter(({ field }) => field === '')]
}

/** The candidates in the order in which the seed draws them. */
export function inOrder(pool: readonly Candidate[], seed: string): Candidate[] {
  const rank = (id: string) => murmur3(`${seed}:${id}`, 0)
  return pool
    .map((candidate) => ({ candidate, at: rank(candidate.id) }))
    .toSorted((left, right) => left.at - right.at || (left.candidate.id < right.candidate.id ? -1 : 1))
    .map(({ candidate }) => candidate)
}

/** Whether an expert may take a place: by its field, and by its specialty where it asks for one. */
export function fits(candidate: Candidate, slot: Slot): boolean {
  if (slot.field !== '' && !candidate.fields.includes(slot.field)) return false
  return slot.specialty === '' || candidate.specialty.includes(slot.specialty)
}

/** Fills the places; null where nobody is left. Once placed, an expert may change the place but stays drawn. */
function fill(slots: readonly Slot[], order: readonly Candidate[]): (Candidate | null)[] {
  const placed: (Candidate | null)[] = slots.map(() => null)
  for (const at of slots.keys()) place(at, new Set())
  return placed

  /** A way to one more filled place (augmenting path): a free one first, else one whose holder can move on. */
  function place(at: number, tried: Set<string>): boolean {
    const slot = slots[at]
    if (!slot) return false
    const open = order.filter((candidate) => fits(candidate, slot) && !tried.has(candidate.id))
    const free = open.find((candidate) => !placed.includes(candidate))
    if (free) {
      placed[at] = free
      return true
    }
    for (const candidate of open) {
      if (tried.has(candidate.id)) continue
      tried.add(candidate.id)
      if (!place(placed.indexOf(candidate), tried)) continue
      placed[at] = candidate
      return true
    }
    return false
  }
}

function missingProblems(slots: readonly Slot[], placed: readonly (Candidate | null)[]): Problem[] {
  const missing = new Map<string, number>()
  for (const [at, slot] of slots.entries())
    if (!placed[at]) missing.set(slotName(slot), (missing.get(slotName(slot)) ?? 0) + 1)
  return [...missing].map(([name, count]) =>
    drawProblem('missing', `可抽的专家不够：${name}还差 ${count} 人。`, plan38),
  )
}

function slotName({ field, specialty }: Slot): string {
  const name = field === '' ? '不限领域' : expertFields[field]
  return specialty === '' ? name : `${name}（${specialty}）`
}
