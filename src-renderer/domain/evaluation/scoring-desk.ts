import type { Problem } from '../problem.ts'
import { indicatorsOf, type SystemIndicator } from './indicator-system.ts'
import { type Answer, answerKind, type Mark, type MarkPoints, markPoints } from './mark.ts'
import type { EvaluationRules } from './rules.ts'
import { type ScoreSheet, sheetProblems, visibleSheets } from './score-sheet.ts'
import type { EvaluationTask, Material } from './task.ts'

/** The sheet on which an expert works: of the second round where there is one. */
export function presentSheet<Sheet extends ScoreSheet>(
  sheets: readonly Sheet[],
  expertId: string,
): Sheet | undefined {
  const own = sheets.filter((sheet) => sheet.expertId === expertId)
  return own.find(({ round }) => round === 2) ?? own[0]
}

/** The indicators of a sheet in the order in which they are scored: the calibration item first. */
export function deskItems(
  { system, calibrationId }: Pick<EvaluationTask, 'system' | 'calibrationId'>,
  { asked }: Pick<ScoreSheet, 'asked'>,
): SystemIndicator[] {
  const items = indicatorsOf(system).filter(({ id }) => asked.includes(id))
  const first = items.filter(({ id }) => id === calibrationId)
  return [...first, ...items.filter(({ id }) => id !== calibrationId)]
}

/** How far an item is: not yet, whole, something off, something unproven, or scored but with something missing. */
export type ItemState = 'open' | 'full' | 'lost' | 'unproven' | 'lacking'

export type DeskItem = {
  indicator: SystemIndicator
  mark: Mark | undefined
  result: MarkPoints | null
  state: ItemState
  problems: readonly Problem[]
  /** Not yet to be scored: the calibration item comes first. */
  isLocked: boolean
}

/** The items of a sheet with their points and what each of them lacks. */
export function deskOf(
  task: Pick<EvaluationTask, 'system' | 'calibrationId'>,
  sheet: ScoreSheet,
  rules: EvaluationRules,
): DeskItem[] {
  const problems = sheetProblems(sheet, task.system, rules)
  const isWaiting = sheet.asked.includes(task.calibrationId) && sheet.marks[task.calibrationId] === undefined
  return deskItems(task, sheet).map((indicator) => {
    const mark = sheet.marks[indicator.id]
    const result = mark ? markPoints(indicator, mark, rules) : null
    const own = problems.filter(({ at }) => at === indicator.id)
    return {
      ...{ indicator, mark, result, problems: own, state: stateOf(result, own) },
      isLocked: isWaiting && indicator.id !== task.calibrationId,
    }
  })
}

function stateOf(result: MarkPoints | null, problems: readonly Problem[]): ItemState {
  if (!result || result.points === null) return 'open'
  if (problems.length > 0) return 'lacking'
  if (result.unproven > 0) return 'unproven'
  return result.lost > 0 ? 'lost' : 'full'
}

/** An answer that says nothing yet, to which a reason or evidence can be tied before it is given. */
export function emptyAnswer({ method }: Pick<SystemIndicator, 'method'>): Answer {
  switch (answerKind(method)) {
    case 'aspects':
      return { kind: 'aspects', findings: {} }
    case 'deduction':
      return { kind: 'deduction', counts: {} }
    case 'points':
      return { kind: 'points', points: -1 }
    case 'value':
      return { kind: 'value', value: '' }
    default:
      // Neither 是 nor 否: it fits no question, so the item stays open.
      return { kind: 'value', value: '' }
  }
}

/**
 * What a number key says of an indicator: a level of 人工分档 (the best is the full mark, the others their lower border),
 * 是 or 否, the next finding of a 要点, one more occurrence of a deduction; 0 is 全部符合 and 没有扣分. null where the key says
 * nothing. A value is typed, so its keys say nothing here.
 */
