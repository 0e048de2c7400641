import type { Problem } from '../problem.ts'
import { type Appraisal, extraOf, markOf } from './appraisal.ts'
import { itemsOf, type SchemeItem } from './scheme.ts'
import { itemScore } from './score.ts'

function problem(
  code: string,
  at: string,
  message: string,
  severity: Problem['severity'] = 'error',
): Problem {
  return { code, severity, at, message, clause: '', suggestion: '' }
}

type Checked = Pick<Appraisal, 'scheme' | 'items' | 'extras' | 'draws' | 'contact' | 'phone'>

function isWithin(score: number | null, { points }: SchemeItem): boolean {
  return score === null || (Number.isSafeInteger(score) && score >= 0 && score <= points)
}

/** What keeps a self-assessment from being handed in (V16: no item above its points; 填报人 is a must). */
export function selfProblems(appraisal: Checked): Problem[] {
  const problems: Problem[] = []
  if (appraisal.contact.trim() === '') problems.push(problem('contact-missing', 'contact', '请填写填报人。'))
  if (appraisal.phone.trim() === '') problems.push(problem('phone-missing', 'phone', '请填写联系方式。'))
  for (const item of itemsOf(appraisal.scheme)) problems.push(...itemProblems(item, appraisal))
  for (const { id, name } of [...appraisal.scheme.bonuses, ...appraisal.scheme.deductions]) {
    const { count, reason, evidence } = extraOf(appraisal, id)
    if (count > 0 && reason.trim() === '' && evidence.length === 0)
      problems.push(problem('extra-unproven', id, `“${name}”请写明是什么，或上传佐证。`))
  }
  return problems
}

function itemProblems(item: SchemeItem, appraisal: Checked): Problem[] {
  const { id, name, method } = item
  const mark = markOf(appraisal, id)
  const { computed, self } = itemScore(item, appraisal)
  const problems: Problem[] = []
  if (self === null) problems.push(problem('score-missing', id, `“${name}”还没有自评分。`))
  if (!isWithin(mark.self, item))
    problems.push(problem('score-unfit', id, `“${name}”的得分应在 0 到 ${item.points / 100} 分之间。`))
  if (mark.self !== null && computed !== null && mark.self !== computed && mark.selfReason.trim() === '')
    problems.push(problem('reason-missing', id, `“${name}”的自评分与计算得分不同，请写明理由。`))
  const isClaimed = method.kind === 'ticks' && (self ?? 0) > 0
  if (isClaimed && mark.evidence.length === 0 && mark.note.trim() === '')
    problems.push(problem('evidence-missing', id, `“${name}”没有佐证：请上传材料，或说明纸质材料在哪里。`))
  return problems
}

/** What keeps a re-check from going on: every changed score has its reason, every drawn object its finding. */
export function reviewProblems(appraisal: Checked): Problem[] {
  const problems: Problem[] = []
  for (const item of itemsOf(appraisal.scheme)) {
    const { id, name } = item
    const mark = markOf(appraisal, id)
    const { self, final } = itemScore(item, appraisal)
    if (!isWithin(mark.review, item) || !isWithin(mark.sampled, item))
      problems.push(problem('score-unfit', id, `“${name}”的得分应在 0 到 ${item.points / 100} 分之间。`))
    if (mark.review !== null && mark.review !== self && mark.reviewReason.trim() === '')
      problems.push(problem('reason-missing', id, `“${name}”复核改了分，请写明理由。`))
    if (mark.sampled !== null && mark.sampledReason.trim() === '')
      problems.push(problem('sampled-reason-missing', id, `“${name}”有抽查分，请写明抽查情况。`))
    if (final === null) problems.push(problem('score-missing', id, `“${name}”还没有得分。`))
    problems.push(...openFindings(item, appraisal))
  }
  for (const { id, name } of [...appraisal.scheme.bonuses, ...appraisal.scheme.deductions]) {
    const extra = extraOf(appraisal, id)
    if (extra.accepted !== null && extra.accepted !== extra.count && extra.reason.trim() === '')
      problems.push(problem('reason-missing', id, `“${name}”认定的次数与申报不同，请写明理由。`))
  }
  return problems
}

function openFindings({ id, name, method }: SchemeItem, appraisal: Checked): Problem[] {
  if (method.kind !== 'sample') return []
  const draw = appraisal.draws.findLast(({ itemId }) => itemId === id)
  const { findings } = markOf(appraisal, id)
  const open = (draw?.picked ?? []).filter((picked) => (findings[picked]?.verdict ?? '') === '').length
  return open === 0 ? [] : [problem('finding-missing', id, `“${name}”还有 ${open} 个抽查对象没有结论。`)]
}

/** What keeps a result from being decided: objections without an answer, and the days in which more may come. */
export function decisionProblems(
  appraisal: Pick<Appraisal, 'subject' | 'objections' | 'objectsUntil' | 'agreed'>,
  today: string,
): Problem[] {
  const { subject, objections, objectsUntil, agreed } = appraisal
  const open = objections.filter(({ decision }) => decision === '').length
  const problems: Problem[] = []
  if (open > 0)
    problems.push(problem('objection-open', subject.code, `${subject.name}的 ${open} 条意见还没有答复。`))
  if (!agreed && objectsUntil !== '' && today <= objectsUntil)
    problems.push(
      problem(
        'objection-days',
        subject.code,
        `${subject.name}的征求意见期到 ${objectsUntil}。期满后审定；已表示无异议的，由监督与绩效管理科登记后即可审定。`,
      ),
    )
  return problems
}
