import { cityDocument, type HelpArea, help } from './entry.ts'

const monitor = cityDocument('三（二）2')

export const monitoringHelp: HelpArea = {
  id: 'monitoring',
  name: '绩效监控',
  entries: [
    help(
      'dashboard',
      '看板',
      [
        '给领导看的一页：预算、执行、进度与参照、预警最多的单位和最差的十个项目，每个项目有一页简报可打印。可以冻结成某一天的样子。',
        '第三季度分析会前冻结看板，会上的数字以后不再变化。',
      ],
      ['freeze-dashboard'],
      monitor,
      { also: ['dashboard/projects', 'dashboard/brief/:id'] },
    ),
    help(
      'dashboard/frozen',
      '冻结的看板',
      ['以前冻结的看板，可以打开，与现在对比。', '打开“三季度”，与今天的看板对比执行进度。'],
      ['freeze-dashboard'],
      monitor,
      { also: ['dashboard/frozen/:id'] },
    ),
    help(
      'monitoring',
      '监控台账',
      [
        '本轮监控应报、已报和预警。四盏灯分别看执行进度、目标实现、两者差距和年底预测；点灯看依据。勾选多份可一次导出，按单位分文件夹。',
        '7 月轮次应报 159 份，已报 140 份，筛“未报”导出催报函。',
      ],
      ['open-round', 'close-round', 'submit-monitoring', 'pass-monitoring', 'accept-monitoring'],
      monitor,
    ),
    help(
      'monitoring/fill',
      '监控多项目填报',
      [
        '像 Excel 一样一次填多个项目的完成情况，可以整块粘贴。',
        '从单位汇总表复制 20 行完成值，粘贴后提示 18 行识别、2 行请核对。',
      ],
      ['save-monitoring'],
      monitor,
    ),
    help(
      'monitoring/plan',
      '监控年度计划',
      [
        '本年监控的轮次、期限、预警线和重点对象，可导出 Word 计划。',
        '年初导出监控工作计划，报局领导后印发。',
      ],
      ['open-round'],
      monitor,
    ),
    help(
      'monitoring/import',
      '导入监控表',
      ['把单位报来的监控表整夹拖入，核对后写入，可以撤销。', '收到 30 份监控表，与本轮名单逐一对上再写入。'],
      ['import-monitorings', 'undo-monitoring-import'],
      monitor,
    ),
    help(
      'monitoring/lines',
      '预警线',
      [
        '各时点的执行预警线和灯的规则。缺省来自制度，本局可以改，改动要写理由，已定稿的结果不受影响。',
        '把 8 月预警线由 60% 调到 55%，理由写“受汛期影响”。',
      ],
      ['save-own-rules'],
      monitor,
    ),
    help(
      'monitoring/reports',
      '监控总报告',
      [
        '把一轮监控汇成总报告：数字和文字由系统写出，可以修改；征求支出管理科意见后定稿，导出 Word。',
        '征求 7 个科室意见，采纳 5 条，逐条答复后定稿。',
      ],
      ['open-round-report', 'ask-round-opinions', 'give-round-opinion', 'finish-round-report'],
      monitor,
      { also: ['monitoring/reports/:id'] },
    ),
    help(
      'monitoring/screening',
      '监控筛查',
      [
        '按规则筛出数据可疑的监控表：进度不变、完成值与支出不符、重复文字等，作为重点核查的来源。',
        '某项目支出 20% 而目标完成 100%，列入筛查第一位。',
      ],
      ['pick-spot-checks'],
      monitor,
    ),
    help(
      'monitoring/checks',
      '重点核查',
      [
        '监督检查局抽取对象、现场核查、征求单位说明、提交结果；监督与绩效管理科接收。随机抽取留有种子，可以复核。',
        '按风险抽 5 个、随机抽 2 个，抽取记录可以重新演算。',
      ],
      ['pick-spot-checks', 'record-spot-check', 'explain-spot-check', 'take-over-spot-check'],
      monitor,
      { also: ['monitoring/checks/:id', 'monitoring/checks/:id/paper'] },
    ),
    help(
      'monitoring/:id',
      '监控表',
      [
        '一个项目的监控表：资金执行、指标完成值、完成可能性、偏差原因和改进措施。',
        '执行率 38%，低于 40% 的预警线，填写原因“征地滞后”和措施后送审。',
      ],
      ['save-monitoring', 'submit-monitoring', 'pass-monitoring', 'return-monitoring'],
      monitor,
      { also: ['monitoring/:id/paper'] },
    ),
    help(
      'execution',
      '预算执行',
      [
        '国库台账与项目的对应、各月执行和用款计划。没有对上的款项在这里指定项目。',
        '导入 9 月台账，有 4 笔没有项目代码，指定后灯自动更新。',
      ],
      ['match-executions', 'save-curve'],
      monitor,
    ),
    help(
      'execution/import',
      '导入国库台账',
      ['选择国库导出的明细表，指定列的含义，核对后写入；下次自动记住。', '每月 5 日导入上月支付明细。'],
      ['import-executions', 'undo-execution-import'],
      monitor,
    ),
    help(
      'disposals',
      '处置台账',
      [
        '监控发现的问题怎样处置：提示、警示、督促加快、纠偏、调整预算、收回财政、暂停。下达后单位在期限内整改，审核后销号。',
        '下达 6 份督办函，10 个工作日内报送整改，逾期自动标红。',
      ],
      ['propose-disposals', 'decide-disposal', 'answer-disposal', 'pass-answer', 'close-disposal'],
      monitor,
      { also: ['disposals/:id'] },
    ),
  ],
}
