import {
  emptyContent,
  emptyIndicator,
  type FundingSource,
  type GoalContent,
  type Indicator,
} from '#domain/goals/goal'
import { checkRules } from '#domain/rules/check-rules'
import type { DemoIndicator, DemoProject } from './read-projects.ts'

const fenPerWan = 1_000_000

/** Weights of the frame of 2021 in hundredths; a level that is absent gives its points to 产出. */
const shares = [
  { level1: '成本指标', weight: 2000 },
  { level1: '产出指标', weight: 4000 },
  { level1: '效益指标', weight: 2000 },
  { level1: '满意度指标', weight: 1000 },
] as const

/** The goal of a project in a year, without its unit's id: earlier years ask a little less. */
export function projectGoal(
  project: DemoProject,
  order: number,
  year: number,
  department: string,
): GoalContent {
  const total = amountIn(project, year) * fenPerWan
  const indicators = weighted(project.indicators, `p${order}`, year)
  const [first, second] = project.indicators.filter((indicator) => isOutput(indicator.level2))
  const benefit = project.indicators.find((indicator) => indicator.level2.includes('效益指标'))
  const parts = [first, second, benefit].flatMap((part) =>
    part ? [`${part.name}${inYear(part, year)}`] : [],
  )
  const spansYears = project.duration === 'continuing'
  return {
    ...emptyContent('', project.kind, project.book),
    code: `511922${String(project.from % 100)}T${project.unitCode}${String(order + 1).padStart(6, '0')}`,
    name: project.name,
    responsible: department,
    contact: contacts[order % contacts.length] ?? '',
    phone: `0827-82${String(20_000 + ((order * 397) % 9000))}`,
    category: project.category,
    budgetKind: project.budgetKind,
    importance: project.importance,
    attribute: year > project.from ? 'continuing' : 'new',
    duration: project.duration,
    startsOn: spansYears ? `${project.from}-03-01` : `${year}-01-01`,
    endsOn: spansYears ? `${project.to}-12-31` : `${year}-12-31`,
    basis: project.basis,
    overview: project.overview,
    necessity: `“${project.name}”涉及${benefit?.name ?? '民生'}，群众关注，须由财政资金保障。`,
    feasibility: `${department}已落实责任股室和专人，“${project.name}”实施方案经局务会审定。`,
    total,
    funding: fundingOf(project, total),
    annualGoals: [`${parts.join('，')}。`],
    longTermGoal: spansYears ? `到 ${project.to} 年底全面完成${project.name}，移交后正常使用。` : '',
    indicators,
    preAssessment: needsAssessment(project, year, total)
      ? `南财评〔${year}〕${order + 1}号，建议予以支持`
      : '',
  }
}

const contacts = [
  '何建国',
  '岳小兰',
  '李文涛',
  '张清华',
  '赵永芳',
  '杨光明',
  '陈思源',
  '吴晓梅',
  '罗世平',
  '周雅琴',
]

/** 万元 of a year: 2026 as written, 8 to 3 percent less for each year before, in whole 万元. */
function amountIn(project: DemoProject, year: number): number {
  const { amount, amountBefore, name } = project
  const [last, lastYear] = amountBefore === null || year === 2026 ? [amount, 2026] : [amountBefore, 2025]
  const percent = 100 - (lastYear - year) * (3 + (name.length % 6))
  return Math.round((last * percent) / 100)
}

const lines = checkRules.find(({ code }) => code === 'pre-assessment-missing')?.params ?? {}

/** Above the lines of 巴财〔2020〕38号 三（二）1: new by its amount, a continuing one by its growth. */
function needsAssessment(project: DemoProject, year: number, total: number): boolean {
  const { newPolicy = 0, newDepartment = 0, newSocial = 0, growth = 0 } = lines
  if (year > project.from) {
    return total * 100 > amountIn(project, year - 1) * fenPerWan * (100 + growth)
  }
  if (project.kind === 'policy') return total > newPolicy
  return total > (project.category === 'department' ? newDepartment : newSocial)
}

export function isActive(project: DemoProject, year: number): boolean {
  return project.from <= year && year <= project.to
}

function isOutput(level2: string): boolean {
  return level2 === '数量指标' || level2 === '质量指标' || level2 === '时效指标'
}

function level1Of(level2: string): (typeof shares)[number]['level1'] {
  if (isOutput(level2)) return '产出指标'
  if (level2.includes('成本')) return '成本指标'
  return level2.includes('满意') ? '满意度指标' : '效益指标'
}

/** Spreads the points of each level 1 over its rows in whole points; the last row takes the rest. */
function weighted(rows: readonly DemoIndicator[], prefix: string, year: number): Indicator[] {
  return shares.flatMap(({ level1, weight }) => {
    const own = rows.filter((row) => level1Of(row.level2) === level1)
    const each = Math.floor(weight / own.length / 100) * 100
    return own.map((row, index) => ({
      ...emptyIndicator(`${prefix}-${level1}-${index}`, level1, row.level2),
      name: row.name,
      operator: row.operator,
      value: valueIn(row, year),
      unit: row.unit,
      weight: index === own.length - 1 ? weight - each * (own.length - 1) : each,
      source: '单位业务台账',
    }))
  })
}

function inYear(row: DemoIndicator, year: number): string {
  const sign = row.operator === '≥' ? '不少于 ' : row.operator === '≤' ? '不超过 ' : '达到 '
  return `${sign}${valueIn(row, year)}${row.unit}`
}

/** Counts of earlier years are lower, in whole numbers; rates, dates and costs stay. */
function valueIn(row: DemoIndicator, year: number): string {
  const value = Number(row.value)
  if (row.operator !== '≥' || !Number.isInteger(value) || value < 40 || row.unit === '%') return row.value
  return String(Math.round((value * (100 - 2 * (2026 - year))) / 100))
}

function fundingOf(project: DemoProject, total: number): GoalContent['funding'] {
  const [upper, local] = sources[project.book]
  if (!local) return [{ source: upper, amount: total }]
  if (project.budgetKind === 'departmental') return [{ source: local, amount: total }]
  // Whole 万元 from above, so that the two parts add up to the total exactly.
  const fromAbove = Math.floor((total * (4 + (project.name.length % 5))) / 10 / fenPerWan) * fenPerWan
  return [
    { source: upper, amount: fromAbove },
    { source: local, amount: total - fromAbove },
  ]
}

const sources: Record<GoalContent['book'], readonly [FundingSource, FundingSource?]> = {
  general: ['general-upper', 'general-local'],
  fund: ['fund-upper', 'fund-local'],
  capital: ['capital'],
  insurance: ['insurance'],
}
