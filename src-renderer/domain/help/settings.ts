import { cityDocument, type HelpArea, help } from './entry.ts'

export const settingsHelp: HelpArea = {
  id: 'settings',
  name: '设置',
  entries: [
    help(
      'settings',
      '设置',
      ['单位、股室、账套、规则、日历、制度、专家、账户和备份。', '新装后先录单位和股室。'],
      ['save-units', 'save-sections'],
    ),
    help(
      'settings/units',
      '单位',
      ['预算单位和主管部门、归口股室，可以从 Excel 粘贴。', '粘贴 46 行单位，自动识别主管部门。'],
      ['save-units'],
    ),
    help(
      'settings/sections',
      '股室',
      ['本局股室按“2+2+N”分工，名称可以改。', '把“经济建设科”改为“经建股”。'],
      ['save-sections'],
      cityDocument('三（一）'),
    ),
    help(
      'settings/book',
      '账套信息',
      [
        '本机单位、年度和账套的基本信息；结转到下年后在这里关账，演示账套在这里删除。关账后本年度的目标、评估、调整、监控和执行不再改动，自评、评价、应用、公开和考核照常办理；要更正，写明原因重新打开。',
        '2026 年 3 月决算批复后，对 2025 年度关账。',
      ],
      ['save-identity', 'close-year', 'reopen-year', 'remove-demo'],
    ),
    help(
      'settings/rules',
      '规则包',
      ['本年采用的权重、等级线和校验规则，每条都注明依据。', '查“执行率 10 分”的出处。'],
      ['set-book-rules'],
    ),
    help(
      'settings/calendar',
      '工作日历',
      ['放假和调休，用来计算工作日期限。', '国务院公布放假安排后录入。'],
      ['save-calendar'],
    ),
    help(
      'settings/regulations',
      '制度库',
      ['“1+N”制度的目录和原文附件，各页的依据可以在这里查到。', '登记本县结果应用办法并上传原文。'],
      ['save-regulation', 'list-regulations', 'remove-regulation'],
      cityDocument('三（四）1'),
    ),
    help(
      'settings/experts',
      '专家库',
      [
        '绩效专家的登记、抽取、回避和评价，身份证和银行账号加密保存。',
        '抽取 3 名农业专家，自动排除回避单位。',
      ],
      ['save-expert', 'draw-experts', 'rate-expert'],
      cityDocument('三（四）3'),
    ),
    help(
      'settings/agencies',
      '第三方机构',
      ['受托机构、主评人、委托记录和质量考核。', '登记一份委托合同和报告质量得分。'],
      ['save-agency'],
      cityDocument('三（四）3'),
    ),
    help(
      'settings/accounts',
      '账户',
      [
        '谁能登录、有什么职责。管账户的人不看业务，看操作记录的人不管账户。系统管理员忘记密码，凭恢复码重设。',
        '新来的同志：新建账户，给“支出管理·农业农村科”。',
      ],
      ['save-account', 'reset-password', 'make-recovery-code', 'recover-account'],
    ),
    help(
      'settings/duties',
      '职责表',
      ['每个职责能看什么、能做什么，逐条注明依据。', '查“会审通过”归哪个科室。'],
      ['see-duties'],
      cityDocument('三（一）'),
    ),
    help(
      'settings/audit',
      '审计记录',
      ['每次写入的人、时间、职责和前后变化，防篡改，可以导出。', '查某目标金额是谁、什么时候改的。'],
      ['read-audit', 'export-audit'],
    ),
    help(
      'settings/backup',
      '备份',
      [
        '自动备份和另存、校验、恢复，逐条检查数据是否完整；只读账套文件在这里打开和移除。',
        '每周把备份另存到 优盘；恢复前先看里面有什么。',
      ],
      ['make-backup', 'save-backup-settings', 'restore-backup', 'export-book', 'open-book-file'],
    ),
    help(
      'settings/about',
      '关于',
      ['版本、更新记录、许可和数据存放位置。', '报告问题时，把版本号一并告知。'],
      [],
    ),
  ],
}
