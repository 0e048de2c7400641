import { describe, expect, it } from 'vitest'
import { utils, write } from 'xlsx'
import type { ReadForm, ReadIndicator } from '#domain/goals/read-form'
import { readWorkbook } from '#excel/read-workbook'

type Value = string | number | null

function formsOf(rows: Value[][], merges: string[] = [], bookType: 'xlsx' | 'biff8' = 'xlsx'): ReadForm[] {
  const sheet = utils.aoa_to_sheet(rows)
  sheet['!merges'] = merges.map((range) => utils.decode_range(range))
  const bytes = write({ SheetNames: ['表'], Sheets: { 表: sheet } }, { type: 'array', bookType })
  return readWorkbook(new Uint8Array(bytes), bookType === 'xlsx' ? '表.xlsx' : '表.xls')
}

const top: Value[][] = [
  ['项目支出绩效自评表'],
  ['（2024年度）'],
  ['项目名称', '村道建设'],
  ['主管部门', '交通运输局', null, '实施单位', '公路养护段'],
]

function gridOf(rows: Value[][], merges: string[] = []): ReadIndicator[] {
  const [form, ...more] = formsOf([...top, ...rows], merges)
  expect(more).toEqual([])
  expect([form?.project, form?.department, form?.unit, form?.year]).toEqual([
    '村道建设',
    '交通运输局',
    '公路养护段',
    '2024',
  ])
  return form?.indicators ?? []
}

function whole(row: ReadIndicator): Value[] {
  return [row.level1, row.level2, row.level3, row.target, row.weight, row.actual, row.score]
}

const road = ['产出指标', '数量指标', '新建村道', '≥10公里', 20, '11公里', '19']
const check = ['效益指标', '社会效益指标', '验收合格率', '100%', 10, '98%', '9.5']
const plainHead = ['一级指标', '二级指标', '三级指标', '指标值', '分值', '完成值', '得分']

/** A grid whose head says one thing in another word. */
function withHead(at: number, word: string): Value[][] {
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
    const rows: Value[][] = [
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

describe('rows that are no indicators', () => {
  const head = ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分']
  const first: Value[] = [null, '产出指标', '数量指标', '新建村道', '≥10公里', '11公里', 20, 19]
  const last: Value[] = [null, '效益指标', '社会效益指标', '验收合格率', '100%', '98%', 10, 9.5]

  it.each<[string, Value[][]]>([
    ['a part sum', [[null, '小计', null, null, null, null, 20, 19]]],
    ['the part sum of a level', [[null, null, null, '产出指标小计', null, null, 20, 19]]],
    ['the head again at a page break', [head]],
    ['the money row', [[null, '预算执行率(10分)', '预算执行率', '预算执行率', '100%', '95%', 10, 9.5]]],
    [
      'placeholders',
      [
        [null, null, null, '指标2：'],
        [null, null, null, '指标3：…'],
        [null, null, null, '无', '无'],
      ],
    ],
    ['numbers of columns', [['栏次', 1, 2, 3, 4, 5, 6, 7]]],
    ['an empty row', [[]]],
  ])('%s', (_, between) => {
    const names = gridOf([head, first, ...between, last]).map((row) => row.level3)
    expect(names).toEqual(['新建村道', '验收合格率'])
  })

  it.each<[string, Value[][], string[]]>([
    [
      'sentences merged over the figures',
      [['绩效分析', '完成了全部任务'], ['1.本表一式两份']],
      ['B8:H8', 'A9:H9'],
    ],
    [
      'a sum and a grade',
      [
        ['总分', null, null, null, null, null, 100, 97, '优'],
        ['评价等级', '优'],
      ],
      [],
    ],
    [
      'opinions and signatures',
      [
        ['主管部门审核意见', '同意'],
        ['填表人（签字）', '张某', null, '单位负责人', '李某'],
      ],
      [],
    ],
    ['one text unmerged into every cell', [Array<Value>(8).fill('本项目完成了全部任务')], []],
  ])('beneath the grid: %s', (_, beneath, merges) => {
    expect(gridOf([head, first, last, ...beneath], merges)).toHaveLength(2)
  })

  it('notes under a grid whose names stand in its first column', () => {
    const rows = gridOf([
      ['指标名称', '指标值', '权重'],
      ['新建村道', '≥10公里', 20],
      ['1.请认真填写'],
      ['由单位填写'],
    ])
    expect(rows.map((row) => row.level3)).toEqual(['新建村道'])
  })

  it.each(['合计发放人数', '项目负责人参训率', '年度目标值', '预算执行率'])('but %s is one', (name) => {
    const rows = gridOf([plainHead, ['管理指标', '资金管理', name, '≥90%', 10, '95%', 10]])
    expect(rows.map((row) => row.level3)).toEqual([name])
  })
})

describe('what a cell says', () => {
  it.each<[Value, Value, Value, string]>([
    ['≧', '≥95', '%', '≥95%'],
    ['≥', '95%', '%', '≥95%'],
    ['正向', 95, '%', '95%'],
    ['≥（大于等于）', 90, '%', '≥90%'],
    ['——', '合格', '——', '合格'],
    ['定性', '≥90', '%', '≥90%'],
  ])('target of %j, %j, %j', (sign, value, unit, target) => {
    const rows = gridOf([
      ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位'],
      ['产出指标', '数量指标', '新建村道', sign, value, unit],
    ])
    expect(rows[0]?.target).toBe(target)
  })

  it('points in the names, where no column holds them', () => {
    const rows = gridOf([
      ['一级指标', '二级指标', '三级指标', '得分'],
      ['项目决策（20分）', '科学决策（10分）', '必要性（5分）', '4.5分'],
    ])
    expect(rows.map((row) => [row.weight, row.score])).toEqual([[5, '4.5']])
  })
})

describe('labels of the upper part in other words', () => {
  const grid = [plainHead, road]
  it.each<[string, Value[][]]>([
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
  const one = (name: string): Value[][] => [['项目名称', name], plainHead, road]
  const forms = formsOf([['2024年绩效目标申报表'], ...one('甲'), ...one('乙')])
  expect(forms.map((form) => [form.project, form.year])).toEqual([
    ['甲', '2024'],
    ['乙', '2024'],
  ])
})
