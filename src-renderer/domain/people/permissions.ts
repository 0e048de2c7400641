import type { Actor, Duty } from './duties.ts'

/** One row of the duty table: what may be seen or done, and by whom. */
export type Permit = {
  area: Area
  name: string
  duties: readonly Duty[]
  /** The clause that gives it to them; '' where it is this system's own division 〔拟〕. */
  clause: string
}

export const areas = {
  goals: '绩效目标',
  review: '目标审核',
  adjustments: '目标调整',
  assessments: '事前绩效评估',
  monitoring: '绩效监控',
  evaluation: '绩效评价',
  application: '应用与考核',
  experts: '专家与机构',
  exchange: '数据交换',
  base: '账套与基础',
  regulations: '制度库',
  people: '账户与审计',
  backup: '备份',
} as const
export type Area = keyof typeof areas

const [review3241, assess3121, monitor3122, evaluate3123, apply3125, work31] = [
  '巴财〔2020〕38号 三（二）4',
  '巴财〔2020〕38号 三（二）1',
  '巴财〔2020〕38号 三（二）2',
  '巴财〔2020〕38号 三（二）3',
  '巴财〔2020〕38号 三（二）5',
  '巴财〔2020〕38号 三（一）',
]
/** 组织架构 with the yearly plan; 完善监督机制. */
const [organize311, supervise352] = ['巴财〔2020〕38号 三（一）1', '巴财〔2020〕38号 三（五）2']
/** 监督检查局 and 投资评审中心 take part in 指标体系建设; 加快指标体系建设. */
const [support31, system342] = ['巴财〔2020〕38号 三（一）2', '巴财〔2020〕38号 三（四）2']
/** 健全考核机制. */
const appraise351 = '巴财〔2020〕38号 三（五）1'
/** 绩效信息公开. */
const publish3126 = '巴财〔2020〕38号 三（二）6'
const business: readonly Duty[] = [
  'performance',
  'budget',
  'inspection',
  'investment',
  'spending',
  'treasury',
  'office',
  'leader',
  'unit',
]
const everyone: readonly Duty[] = [...business, 'administrator', 'auditor']
const bureau = business.filter((duty) => duty !== 'unit')
const writers: readonly Duty[] = ['unit', 'spending', 'performance']
/** 财政 publishes on the platform, departments on their sites, 支出科室 urge them. */
const publishers: readonly Duty[] = ['unit', 'spending', 'performance', 'budget']
/** Who may say that something is not published. */
const approvers: readonly Duty[] = ['performance', 'leader']
const leads: readonly Duty[] = ['performance', 'budget']
/** Who may be assessed: departments by themselves, sections of the bureau by theirs, the county by its 监督与绩效管理科. */
const assessed = business.filter((duty) => duty !== 'leader')
/** 科室分项复核. */
const reviewers = bureau.filter((duty) => duty !== 'leader')
/** 现场评价 is the work of 监督检查局 and 投资评审中心; 预算科 evaluates the budgets of the counties. */
/** Who carries packages: the bureau's two leading sections and the units; the administrator keeps the keys. */
const carriers: readonly Duty[] = ['performance', 'budget', 'unit']
const keyKeepers: readonly Duty[] = ['performance', 'unit', 'administrator']
/** The leaders decide; 预算科, which reports to them, registers what they decided on paper. */
const deciders: readonly Duty[] = ['leader', 'budget']
const appliers: readonly Duty[] = ['performance', 'budget', 'leader']
const evaluators: readonly Duty[] = ['performance', 'budget', 'inspection', 'investment']

/** Who has work in the yearly plan of the bureau. */
const planned: readonly Duty[] = bureau.filter((duty) => duty !== 'leader')
/** Who keeps some kind of the register: which kinds, says domain/supervision/register-kinds.ts. */
const registrars: readonly Duty[] = [
  'performance',
  'budget',
  'inspection',
  'investment',
  'spending',
  'office',
]

