import { cityDocument, type HelpArea, help } from './entry.ts'

export const applicationHelp: HelpArea = {
  id: 'application',
  name: '应用与考核',
  entries: [
    help(
      'applications',
      '结果应用',
      [
        '评价、评估和监控的结果怎样用到预算：监督与绩效管理科提建议，预算科报局领导审定，支出管理科落实并书面反馈，监督检查局处理不应用、应用不力的。',
        '某项目评为“差”，建议核减 50%，审定后下年预算由 200 万元减为 100 万元。',
      ],
      [
        'propose-applications',
        'submit-application',
        'decide-application',
        'answer-application',
        'handle-referral',
        'report-rectification',
      ],
      cityDocument('三（二）5'),
      { also: ['applications/:id'] },
    ),
    help(
      'closing-rules',
      '应用规则',
      [
        '什么结果建议什么措施、压减多少，什么信息在哪里由谁何时公开，预算分析的线在哪里：本局可以改，逐条写明依据，标明〔源〕〔惯〕〔拟〕，并写理由。',
        '把项目评价为“中”的压减比例由 10%—20% 改为 15%—30%，依据写本县办法的文号。',
      ],
      ['save-closing-rules'],
      cityDocument('三（二）5'),
    ),
    help(
      'disclosures',
      '信息公开',
      [
        '应公开什么、在哪里、由谁、何时公开，由数据推出；登记网址或截图，监督检查局检查。涉密的须审批免予公开。',
        '决算公开时，重点评价报告应在统一平台公开 9 份，已登记 7 份。',
      ],
      [
        'publish-disclosures',
        'propose-exemptions',
        'decide-exemptions',
        'check-disclosures',
        'make-publication-set',
      ],
      cityDocument('三（二）6'),
      { also: ['disclosures/set'] },
    ),
    help(
      'appraisals',
      '工作考核',
      [
        '对区县、部门和局内科室的绩效管理工作考核：自评、逐项佐证、复核、抽查、征求意见、审定、通报。',
        '县自评 92 分，复核改为 88 分，改分逐项写理由，征求意见 5 个工作日；县里书面无异议的，登记后当天就能审定。',
      ],
      [
        'open-appraisals',
        'cancel-appraisals',
        'fill-appraisal',
        'submit-appraisal',
        'save-appraisal-review',
        'object-appraisal',
        'record-agreement',
        'decide-appraisals',
        'announce-appraisals',
      ],
      cityDocument('三（五）1'),
      {
        also: ['appraisals/:id', 'appraisals/:id/ranking', 'appraisals/:id/paper'],
      },
    ),
    help(
      'appraisals/live',
      '预演得分',
      [
        '年中任何一天按上级的考核表看自己能得多少分：稳的、有风险的、已丢的，缺哪份材料丢几分。',
        '还缺培训通知，丢 1 分；补齐后预计 93 分。',
      ],
      ['fill-appraisal'],
      cityDocument('三（五）1'),
    ),
    help(
      'appraisals/schemes',
      '考核办法',
      [
        '考核表的分组、分值、计分方法、加减分和否决项，可以按当年办法修改。',
        '把“信息公开”由 8 分改为 10 分。',
      ],
      ['save-scheme', 'approve-scheme'],
      cityDocument('三（五）1'),
      { also: ['appraisals/schemes/:id'] },
    ),
    help(
      'supervision',
      '督导登记',
      [
        '向人大和政府报告、邀请代表委员参与、审计发现问题、违规线索移交、培训、宣传和专家座谈会，一处登记、按类导出。需要后续办理的标出期限和逾期。违规线索只有登记的科室和局领导可以查看。',
        '登记审计发现的问题，关联项目，整改期限 6 月 30 日；整改后填销号日期。',
      ],
      ['save-register', 'remove-register'],
      cityDocument('三（五）2'),
    ),
    help(
      'supervision/reports/:id',
      '年度报告',
      [
        '按全年数据写出向人大或向政府的报告，文字可以改，附表数字随数据变化；涉密内容不在其中。导出 Word 后送签。',
        '在“存在的问题”补写两句，导出 Word，附重点评价结果表。',
      ],
      ['save-register'],
      cityDocument('三（五）2'),
    ),
    help(
      'work-plan',
      '年度工作',
      [
        '局内“2+2+N”各科室的全年绩效工作：谁负责、何时完成、凭什么证明。科室报完成并附佐证，监督与绩效管理科确认，完成情况用于局内科室考核。',
        '支出管理科报“督促归口部门开展自评”完成，附汇总表；确认后计入完成。',
      ],
      ['save-work-plan', 'save-work-progress', 'finish-work-item', 'confirm-work-item', 'return-work-item'],
      cityDocument('三（一）1'),
    ),
    help(
      'dossier/:goalId',
      '一项目一档',
      [
        '一个对象从申报到公开的全部过程、材料和时间线，可以打印成册、归档。',
        '审计来查某项目，一次导出全套档案。',
      ],
      ['archive-dossier', 'archive-secret-dossier'],
      '',
      { also: ['dossier/:goalId/paper'] },
    ),
    help(
      'analysis',
      '预算分析',
      [
        '重复和相似项目、到期政策、连续低分单位、结余原因和同类成本对比，导出供预算会商。',
        '三个部门都有“农村垃圾清运”，列为可整合项目。',
      ],
      ['dismiss-finding', 'restore-finding'],
      cityDocument('三（三）'),
    ),
  ],
}
