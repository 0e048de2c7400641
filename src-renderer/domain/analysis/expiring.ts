import type { Finding } from './finding.ts'
import { type AnalysedGoal, objectOf } from './project.ts'
import type { AnalysisRules } from './rules.ts'

/** 到期政策: policies whose last day lies in the budget year, before it, or in the years ahead that the rules name. */
export function expiringFindings(
  goals: readonly AnalysedGoal[],
  year: number,
  { expiring }: AnalysisRules,
): Finding[] {
  return goals
    .filter(({ kind, endsOn }) => kind === 'policy' && endsOn !== '')
    .filter(({ endsOn }) => Number(endsOn.slice(0, 4)) <= year + expiring.yearsAhead)
    .toSorted((left, right) => (left.endsOn < right.endsOn ? -1 : 1))
    .map((goal): Finding => {
      const ends = Number(goal.endsOn.slice(0, 4))
      const when = ends < year ? '已到期' : ends === year ? '本年到期' : `${ends} 年到期`
      return {
        ...{ id: `expiring:${goal.id}`, kind: 'expiring', title: `“${goal.name}”${when}` },
        ...{ objects: [objectOf(goal)], money: goal.total },
        evidence: [`目标申报表的终止日期为 ${goal.endsOn}`],
        how: `终止日期在 ${year + expiring.yearsAhead} 年底以前的政策。`,
        advice: ends < year ? '到期政策不再安排，确需延续的重新评估。' : '编制下年预算前评估去留。',
      }
    })
}