export function answerOfKey(
  indicator: Pick<SystemIndicator, 'points' | 'method'>,
  before: Answer | undefined,
  key: number,
  rules: EvaluationRules,
): Answer | null {
  const { method, points } = indicator
  if (method.kind === 'yes-no') return key === 1 || key === 2 ? { kind: 'yes-no', yes: key === 1 } : null
  if (method.kind === 'graded') return levelAnswer(points, key, rules)
  if (method.kind === 'aspects') {
    if (key === 0)
      return {
        kind: 'aspects',
        findings: Object.fromEntries(method.aspects.map(({ id }) => [id, 'met' as const])),
      }
    const aspect = method.aspects[key - 1]
    if (!aspect) return null
    const findings = before?.kind === 'aspects' ? before.findings : {}
    const next = { met: 'unmet', unmet: 'unproven', unproven: 'met' } as const
    const found = findings[aspect.id]
    return { kind: 'aspects', findings: { ...findings, [aspect.id]: found ? next[found] : 'met' } }
  }
  if (method.kind !== 'deduction') return null
  if (key === 0) return { kind: 'deduction', counts: {} }
  const item = method.items[key - 1]
  if (!item) return null
  const counts = before?.kind === 'deduction' ? before.counts : {}
  return { kind: 'deduction', counts: { ...counts, [item.id]: (counts[item.id] ?? 0) + 100 } }
}

function levelAnswer(full: number, key: number, rules: EvaluationRules): Answer | null {
  const band = rules.scoring.bands[key - 1]
  if (!band) return null
  // The lower border of a band in whole hundredths: rounded up, it still lies in the band.
  const border = Math.ceil((full * band.from) / 100)
  return { kind: 'points', points: key === 1 ? full : border }
}

/** 校准: what all experts gave the calibration item, once each of them has; before only how many have. */
export type Calibration = { given: number; of: number; points: readonly number[]; isFar: boolean }

/**
 * How far the experts lie apart at the indicator that all score first; null where none was named. Until all have scored it
 * only how many have: nobody is to follow the others.
 */
export function calibrationOf(
  task: Pick<EvaluationTask, 'system' | 'calibrationId' | 'experts'>,
  sheets: readonly ScoreSheet[],
  rules: EvaluationRules,
): Calibration | null {
  const indicator = indicatorsOf(task.system).find(({ id }) => id === task.calibrationId)
  if (!indicator) return null
  const points = task.experts.flatMap(({ expertId }) => {
    const mark = sheets.find((sheet) => sheet.expertId === expertId && sheet.round === 1)?.marks[indicator.id]
    const result = mark && markPoints(indicator, mark, rules)
    return result && result.points !== null ? [result.points] : []
  })
  const of = task.experts.length
  if (points.length < of || of === 0) return { given: points.length, of, points: [], isFar: false }
  const spread = Math.max(...points) - Math.min(...points)
  const isFar = spread * 100 > rules.scoring.spread.dispute * indicator.points
  return { given: of, of, points: points.toSorted((a, b) => b - a), isFar }
}

/** What experts are told of the object: in a blind task neither its name nor its unit. */
export function shownName({
  isBlind,
  name,
  number,
}: Pick<EvaluationTask, 'isBlind' | 'name' | 'number'>): string {
  return isBlind ? `匿名评价对象（${number}）` : name
}

/** The next 底稿 number of a task: counted on from the highest of its kind. */
export function nextMaterialNumber(materials: readonly Pick<Material, 'number'>[]): string {
  const taken = materials.flatMap(({ number }) => {
    const found = /^D(\d+)$/.exec(number)
    return found ? [Number(found[1])] : []
  })
  return `D${String(Math.max(0, ...taken) + 1).padStart(2, '0')}`
}

/** What the others gave an indicator, for one who may see it: the own sheet of the first round is signed. */
export function othersPoints(
  indicator: SystemIndicator,
  sheets: readonly ScoreSheet[],
  own: Pick<ScoreSheet, 'id' | 'expertId'>,
  rules: EvaluationRules,
): { name: string; points: number | null; reason: string }[] {
  return visibleSheets(sheets, own.expertId)
    .filter(({ expertId, round }) => expertId !== own.expertId && round === 1)
    .flatMap(({ name, marks }) => {
      const mark = marks[indicator.id]
      return mark ? [{ name, points: markPoints(indicator, mark, rules).points, reason: mark.reason }] : []
    })
}
