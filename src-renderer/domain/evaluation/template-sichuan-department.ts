import type { IndicatorSystem } from './indicator-system.ts'
import { from, graded, type Row, satisfaction, template } from './template.ts'

const sichuan = from('四川省部门整体支出绩效评价表（2017）；评分方式为本系统缺省', '源')

function checked(name: string, points: number, explanation: string, evidence: string): Row {
  return [name, points, graded(), explanation, explanation, evidence]
}

/** 部门决策 25、综合管理 30、部门绩效情况 45. */
export const sichuanDepartment: IndicatorSystem = template(
  'sichuan-department',
  '部门整体支出绩效评价表（四川 2017）',
  'department',
  sichuan,
  [
    {
      name: '部门决策',
      points: 25,
      groups: [
        {
          name: '目标任务',
          points: 15,
          rows: [
            checked('相关性', 5, '目标任务与部门职责、规划相关', '三定规定、规划、工作计划'),
            checked('明确性', 5, '目标任务明确、可衡量', '部门整体绩效目标申报表'),
            checked('合理性', 5, '目标任务与预算、实际相适应', '部门整体绩效目标申报表、历年完成情况'),
          ],
        },
        {
          name: '预算编制',
          points: 10,
          rows: [
            checked('测算依据', 5, '预算测算依据充分', '预算申报表、测算依据'),
            checked('目标管理', 5, '项目绩效目标编制和审核', '绩效目标申报表、审核表'),
          ],
        },
      ],
    },
    {
      name: '综合管理',
      points: 30,
      groups: [
        {
          name: '专项资金分配时限',
          points: 2,
          rows: [
            checked('本级财力专项预算分配时限', 1, '在规定时限内分配', '分配文件'),
            checked('中央专款分配合规率', 1, '按规定分配中央专款', '分配文件'),
          ],
        },
        { name: '中期评估', points: 2, rows: [checked('执行中期评估', 2, '开展执行中期评估', '评估报告')] },
        {
          name: '绩效监控',
          points: 5,
          rows: [
            checked('预算执行进度监控', 2, '开展预算执行进度监控', '监控表'),
            checked('绩效目标动态监控', 3, '开展绩效目标动态监控', '监控表'),
          ],
        },
        {
          name: '非税收入执收情况',
          points: 2,
          rows: [
            checked('非税收入征收情况', 1, '依法征收', '征收台账'),
            checked('非税收入上缴情况', 1, '及时足额上缴', '缴款凭证'),
          ],
        },
        {
          name: '资产管理',
          points: 6,
          rows: [
            checked('资产管理信息化情况', 2, '资产信息系统使用', '资产系统数据'),
            checked('行政事业单位资产报告情况', 2, '资产报告报送', '资产报告'),
            checked('资产管理与预算管理相结合', 2, '资产配置与预算衔接', '资产配置预算'),
          ],
        },
        {
          name: '内控制度管理',
          points: 2,
          rows: [checked('内部控制度健全完整', 2, '内部控制制度健全', '内控制度')],
        },
        {
          name: '信息公开',
          points: 6,
          rows: [
            checked('预算公开', 2, '按规定公开预算', '公开页面'),
            checked('决算公开', 2, '按规定公开决算', '公开页面'),
            checked('绩效信息公开', 2, '按规定公开绩效信息', '公开页面'),
          ],
        },
        {
          name: '绩效评价',
          points: 5,
          rows: [
            checked('绩效评价开展', 2, '开展自评和部门评价', '自评表、评价报告'),
            checked('评价结果应用', 3, '评价结果用于改进和预算', '整改报告'),
          ],
        },
      ],
    },
    {
      name: '部门绩效情况',
      points: 45,
      groups: [
        {
          name: '履职成效',
          points: 20,
          role: 'benefit',
          rows: [
            checked('部门特性指标（自设）', 20, '按部门职责自设的特性指标完成情况', '统计数据、工作总结'),
          ],
        },
        {
          name: '可持续发展能力',
          points: 15,
          role: 'benefit',
          rows: [
            checked('重点改革（重点工作）完成情况', 5, '重点改革、重点工作完成', '工作总结'),
            checked('科技（制度、方法、机制等）创新', 5, '创新成果', '成果证明'),
            checked('人才培养', 5, '人才培养', '培训和人才资料'),
          ],
        },
        {
          name: '满意度',
          points: 10,
          role: 'benefit',
          rows: [
            satisfied('协作部门满意度', 3),
            satisfied('管理对象满意度', 3),
            satisfied('社会公众满意度', 4),
          ],
        },
      ],
    },
  ],
)

function satisfied(name: string, points: number): Row {
  return [name, points, satisfaction(), name, '有效问卷数、满意人数', '满意度调查问卷及汇总']
}
