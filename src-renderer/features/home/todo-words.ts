import type { Todo } from '#storage/todo-held'

/** With the measure word they are counted by. */
export const kindWords: Record<Todo['kind'], string> = {
  goals: '个目标',
  assessments: '个事前评估',
  adjustments: '个目标调整',
  indicators: '条个性指标',
  monitorings: '份监控表',
  spotChecks: '个重点核查',
  roundReports: '份监控总报告',
  disposals: '件监控处置',
  evaluationTasks: '项绩效评价',
  evaluationOpinions: '项绩效评价',
  evaluationFeedbacks: '项政府预算评价结果',
  selfEvaluations: '份自评表',
  appraisals: '份工作考核',
  applications: '项结果应用',
  rectifications: '项结果应用',
  disclosures: '项信息',
  workItems: '项年度工作',
}

/** What is done in the states that have a word of their own, and in all others. */
type Verbs = { at: Readonly<Record<string, string>>; else: string }

const applicationVerbs: Verbs = {
  at: {
    draft: '送出',
    budgeting: '研究',
    deciding: '审定',
    carrying: '落实',
    answered: '核实',
    referred: '处理',
    ordered: '整改',
    reported: '销号',
  },
  else: '办理',
}

const appraisalVerbs: Verbs = {
  at: {
    arrived: '接收',
    open: '自评',
    returned: '修改',
    submitted: '复核',
    reviewing: '复核',
    sampling: '抽查',
    asked: '审定',
    decided: '通报',
    announced: '归档',
  },
  else: '办理',
}

const disposalVerbs: Verbs = {
  at: { proposed: '决定', issued: '整改', returned: '修改', reviewed: '销号' },
  else: '审核',
}

const checkVerbs: Verbs = {
  at: { picked: '开始', returned: '修改', recorded: '提交', asked: '说明', submitted: '接收' },
  else: '核查',
}

const taskVerbs: Verbs = {
  at: { preparing: '准备', scoring: '评分', combining: '汇总', asked: '结论' },
  else: '办理',
}

const always = (verb: string): Verbs => ({ at: {}, else: verb })

const verbs: Record<Todo['kind'], Verbs> = {
  goals: { at: { draft: '填报', returned: '修改', reviewed: '批复' }, else: '审核' },
  assessments: always('办理'),
  adjustments: always('办理'),
  indicators: { at: { returned: '修改' }, else: '办理' },
  monitorings: { at: { draft: '填报', returned: '修改', passed: '汇总' }, else: '审核' },
  spotChecks: checkVerbs,
  roundReports: always('办理'),
  disposals: disposalVerbs,
  evaluationTasks: taskVerbs,
  evaluationOpinions: always('处理'),
  evaluationFeedbacks: { at: { due: '反馈', sent: '接收', received: '答复' }, else: '办理' },
  selfEvaluations: { at: { draft: '填报', returned: '修改', confirmed: '汇总' }, else: '审核' },
  appraisals: appraisalVerbs,
  applications: applicationVerbs,
  rectifications: applicationVerbs,
  disclosures: { at: { proposed: '审批' }, else: '登记' },
  workItems: { at: { planned: '开始', working: '办理', done: '确认' }, else: '办理' },
}

/** What the button of a to-do says. */
export function verbOf({ kind, state, assignment }: Todo): string {
  if (kind === 'evaluationOpinions' && assignment.duty === 'unit') return '提意见'
  return verbs[kind].at[state] ?? verbs[kind].else
}
