import { describe, expect, it } from 'vitest'
import { gridOf, plainHead } from './unseen-grids.ts'
import type { Row } from './written-sheet.ts'

describe('rows that are no indicators', () => {
  const head = ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分']
  const first: Row[number][] = [null, '产出指标', '数量指标', '新建村道', '≥10公里', '11公里', 20, 19]
  const last: Row[number][] = [null, '效益指标', '社会效益指标', '验收合格率', '100%', '98%', 10, 9.5]

  it.each<[string, Row[]]>([
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

  it.each<[string, Row[], string[]]>([
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
    ['one text unmerged into every cell', [Array<Row[number]>(8).fill('本项目完成了全部任务')], []],
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
  it.each<[Row[number], Row[number], Row[number], string]>([
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
