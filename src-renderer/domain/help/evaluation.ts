import { cityDocument, type HelpArea, help } from './entry.ts'

const evaluate = cityDocument('三（二）3')

export const evaluationHelp: HelpArea = {
  id: 'evaluation',
  name: '绩效评价',
  entries: [
    help(
      'evaluation/plan',
      '评价计划',
      [
        '部门、政策、项目四年评一遍，政府预算每年评。系统按周期和风险提出名单，本局增减并写明理由后下达。',
        '建议 12 个，本局换掉 2 个并写理由，下达后直接新建评价任务。',
      ],
      ['save-evaluation-plan', 'issue-evaluation-plan'],
      evaluate,
    ),
    help(
      'evaluation/self',
      '单位自评',
      [
        '布置、填报、审核和汇总上年自评。执行率 10 分、指标 90 分，得分由系统按完成值计算，改分要写理由。',
        '3 月底筛“未报”，向 8 个单位发催报；汇总后得分锁定。',
      ],
      ['open-self-evaluations', 'submit-self-evaluation', 'pass-self-evaluation', 'collect-self-evaluation'],
      evaluate,
    ),
    help(
      'evaluation/self/import',
      '导入自评表',
      ['把单位报来的自评表整夹拖入，核对后写入，可以撤销。', '支持财政部和四川两种自评表。'],
      ['import-self-evaluations', 'undo-self-evaluation-import'],
      evaluate,
    ),
    help(
      'evaluation/self/fill',
      '自评多项目填报',
      [
        '一个单位的全部自评表放在一张表里：指标完成值整列粘贴，得分随即算出；再填各项目的总体情况，填完的一次送审。',
        '20 个项目 120 条指标，从 Excel 复制完成值一列，粘贴后只有 3 条没有得满分，补写原因后送审 20 份。',
      ],
      ['save-self-evaluation', 'submit-self-evaluation'],
      evaluate,
    ),
    help(
      'evaluation/self/:id',
      '自评表',
      [
        '一个项目的自评：各资金来源执行、指标完成、得分、偏差原因。右侧说明每个得分怎样算出。',
        '完成值 8 公里、目标 10 公里，该指标得 80%，须写未完成原因。',
      ],
      ['save-self-evaluation', 'submit-self-evaluation', 'pass-self-evaluation'],
      evaluate,
      { also: ['evaluation/self/:id/paper'] },
    ),
    help(
      'evaluation/credibility',
      '自评可信度',
      [
        '用数据核对自评：满分而执行率低、完成值与监控不符、文字雷同等，列出疑点请单位说明。',
        '某单位 12 份自评全部 100 分，列为疑点，登记说明后销疑。',
      ],
      ['explain-self-evaluation'],
      evaluate,
    ),
    help(
      'evaluation/systems',
      '指标体系',
      [
        '四类对象的评价指标体系。从国家、四川的模板复制再改，权重合计 100，审定后才能用于评价。',
        '复制“项目支出（四川）”，加两个行业指标，审定。',
      ],
      ['save-indicator-system', 'approve-indicator-system', 'discard-indicator-system'],
      cityDocument('三（四）2'),
      { also: ['evaluation/systems/:id'] },
    ),
    help(
      'evaluation/tasks',
      '评价任务',
      ['重点评价的全部任务：准备、评分、汇总、征求意见、结论。', '筛“评分中”，看哪位专家还没有签名。'],
      ['open-evaluation-task', 'conclude-evaluation', 'stop-evaluation'],
      evaluate,
    ),
    help(
      'evaluation/tasks/:id',
      '评价任务准备',
      [
        '定指标体系、专家、材料和现场安排。材料按佐证清单登记，缺的标为“未证实”。',
        '登记 14 份材料，3 份待补，向单位发资料清单。',
      ],
      ['save-evaluation-task', 'open-score-sheets'],
      evaluate,
      { also: ['evaluation/tasks/:id/schedule', 'evaluation/tasks/:id/schedule/paper'] },
    ),
    help(
      'evaluation/tasks/:id/score',
      '专家评分',
      [
        '每位专家独立评分，扣分要写理由并指出佐证；签名前互相看不到。数字键评分，回车下一项。',
        '“受益群众满意度”扣 1 分，理由“问卷回收率 62%”，关联问卷附件。',
      ],
      ['save-score-sheet', 'sign-score-sheet', 'reopen-score-sheet'],
      evaluate,
      { also: ['evaluation/tasks/:id/paper'] },
    ),
    help(
      'evaluation/tasks/:id/figures',
      '财政报表数据',
      ['政府预算评价所需的财政报表数据，导入后自动算出指标。', '导入决算报表，计算支出进度和结转结余率。'],
      ['save-evaluation-task'],
      evaluate,
    ),
    help(
      'evaluation/tasks/:id/kits',
      '专家评分包',
      [
        '专家不在局里时，生成带口令的评分包，专家在自己的电脑上打开、评分、签名，交回后收回评分表。',
        '给 3 位专家一次生成 3 个评分包，口令另行告知。',
      ],
      ['issue-expert-kit', 'take-expert-return', 'withdraw-expert-kit'],
      evaluate,
    ),
    help(
      'evaluation/tasks/:id/result',
      '评价结果',
      [
        '汇总得分、一致性、争议指标、问题和建议；征求单位意见、逐条答复后下结论，导出报告。',
        '两位专家相差 35%，该指标进入第二轮；最终 86.40 分，良。',
      ],
      [
        ...(['finish-scoring', 'ask-evaluated-unit', 'reply-evaluation'] as const),
        ...(['withdraw-evaluation-reply', 'conclude-evaluation'] as const),
      ],
      evaluate,
    ),
    help(
      'evaluation/surveys',
      '满意度问卷',
      ['编制问卷、打印、录入计票，满意度直接进入指标。', '发放 120 份、收回 104 份，综合满意度 91.3%。'],
      ['save-survey', 'discard-survey'],
      evaluate,
      { also: ['evaluation/surveys/:id'] },
    ),
    help(
      'evaluation/ranking',
      '评价结果排名',
      ['全年评价得分、等级和与自评的差异，并列同名次。', '自评 98、评价 76 的项目排在差异第一位。'],
      ['conclude-evaluation'],
      evaluate,
    ),
    help(
      'evaluation/rules',
      '评价规则',
      ['专家人数、去极值、争议线、等级线等，本局可以改，改动写理由。', '把第二轮的差距线由 30% 改为 25%。'],
      ['save-evaluation-rules'],
      evaluate,
    ),
  ],
}
