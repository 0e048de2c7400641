import { describe, expect, it } from 'vitest'
import { check, formsOf, gridOf, plainHead, road, whole } from './unseen-grids.ts'
import type { Row } from './written-sheet.ts'

/** A grid whose head says one thing in another word. */
function withHead(at: number, word: string): Row[] {
  return [plainHead.map((head, index) => (index === at ? word : head)), road, check]
}

describe('heads in other words', () => {
  it.each([
    [0, ['一级指标名称', '第一级指标', '1级指标', '一级指标及分值', '指标类型', '指标大类']],
    [2, ['三级指标名称', '指标内容（三级指标）', '绩效指标', '具体指标内容', '指标', '评价指标']],
    [
      3,
      [
        '*指标值',
        '指 标\n值',
        '预设指标值',
        '2024年目标值',
        '年度目标',
        '年初设定目标',
        '预期完成值：',
        '标准值',
      ],
    ],
    [4, ['满分值', '标准分值', '权重/分值', '指标权重(%)', '基准分', '权重系数']],
    [5, ['实际值', '实际完成指标值', '目标完成情况', '全年（程）完成值', '完成数', '自评完成值', '完成程度']],
    [6, ['指标得分', '自我评分', '单位自评得分（100分）', '打分', '实得分', '自评分值']],
  ])('column %i: %j', (at, words) => {
    for (const word of words) expect(gridOf(withHead(at, word)).map(whole), word).toEqual([road, check])
  })

  it.each(['比较符号', '运算符', '指标性质（≥、≤、=、定性）', '指标值符号', ''])('sign under %j', (word) => {
    const rows = gridOf([
      ['一级指标', '二级指标', '三级指标', word, '指标值', '指标值单位', '权重'],
      ['产出指标', '数量指标', '新建村道', '≥', 10, '公里', 20],
      [null, '质量指标', '验收', '定性', '优良中低差', '无', 10],
    ])
    expect(rows.map((row) => row.target)).toEqual(['≥10公里', '优良中低差'])
  })

  it('takes the figure of the year and of the unit itself', () => {
    const rows = gridOf([
      [
        '一级指标',
        '二级指标',
        '三级指标',
        '实施期指标值',
        '年度指标值',
        '完成率',
        '完成值',
        '复核得分',
        '自评得分',
      ],
      ['产出指标', '数量指标', '新建村道', '≥30公里', '≥10公里', '110%', '11公里', 8, 9],
    ])
    expect(rows.map(whole)).toEqual([['产出指标', '数量指标', '新建村道', '≥10公里', null, '11公里', '9']])
  })

  it.each([true, false])('the unit and its reviewer in a head of two rows, merged: %s', (isMerged) => {
    const rows: Row[] = [
      ['一级指标', '二级指标', '三级指标', '指标值', '分值', '财政复核', null, '单位自评', null],
      [null, null, null, null, null, '完成值', '得分', '完成值', '得分'],
      ['产出指标', '数量指标', '新建村道', '≥10公里', 20, '9公里', 15, '11公里', 19],
    ]
    const merges = ['A5:A6', 'B5:B6', 'C5:C6', 'D5:D6', 'E5:E6', 'F5:G5', 'H5:I5']
    expect(gridOf(rows, isMerged ? merges : []).map(whole)).toEqual([road])
  })

  it('sign, value and unit under one head that spans them', () => {
    const rows = gridOf(
      [
        ['一级指标', '二级指标', '三级指标', '年度指标值', null, null, '权重'],
        ['产出指标', '数量指标', '新建村道', '≥', 10, '公里', 20],
      ],
      ['D5:F5'],
    )
    expect(rows[0]?.target).toBe('≥10公里')
  })

  it('levels in the second row alone, under 绩效指标', () => {
    const rows = gridOf(
      [
        ['绩效指标', null, null, '指标值', '分值', '完成值', '得分'],
        ['一级指标', '二级指标', '三级指标'],
        road,
      ],
      ['A5:C5', 'D5:D6', 'E5:E6', 'F5:F6', 'G5:G6'],
    )
    expect(rows.map(whole)).toEqual([road])
  })

  it('a grid turned on its side, with the addresses of its names', () => {
    const rows = gridOf(
      plainHead.map((head, index) => [null, head, road[index] ?? null, check[index] ?? null]),
    )
    expect(rows.map(whole)).toEqual([road, check])
    expect(rows.map((row) => row.cell)).toEqual(['C7', 'D7'])
  })
})

describe('labels of the upper part in other words', () => {
  const grid = [plainHead, road]
  it.each<[string, Row[]]>([
    [
      'names with codes',
      [
        ['项目名称及编码', '村道建设'],
        ['主管部门及代码', '交通运输局'],
        ['项目执行单式', '公路养护段'],
      ],
    ],
    [
      'policy',
      [
        ['项目（政策）名称：', '村道建设'],
        ['一级预算单位', '交通运输局', '预算单位', '公路养护段'],
      ],
    ],
    [
      'special funds',
      [
        ['*专项资金名称', '村道建设'],
        ['县级主管部门', '交通运输局'],
        ['资金使用单位', '公路养护段'],
      ],
    ],
    [
      'glued',
      [['填报单位(盖章):公路养护段  2024年3月1日'], ['项目名称', '村道建设', '预算部门', '交通运输局']],
    ],
    ['all in one line', [['项目名称：村道建设   主管部门：交通运输局   实施单位：公路养护段']]],
  ])('%s', (_, labels) => {
    for (const bookType of ['xlsx', 'biff8'] as const) {
      const [form] = formsOf([['2024年项目支出绩效目标申报表'], ...labels, ...grid], [], bookType)
      expect([form?.project, form?.department, form?.unit]).toEqual(['村道建设', '交通运输局', '公路养护段'])
    }
  })

  it.each(['二〇二四年度', '2024 年', '预算年度：2024', '（2024-2026年）'])('the year as %s', (line) => {
    expect(formsOf([['绩效目标申报表'], [line], ['项目名称', '2019年村道'], ...grid])[0]?.year).toBe('2024')
  })
})

it('a list with department and unit, self-evaluated, one level of types', () => {
  const forms = formsOf([
    ['2024年项目绩效自评情况汇总表'],
    ['序号', '主管部门', '项目单位', '政策（项目）名称', '指标类型', '指标名称', '指标值', '权重', '完成值'],
    [1, '教育局', '一小', '甲', '产出指标', '维修校舍', '≥10所', 50, '11所'],
    [null, null, null, null, '效益指标', '满意度', '≥90%', 40, '95%'],
    [2, '教育局', '二小', '乙', '产出指标', '购置课桌', '≥100套', 90, '100套'],
    ['合计', null, null, null, null, null, null, 180],
  ])
  expect(
    forms.map((form) => [
      form.kind,
      form.year,
      form.department,
      form.unit,
      form.project,
      form.indicators.length,
    ]),
  ).toEqual([
    ['self-evaluation', '2024', '教育局', '一小', '甲', 2],
    ['self-evaluation', '2024', '教育局', '二小', '乙', 1],
  ])
})

it('one title above several forms gives its year to all', () => {
  const one = (name: string): Row[] => [['项目名称', name], plainHead, road]
  const forms = formsOf([['2024年绩效目标申报表'], ...one('甲'), ...one('乙')])
  expect(forms.map((form) => [form.project, form.year])).toEqual([
    ['甲', '2024'],
    ['乙', '2024'],
  ])
})
