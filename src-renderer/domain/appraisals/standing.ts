import type { GradeRule, Scheme } from './scheme.ts'

/** One who is ranked. `lowered` grades are lost whatever the points. */
export type Ranked = {
  id: string
  total: number
  group: string
  lowered: number
  loweredFor: readonly string[]
}

export type Standing = {
  id: string
  rank: number
  /** How many its group has. */
  of: number
  gradeId: string
  reasons: readonly string[]
}

type Grading = Pick<Scheme, 'grades' | 'quotaScope'>

/** Index of the best grade whose border the total reaches; the last one where none is reached. */
function gradeAt(total: number, grades: readonly GradeRule[]): number {
  const found = grades.findIndex(({ from }) => total >= from)
  return found === -1 ? grades.length - 1 : found
}

/**
 * Ranks in every group (the same total has the same rank, the next one counts on: 1, 2, 2, 4) and grades with their quotas.
 * A quota is the largest number allowed, cut down: of five, 30 % is one. Where those of the same total do not all fit, none of
 * them does: the border is not drawn by chance. Who does not fit goes to the next grade, which has a quota of its own. Then
 * 降档: who is lowered takes no place of the grade that is lost. Total in hundredths.
 */
export function standingsOf(all: readonly Ranked[], scheme: Grading): Standing[] {
  const { grades } = scheme
  const last = grades.length - 1
  const byPoints = new Map(all.map((each) => [each.id, gradeAt(each.total, grades)]))
  const grade = new Map(
    all.map((each) => [each.id, Math.min(last, (byPoints.get(each.id) ?? last) + each.lowered)]),
  )
  const crowded = new Set<string>()
  for (const [index, { quota }] of grades.entries()) {
    if (quota === null || index === last) continue
    for (const scope of scopesOf(all, scheme)) {
      const places = Math.floor((scope.length * quota) / 10_000)
      const wanting = scope.filter(({ id }) => grade.get(id) === index)
      for (const { id } of beyond(wanting, places)) {
        grade.set(id, index + 1)
        crowded.add(id)
      }
    }
  }
  return all.map((each) => {
    const own = all.filter(({ group }) => group === each.group)
    return {
      id: each.id,
      rank: 1 + own.filter(({ total }) => total > each.total).length,
      of: own.length,
      gradeId: grades[grade.get(each.id) ?? last]?.id ?? '',
      reasons: [
        ...(each.lowered > 0 && (byPoints.get(each.id) ?? last) < last
          ? [`${each.loweredFor.join('、')}，降 ${each.lowered} 档`]
          : []),
        ...(crowded.has(each.id) ? [quotaReason(grades)] : []),
      ],
    }
  })
}

function scopesOf(all: readonly Ranked[], { quotaScope }: Grading): Ranked[][] {
  if (quotaScope === 'all') return [[...all]]
  return [...new Set(all.map(({ group }) => group))].map((name) => all.filter(({ group }) => group === name))
}

/** Those who do not fit into so many places; equal totals stay together. */
function beyond(wanting: readonly Ranked[], places: number): Ranked[] {
  return wanting.filter((each) => wanting.filter(({ total }) => total >= each.total).length > places)
}

function quotaReason(grades: readonly GradeRule[]): string {
  const limited = grades.filter(({ quota }) => quota !== null)
  return `${limited.map(({ name, quota }) => `“${name}”不超过 ${(quota ?? 0) / 100}%`).join('，')}，名额已满`
}
