/** Automatic metrics. `rate`: done ÷ due; `count`: cases that take points; `fen`: done and due are money in 分. */
export type MetricKind = {
  name: string
  counts: 'rate' | 'count'
  money?: true
  formula: string
  clause: string
}

const [assess, goals, monitor, evaluate, apply, publish] = [
  '巴财〔2020〕38号 三（二）1',
  '巴财〔2020〕38号 三（二）4',
  '巴财〔2020〕38号 三（二）2',
  '巴财〔2020〕38号 三（二）3',
  '巴财〔2020〕38号 三（二）5',
  '巴财〔2020〕38号 三（二）6',
]

function rate(name: string, formula: string, clause: string) {
  return { name, counts: 'rate' as const, formula, clause }
}

function cases(name: string, formula: string, clause: string) {
  return { name, counts: 'count' as const, formula, clause }
}

/** What every automatic metric is called, how it is counted in words, and on which clause it rests. */
export const metricNames = {
  'pre-assessment-coverage': rate(
    '事前评估应评尽评率',
    '已出评估结论的对象 ÷ 规则要求或财政局列入评估的对象（免评的不计）',
    assess,
  ),
  'pre-assessment-refused': cases(
    '未通过评估仍安排预算',
    '结论为不予支持、目标仍可入预算或已批复的对象',
    assess,
  ),
  'pre-assessment-conclude': rate('事前评估完成率', '已出评估结论 ÷ 已下达的评估', assess),
  'goals-books': rate('四本预算目标覆盖率', '有已批复绩效目标的预算（四本）÷ 4', goals),
  'goals-departments': rate('部门整体目标覆盖率', '有已批复部门整体目标的主管部门 ÷ 全部主管部门', goals),
  'goals-projects': rate(
    '项目目标覆盖率',
    '已批复目标的项目 ÷（已申报的项目 + 国库有支出但没有目标的项目）',
    goals,
  ),
  'goals-policies': rate('政策目标覆盖率', '已批复目标的政策 ÷ 已申报的政策', goals),
  'goals-first-pass': rate('目标审核一次通过率', '没有被退回过的批复目标 ÷ 已批复的目标', goals),
  'together-declared': rate('同步申报率', '目标和资金都登记了申报的已批复目标 ÷ 已批复的目标', goals),
  'together-tabled': rate('同步上会率', '目标和资金都登记了上会的已批复目标 ÷ 已批复的目标', goals),
  'together-approved': rate('同步批复率', '目标和资金都登记了批复的已批复目标 ÷ 已批复的目标', goals),
  'together-published': rate(
    '同步公示率',
    '目标和资金都登记了公示的已批复目标 ÷ 应公示的已批复目标（涉密、不公开的不计）',
    goals,
  ),
  'monitoring-coverage': rate(
    '监控覆盖率',
    '报送过监控情况的对象 ÷ 已批复目标的部门和项目（免报的不计）',
    monitor,
  ),
  'monitoring-late': cases('监控迟报天数', '各轮监控表首次送审日超过报送期限的天数之和', monitor),
  'disposal-in-time': rate('预警处置及时率', '在处置期限内报送整改的处置 ÷ 已下达的处置', monitor),
  'self-coverage': rate('自评覆盖率', '已送审自评的对象 ÷ 已批复目标的部门、政策和项目', evaluate),
  'self-deviation': cases('自评与复核偏差超过 10 分', '自评得分与财政评价得分相差 10 分以上的对象', evaluate),
  'evaluation-count': rate(
    '重点评价数量占比',
    '已结论的财政评价对象 ÷ 已批复目标的部门、政策和项目',
    evaluate,
  ),
  'evaluation-money': {
    ...rate('重点评价金额占比', '已结论的财政评价对象资金 ÷ 已批复的政策和项目资金', evaluate),
    money: true as const,
  },
  'evaluation-kinds': rate(
    '重点评价四类对象',
    '开展过财政评价的对象类别（政府、部门、政策、项目）÷ 4',
    evaluate,
  ),
  'evaluation-plan': rate('评价计划完成率', '已结论的评价任务 ÷ 评价计划列入的对象', evaluate),
  'department-evaluation': rate('部门评价完成率', '已结论的部门评价 ÷ 已下达的部门评价', evaluate),
  'rectification-in-time': rate('按期整改率', '在整改期限内销号的整改 ÷ 已下达的整改', apply),
  'results-applied': rate('评价结果预算挂钩率', '已落实的结果应用 ÷ 已审定的结果应用', apply),
  'disclosure-goals': rate('目标公开率', '已公开的绩效目标 ÷ 应公开的绩效目标（涉密的不计）', publish),
  'disclosure-results': rate(
    '评价结果公开率',
    '已公开的自评和评价结果 ÷ 应公开的结果（涉密的不计）',
    publish,
  ),
  'disclosure-late': cases('公开不及时', '超过公开期限才公开或仍未公开的信息', publish),
  'indicator-domains': rate(
    '分领域指标体系建成率',
    '有已确认个性指标的行业领域 ÷ 指标库的行业领域',
    '巴财〔2020〕38号 三（四）2',
  ),
  'expert-registers': rate('专家和机构库建成率', '有在库专家、机构的库 ÷ 2', '巴财〔2020〕38号 三（四）3'),
  'expert-ratings': rate(
    '专家和机构年度质量考核率',
    '本年参加评审后有考核记录的专家 ÷ 本年抽取的专家',
    '巴财〔2020〕38号 三（四）3',
  ),
  'work-done': rate(
    '年度工作完成率',
    '已确认完成的年度工作 ÷ 期限已到的年度工作（只报完成、还没有确认的不计）',
    '巴财〔2020〕38号 三（五）1',
  ),
  'work-late': cases(
    '年度工作逾期',
    '期限已到没有报完成，或过了期限才报完成的年度工作',
    '巴财〔2020〕38号 三（五）1',
  ),
} as const satisfies Record<string, MetricKind>

export type MetricId = keyof typeof metricNames
export const metricList = Object.keys(metricNames) as MetricId[] // the keys of the table
