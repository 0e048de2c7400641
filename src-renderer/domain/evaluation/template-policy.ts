import type { IndicatorSystem } from './indicator-system.ts'
import { from, graded, listed, satisfaction, template } from './template.ts'

const own = '本系统缺省，可调整'
const proposed = from(`官方统一框架未见，按政策类五维和财预〔2020〕10号四段式拟定（${own}）`, '拟')

/** 政策制定 20、政策实施 20、政策产出 30、政策效果 30. */
export const policy: IndicatorSystem = template('policy', '政策支出绩效评价指标体系', 'policy', proposed, [
  {
    name: '政策制定',
    points: 20,
    groups: [
      {
        name: '依据',
        points: 8,
        rows: [
          listed(
            '政策依据',
            8,
            '政策文件、调研论证资料',
            '政策依据充分',
            '政策确有必要',
            '与其他政策不交叉重复',
          ),
        ],
      },
      {
        name: '目标',
        points: 6,
        rows: [listed('政策目标', 6, '政策绩效目标', '政策目标明确', '指标可衡量')],
      },
      {
        name: '内容',
        points: 6,
        rows: [
          listed('政策内容', 6, '政策文件、实施细则', '受益对象和标准清晰', '保障充分', '期限（退出）明确'),
        ],
      },
    ],
  },
  {
    name: '政策实施',
    points: 20,
    groups: [
      {
        name: '资金',
        points: 10,
        rows: [listed('资金管理', 10, '资金文件、支付明细', '资金足额到位', '按进度执行', '使用合规')],
      },
      {
        name: '组织',
        points: 10,
        rows: [listed('组织实施', 10, '配套制度、公示、检查记录', '配套制度健全', '程序公开', '监管到位')],
      },
    ],
  },
  {
    name: '政策产出',
    points: 30,
    groups: [
      {
        name: '产出',
        points: 30,
        role: 'output',
        rows: [
          [
            '政策产出',
            30,
            graded(),
            '覆盖面（受益率）、质量、兑现及时、单位成本',
            '受益人数、兑现时间、成本',
            '兑现清单、统计资料',
          ],
        ],
      },
    ],
  },
  {
    name: '政策效果',
    points: 30,
    groups: [
      {
        name: '效益',
        points: 20,
        role: 'benefit',
        rows: [
          ['政策效益', 20, graded(), '经济、社会、生态、可持续影响', '效益指标完成值', '统计数据、成效证明'],
        ],
      },
      {
        name: '满意度',
        points: 10,
        role: 'benefit',
        rows: [
          [
            '满意度',
            10,
            satisfaction(),
            '受益对象、基层满意程度',
            '有效问卷数、满意人数',
            '满意度调查问卷及汇总',
          ],
        ],
      },
    ],
  },
])
