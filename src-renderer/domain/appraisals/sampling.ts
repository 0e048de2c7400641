import type { Moment } from '../dates.ts'
import { murmur3 } from '../experts/hash.ts'
import type { Duty } from '../people/duties.ts'
import type { Problem } from '../problem.ts'
import type { SampleDraw } from './appraisal.ts'
import type { AppraisalFacts } from './facts.ts'
import { openDisclosuresOf } from './metrics.ts'
import type { SampleKind } from './scheme.ts'

export type SampleCandidate = { id: string; name: string }

/** What may be drawn: in the order of ids. Secret (涉密) objects are never among them: the list leaves with the file. */
export function candidatesOf(kind: SampleKind, facts: AppraisalFacts): SampleCandidate[] {
  const secret = new Set(facts.goals.filter((goal) => goal.secret).map(({ id }) => id))
  const named = listOf(kind, facts).filter(({ goalId }) => !secret.has(goalId))
  return named.map(({ id, name }) => ({ id, name })).toSorted((left, right) => (left.id < right.id ? -1 : 1))
}

function listOf(kind: SampleKind, facts: AppraisalFacts): { id: string; name: string; goalId: string }[] {
  if (kind === 'assessments')
    return facts.assessments
      .filter(({ state }) => state === 'concluded')
      .map(({ id, name, goalId }) => ({ id, name, goalId }))
  if (kind === 'goals')
    return facts.goals
      .filter(({ status }) => status === 'approved')
      .map(({ id, name }) => ({ id, name, goalId: id }))
  return openDisclosuresOf(facts)
    .filter(({ publishedOn }) => publishedOn !== '')
    .map(({ id, name, goalId }) => ({ id, name, goalId }))
}

function fault(at: string, message: string): Problem {
  return { code: `sample-${at}`, severity: 'error', at, message, clause: '', suggestion: '' }
}

/** What a person asks for: so many by chance, or these by name with a reason. */
export type SampleWish = { size: number; ids: readonly string[]; reason: string }

/**
 * 抽查: draws by chance in the order of the 32-bit MurmurHash3 of `<seed>:<id>`, or takes those named. The same candidates and
 * seed give the same draw in whatever order they stand. Problems: nothing to draw, an impossible number, no reason.
 */
export function drawSample(
  wish: SampleWish,
  candidates: readonly SampleCandidate[],
  seed: string,
): { picked: string[]; problems: Problem[] } {
  const problem = wishProblem(wish, candidates)
  if (problem) return { picked: [], problems: [problem] }
  if (wish.ids.length > 0) return { picked: [...wish.ids].sort(), problems: [] }
  const rank = new Map(candidates.map(({ id }) => [id, murmur3(`${seed}:${id}`, 0)]))
  const ordered = candidates
    .map(({ id }) => id)
    .toSorted((left, right) => (rank.get(left) ?? 0) - (rank.get(right) ?? 0) || (left < right ? -1 : 1))
  return { picked: ordered.slice(0, wish.size), problems: [] }
}

function wishProblem(wish: SampleWish, candidates: readonly SampleCandidate[]): Problem | null {
  if (candidates.length === 0) return fault('candidates', '没有可以抽查的对象。')
  if (wish.ids.length > 0) {
    if (wish.reason.trim() === '') return fault('reason', '指定抽查须写明原因。')
    const known = new Set(candidates.map(({ id }) => id))
    return wish.ids.every((id) => known.has(id)) ? null : fault('ids', '所选的对象不能抽查，请重新选择。')
  }
  if (Number.isSafeInteger(wish.size) && wish.size >= 1 && wish.size <= candidates.length) return null
  return fault('size', `份数应为 1 到 ${candidates.length} 之间的整数。`)
}

/** 复核: whether a record is what its seed gives. */
export function isTrueDraw(draw: SampleDraw): boolean {
  const ids = draw.reason === '' ? [] : draw.picked
  const { picked } = drawSample({ size: draw.size, ids, reason: draw.reason }, draw.candidates, draw.seed)
  return JSON.stringify(picked) === JSON.stringify(draw.picked)
}

/** The record of a draw. */
export function sampleDraw(
  itemId: string,
  wish: SampleWish,
  candidates: readonly SampleCandidate[],
  picked: readonly string[],
  made: { id: string; seed: string; at: Moment; by: string; duty: Duty },
): SampleDraw {
  return { ...made, itemId, reason: wish.reason.trim(), size: picked.length, candidates, picked }
}
