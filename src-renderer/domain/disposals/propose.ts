import type { Day } from '../dates.ts'
import { isReported } from '../monitoring/flow.ts'
import type { LightKind, Lights } from '../monitoring/lights.ts'
import type { Monitoring } from '../monitoring/monitoring.ts'
import { type SpotCheck, verdicts } from '../spot-checks/spot-check.ts'
import { type Disposal, type DisposalCause, isOpenDisposal, isOverdue } from './disposal.ts'
import { type DisposalRules, type Measure, measureList, measureRule, type ProposalRule } from './rules.ts'

/** What the rules propose for one goal; a person may choose another measure. */
export type Candidate = Pick<
  Disposal,
  | 'goalId'
  | 'unitId'
  | 'name'
  | 'code'
  | 'kind'
  | 'roundId'
  | 'spotCheckId'
  | 'month'
  | 'causes'
  | 'proposed'
  | 'measure'
  | 'goalChange'
  | 'demand'
>

type Facts = { month: number; impossible: boolean }

/**
 * The row for a cause: of those for its kind and colour the one with the latest month that has come, and, where the goal is
 * 完全不可能, one written for that before the others. Undefined where the rules propose nothing.
 */
export function proposalFor(
  cause: Pick<DisposalCause, 'kind' | 'colour'>,
  { month, impossible }: Facts,
  rules: Pick<DisposalRules, 'proposals'>,
): ProposalRule | undefined {
  const rows = rules.proposals.filter(
    (row) =>
      row.on === cause.kind &&
      row.colour === cause.colour &&
      row.fromMonth <= month &&
      (impossible || !row.impossible),
  )
  const special = rows.filter((row) => row.impossible)
  const fitting = special.length > 0 ? special : rows
  return fitting.toSorted((left, right) => right.fromMonth - left.fromMonth)[0]
}

/**
 * The measures for all causes together: first the gravest of those that are usual for each cause, then the others, the
 * gravest first. Empty where the rules propose nothing.
 */
export function proposedMeasures(
  causes: readonly Pick<DisposalCause, 'kind' | 'colour'>[],
  facts: Facts,
  rules: Pick<DisposalRules, 'proposals'>,
): Measure[] {
  const rows = causes.flatMap((cause) => proposalFor(cause, facts, rules) ?? [])
  const usual = gravestFirst(rows.flatMap(({ measures }) => measures.slice(0, 1)))[0]
  if (!usual) return []
  const others = gravestFirst(rows.flatMap(({ measures }) => measures)).filter((each) => each !== usual)
  return [usual, ...others]
}

function gravestFirst(list: readonly Measure[]): Measure[] {
  return measureList.filter((measure) => list.includes(measure)).toReversed()
}

const lightOrder: readonly LightKind[] = ['execution', 'goal', 'gap', 'forecast']

/** The lights for which the rules propose something, whole, as they are now. */
function causesOfLights(
  lights: Lights,
  facts: Facts,
  rules: Pick<DisposalRules, 'proposals'>,
): DisposalCause[] {
  return lightOrder.flatMap((kind) => {
    const { colour, reason, formula, inputs, line, clause, mark } = lights[kind]
    const cause: DisposalCause = { kind, colour, text: reason, formula, inputs, line, clause, mark }
    return proposalFor(cause, facts, rules) ? [cause] : []
  })
}

/** The cause that a spot check gives: false reports are grave, mostly true ones a warning; null where all was true. */
export function causeOfSpotCheck({
  verdict,
  checkedOn,
  lines,
}: Pick<SpotCheck, 'verdict' | 'checkedOn' | 'lines'>): DisposalCause | null {
  if (verdict !== 'false' && verdict !== 'mostly') return null
  const said = lines
    .filter((line) => line.verdict === 'false' || line.verdict === 'mostly')
    .map(({ subject, reported, found, text }) =>
      [`${subject}填报 ${reported || '空'}，核查为 ${found || '空'}`, text.trim()].filter(Boolean).join('，'),
    )
  const what = `重点核查：${verdicts[verdict]}。`
  return {
    kind: 'spot-check',
    colour: verdict === 'false' ? 'red' : 'yellow',
    text: said.length > 0 ? `${what}${said.join('；')}。` : what,
    formula: '',
    inputs: [{ name: '核查日期', value: checkedOn || '未填' }],
    line: `核查结论为“${verdicts.mostly}”或“${verdicts.false}”`,
    clause: '巴财〔2020〕38号 三（二）2（重点核查）',
    mark: '源',
  }
}

