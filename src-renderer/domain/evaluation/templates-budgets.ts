import type { IndicatorSystem } from './indicator-system.ts'
import { bands, from, graded, listed, type Row, ratio, template } from './template.ts'

const own = '本系统缺省，可调整'

const book = from(`官方指标表未见，三级指标与分值为拟定（${own}）`, '拟')

function result(
  name: string,
  points: number,
  formula: string,
  evidence: string,
  operator: '≥' | '≤' = '≥',
  target = '100',
): Row {
  return [name, points, ratio(operator, target), formula, formula, evidence]
}

/** 政府性基金预算. */
export const fund: IndicatorSystem = template('fund', '政府性基金预算绩效评价指标体系', 'fund', book, [
  {
    name: '设立',
    points: 10,
    groups: [
      {
        name: '政策依据',
        points: 10,
        rows: [
          listed('设立依据', 10, '设立文件、征收标准文件', '基金设立、延续依据有效', '征收标准符合规定'),
        ],
      },
    ],
  },
  {
    name: '征收',
    points: 30,
    groups: [
      {
        name: '征收管理',
        points: 30,
        rows: [
          result('征收完成率', 15, '实际征收 ÷ 征收预算 × 100%', '征收报表'),
          result('应收尽收', 15, '实际征收 ÷ 应征 × 100%', '征收台账、欠缴清单'),
        ],
      },
    ],
  },
  {
    name: '使用',
    points: 30,
    groups: [
      {
        name: '资金使用',
        points: 30,
        role: 'output',
        rows: [
          result('结余率', 15, '结余 ÷ 收入 × 100%', '财政总决算', '≤', '30'),
          listed('专款专用', 15, '支付明细、会计凭证', '符合基金使用范围', '无截留、挤占、挪用'),
        ],
      },
    ],
  },
  {
    name: '债务支撑',
    points: 30,
    groups: [
      {
        name: '专项债券',
        points: 30,
        role: 'benefit',
        rows: [
          [
            '专项债项目收益覆盖倍数',
            15,
            ratio('≥', '1', '倍'),
            '项目收益 ÷ 债券本息',
            '项目收益、债券本息',
            '项目收益与融资平衡方案',
          ],
          result('到期偿还率', 15, '已偿还 ÷ 到期应偿还 × 100%', '还本付息凭证'),
        ],
      },
    ],
  },
])

/** 国有资本经营预算. */
export const capital: IndicatorSystem = template(
  'capital',
  '国有资本经营预算绩效评价指标体系',
  'capital',
  book,
  [
    {
      name: '收益上缴',
      points: 40,
      groups: [
        {
          name: '上缴',
          points: 40,
          rows: [
            result('上缴及时率', 20, '按期上缴额 ÷ 应上缴额 × 100%', '缴款凭证'),
            result('上缴比例达标', 20, '实际上缴比例 ÷ 规定比例 × 100%', '收益上缴文件、企业决算'),
          ],
        },
      ],
    },
    {
      name: '支出结构',
      points: 20,
      groups: [
        {
          name: '统筹',
          points: 20,
          role: 'output',
          rows: [result('调入一般公共预算比例', 20, '实际调入比例 ÷ 规定比例 × 100%', '预算调整文件')],
        },
      ],
    },
    {
      name: '使用效果',
      points: 40,
      groups: [
        {
          name: '效果',
          points: 40,
          role: 'benefit',
          rows: [
            [
              '资本金注入效果',
              20,
              graded(),
              '资本金注入后经营和国家战略任务完成情况',
              '企业经营指标',
              '企业财务报告',
            ],
            result('国企改革任务完成率', 20, '完成任务数 ÷ 计划任务数 × 100%', '改革任务台账'),
          ],
        },
      ],
    },
  ],
)

/** 社会保险基金预算. */
export const insurance: IndicatorSystem = template(
  'insurance',
  '社会保险基金预算绩效评价指标体系',
  'insurance',
  book,
  [
    {
      name: '参保征缴',
      points: 35,
      groups: [
        {
          name: '收入',
          points: 35,
          rows: [
            result('参保覆盖率', 15, '实际参保人数 ÷ 应参保人数 × 100%', '参保台账'),
            result('征缴率', 20, '实际征缴 ÷ 应征缴 × 100%', '征缴报表'),
          ],
        },
      ],
    },
    {
      name: '待遇发放',
      points: 20,
      groups: [
        {
          name: '支出',
          points: 20,
          role: 'output',
          rows: [result('待遇发放及时率', 20, '按时发放人次 ÷ 应发放人次 × 100%', '发放清单')],
        },
      ],
    },
    {
      name: '运行风险',
      points: 45,
      groups: [
        {
          name: '安全',
          points: 45,
          role: 'benefit',
          rows: [
            [
              '基金累计结余可支付月数',
              20,
              bands('more', '个月', [
                ['9', 100],
                ['6', 80],
                ['3', 50],
              ]),
              '累计结余 ÷ 月均支出',
              '累计结余、月均支出',
              '基金决算',
            ],
            result('违规支付率', 15, '违规支付额 ÷ 支付总额 × 100%', '稽核报告', '≤', '0'),
            result('保值增值率', 10, '实际收益率 ÷ 规定收益率 × 100%', '基金收益报表'),
          ],
        },
      ],
    },
  ],
)