function row(area: Area, name: string, allowed: readonly Duty[], clause = ''): Permit {
  return { area, name, duties: allowed, clause }
}

/**
 * 职责表: the one table that says what a duty may see and do. Every write names its row, every page and button asks it;
 * a step of a workflow is a row too, so a state machine holds no duties of its own.
 */
export const permissions = {
  'see-goals': row('goals', '查看目标', business),
  'create-goal': row('goals', '新建目标', writers, review3241),
  'save-goal-draft': row('goals', '修改目标草稿', writers, review3241),
  'delete-goals': row('goals', '删除目标草稿', writers),
  'restore-goals': row('goals', '恢复删除的草稿', writers),
  'import-goals': row('goals', '导入目标表格', writers),
  'undo-import': row('goals', '撤销导入', writers),
  'save-layout': row('goals', '记住表格对照', [...writers, 'treasury', 'budget']),
  'submit-goal': row('goals', '送审', writers, review3241),
  'withdraw-goal': row('goals', '取消送审', writers),
  'resolve-comment': row('goals', '答复审核批注', writers),

  'propose-indicator': row('goals', '提出个性指标', writers, '巴财〔2020〕38号 三（四）2'),
  'discard-indicator': row('goals', '删除未确认的个性指标', writers),
  'confirm-indicator': row('goals', '确认个性指标', ['performance'], '巴财〔2020〕38号 三（四）2'),
  'return-indicator': row('goals', '退回个性指标', ['performance']),
  'retire-indicator': row('goals', '停用个性指标', ['performance']),
  'resume-indicator': row('goals', '恢复使用个性指标', ['performance']),

  'see-review': row('review', '查看审核情况', bureau),
  'comment-goal': row('review', '在栏目上批注', ['spending', 'performance', 'budget'], review3241),
  'save-review-sheet': row('review', '填写目标审核表', ['spending', 'performance'], review3241),
  'pass-first-review': row('review', '初审通过', ['spending'], review3241),
  'return-first-review': row('review', '初审退回', ['spending'], review3241),
  'pass-joint-review': row('review', '会审通过', ['performance'], review3241),
  'return-joint-review': row('review', '会审退回', ['performance'], review3241),
  'reject-joint-review': row('review', '会审不通过', ['performance'], review3241),
  'pass-key-review': row('review', '重点复审通过', ['performance'], review3241),
  'return-key-review': row('review', '重点复审退回', ['performance'], review3241),
  'reject-key-review': row('review', '重点复审不通过', ['performance'], review3241),
  'recall-first-review': row('review', '撤回自己的初审', ['spending']),
  'recall-joint-review': row('review', '撤回会审', ['performance']),
  'mark-congress': row('review', '标记提交人大', leads, review3241),
  'hold-meeting': row('review', '主持集中会审、记录纪要', ['performance'], review3241),
  'approve-goal': row('review', '批复目标', ['budget'], review3241),
  'return-approval': row('review', '批复前退回', ['budget']),
  'reopen-goal': row('review', '撤销批复', ['budget']),
  'reopen-rejected': row('review', '重新受理不通过的目标', ['performance']),
  'register-together': row('review', '登记上会和公示', leads, '巴财〔2020〕38号 四（一）3'),

  'see-adjustments': row('adjustments', '查看目标调整', business),
  'open-adjustment': row('adjustments', '申请目标调整', writers),
  'save-adjustment': row('adjustments', '修改调整申请', writers),
  'discard-adjustment': row('adjustments', '删除调整申请', writers),
  'submit-adjustment': row('adjustments', '调整送审', writers),
  'withdraw-adjustment': row('adjustments', '取消调整送审', writers),
  'pass-adjustment': row('adjustments', '调整初审通过', ['spending'], '巴财〔2020〕38号 三（二）2'),
  'return-adjustment': row('adjustments', '调整初审退回', ['spending']),
  'confirm-adjustment': row('adjustments', '调整审核通过', ['performance'], '巴财〔2020〕38号 三（二）2'),
  'return-adjustment-review': row('adjustments', '调整审核退回', ['performance']),
  'approve-adjustment': row('adjustments', '批准调整', ['budget'], '巴财〔2020〕38号 三（二）2'),
  'reject-adjustment': row('adjustments', '不同意调整', ['budget']),

  'see-assessments': row('assessments', '查看事前评估', business),
  'open-assessment': row('assessments', '列入事前评估', ['spending', 'performance'], assess3121),
  'save-assessment': row('assessments', '修改初审意见和建议', ['spending', 'performance'], assess3121),
  'save-materials': row('assessments', '登记评估资料', ['unit', 'spending', 'performance', 'investment']),
  'propose-assessment': row('assessments', '提出评估（评审）建议', ['spending'], assess3121),
  'return-assessment-proposal': row('assessments', '退回评估建议', ['performance'], assess3121),
  'countersign-assessment': row('assessments', '预算科会签意见', ['budget'], assess3121),
  'commission-assessment': row('assessments', '确定并下达评估', ['performance'], assess3121),
  'exempt-assessment': row('assessments', '免予评估', ['performance']),
  'resume-assessment': row('assessments', '撤销免予评估', ['performance']),
  'save-assessment-work': row('assessments', '组织专家评分、撰写报告', ['investment'], assess3121),
  'report-assessment': row('assessments', '提交评估报告', ['investment'], assess3121),
  'return-assessment-report': row('assessments', '退回评估报告', ['performance'], assess3121),
  'conclude-assessment': row('assessments', '确认评估结论', ['performance'], assess3121),
  'reopen-assessment': row('assessments', '撤销评估结论', ['performance']),
  'follow-assessment': row('assessments', '登记落实情况', ['spending', 'performance'], assess3121),

  'see-monitoring': row('monitoring', '查看绩效监控', business),
  'open-round': row('monitoring', '布置监控轮次', ['performance'], monitor3122),
  'close-round': row('monitoring', '结束、重开监控轮次', ['performance'], monitor3122),
  'exempt-from-round': row('monitoring', '同意免报', ['performance']),
  'restore-to-round': row('monitoring', '撤销免报', ['performance']),
  'save-monitoring': row('monitoring', '填报监控情况', writers, monitor3122),
  'import-monitorings': row('monitoring', '导入监控表', writers, monitor3122),
  'undo-monitoring-import': row('monitoring', '撤销导入监控表', writers),
  'see-execution': row('monitoring', '查看预算执行', business, monitor3122),
  'import-executions': row('monitoring', '导入国库台账', ['performance', 'treasury', 'budget'], monitor3122),
  'undo-execution-import': row('monitoring', '撤销导入国库台账', ['performance', 'treasury', 'budget']),
  'match-executions': row(
    'monitoring',
    '指定国库台账对应的项目',
    ['performance', 'treasury', 'budget'],
    monitor3122,
  ),
  'save-curve': row('monitoring', '编制用款计划', writers, monitor3122),
  'submit-monitoring': row('monitoring', '监控送审', writers, monitor3122),
  'withdraw-monitoring': row('monitoring', '取消监控送审', writers),
  'pass-monitoring': row('monitoring', '监控审核通过', ['spending'], monitor3122),
  'return-monitoring': row('monitoring', '监控审核退回', ['spending'], monitor3122),
  'accept-monitoring': row('monitoring', '汇总监控情况', ['performance'], monitor3122),
  'return-monitoring-review': row('monitoring', '汇总前退回', ['performance']),
  'reopen-monitoring': row('monitoring', '撤销汇总', ['performance']),
  'see-screening': row('monitoring', '查看监控筛查', bureau, monitor3122),
  'see-spot-checks': row('monitoring', '查看重点核查', business, monitor3122),
  'pick-spot-checks': row('monitoring', '抽取核查对象', ['inspection'], monitor3122),
  'save-spot-check': row('monitoring', '记录核查情况', ['inspection'], monitor3122),
  'start-spot-check': row('monitoring', '开始核查', ['inspection'], monitor3122),
  'drop-spot-check': row('monitoring', '撤销核查', ['inspection']),
  'resume-spot-check': row('monitoring', '恢复核查', ['inspection']),
  'record-spot-check': row('monitoring', '完成核查记录', ['inspection'], monitor3122),
  'revise-spot-check': row('monitoring', '修改核查记录', ['inspection']),
  'ask-checked-unit': row('monitoring', '征求单位说明', ['inspection']),
  'recall-check-question': row('monitoring', '撤回征求说明', ['inspection']),
  'explain-spot-check': row('monitoring', '对核查情况作说明', ['unit']),
  'submit-spot-check': row('monitoring', '提交核查结果', ['inspection'], monitor3122),
  'withdraw-spot-check': row('monitoring', '取消提交核查结果', ['inspection']),
  'return-spot-check': row('monitoring', '退回核查结果', ['performance'], monitor3122),
  'take-over-spot-check': row('monitoring', '接收核查结果', ['performance'], monitor3122),
  'reopen-spot-check': row('monitoring', '撤销接收核查结果', ['performance']),
  'save-own-rules': row('monitoring', '修改预警线', ['performance']),

  'see-dashboard': row('monitoring', '查看看板', business, monitor3122),
  'freeze-dashboard': row('monitoring', '冻结看板', ['performance']),
  'see-round-reports': row('monitoring', '查看监控总报告', bureau),
  'open-round-report': row('monitoring', '编写监控总报告', ['performance'], monitor3122),
  'save-round-report': row('monitoring', '修改监控总报告', ['performance'], monitor3122),
  'ask-round-opinions': row('monitoring', '总报告征求意见', ['performance'], monitor3122),
  'withdraw-round-report': row('monitoring', '收回征求意见', ['performance']),
  'give-round-opinion': row('monitoring', '对总报告提出意见', ['spending'], monitor3122),
  'finish-round-report': row('monitoring', '总报告定稿', ['performance'], monitor3122),
  'reopen-round-report': row('monitoring', '撤销总报告定稿', ['performance']),

  'see-disposals': row('monitoring', '查看监控处置', business),
  'propose-disposals': row(
    'monitoring',
    '提出处置建议',
    ['performance', 'inspection', 'treasury'],
    monitor3122,
  ),
  'save-disposal': row('monitoring', '修改处置建议、登记文书', ['performance'], monitor3122),
  'decide-disposal': row('monitoring', '下达处置', ['performance'], monitor3122),
  'drop-disposal': row('monitoring', '不予处置', ['performance']),
  'restore-disposal': row('monitoring', '恢复待决定', ['performance']),
  'redecide-disposal': row('monitoring', '变更处置', ['performance'], monitor3122),
  'save-answer': row('monitoring', '填写整改情况', writers, monitor3122),
  'answer-disposal': row('monitoring', '报送整改情况', writers, monitor3122),
  'withdraw-answer': row('monitoring', '取消报送整改', writers),
  'pass-answer': row('monitoring', '整改审核通过', ['spending'], monitor3122),
  'return-answer': row('monitoring', '整改审核退回', ['spending'], monitor3122),
  'close-disposal': row('monitoring', '处置销号', ['performance'], monitor3122),
  'return-disposal': row('monitoring', '销号前退回整改', ['performance']),
  'reopen-disposal': row('monitoring', '撤销销号', ['performance']),

  'see-self-evaluations': row('evaluation', '查看绩效自评', business, evaluate3123),
  'open-self-evaluations': row('evaluation', '布置绩效自评', ['performance'], evaluate3123),
  'cancel-self-evaluations': row('evaluation', '撤回布置自评', ['performance'], evaluate3123),
  'save-self-evaluation': row('evaluation', '填报绩效自评', writers, evaluate3123),
  'import-self-evaluations': row('evaluation', '导入自评表', writers, evaluate3123),
  'undo-self-evaluation-import': row('evaluation', '撤销导入自评表', writers),
  'submit-self-evaluation': row('evaluation', '自评送审', writers, evaluate3123),
  'withdraw-self-evaluation': row('evaluation', '取消自评送审', writers),
  'save-department-opinion': row('evaluation', '填写部门意见', writers, evaluate3123),
  'pass-self-evaluation': row('evaluation', '自评审核通过', ['spending'], evaluate3123),
  'return-self-evaluation': row('evaluation', '自评审核退回', ['spending'], evaluate3123),
  'collect-self-evaluation': row('evaluation', '汇总绩效自评', ['performance'], evaluate3123),
  'return-self-evaluation-review': row('evaluation', '汇总前退回自评', ['performance']),
  'reopen-self-evaluation': row('evaluation', '撤销汇总自评', ['performance']),
  'explain-self-evaluation': row(
    'evaluation',
    '登记对自评疑点的说明',
    ['unit', 'spending', 'performance', 'inspection'],
    evaluate3123,
  ),
  'see-credibility': row('evaluation', '查看自评可信度', bureau, evaluate3123),
  'see-evaluation-plan': row('evaluation', '查看评价计划和覆盖', bureau, evaluate3123),
  'save-evaluation-plan': row('evaluation', '编制评价计划', ['performance'], evaluate3123),
  'issue-evaluation-plan': row('evaluation', '下达评价计划', ['performance'], evaluate3123),
  'reopen-evaluation-plan': row('evaluation', '撤销下达评价计划', ['performance']),
  'save-evaluation-rules': row('evaluation', '修改评价规则', ['performance']),
  'see-evaluation-tasks': row('evaluation', '查看评价任务', business, evaluate3123),
  'see-indicator-systems': row('evaluation', '查看评价指标体系', bureau, system342),
  'save-indicator-system': row(
    'evaluation',
    '编制评价指标体系',
    ['performance', 'inspection', 'investment'],
    support31,
  ),
  'discard-indicator-system': row('evaluation', '删除未审定的指标体系', [
    'performance',
    'inspection',
    'investment',
  ]),
  'approve-indicator-system': row('evaluation', '审定评价指标体系', ['performance'], system342),
  'open-evaluation-task': row('evaluation', '新建评价任务', leads, evaluate3123),
  'save-evaluation-task': row('evaluation', '登记评价任务的情况和材料', evaluators, evaluate3123),
  'open-score-sheets': row('evaluation', '开始评分', evaluators, evaluate3123),
  'save-score-sheet': row('evaluation', '填写专家评分表', evaluators, evaluate3123),
  'sign-score-sheet': row('evaluation', '专家评分表签名', evaluators, evaluate3123),
  'reopen-score-sheet': row('evaluation', '撤销评分表签名', ['performance']),
  'prepare-evaluation-again': row('evaluation', '退回评价准备', ['performance']),
  'issue-expert-kit': row('evaluation', '生成专家评分包', evaluators, evaluate3123),
  'withdraw-expert-kit': row('evaluation', '收回专家评分包', evaluators),
  'take-expert-return': row('evaluation', '收回专家评分表', evaluators, evaluate3123),
  'open-expert-kit': row('evaluation', '打开专家评分包', business),
  'finish-scoring': row('evaluation', '结束评分', evaluators, evaluate3123),
  'resume-scoring': row('evaluation', '退回评分', ['performance']),
  'see-surveys': row('evaluation', '查看满意度问卷', bureau, evaluate3123),
  'save-survey': row('evaluation', '编制和汇总满意度问卷', evaluators, evaluate3123),
  'discard-survey': row('evaluation', '删除满意度问卷', evaluators),
  'open-second-round': row('evaluation', '开启第二轮评分', evaluators, evaluate3123),
  'reply-evaluation': row('evaluation', '对评价情况提出意见', ['unit'], evaluate3123),
  'ask-evaluated-unit': row('evaluation', '征求被评价单位意见', evaluators, evaluate3123),
  'recall-evaluation-question': row('evaluation', '收回征求意见', ['performance']),
  'conclude-evaluation': row('evaluation', '确定评价结论', leads, evaluate3123),
  'reopen-evaluation': row('evaluation', '撤销评价结论', ['performance']),
  'send-evaluation-feedback': row('evaluation', '反馈政府预算评价结果', ['budget'], evaluate3123),
  'recall-evaluation-feedback': row('evaluation', '收回反馈的评价结果', ['budget']),
  'receive-evaluation-feedback': row('evaluation', '接收反馈的评价结果', ['performance'], evaluate3123),
  'return-evaluation-feedback': row('evaluation', '退回反馈的评价结果', ['performance']),
  'answer-evaluation-feedback': row('evaluation', '答复结果运用建议', ['performance'], apply3125),
  'reopen-evaluation-feedback': row('evaluation', '撤销结果运用建议', ['performance']),
  'stop-evaluation': row('evaluation', '终止评价任务', ['performance']),
  'restart-evaluation': row('evaluation', '恢复评价任务', ['performance']),

  'see-appraisals': row('application', '查看工作考核', business, appraise351),
  'see-schemes': row('application', '查看考核办法', bureau, appraise351),
  'save-scheme': row('application', '编制考核办法', ['performance'], appraise351),
  'discard-scheme': row('application', '删除未审定的考核办法', ['performance']),
  'approve-scheme': row('application', '审定考核办法', ['performance', 'leader'], appraise351),
  'open-appraisals': row('application', '印发考核通知', ['performance'], appraise351),
  'take-county-appraisal': row('application', '接收区县自评', ['performance'], appraise351),
  'fill-appraisal': row('application', '填写考核自评', assessed, appraise351),
  'submit-appraisal': row('application', '考核自评送审', assessed, appraise351),
  'withdraw-appraisal': row('application', '取消考核送审', assessed),
  'review-appraisal': row('application', '开始考核复核', ['performance'], appraise351),
  'save-appraisal-review': row('application', '填写考核复核和抽查分', reviewers, appraise351),
  'return-appraisal': row('application', '退回考核自评', ['performance']),
  'sample-appraisal': row('application', '考核转入抽查', ['performance'], appraise351),
  'draw-appraisal-sample': row('application', '抽取考核抽查对象', ['performance', 'inspection'], appraise351),
  'ask-appraised': row('application', '考核结果征求意见', ['performance'], appraise351),
  'recall-appraisal': row('application', '考核退回复核', ['performance']),
  'object-appraisal': row('application', '对考核结果提出意见', assessed, appraise351),
  'answer-appraisal-objection': row('application', '答复考核意见', ['performance'], appraise351),
  'decide-appraisals': row('application', '审定考核结果', ['leader'], appraise351),
  'reopen-appraisals': row('application', '撤销审定考核结果', ['leader']),
  'announce-appraisals': row('application', '通报考核结果', ['performance'], appraise351),
  'archive-appraisals': row('application', '考核归档', ['performance', 'office'], appraise351),
  'see-applications': row('application', '查看结果应用', business, apply3125),
  'propose-applications': row('application', '提出结果应用建议', ['performance'], apply3125),
  'save-application': row('application', '修改应用建议和审定意见', appliers, apply3125),
  'send-application': row('application', '应用建议送预算科', ['performance'], apply3125),
  'drop-application': row('application', '不提出应用建议', ['performance']),
  'restore-application': row('application', '恢复应用建议', ['performance']),
  'recall-application': row('application', '收回应用建议', ['performance']),
  'submit-application': row('application', '应用建议报局领导审定', ['budget'], apply3125),
  'return-application': row('application', '退回应用建议', ['budget']),
  'decide-application': row('application', '审定（登记审定）结果应用', deciders, apply3125),
  'return-decision': row('application', '审定前退回研究', deciders),
  'refuse-application': row('application', '审定不应用', deciders),
  'reopen-decision': row('application', '撤销审定', deciders),
  'save-application-answer': row('application', '填写落实情况', ['spending', 'budget'], apply3125),
  'answer-application': row('application', '书面反馈落实情况', ['spending', 'budget'], apply3125),
  'withdraw-application': row('application', '取消反馈', ['spending', 'budget']),
  'follow-application': row('application', '登记跟踪督导', ['performance', 'spending'], apply3125),
  'close-application': row('application', '结果应用办结', ['performance'], apply3125),
  'return-carrying': row('application', '退回落实', ['performance']),
  'refer-application': row('application', '移送监督检查局', ['performance'], apply3125),
  'recall-referral': row('application', '撤回移送', ['performance']),
  'handle-referral': row('application', '处理不予应用、应用不力、逾期不应用', ['inspection'], apply3125),
  'reopen-application': row('application', '撤销办结', ['performance']),
  'order-rectification': row('application', '下达整改', ['performance'], apply3125),
  'recall-rectification': row('application', '撤销整改', ['performance']),
  'save-rectification': row('application', '填写整改结果', ['unit', 'spending'], apply3125),
  'report-rectification': row('application', '报送整改结果', ['unit', 'spending'], apply3125),
  'clear-rectification': row('application', '整改销号', ['performance'], apply3125),
  'return-rectification': row('application', '退回整改', ['performance']),
  'reopen-rectification': row('application', '撤销整改销号', ['performance']),
  'see-coverage': row('application', '查看三全覆盖', bureau, '巴财〔2020〕38号 二'),
  'save-milestone': row('application', '登记路线图进展', ['performance'], '巴财〔2020〕38号 四'),
  'discard-milestone': row('application', '删除本局的路线图目标', ['performance']),
  'see-analysis': row('application', '查看预算分析', bureau, '巴财〔2020〕38号 三（三）'),
  'dismiss-finding': row('application', '排除预算分析中的误报', ['performance', 'budget']),
  'restore-finding': row('application', '恢复排除的分析结果', ['performance', 'budget']),
  'see-disclosures': row('application', '查看信息公开', business, publish3126),
  'publish-disclosures': row('application', '登记公开', publishers, publish3126),
  'withdraw-disclosures': row('application', '撤销公开登记', publishers),
  'propose-exemptions': row('application', '申请免予公开', writers, publish3126),
  'decide-exemptions': row('application', '审批免予公开', approvers),
  'revoke-exemptions': row('application', '撤销免予公开', approvers),
  'check-disclosures': row('application', '检查信息公开', ['inspection'], publish3126),
  'correct-disclosure': row('application', '登记公开整改', publishers, publish3126),
  'make-publication-set': row('application', '生成公开材料', publishers, publish3126),
  'see-dossier': row('application', '查看一项目一档', business),
  'archive-dossier': row('application', '导出一项目一档', business),
  'archive-secret-dossier': row('application', '导出涉密项目的一项目一档', approvers),
  'see-supervision': row('application', '查看督导登记', bureau, supervise352),
  'save-register': row('application', '登记报告、审计问题、培训、宣传等', registrars, supervise352),
  'remove-register': row('application', '删除登记', registrars),
  'see-work-plan': row('application', '查看年度工作', bureau, organize311),
  'save-work-plan': row('application', '编制年度工作计划', ['performance'], organize311),
  'save-work-progress': row('application', '登记工作进展和佐证', planned, organize311),
  'start-work-item': row('application', '开始办理年度工作', planned, organize311),
  'finish-work-item': row('application', '年度工作报完成', planned, organize311),
  'withdraw-work-item': row('application', '取消报送年度工作', planned),
  'confirm-work-item': row('application', '确认年度工作完成', ['performance'], organize311),
  'return-work-item': row('application', '退回年度工作', ['performance'], organize311),
  'reopen-work-item': row('application', '撤销确认年度工作', ['performance']),

  'see-experts': row('experts', '查看专家和机构', bureau),
  'see-expert-secrets': row('experts', '查看身份证号和银行账号', ['performance', 'investment']),
  'save-expert': row('experts', '登记专家', ['performance', 'investment'], '巴财〔2020〕38号 三（四）3'),
  'draw-experts': row('experts', '抽取专家', ['performance', 'investment', 'inspection']),
  'rate-expert': row('experts', '评价专家', ['performance', 'investment', 'inspection']),
  'save-agency': row(
    'experts',
    '登记机构和委托',
    ['performance', 'investment', 'inspection'],
    '巴财〔2020〕38号 三（四）3',
  ),

  'see-counties': row('exchange', '查看区县汇总', bureau),
  'see-exchange': row('exchange', '查看往来台账', [...business, 'administrator']),
  'save-station': row('exchange', '建立本机单位名片、更换密钥', keyKeepers),
  'accept-peer': row('exchange', '信任往来单位', keyKeepers),
  'revoke-peer': row('exchange', '停用、恢复往来单位', keyKeepers),
  'make-package': row('exchange', '生成数据包', carriers),
  'mark-package': row('exchange', '登记送达、作废数据包', carriers),
  'apply-package': row('exchange', '导入数据包', carriers),
  'refuse-package': row('exchange', '退回数据包', carriers),
  'undo-package': row('exchange', '撤销导入数据包', carriers),
  'hold-package': row('exchange', '提请管理员决定数据包', carriers),
  'allow-package': row('exchange', '决定未信任的数据包', ['administrator']),
  'take-receipt': row('exchange', '收取回执', carriers),

  'see-base': row('base', '查看账套与基础数据', business),
  'create-book': row('base', '新建账套', leads),
  'carry-forward': row('base', '结转下年', leads),
  'save-identity': row('base', '修改本机单位', leads),
  'set-book-rules': row('base', '更换规则包', leads),
  'save-sections': row('base', '修改股室', leads),
  'save-units': row('base', '修改单位', leads),
  'save-calendar': row('base', '修改工作日历', [...leads, 'administrator']),
  'load-demo': row('base', '打开演示账套', business),
  'remove-demo': row('base', '删除演示账套', business),

  'see-regulations': row('regulations', '查看制度', business),
  'save-regulation': row(
    'regulations',
    '登记制度',
    ['performance', 'budget', 'office'],
    '巴财〔2020〕38号 三（四）1',
  ),
  'list-regulations': row(
    'regulations',
    '列入目录制度',
    ['performance', 'budget', 'office'],
    '巴财〔2020〕38号 三（四）1',
  ),
  'remove-regulation': row('regulations', '移除制度', ['performance', 'budget', 'office']),
  'restore-regulation': row('regulations', '恢复制度', ['performance', 'budget', 'office']),

  'see-duties': row('people', '查看职责表', everyone, work31),
  'see-accounts': row('people', '查看账户', ['administrator']),
  'save-account': row('people', '新建和修改账户', ['administrator']),
  'reset-password': row('people', '重设密码', ['administrator']),
  'log-in': row('people', '登录', everyone),
  'change-password': row('people', '更换自己的密码', everyone),
  'read-audit': row('people', '查看操作记录', ['auditor']),
  'export-audit': row('people', '导出操作记录', ['auditor']),

  'see-backups': row('backup', '查看备份', everyone),
  'make-backup': row('backup', '立即备份、校验备份', everyone),
  'save-backup-settings': row('backup', '修改备份设置', ['administrator']),
  'export-book': row('backup', '把账套导出为只读文件', leads),
  'open-book-file': row('backup', '打开只读账套文件', business),
  'remove-book-file': row('backup', '移除只读账套', business),
  'restore-backup': row('backup', '恢复备份', ['administrator']),
} as const satisfies Record<string, Permit>
export type Permission = keyof typeof permissions

/** Whether a duty may do (or see) what the row names. */
export function dutyMay(duty: Duty, permission: Permission): boolean {
  const allowed: readonly Duty[] = permissions[permission].duties
  return allowed.includes(duty)
}

/** Whether the actor may, in the duty that is active now. */
export function may(actor: Pick<Actor, 'duty'>, permission: Permission): boolean {
  return dutyMay(actor.duty, permission)
}