/** The cause that an answer gives which did not come in time (四川: 超时自动暂停). */
export function causeOfDelay(dueOn: Day, today: Day, rules: DisposalRules): DisposalCause {
  const row = rules.proposals.find(({ on }) => on === 'overdue')
  return {
    kind: 'overdue',
    colour: 'red',
    text: `整改期限为 ${dueOn}，到 ${today} 还没有报送整改情况。`,
    formula: '',
    inputs: [
      { name: '整改期限', value: dueOn },
      { name: '今天', value: today },
    ],
    line: `从发文次日起 ${rules.workingDays} 个工作日内`,
    clause: row?.clause ?? rules.clause,
    mark: row?.mark ?? rules.mark,
  }
}

/** The lights as they count: those of a collected form are as they were then, with what they rest on now. */
export function countedLights({ frozen }: Pick<Monitoring, 'frozen'>, lights: Lights): Lights {
  if (!frozen) return lights
  const of = (kind: LightKind) => ({ ...lights[kind], ...frozen[kind] })
  return { execution: of('execution'), goal: of('goal'), gap: of('gap'), forecast: of('forecast') }
}

/** A candidate with another measure, and the demand that goes with it. */
export function withMeasure(candidate: Candidate, measure: Measure, rules: DisposalRules): Candidate {
  return { ...candidate, measure, demand: measureRule(rules, measure)?.demand ?? '' }
}

/** Whether an indicator was reported as 完全不可能. */
function isImpossible({ entries }: Pick<Monitoring, 'entries'>): boolean {
  return entries.some(({ likelihood }) => likelihood === 'impossible')
}

/**
 * What the rules propose for a reported form, with a spot check that was taken over where there is one; null where it is
 * not reported or nothing calls for a disposal.
 */
export function candidateOf(
  form: Monitoring,
  lights: Lights,
  spotCheck: SpotCheck | null,
  rules: DisposalRules,
): Candidate | null {
  if (!isReported(form.state)) return null
  const facts = { month: form.month, impossible: isImpossible(form) }
  const found = spotCheck?.state === 'taken' ? causeOfSpotCheck(spotCheck) : null
  const causes = [...causesOfLights(lights, facts, rules), ...(found ? [found] : [])]
  const proposed = proposedMeasures(causes, facts, rules)
  const [measure] = proposed
  if (!measure) return null
  const { goalId, unitId, name, code, kind, roundId, month } = form
  return {
    ...{ goalId, unitId, name, code, kind, roundId, month },
    spotCheckId: found && spotCheck ? spotCheck.id : '',
    causes,
    proposed,
    measure,
    goalChange: facts.impossible,
    demand: measureRule(rules, measure)?.demand ?? '',
  }
}

/** Whether a goal already has a disposal that is not done with in the same round. */
export function isTaken(
  wanted: Pick<Candidate, 'goalId' | 'roundId'>,
  known: readonly Pick<Disposal, 'goalId' | 'roundId' | 'state'>[],
): boolean {
  return known.some(
    ({ goalId, roundId, state }) =>
      goalId === wanted.goalId && roundId === wanted.roundId && isOpenDisposal(state),
  )
}

/** What the rules propose on a day: for one that is overdue, first what they propose for that (四川: 超时自动暂停). */
export function proposedOn(
  disposal: Pick<Disposal, 'state' | 'dueOn' | 'proposed'>,
  today: Day,
  rules: DisposalRules,
): readonly Measure[] {
  if (!isOverdue(disposal, today)) return disposal.proposed
  return [...new Set([...measuresForDelay(rules), ...disposal.proposed])]
}

/** What the rules propose for an answer that did not come in time; the usual one first. */
export function measuresForDelay(rules: Pick<DisposalRules, 'proposals'>): Measure[] {
  return rules.proposals.filter(({ on }) => on === 'overdue').flatMap((row) => row.measures)
}
