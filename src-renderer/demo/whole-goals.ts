import { emptyContent, emptyIndicator, type GoalContent, type Indicator } from '#domain/goals/goal'
import { addUp } from '#domain/money'

type Row = readonly [
  level1: string,
  level2: string,
  name: string,
  sign: '≥' | '≤' | '=',
  value: number,
  unit: string,
  points: number,
]

function rows(prefix: string, table: readonly Row[]): Indicator[] {
  return table.map(([level1, level2, name, operator, value, unit, points], index) => ({
    ...emptyIndicator(`${prefix}-${index}`, level1, level2),
    name,
    operator,
    value: String(value),
    unit,
    weight: points * 100,
  }))
}

/** 部门整体支出: the projects of the department as its tasks, and what it does with all of its money. */
export function departmentGoal(
  department: { code: string; name: string },
  projects: readonly GoalContent[],
  year: number,
): GoalContent {
  const forProjects = addUp(projects.map((project) => project.total))
  // Staff and office costs beside the projects, in whole 万元 that differ by department.
  const running = (180 + (Number(department.code) % 97) * 11) * 1_000_000
  const total = forProjects + running
  const seed = Number(department.code) % 7
  return {
    ...emptyContent('', 'department', 'general'),
    name: `${department.name} ${year} 年部门整体支出`,
    responsible: department.name,
    contact: '财务股',
    startsOn: `${year}-01-01`,
    endsOn: `${year}-12-31`,
    total,
    funding: [
      { source: 'general-local', amount: running },
      { source: 'general-upper', amount: forProjects },
    ],
    annualGoals: [
      `${department.name}全年完成 ${projects.length + 1} 项重点任务，部门预算执行率不低于 ${94 + (seed % 4)}%，年终结余控制在 ${3 + (seed % 3)}% 以内。`,
    ],
    tasks: [
      ...projects.map((project, index) => ({
        id: `t${index}`,
        name: project.name,
        content: project.overview,
        total: project.total,
        fiscal: project.total,
        other: null,
      })),
      {
        id: 'running',
        name: '机关和所属单位运转',
        content: `保障${department.name}机关和所属单位人员工资、日常办公。`,
        total: running,
        fiscal: running,
        other: null,
      },
    ],
    indicators: rows(`d${department.code}`, [
      ['成本指标', '经济成本指标', '“三公”经费变动率', '≤', 0, '%', 10],
      ['成本指标', '经济成本指标', '机关运行经费占比', '≤', 6 + (seed % 5), '%', 10],
      ['产出指标', '数量指标', '完成重点任务', '≥', projects.length + 1, '项', 15],
      ['产出指标', '质量指标', '重点任务验收合格率', '=', 100, '%', 15],
      ['产出指标', '时效指标', '预算执行率', '≥', 94 + (seed % 4), '%', 10],
      ['效益指标', '社会效益指标', '群众来信来访按期办结率', '≥', 95 + (seed % 4), '%', 20],
      ['满意度指标', '服务对象满意度指标', '服务对象满意度', '≥', 89 + seed, '%', 10],
    ]),
  }
}

/** 政府预算: the county's budget as a whole. */
export function governmentGoal(total: number, year: number): GoalContent {
  return {
    ...emptyContent('', 'government', 'general'),
    name: `南江县 ${year} 年政府预算`,
    responsible: '南江县人民政府',
    startsOn: `${year}-01-01`,
    endsOn: `${year}-12-31`,
    total,
    funding: [{ source: 'general-local', amount: total }],
    annualGoals: [
      `${year} 年全县地方一般公共预算收入增长不低于 6%，民生支出占比不低于 68%，“三保”支出足额保障。`,
    ],
    indicators: rows(`g${year}`, [
      ['成本指标', '经济成本指标', '一般性支出压减率', '≤', -5, '%', 20],
      ['产出指标', '数量指标', '地方一般公共预算收入增幅', '≥', 6, '%', 20],
      ['产出指标', '质量指标', '税收收入占比', '≥', 58, '%', 10],
      ['产出指标', '时效指标', '直达资金 30 日内分配率', '=', 100, '%', 10],
      ['效益指标', '社会效益指标', '民生支出占比', '≥', 68, '%', 20],
      ['满意度指标', '服务对象满意度指标', '人大代表对预算执行的满意度', '≥', 90, '%', 10],
    ]),
  }
}
