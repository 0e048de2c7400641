import type { Problem } from '../problem.ts'
import { fullPoints, itemsOf, type Scheme, type SchemeItem } from './scheme.ts'

/** A table that is approved comes to a hundred points; 局内科室 to a hundred for every section. */
const hundred = 10_000

function problem(
  code: string,
  at: string,
  message: string,
  severity: Problem['severity'] = 'error',
): Problem {
  return { code, severity, at, message, clause: '', suggestion: '' }
}

function points(hundredths: number): string {
  return `${hundredths / 100} 分`
}

/** What is wrong with a scheme; errors keep it from being approved. */
export function schemeProblems(scheme: Scheme): Problem[] {
  const problems: Problem[] = []
  if (scheme.name.trim() === '') problems.push(problem('name-missing', 'name', '请填写办法名称。'))
  if (itemsOf(scheme).length === 0) problems.push(problem('items-missing', 'groups', '还没有考核指标。'))
  problems.push(...totalProblems(scheme))
  for (const group of scheme.groups) {
    const sum = group.items.reduce((total, item) => total + item.points, 0)
    if (sum !== group.points)
      problems.push(
        problem(
          'group-sum',
          group.id,
          `“${group.name}”为 ${points(group.points)}，下面的指标合计 ${points(sum)}。`,
        ),
      )
    for (const item of group.items) problems.push(...itemProblems(item))
  }
  if (scheme.bonusCap < 0) problems.push(problem('cap-unfit', 'bonusCap', '加分封顶不能小于 0。'))
  problems.push(...gradeProblems(scheme))
  return problems
}

function totalProblems(scheme: Scheme): Problem[] {
  if (scheme.target !== 'section') {
    const full = fullPoints(scheme)
    return full === hundred
      ? []
      : [problem('total-unfit', 'groups', `指标合计 ${points(full)}，应为 ${points(hundred)}。`)]
  }
  const common = sumOf(scheme, '')
  const sections = [...new Set(scheme.groups.map(({ only }) => only))].filter((only) => only !== '')
  return sections
    .filter((only) => common + sumOf(scheme, only) !== hundred)
    .map((only) =>
      problem(
        'total-unfit',
        only,
        `“${only === 'spending' ? '支出管理科' : only}”的指标合计 ${points(common + sumOf(scheme, only))}，应为 ${points(hundred)}。`,
      ),
    )
}

function sumOf({ groups }: Scheme, only: string): number {
  return groups
    .filter((group) => group.only === only)
    .flatMap(({ items }) => items)
    .reduce((sum, item) => sum + item.points, 0)
}

function itemProblems({ id, name, points: full, method }: SchemeItem): Problem[] {
  const problems: Problem[] = []
  if (name.trim() === '') problems.push(problem('item-name', id, '有一个指标没有名称。'))
  if (full <= 0) problems.push(problem('item-points', id, `“${name}”的分值应大于 0。`))
  const parts =
    method.kind === 'rate'
      ? method.parts.map((part) => part.points)
      : method.kind === 'ticks'
        ? method.ticks.map((tick) => tick.points)
        : null
  if (parts !== null) {
    const sum = parts.reduce((total, part) => total + part, 0)
    if (sum !== full)
      problems.push(problem('item-sum', id, `“${name}”为 ${points(full)}，计分部分合计 ${points(sum)}。`))
  }
  if (method.kind === 'rate' && method.parts.some(({ target }) => target <= 0 || target > 10_000))
    problems.push(problem('target-unfit', id, `“${name}”的目标比例应在 0 到 100% 之间。`))
  if (method.kind === 'bands' && method.bands.some((band) => band.points > full))
    problems.push(problem('band-unfit', id, `“${name}”有一档的得分超过分值。`))
  if (method.kind === 'cases' && method.each <= 0)
    problems.push(problem('each-unfit', id, `“${name}”每次扣分应大于 0。`))
  return problems
}

function gradeProblems({ grades }: Scheme): Problem[] {
  if (grades.length === 0) return [problem('grades-missing', 'grades', '请至少设一个等次。')]
  const falls = grades.every(({ from }, index) => index === 0 || from < (grades[index - 1]?.from ?? 0))
  const last = grades.at(-1)
  return [
    ...(falls ? [] : [problem('grades-order', 'grades', '等次的分数线应从高到低。')]),
    ...(last && last.from !== 0
      ? [problem('grades-open', 'grades', `最低的等次“${last.name}”应从 0 分起。`)]
      : []),
  ]
}
