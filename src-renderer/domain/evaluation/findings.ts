import type { Problem } from '../problem.ts'
import { indicatorsOf } from './indicator-system.ts'
import { type EvidenceRef, markPoints } from './mark.ts'
import type { EvaluationRules } from './rules.ts'
import type { ScoreSheet } from './score-sheet.ts'
import type { EvaluationTask, TaskProblem, TaskReply } from './task.ts'

/** 采纳情况 of what the evaluated unit says. */
export const replyDecisions = { adopted: '采纳', partly: '部分采纳', refused: '不采纳' } as const

/** What experts wrote where they took points off: the ground of the problem list, by indicator. */
export type Deduction = {
  indicatorId: string
  /** The most that one expert took off, in hundredths. */
  lost: number
  /** Distinct reasons, in the order of the sheets. */
  reasons: readonly string[]
  evidence: readonly EvidenceRef[]
}

/** The reasons of the signed sheets where points were lost, the second round in place of the first. */
export function deductionsOf(
  { system }: Pick<EvaluationTask, 'system'>,
  sheets: readonly ScoreSheet[],
  rules: EvaluationRules,
): Deduction[] {
  const signed = sheets.filter(({ signedAt }) => signedAt !== '')
  return indicatorsOf(system).flatMap((indicator): Deduction[] => {
    const marks = latestMarks(signed, indicator.id).flatMap((mark) => {
      const result = markPoints(indicator, mark, rules)
      return result.points !== null && result.lost > 0 ? [{ ...mark, lost: result.lost }] : []
    })
    if (marks.length === 0) return []
    const reasons = [...new Set(marks.map(({ reason }) => reason.trim()).filter((reason) => reason !== ''))]
    const evidence = new Map(
      marks.flatMap((mark) => mark.evidence).map((each) => [JSON.stringify(each), each]),
    )
    return [
      {
        indicatorId: indicator.id,
        lost: Math.max(...marks.map(({ lost }) => lost)),
        reasons,
        evidence: [...evidence.values()],
      },
    ]
  })
}

function latestMarks(signed: readonly ScoreSheet[], id: string) {
  const experts = [...new Set(signed.map(({ expertId }) => expertId))]
  return experts.flatMap((expert) => {
    const own = signed.filter(({ expertId, marks }) => expertId === expert && marks[id] !== undefined)
    const mark = own.toSorted((a, b) => b.round - a.round)[0]?.marks[id]
    return mark ? [mark] : []
  })
}

/** Problems drafted from deductions that no problem of the list speaks of yet; the owner is the evaluated unit. */
export function draftedProblems(
  known: readonly TaskProblem[],
  deductions: readonly Deduction[],
  made: { nextId: () => string; owner: string },
): TaskProblem[] {
  const taken = new Set(known.map(({ indicatorId }) => indicatorId))
  return deductions
    .filter(({ indicatorId, reasons }) => !taken.has(indicatorId) && reasons.length > 0)
    .map(({ indicatorId, reasons, evidence }) => ({
      id: made.nextId(),
      indicatorId,
      text: reasons
        .map((reason) => reason.replace(/[。；;]+$/, ''))
        .join('；')
        .concat('。'),
      amount: null,
      owner: made.owner,
      advice: '',
      evidence,
    }))
}

/** Replies that still want a decision; one that is not adopted wants a word. */
export function openReplies(replies: readonly TaskReply[]): TaskReply[] {
  return replies.filter(
    ({ decision, answer }) => decision === '' || (decision !== 'adopted' && answer.trim() === ''),
  )
}

/** What an evaluation that was asked about waits for: the unit's opinion, decisions on what it said, or the conclusion. */
export type AskedTurn = 'opinion' | 'decision' | 'conclusion'

/**
 * Whose turn it is once a unit was asked: an unanswered reply comes first; a unit that says nothing is waited for until its days
 * are over (`isOver`), then the conclusion is. A government's budget has no unit here: its answer is registered.
 */
export function askedTurn(
  { unitId, replies }: Pick<EvaluationTask, 'unitId' | 'replies'>,
  isOver: boolean,
): AskedTurn {
  if (openReplies(replies).length > 0) return 'decision'
  return replies.length === 0 && unitId !== '' && !isOver ? 'opinion' : 'conclusion'
}

/** What keeps a task from being concluded beside its result: unanswered replies, problems without text or owner. */
export function conclusionProblems(task: Pick<EvaluationTask, 'replies' | 'problems'>): Problem[] {
  const fault = (at: string, message: string): Problem => ({
    ...{ code: `task-${at}`, severity: 'error', at, message, clause: '', suggestion: '' },
  })
  const replies = openReplies(task.replies).length
  const bare = task.problems.filter(({ text, owner }) => text.trim() === '' || owner.trim() === '').length
  return [
    ...(replies > 0
      ? [fault('replies', `被评价单位的 ${replies} 条意见还没有处理完，不采纳的要写明理由。`)]
      : []),
    ...(bare > 0 ? [fault('problems', `问题清单有 ${bare} 条没有写明问题或责任主体。`)] : []),
  ]
}
