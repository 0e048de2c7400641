import { gather } from '../grouped.ts'
import { addUp } from '../money.ts'
import type { Finding } from './finding.ts'
import { likeness } from './names.ts'
import { type AnalysedGoal, objectOf } from './project.ts'
import type { AnalysisRules } from './rules.ts'

/**
 * 可合并: projects of one unit and budget whose names tell of the same purpose, as groups: each is alike to one of the others.
 */
export function mergeFindings(goals: readonly AnalysedGoal[], rules: AnalysisRules): Finding[] {
  const { nameShare, mostProjects } = rules.merge
  const byUnit = new Map<string, AnalysedGoal[]>()
  for (const goal of goals) {
    if (goal.kind !== 'project') continue
    const key = `${goal.unitId}|${goal.book}`
    gather(byUnit, key, goal)
  }
  return [...byUnit.values()]
    .flatMap((own) => groupsOf(own, nameShare))
    .filter((group) => group.length > 1 && group.length <= mostProjects)
    .map((group): Finding => {
      const [first] = group
      return {
        id: `merge:${group
          .map(({ id }) => id)
          .toSorted()
          .join(':')}`,
        kind: 'merge',
        title: `${first?.unitName ?? ''}：${group.length} 个项目用途相近`,
        objects: group.map(objectOf),
        money: addUp(group.map(({ total }) => total)),
        evidence: [
          `同一单位、同一本预算：${group.map(({ name }) => name).join('、')}`,
          `共同用词：${sharedWords(group)}`,
        ],
        how: `同一单位、同一本预算中名称相似度达 ${nameShare}% 的项目归为一组。`,
        advice: '核对用途，相近的合并为一个项目统一编制目标。',
      }
    })
    .toSorted((left, right) => (right.money ?? 0) - (left.money ?? 0))
}

function groupsOf(goals: readonly AnalysedGoal[], least: number): AnalysedGoal[][] {
  const groups: AnalysedGoal[][] = []
  for (const goal of goals) {
    const fitting = groups.filter((group) =>
      group.some((other) => likeness(goal.pairs, other.pairs) >= least),
    )
    const merged = [...fitting.flat(), goal]
    for (const group of fitting) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups
}

function sharedWords(group: readonly AnalysedGoal[]): string {
  const [first, ...rest] = group
  const pairs = [...(first?.pairs ?? [])].filter((pair) => rest.every((other) => other.pairs.has(pair)))
  return pairs.length === 0 ? '两两相近' : pairs.slice(0, 6).join('、')
}
