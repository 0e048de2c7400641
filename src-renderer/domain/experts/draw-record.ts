import type { Problem } from '../problem.ts'
import {
  type Candidate,
  type Draw,
  type Drawn,
  drawExperts,
  drawProblem,
  type Excluded,
  fits,
  inOrder,
  type Replacement,
  reasonAgainst,
  slotsOf,
} from './draw.ts'
import { type Expert, emptyExpert } from './expert.ts'
import type { ExpertRules } from './expert-rules.ts'

/** Who sits now, after the replacements, in the order of the places. */
export function membersOf(draw: Pick<Draw, 'drawn' | 'replaced'>): Drawn[] {
  return draw.replaced.reduce<Drawn[]>(
    (members, { outId, inId, inName }) =>
      members.map((each) => (each.id === outId ? { ...each, id: inId, name: inName } : each)),
    draw.drawn,
  )
}

export type ReplacementFound = Pick<
  Replacement,
  'outId' | 'outName' | 'inId' | 'inName' | 'reason' | 'skipped'
>

/**
 * 补抽: the next in the order of the same draw who fits the place, was never in it, and may still be drawn on `today`
 * (`experts` is the register now). A problem where the reason is missing or nobody is left.
 */
export function replaceDrawn(
  draw: Draw,
  outId: string,
  reason: string,
  experts: readonly Expert[],
  today: string,
  rules: ExpertRules,
): { found: ReplacementFound } | { problem: Problem } {
  const out = membersOf(draw).find((member) => member.id === outId)
  if (!out) return { problem: drawProblem('replace', '这位专家不在本次抽取的名单里。') }
  if (reason.trim() === '') return { problem: drawProblem('reason', '请写明不能参加的原因。') }
  const skipped: Excluded[] = []
  for (const { id, name } of waitingFor(draw, out, draw.replaced)) {
    const expert = experts.find((each) => each.id === id)
    const against = expert ? reasonAgainst(expert, { ...draw.request, today }, rules) : '已不在专家库'
    if (against === '') {
      const found = { outId, outName: out.name, inId: id, inName: name, reason: reason.trim(), skipped }
      return { found }
    }
    skipped.push({ id, name, reason: against })
  }
  return { problem: drawProblem('replace', '同一领域没有可以补抽的专家了。请补充专家后重新抽取。') }
}

/** Who of the pool fits a member's place and was not in the draw yet, in the order of the draw. */
function waitingFor(draw: Draw, out: Drawn, replaced: readonly Replacement[]): Candidate[] {
  const slot = slotsOf(draw.request.wanted)[out.slot]
  const used = new Set([...draw.drawn.map(({ id }) => id), ...replaced.map(({ inId }) => inId)])
  if (!slot) return []
  return inOrder(draw.pool, draw.seed).filter((each) => !used.has(each.id) && fits(each, slot))
}

/**
 * 复核: computes the draw again from its seed, pool and request, and every replacement after it. An empty list where
 * the record is what the seed gives; otherwise what differs. Whether the pool was right then is for the trail to show.
 */
export function verifyDraw(draw: Draw, rules: ExpertRules): Problem[] {
  const problems: Problem[] = []
  const doubtful = draw.pool.filter(({ id }) => draw.excluded.some((each) => each.id === id))
  for (const { name } of doubtful) problems.push(drawProblem('pool', `${name}同时记在可抽和不可抽的名单里。`))
  const again = drawExperts(draw.request, draw.pool.map(asExpert), draw.seed, rules)
  problems.push(...again.problems)
  if (JSON.stringify(again.drawn) !== JSON.stringify(draw.drawn))
    problems.push(drawProblem('drawn', '按种子重新计算的名单与记录不一致。'))
  for (const [index, each] of draw.replaced.entries())
    if (!isNext(draw, index, each))
      problems.push(drawProblem('replaced', `第 ${index + 1} 次补抽与抽取顺序不一致。`))
  return problems
}

/** Whether a replacement took the next in the order, but for those it names as skipped. */
function isNext(draw: Draw, index: number, replacement: Replacement): boolean {
  const before = draw.replaced.slice(0, index)
  const out = membersOf({ drawn: draw.drawn, replaced: before }).find(({ id }) => id === replacement.outId)
  if (!out) return false
  const waiting = waitingFor(draw, out, before)
  const at = replacement.skipped.length
  const order = [...replacement.skipped.map(({ id }) => id), replacement.inId]
  return order.every((id, place) => waiting[place]?.id === id) && waiting[at]?.id === replacement.inId
}

/** A candidate of the record as an expert against whom nothing stands. */
function asExpert(candidate: Candidate): Expert {
  const { id, name, fields, specialty } = candidate
  const rest = { demo: false, ratings: [], initials: '', revision: 1, changedAt: '', changedBy: '' }
  return { ...emptyExpert, ...rest, id, name, fields, specialty }
}
