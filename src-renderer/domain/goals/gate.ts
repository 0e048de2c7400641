import type { AssessmentResult } from '../assessments/result.ts'
import type { Grade } from '../grade.ts'
import { formatWanExact } from '../money.ts'
import type { Problem } from '../problem.ts'
import type { ReviewRules } from '../year-rules.ts'
import type { GoalContent } from './goal.ts'

/** What the budget asks about a goal. */
export type GateFacts = {
  content: GoalContent
  problems: readonly Problem[]
  /** 综合评定等级; '' where none was given. */
  grade: Grade | ''
  /** The rule that demands a pre-assessment, as a sentence; null where none does. */
  need: { what: string; clause: string } | null
  assessment: AssessmentResult
}

/** One rule that keeps an item out of the budget. */
export type GateStop = { code: string; text: string; clause: string }

const goalClause = '巴财〔2020〕38号 三（二）4'
const assessmentClause = '巴财〔2020〕38号 三（二）1'

function goalStops({ content, problems }: GateFacts): GateStop[] {
  if (content.annualGoals.every((text) => text.trim() === '') || content.indicators.length === 0) {
    return [{ code: 'goal-missing', text: '没有绩效目标或绩效指标，不得安排预算。', clause: goalClause }]
  }
  const vague = problems.find(
    (problem) => problem.code === 'vague-wording' && problem.at.startsWith('annualGoals'),
  )
  // A vague word beside figures is for the reviewer to judge; without any figure there is nothing to hold on to.
  if (vague && !/\d/.test(content.annualGoals.join(''))) {
    return [{ code: 'goal-vague', text: `绩效目标模糊：${vague.message}`, clause: goalClause }]
  }
  const errors = problems.filter((problem) => problem.severity === 'error')
  if (errors.length === 0) return []
  return [{ code: 'goal-faulty', text: `还有 ${errors.length} 处错误没有改正。`, clause: goalClause }]
}

function gradeStops({ grade, content }: GateFacts, rules: ReviewRules): GateStop[] {
  if (grade === '') {
    if (content.importance !== 'key') return []
    return [{ code: 'grade-missing', text: '重点项目还没有填审核表评定等级。', clause: goalClause }]
  }
  const outcome = rules.outcomes[grade]
  if (outcome.passes) return []
  return [{ code: 'goal-rejected', text: `审核等级不够：${outcome.text}。`, clause: outcome.clause }]
}

function assessmentStops({ need, assessment, content }: GateFacts): GateStop[] {
  if (assessment.state === 'oppose') {
    return [{ code: 'assessment-negative', text: '事前绩效评估结论为“不予支持”。', clause: assessmentClause }]
  }
  if (assessment.state === 'adjust' && assessment.recommended !== null) {
    const most = assessment.recommended
    if ((content.total ?? 0) <= most) return []
    const text = `事前绩效评估为“调整后支持”，建议金额 ${formatWanExact(most)} 万元，申报 ${formatWanExact(content.total ?? 0)} 万元。`
    return [{ code: 'assessment-amount', text, clause: assessmentClause }]
  }
  if (assessment.state === 'pending') {
    return [{ code: 'assessment-pending', text: '事前绩效评估还没有结论。', clause: assessmentClause }]
  }
  if (need === null || assessment.state !== 'none') return []
  return [
    { code: 'assessment-missing', text: `${need.what}，应做事前绩效评估，还没有做。`, clause: need.clause },
  ]
}

/**
 * 预算关口: the rules that keep an item from 可入预算 and 批复; none when it may go. 绩效目标缺失（模糊）、未审核通过的
 * 不得安排预算资金；评估结果是安排预算的必备要件 (巴财〔2020〕38号 三（二）1、4).
 */
export function gateStops(facts: GateFacts, rules: ReviewRules): GateStop[] {
  return [...goalStops(facts), ...gradeStops(facts, rules), ...assessmentStops(facts)]
}
