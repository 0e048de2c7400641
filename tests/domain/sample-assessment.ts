import { type Assessment, type AssessmentExpert, openedAssessment } from '#domain/assessments/assessment'
import type { AssessmentKind } from '#domain/assessments/rules'
import { gradeOf } from '#domain/grade'
import { rulesById } from '#domain/year-rules'
import { sampleGoal, stored, wan } from './sample-goal.ts'

export const rules = rulesById('frame-2021').assessment

/** A sheet with the same points in every item, or with points by id of the item. */
export function expert(
  id: string,
  points: number | Readonly<Record<string, number>>,
  kind: AssessmentKind = 'project',
): AssessmentExpert {
  const items = rules.tables[kind].flatMap((dimension) => dimension.items)
  const marks = items.map((item) => {
    const given = typeof points === 'number' ? points : (points[item.id] ?? item.points)
    return [item.id, { grade: gradeOf(given, item.points, rules.bands), points: given }] as const
  })
  return {
    id,
    name: `专家${id}`,
    expertId: '',
    marks: Object.fromEntries(marks),
    opinion: '建议支持。',
    submittedOn: '2026-09-10',
  }
}

/** Listed, nothing done yet. */
export function listed(change: Partial<Assessment> = {}): Assessment {
  const goal = stored(sampleGoal({ attribute: 'new', category: 'department', total: 150 * wan }))
  const need = {
    rule: 'new-department',
    what: '新出台部门发展类项目资金 150.00 万元',
    line: '100 万元',
    clause: '巴财〔2020〕38号 三（二）1',
  } as const
  const made = { id: 'assessment-1', at: '2026-09-01T08:00:00.000Z', by: '王某' }
  return { ...openedAssessment(goal, { need, reason: '', previous: null }, rules, made), ...change }
}

/** Everything that a report needs. */
export function complete(change: Partial<Assessment> = {}): Assessment {
  const base = listed()
  return {
    ...base,
    state: 'commissioned',
    opinion: '项目属新增，建议评估。',
    suggestion: 'both',
    decision: { way: 'both', reason: '与评审一并进行。' },
    commissionedTo: '投资评审中心',
    materials: base.materials.map((material) => ({ ...material, state: 'approved' })),
    experts: ['甲', '乙', '丙'].map((id) => expert(id, 450)),
    conclusion: 'support',
    recommended: 120 * wan,
    number: '南财评〔2026〕1号',
    ...change,
  }
}
