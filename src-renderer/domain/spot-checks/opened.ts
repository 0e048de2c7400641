import type { Moment } from '../dates.ts'
import { riskLevels } from '../screening/rules.ts'
import type { ScreenedForm } from '../screening/screen.ts'
import { spotCheckFlow } from './flow.ts'
import { pickText, type SpotPick } from './pick.ts'
import { linesOf, pickWays, type SpotCheck } from './spot-check.ts'

/** The check of a picked form, with what was reported and what the screening had found of it. */
export function openedCheck(
  pick: SpotPick,
  { form, findings, risk }: ScreenedForm,
  made: { id: string; at: Moment; by: string },
): SpotCheck {
  return {
    id: made.id,
    bookId: form.bookId,
    roundId: form.roundId,
    monitoringId: form.id,
    goalId: form.goalId,
    unitId: form.unitId,
    name: form.name,
    code: form.code,
    way: pick.wish.way,
    pickId: pick.id,
    ground: groundOf(pick, form.id, risk),
    points: risk.points,
    grounds: findings.map(({ code, at, message }) => ({ code, at, message })),
    formRevision: form.revision,
    checkedOn: '',
    place: '',
    checkers: '',
    lines: linesOf(form),
    record: '',
    suggestion: '',
    verdict: '',
    evidence: [],
    explanation: '',
    trail: [],
    state: spotCheckFlow.first,
    heldSince: made.at,
    revision: 1,
    changedAt: made.at,
    changedBy: made.by,
  }
}

function groundOf(pick: SpotPick, formId: string, { points, level }: ScreenedForm['risk']): string {
  const place = pick.picked.indexOf(formId) + 1
  const risk = `风险分 ${points}（${riskLevels[level]}）`
  const reason = pick.wish.reason.trim()
  const among = `${pick.candidates.length} 份`
  if (pick.wish.way === 'hand') return `${pickWays.hand}：${reason}；${risk}`
  const rest = reason === '' ? '' : `；${reason}`
  if (pick.wish.way === 'risk') return `${risk}，在 ${among}中排第 ${place}${rest}`
  return `${pickText(pick)}，从 ${among}中抽出的第 ${place} 份；${risk}${rest}`
}
