import type { IndicatorSystem } from './indicator-system.ts'
import { deduction, from, graded, type Row, ratio, satisfaction, template } from './template.ts'

const sichuan = from('四川 2017 年体例项目支出绩效评价表（共性 + 特性）；评分方式为本系统缺省', '源')

function common(name: string, points: number, explanation: string): Row {
  return [name, points, graded(), explanation, explanation, '立项、决策和管理资料']
}

function own(name: string, points: number): Row {
  return [
    name,
    points,
    ratio('≥', '100'),
    `特性指标：${name}的实际值与目标值相比`,
    '目标值、实际值',
    '验收报告、统计资料',
  ]
}

/** 项目决策 20、项目管理 10、项目绩效 70. */
export const sichuanProject: IndicatorSystem = template(
  'sichuan-project',
  '项目支出绩效评价表（四川 2017 体例）',
  'project',
  sichuan,
  [
    {
      name: '项目决策',
      points: 20,
      groups: [
        {
          name: '科学决策',
          points: 10,
          rows: [common('必要性', 5, '政策依据'), common('可行性', 5, '政策完善')],
        },
        {
          name: '绩效目标',
          points: 10,
          rows: [common('明确性', 5, '目标明确'), common('合理性', 5, '目标合理')],
        },
      ],
    },
    {
      name: '项目管理',
      points: 10,
      groups: [
        {
          name: '资金管理',
          points: 7,
          rows: [
            common('资金分配', 3, '分配依据和结果'),
            [
              '资金使用',
              4,
              deduction(['违反规定使用资金', 100]),
              '资金使用是否合规',
              '支出明细',
              '会计凭证、合同',
            ],
          ],
        },
        { name: '项目执行', points: 3, rows: [common('执行规范', 3, '按规定组织实施')] },
      ],
    },
    {
      name: '项目绩效（特性指标）',
      points: 70,
      groups: [
        {
          name: '项目完成',
          points: 20,
          role: 'output',
          rows: [own('完成数量', 5), own('完成质量', 5), own('完成时效', 5), own('完成成本', 5)],
        },
        {
          name: '项目效益',
          points: 50,
          role: 'benefit',
          rows: [
            [
              '项目效益（可选项）',
              40,
              graded(),
              '经济、社会、生态、可持续、公平效率、使用效率中按项目选取，合计 40 分',
              '所选效益指标的完成值',
              '统计数据、成效证明',
            ],
            [
              '服务对象满意度',
              10,
              satisfaction(),
              '服务对象满意程度',
              '有效问卷数、满意人数',
              '满意度调查问卷及汇总',
            ],
          ],
        },
      ],
    },
  ],
)
