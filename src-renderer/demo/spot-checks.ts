import type { Moment } from '#domain/dates'
import type { Round } from '#domain/monitoring/round'
import type { Duty } from '#domain/people/duties'
import type { Permission } from '#domain/people/permissions'
import type { ScreenedForm } from '#domain/screening/screen'
import type { SpotCheckState } from '#domain/spot-checks/flow'
import { openedCheck } from '#domain/spot-checks/opened'
import { type PickWish, pickForms, pickText, type SpotPick } from '#domain/spot-checks/pick'
import { type CheckedLine, type SpotCheck, steppedCheck } from '#domain/spot-checks/spot-check'

type Made = { nextId: () => string; at: Moment }

const checker = '赵强'
const people: Partial<Record<Duty, string>> = { inspection: checker, performance: '王晓', unit: '李明' }
const noIds: readonly string[] = []

/** By risk, by chance, and one that somebody named. */
const wishes: readonly PickWish[] = [
  { way: 'risk', size: { by: 'count', value: 5 }, ids: noIds, reason: '' },
  { way: 'random', size: { by: 'count', value: 2 }, ids: noIds, reason: '一般项目随机核查' },
  { way: 'hand', size: { by: 'count', value: 1 }, ids: noIds, reason: '群众来信反映进度不实' },
]
const seed = '5e1f0c77a94b2d3866d0a1b2c3d4e5'
const mostSeeds = 256

type Step = [id: Permission, to: SpotCheckState, duty: Duty, opinion: string]
const started: Step = ['start-spot-check', 'started', 'inspection', '']
const recorded: Step = ['record-spot-check', 'recorded', 'inspection', '']
const asked: Step = ['ask-checked-unit', 'asked', 'inspection', '']
const explained: Step = [
  'explain-spot-check',
  'recorded',
  'unit',
  '验收资料正在整理，数据按预计数填报，愿意更正。',
]
const submitted: Step = ['submit-spot-check', 'submitted', 'inspection', '']

/** One after another, so that every state and every verdict is there. */
const roads: readonly (readonly Step[])[] = [
  [started, recorded, asked, explained, submitted, ['take-over-spot-check', 'taken', 'performance', '']],
  [started, recorded, submitted],
  [started, recorded, asked],
  [started],
  [started, recorded, submitted, ['return-spot-check', 'returned', 'performance', '请补充支付凭证。']],
  [],
  [started, recorded],
  [['drop-spot-check', 'dropped', 'inspection', '审计正在核查，避免重复。']],
]

/** The picks of the demo with their checks, each at another place of its road. */
export function demoSpotChecks(
  screened: readonly ScreenedForm[],
  round: Round,
  made: Made,
): { picks: SpotPick[]; checks: SpotCheck[] } {
  const picks: SpotPick[] = []
  const taken = new Set<string>()
  for (const wish of wishes) {
    const pick = pickOf(wish, screened, taken, round, made)
    for (const id of pick.picked) taken.add(id)
    picks.push(pick)
  }
  const byId = new Map(screened.map((each) => [each.form.id, each]))
  const opened = picks.flatMap((pick) =>
    pick.picked.flatMap((id) => {
      const found = byId.get(id)
      return found ? [openedCheck(pick, found, { id: made.nextId(), at: made.at, by: checker })] : []
    }),
  )
  return { picks, checks: opened.map((check, order) => travelled(check, order, made.at)) }
}

function pickOf(
  wanted: PickWish,
  screened: readonly ScreenedForm[],
  taken: ReadonlySet<string>,
  { id: roundId, bookId }: Round,
  made: Made,
): SpotPick {
  const listed = screened
    .map(({ form, risk }) => ({ monitoringId: form.id, name: form.name, points: risk.points }))
    .toSorted((left, right) => (left.monitoringId < right.monitoringId ? -1 : 1))
  const candidates = listed.filter(({ monitoringId }) => !taken.has(monitoringId))
  const named = wanted.way === 'hand' ? candidates.slice(0, 1).map(({ monitoringId }) => monitoringId) : []
  const wish = { ...wanted, ids: named }
  const drawnBy = wish.way === 'random' ? seedOf(wish, candidates, screened) : ''
  const { picked } = pickForms(wish, candidates, drawnBy)
  return {
    id: made.nextId(),
    bookId,
    roundId,
    name: pickText({ wish, picked }),
    wish,
    seed: drawnBy,
    candidates,
    excluded: listed
      .filter(({ monitoringId }) => taken.has(monitoringId))
      .map(({ monitoringId, name }) => ({ monitoringId, name, reason: '已在核查' })),
    picked,
    at: made.at,
    by: checker,
    duty: 'inspection',
    revision: 1,
    changedAt: made.at,
    changedBy: checker,
  }
}

/**
 * Ids differ with every opening of the demo, and with them what a seed draws: the first seed that draws forms without
 * findings leaves the others free to be tried, every time.
 */
function seedOf(
  wish: PickWish,
  candidates: SpotPick['candidates'],
  screened: readonly ScreenedForm[],
): string {
  const plain = new Set(screened.filter(({ findings }) => findings.length === 0).map(({ form }) => form.id))
  const seeds = Array.from({ length: mostSeeds }, (_, index) => seed + index.toString(16).padStart(2, '0'))
  return seeds.find((each) => pickForms(wish, candidates, each).picked.every((id) => plain.has(id))) ?? seed
}

function travelled(opened: SpotCheck, order: number, at: Moment): SpotCheck {
  const road = roads[order % roads.length] ?? []
  const isWritten = road.some(([id]) => id === 'record-spot-check')
  const written = isWritten ? recordedCheck(opened, order) : opened
  return road.reduce(
    (check, [id, to, duty, opinion]) =>
      steppedCheck(check, to, { id, opinion }, { actor: { duty, name: people[duty] ?? '' }, at }),
    written,
  )
}

/** What was found: half of what was reported in the first of every three, nearly all in the second. */
function recordedCheck(check: SpotCheck, order: number): SpotCheck {
  const [worst, share, why] =
    order % 3 === 0
      ? (['false', 0.5, '现场和台账只能证明一半，其余尚未实施。'] as const)
      : (['mostly', 0.9, '台账登记较现场略有滞后。'] as const)
  const isHonest = order % 3 === 2
  const at = check.lines.findIndex(
    ({ target, reported }) => /^[≥=]\d+[^%]*$/.test(target) && Number(reported) > 1,
  )
  const lines = check.lines.map((line, index): CheckedLine => {
    if (line.reported === '') return line
    if (isHonest || index !== at) return { ...line, found: line.reported, verdict: 'true' }
    return { ...line, found: String(Math.round(Number(line.reported) * share)), verdict: worst, text: why }
  })
  const isFound = !isHonest && at >= 0
  return {
    ...check,
    checkedOn: '2026-09-10',
    place: '项目现场、单位财务室',
    checkers: `${checker}、周敏`,
    lines,
    record: isFound ? `查阅支付凭证和验收资料，实地查看。${why}` : '查阅支付凭证和验收资料，账实相符。',
    verdict: isFound ? worst : 'true',
    suggestion: isFound && worst === 'false' ? '责成单位更正监控数据，并说明原因。' : '',
  }
}
