import { cityDocument, type HelpArea, help } from './entry.ts'

const review = cityDocument('三（二）4')

export const goalHelp: HelpArea = {
  id: 'goals',
  name: '绩效目标',
  entries: [
    help(
      'goals',
      '目标台账',
      [
        '本年全部绩效目标。筛选单位、股室、状态和问题，看合计，批量送审或导出。回车打开，/ 查找。',
        '筛“状态：草稿、问题：有错误”，导出后发给单位逐项改。',
      ],
      ['create-goal', 'delete-goals', 'import-goals', 'submit-goal'],
      review,
    ),
    help(
      'goals/import',
      '导入目标表格',
      [
        '把各单位报来的 Excel 申报表整夹拖入：选择、识别、核对、写入四步完成。写入前什么都不改，写入后可以整批撤销。',
        '收到 46 份表格，一次拖入，核对页显示 40 份新增、5 份变更、1 份有误，有误的说明在第几行。',
      ],
      ['import-goals', 'undo-import', 'save-layout'],
      review,
    ),
    help(
      'goals/library',
      '指标库',
      [
        '分行业领域的共性和个性指标。填报时可以直接引用；单位提出的个性指标由监督与绩效管理科确认后进入指标库。',
        '查“农村公路”，引用“道路列养率 ≥95%”，不用自己编。',
      ],
      ['propose-indicator', 'confirm-indicator', 'return-indicator', 'retire-indicator'],
      cityDocument('三（四）2'),
    ),
    help(
      'goals/review',
      '目标审核',
      [
        '三栏工作台：左边排队，中间目标，右边批注和审核表。支出管理科初审，监督与绩效管理科会审和重点复审，预算科批复。全程可用键盘。',
        '初审发现效益指标不可量化，在该格批注后退回，单位修改再送审，批注逐条答复。',
      ],
      ['pass-first-review', 'return-first-review', 'pass-joint-review', 'pass-key-review', 'approve-goal'],
      review,
    ),
    help(
      'goals/meetings',
      '集中会审',
      [
        '安排会审会议，选定上会目标，记录每个目标的决定，打印会议纪要。',
        '11 月 20 日会审 18 个目标，16 个通过、2 个退回，纪要自动列出理由。',
      ],
      ['hold-meeting'],
      review,
      { also: ['goals/meetings/:id', 'goals/meetings/:id/minutes'] },
    ),
    help(
      'goals/adjustments',
      '目标调整台账',
      [
        '批复后的目标不得随意变动；确需调整的，由单位申请，支出管理科初审、监督与绩效管理科审核、预算科批准。重大变化须先经绩效评估。',
        '项目建设内容由 10 公里改为 8 公里，申请调整数量指标并同步调减预算。',
      ],
      ['open-adjustment', 'submit-adjustment', 'pass-adjustment', 'confirm-adjustment', 'approve-adjustment'],
      cityDocument('三（二）2'),
      { also: ['goals/adjustments/:id'] },
    ),
    help(
      'goals/together',
      '同步台账',
      [
        '登记目标与预算同步申报、同步上会、同步批复、同步公示的日期，可以一次登记多个。',
        '人代会后，选中全部已批复目标，一次登记批复日期。',
      ],
      ['register-together', 'mark-congress'],
      cityDocument('四（一）3'),
    ),
    help(
      'goals/:id',
      '绩效目标',
      [
        '一个目标的申报表，顺序与纸质表一致。右侧“问题”逐项指出毛病，点一下跳到该格；内容自动保存，送审后锁定。',
        '“数量指标至少一项”标红，补上“新建蓄水池 ≥12 口”后标记消失，可以送审。',
      ],
      ['save-goal-draft', 'submit-goal', 'withdraw-goal', 'resolve-comment'],
      review,
      { also: ['goals/:id/paper'] },
    ),
  ],
}

export const assessmentHelp: HelpArea = {
  id: 'assessments',
  name: '事前绩效评估',
  entries: [
    help(
      'assessments',
      '事前评估台账',
      [
        '新出台政策超过 500 万元、新增部门发展类项目超过 100 万元、社会发展类超过 500 万元，以及延续政策、项目增幅超过 30% 的，须做事前评估或预算评审。系统按规则列出应评对象。',
        '某新增产业项目申报 680 万元，自动列入“应评未列”，支出管理科点“列入评估”。',
      ],
      ['open-assessment', 'propose-assessment', 'commission-assessment', 'exempt-assessment'],
      cityDocument('三（二）1'),
    ),
    help(
      'assessments/:id',
      '事前评估',
      [
        '从初审建议、下达、专家评分到评估报告和结论：予以支持、调整后支持、不予支持。结论是申报和安排预算的必备要件。',
        '投资评审中心组织 3 名专家评分，平均 78 分，建议核减 120 万元后支持。',
      ],
      ['save-assessment-work', 'report-assessment', 'conclude-assessment', 'follow-assessment'],
      cityDocument('三（二）1'),
    ),
  ],
}
