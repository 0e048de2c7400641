import type { BudgetBook, GoalContent, ObjectKind, Operator } from '#domain/goals/goal'

export type DemoIndicator = { level2: string; name: string; operator: Operator; value: string; unit: string }

export type DemoProject = {
  unitCode: string
  name: string
  kind: ObjectKind
  book: BudgetBook
  /** In 万元, of 2026. */
  amount: number
  /** In 万元, of 2025, where it grew more than the usual; null follows from `amount`. */
  amountBefore: number | null
  category: GoalContent['category']
  budgetKind: GoalContent['budgetKind']
  importance: GoalContent['importance']
  duration: GoalContent['duration']
  /** First and last year. */
  from: number
  to: number
  basis: string
  overview: string
  indicators: DemoIndicator[]
}

const level2Names: Record<string, string> = {
  经济成本: '经济成本指标',
  数量: '数量指标',
  质量: '质量指标',
  时效: '时效指标',
  经济效益: '经济效益指标',
  社会效益: '社会效益指标',
  生态效益: '生态效益指标',
  满意: '服务对象满意度指标',
}

/**
 * Reads projects written as text, blocks apart by an empty line:
 * `# unit | name | book | 万元 | tags and years`, `依据：…`, `概况：…`, then `level 2 | name | operator | value | unit`.
 * The tag `上年300` gives the amount of 2025.
 */
export function readProjects(text: string): DemoProject[] {
  return text.trim().split(/\n\n+/).map(readProject)
}

function readProject(block: string): DemoProject {
  const [head = '', basis = '', overview = '', ...rows] = block.split('\n')
  const [unitCode = '', name = '', book = '', amount = '', tags = ''] = cells(head.slice(1))
  const [from = 2023, to = 2026] = tags.split(' ').filter(isYear).map(Number)
  const before = tags.split(' ').find((tag) => tag.startsWith('上年'))
  const has = (tag: string) => tags.split(' ').includes(tag)
  return {
    unitCode,
    name,
    kind: has('政策') ? 'policy' : 'project',
    book: bookOf(book),
    amount: Number(amount),
    amountBefore: before ? Number(before.slice(2)) : null,
    category: has('社会') ? 'social' : 'department',
    budgetKind: has('专项') ? 'special' : 'departmental',
    importance: has('重点') ? 'key' : 'general',
    duration: has('常年') ? 'recurring' : has('延续') ? 'continuing' : 'once',
    from: has('一次') ? 2026 : from,
    to,
    basis: basis.replace('依据：', ''),
    overview: overview.replace('概况：', ''),
    indicators: rows.map(readIndicator),
  }
}

function cells(line: string): string[] {
  return line.split('|').map((cell) => cell.trim())
}

function isYear(tag: string): boolean {
  return /^20\d\d$/.test(tag)
}

function bookOf(text: string): BudgetBook {
  return text === 'fund' || text === 'capital' || text === 'insurance' ? text : 'general'
}

function readIndicator(line: string): DemoIndicator {
  const [level2 = '', name = '', sign = '', value = '', unit = ''] = cells(line)
  const operator: Operator = sign === '≥' || sign === '≤' ? sign : '='
  return {
    level2: level2Names[level2] ?? level2,
    name,
    operator,
    value,
    unit: unit === '—' ? '' : unit,
  }
}
