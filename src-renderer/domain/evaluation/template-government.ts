import type { IndicatorSystem } from './indicator-system.ts'
import { bands, from, graded, listed, type Row, ratio, template } from './template.ts'

const own = '本系统缺省，可调整'

const running = from(`官方指标和权重未见，按财政运行综合绩效评价要求拟定（${own}）`, '拟')

function figure(
  name: string,
  points: number,
  formula: string,
  operator: '≥' | '≤' | '=',
  target: string,
): Row {
  return [name, points, ratio(operator, target), formula, formula, '财政总决算、预算执行报表']
}

/** 预算编制 15、预算执行 25、收入质量 15、支出结构 15、可持续 15、管理绩效 15. */
export const government: IndicatorSystem = template(
  'government',
  '政府预算（财政运行）综合绩效评价指标体系',
  'government',
  running,
  [
    {
      name: '预算编制',
      points: 15,
      groups: [
        {
          name: '完整性',
          points: 5,
          rows: [
            listed(
              '四本预算编制完整',
              5,
              '四本预算草案',
              '一般公共预算编制完整',
              '政府性基金预算编制完整',
              '国有资本经营预算编制完整',
              '社会保险基金预算编制完整',
            ),
          ],
        },
        {
          name: '准确性',
          points: 5,
          rows: [
            [
              '收入预算偏离度',
              5,
              bands('less', '%', [
                ['5', 100],
                ['10', 60],
                ['20', 30],
              ]),
              '绝对值（决算 − 预算）÷ 预算 × 100%',
              '收入预算数、决算数',
              '财政总决算',
            ],
          ],
        },
        {
          name: '细化',
          points: 5,
          rows: [figure('年初预算到位率', 5, '年初落实到项目和单位 ÷ 年初预算 × 100%', '≥', '100')],
        },
      ],
    },
    {
      name: '预算执行',
      points: 25,
      groups: [
        {
          name: '进度',
          points: 8,
          rows: [figure('一般公共预算支出进度', 8, '支出 ÷ 调整预算 × 100%', '≥', '100')],
        },
        {
          name: '结转结余',
          points: 5,
          rows: [figure('结转结余率', 5, '结转结余 ÷ 支出 × 100%，不超过 9% 得满分', '≤', '9')],
        },
        {
          name: '存量',
          points: 5,
          rows: [figure('两年以上存量资金盘活率', 5, '盘活 ÷ 应盘活 × 100%', '≥', '100')],
        },
        { name: '直达', points: 4, rows: [figure('直达资金支出进度', 4, '支出 ÷ 下达 × 100%', '≥', '100')] },
        {
          name: '库款',
          points: 3,
          rows: [
            ['库款保障水平、暂付款占比', 3, graded(), '按省通报口径', '库款保障水平、暂付款占比', '省通报'],
          ],
        },
      ],
    },
    {
      name: '收入质量',
      points: 15,
      groups: [
        {
          name: '结构',
          points: 8,
          rows: [figure('税收占一般公共预算收入比', 8, '税收占比 ÷ 全市平均占比 × 100%', '≥', '100')],
        },
        {
          name: '增长',
          points: 7,
          rows: [figure('同口径增幅', 7, '同口径增幅 ÷ 目标增幅 × 100%', '≥', '100')],
        },
      ],
    },
    {
      name: '支出结构',
      points: 15,
      groups: [
        { name: '“三保”', points: 8, rows: [figure('“三保”保障率', 8, '实际 ÷ 应保 × 100%', '≥', '100')] },
        {
          name: '民生',
          points: 7,
          rows: [
            [
              '民生支出占比、一般性支出压减率',
              7,
              graded(),
              '与目标比',
              '民生支出占比、一般性支出压减率',
              '财政总决算',
            ],
          ],
        },
      ],
    },
    {
      name: '可持续',
      points: 15,
      groups: [
        {
          name: '债务',
          points: 10,
          rows: [
            [
              '债务率、化债任务完成率',
              10,
              graded(),
              '按债务风险等级和化债任务完成情况',
              '债务率、化债任务完成数',
              '债务系统报表',
            ],
          ],
        },
        {
          name: '平衡',
          points: 5,
          rows: [
            listed(
              '预算稳定调节基金、赤字消化',
              5,
              '财政总决算',
              '预算稳定调节基金按规定设置和使用',
              '按期消化赤字',
            ),
          ],
        },
      ],
    },
    {
      name: '管理绩效',
      points: 15,
      groups: [
        {
          name: '绩效管理',
          points: 10,
          rows: [
            [
              '预算绩效管理工作考核得分',
              10,
              ratio('≥', '100', '分'),
              '考核得分 ÷ 100 × 10',
              '考核得分',
              '考核结果通报',
            ],
          ],
        },
        {
          name: '公开',
          points: 5,
          rows: [listed('预决算及绩效公开', 5, '公开页面', '预算公开', '决算公开', '绩效信息公开')],
        },
      ],
    },
  ],
)
