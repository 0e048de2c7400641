import { isDay } from '../dates.ts'
import type { Problem, Severity } from '../problem.ts'
import { combined } from './combine.ts'
import { indicatorsOf } from './indicator-system.ts'
import type { EvaluationRules } from './rules.ts'
import type { ScoreSheet } from './score-sheet.ts'
import { systemProblems } from './system-weights.ts'
import type { EvaluationTask, FrozenResult } from './task.ts'

function found(at: string, severity: Severity, message: string, clause = ''): Problem {
  return { code: `task-${at}`, severity, at, message, clause, suggestion: '' }
}

/** The rules of the year with the way of putting sheets together that the task chose; '' leaves the year's. */
export function rulesForTask(
  { aggregation }: Pick<EvaluationTask, 'aggregation'>,
  rules: EvaluationRules,
): EvaluationRules {
  if (aggregation === '') return rules
  const scoring = { ...rules.scoring, aggregation: { ...rules.scoring.aggregation, method: aggregation } }
  return { ...rules, scoring }
}

type Prepared = Pick<
  EvaluationTask,
  'system' | 'experts' | 'calibrationId' | 'startsOn' | 'dueOn' | 'materials'
>

/** What must be there before sheets are opened: errors keep it back, warnings and hints are shown. */
export function taskProblems(task: Prepared, rules: EvaluationRules): Problem[] {
  const { least, clause } = rules.scoring.aggregation
  const problems = systemProblems(task.system, rules.scoring)
  const ids = task.experts.map(({ expertId }) => expertId)
  if (ids.length < least)
    problems.push(
      found('experts', 'error', `专家 ${ids.length} 人，至少需要 ${least} 人才能形成结果。`, clause),
    )
  if (new Set(ids).size !== ids.length) problems.push(found('experts', 'error', '同一位专家列了两次。'))
  if (task.experts.some(({ weight }) => !Number.isSafeInteger(weight) || weight <= 0))
    problems.push(found('experts', 'error', '专家的权重应为大于 0 的整数。'))
  if (task.calibrationId !== '' && !indicatorsOf(task.system).some(({ id }) => id === task.calibrationId))
    problems.push(found('calibrationId', 'error', '校准指标已不在指标体系中，请重新选择。'))
  if (isDay(task.startsOn) && isDay(task.dueOn) && task.dueOn < task.startsOn)
    problems.push(found('dueOn', 'error', '完成日期早于开始日期。'))
  if (task.dueOn === '') problems.push(found('dueOn', 'hint', '还没有填写完成日期。'))
  const bare = bareIndicators(task)
  if (bare.length > 0)
    problems.push(found('materials', 'hint', `${bare.length} 个指标还没有佐证材料；扣分须关联佐证。`))
  return problems
}

/** Indicators that no material is tied to, in the order of the table. */
export function bareIndicators({
  system,
  materials,
}: Pick<EvaluationTask, 'system' | 'materials'>): string[] {
  const proved = new Set(materials.flatMap(({ indicatorIds }) => indicatorIds))
  return indicatorsOf(system).flatMap(({ id }) => (proved.has(id) ? [] : [id]))
}

/** What keeps the first round from being ended: every expert of the task signs. */
export function scoringProblems(
  { experts }: Pick<EvaluationTask, 'experts'>,
  sheets: readonly ScoreSheet[],
): Problem[] {
  return experts
    .filter(({ expertId }) => !isSigned(sheets, expertId, 1))
    .map(({ expertId, name }) => found(`experts.${expertId}`, 'error', `${name}的评分表还没有签名。`))
}

/** What keeps a task from being asked about and concluded: no result yet, or a second round still open. */
export function resultProblems(
  task: Pick<EvaluationTask, 'system' | 'aggregation'>,
  sheets: readonly ScoreSheet[],
  rules: EvaluationRules,
): Problem[] {
  const { why } = combined(task.system, sheets, rulesForTask(task, rules))
  const open = sheets.filter(({ round, signedAt }) => round === 2 && signedAt === '')
  return [
    ...(why === '' ? [] : [found('result', 'error', `还没有形成结果：${why}。`)]),
    ...open.map(({ expertId, name }) =>
      found(`experts.${expertId}`, 'error', `${name}的第二轮评分还没有签名。`),
    ),
  ]
}

function isSigned(sheets: readonly ScoreSheet[], expertId: string, round: 1 | 2): boolean {
  return sheets.some((sheet) => sheet.expertId === expertId && sheet.round === round && sheet.signedAt !== '')
}

/** What the signed sheets come to, as it is kept at the conclusion; null while there is no result. */
export function frozenResult(
  task: Pick<EvaluationTask, 'system' | 'aggregation'>,
  sheets: readonly ScoreSheet[],
  pack: { id: string; version: number; evaluationRevision?: number; evaluation: EvaluationRules },
): FrozenResult | null {
  const rules = rulesForTask(task, pack.evaluation)
  const { items, total, grade } = combined(task.system, sheets, rules)
  if (total === null || grade === '') return null
  return {
    rulesId: pack.id,
    rulesVersion: pack.version,
    ...(pack.evaluationRevision === undefined ? {} : { ownRevision: pack.evaluationRevision }),
    aggregation: rules.scoring.aggregation.method,
    points: Object.fromEntries(items.map(({ indicator, points }) => [indicator.id, points ?? 0])),
    total,
    grade,
  }
}
