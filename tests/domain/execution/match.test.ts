import { describe, expect, it } from 'vitest'
import { indexGoals, nameCore, shippedMatchRules, similarity } from '#domain/execution/match'
import { unit, units } from './sample.ts'

const goals = [
  { id: 'g1', unitId: 'u1', code: '51192226T000000000001', name: '校舍维修改造（2026年）' },
  { id: 'g2', unitId: 'u2', code: '51192226T000000000002', name: '校舍维修改造' },
  { id: 'g3', unitId: 'u1', code: '', name: '学生营养餐补助资金' },
  { id: 'g4', unitId: 'u3', code: 'X-7', name: '农村公路日常养护' },
  { id: 'g5', unitId: 'u3', code: 'X-8', name: '农村公路安防工程' },
  { id: 'g6', unitId: 'u2', code: 'X-7', name: '运动场建设' },
]
const index = indexGoals(goals, units)
const match = (code: string, name: string, unitName: string) => index.match({ code, name, unitName })

describe('by code', () => {
  it('comes before name and unit, whatever the width and case', () => {
    expect(match('５１１９２２２６t０００００００００００１ ', '别的名字', '别的单位')).toMatchObject({
      state: 'matched',
      goalId: 'g1',
      way: 'code',
      unitId: 'u1',
    })
  })

  it('that two goals have is decided by the unit, else by a person', () => {
    expect(match('x-7', '', '南江县交通运输局')).toMatchObject({ state: 'matched', goalId: 'g4' })
    const open = match('x-7', '', '')
    expect(open).toMatchObject({ state: 'ambiguous', goalId: '' })
    expect(open.candidates.map(({ goalId }) => goalId)).toEqual(['g4', 'g6'])
  })

  it('that no goal has goes on by name', () => {
    expect(match('没有的编码', '农村公路日常养护', '交通运输局')).toMatchObject({
      state: 'matched',
      goalId: 'g4',
      way: 'name',
    })
  })
})

describe('by name and unit', () => {
  it.each([
    ['as written', '校舍维修改造', '南江县第一小学', 'g1'],
    ['unit with its code', '校舍维修改造', '205004-南江县第二小学', 'g2'],
    ['unit without the county', '校舍维修改造', '第二小学', 'g2'],
    ['full width and spaces', '校舍　维修 改造', '第一小学', 'g1'],
    ['year in brackets', '校舍维修改造(2026年度)', '第一小学', 'g1'],
    ['another ending', '学生营养餐补助', '第一小学', 'g3'],
    ['another ending still', '学生营养餐补助项目', '第一小学', 'g3'],
    ['the department reports for its school', '学生营养餐补助资金', '南江县教育局（本级）', 'g3'],
  ])('finds it: %s', (_, name, unitName, goalId) => {
    expect(match('', name, unitName)).toMatchObject({ state: 'matched', goalId, way: 'name' })
  })

  it('without any unit only a name that stands once is sure', () => {
    expect(match('', '农村公路日常养护', '')).toMatchObject({ state: 'matched', goalId: 'g4' })
    expect(match('', '校舍维修改造', '').state).toBe('ambiguous')
  })

  it('of a unit the book does not have is left to a person, with the goal as candidate', () => {
    const found = match('', '农村公路日常养护', '通江县交通运输局')
    const elsewhere = match('', '农村公路日常养护', '某公司')
    expect(found.state).toBe('matched')
    expect(elsewhere).toMatchObject({ state: 'doubtful', goalId: '', unitId: '' })
    expect(elsewhere.candidates[0]).toMatchObject({ goalId: 'g4', similarity: 10_000 })
  })

  it('of another unit is never taken over silently', () => {
    expect(match('', '农村公路日常养护', '南江县第一小学')).toMatchObject({ state: 'doubtful', unitId: 'u1' })
  })
})

describe('candidates', () => {
  it('stand with the same unit first, then by similarity', () => {
    const many = indexGoals(
      [
        { id: 'a', unitId: 'u2', code: '', name: '校舍维修加固改造' },
        { id: 'b', unitId: 'u1', code: '', name: '校舍维修' },
        { id: 'c', unitId: 'u1', code: '', name: '校舍维修加固' },
      ],
      units,
    )
    const found = many.match({ code: '', name: '校舍维修加固改', unitName: '第一小学' })
    expect(found.state).toBe('doubtful')
    expect(found.candidates.map(({ goalId }) => goalId)).toEqual(['c', 'b', 'a'])
  })

  it('need to be alike enough', () => {
    const border = { ...shippedMatchRules, alike: 5000 }
    const one = [{ id: 'a', unitId: 'u1', code: '', name: '甲乙丙' }]
    const name = '甲乙丁'
    expect(similarity(name, '甲乙丙')).toBe(5000)
    const at = indexGoals(one, units, border).match({ code: '', name, unitName: '第一小学' })
    const above = indexGoals(one, units, { ...border, alike: 5001 })
    expect(at.state).toBe('doubtful')
    expect(above.match({ code: '', name, unitName: '第一小学' }).state).toBe('unmatched')
  })

  it('are none where nothing is alike', () => {
    expect(match('', '毫不相干', '南江县第一小学')).toMatchObject({
      state: 'unmatched',
      candidates: [],
      unitId: 'u1',
    })
  })
})

it.each([
  ['', '', 0],
  ['甲', '甲', 10_000],
  ['甲乙', '甲乙', 10_000],
  ['甲乙', '乙甲', 0],
])('“%s” and “%s” are alike by %i', (left, right, share) => {
  expect(similarity(left, right)).toBe(share)
})

it('a name that is nothing but an ending keeps it', () => {
  expect(nameCore('项目')).toBe('项目')
  expect(nameCore('2026年')).toBe('')
})

it('matches 20,000 lines to 5,000 goals without comparing all with all', () => {
  const manyUnits = Array.from({ length: 250 }, (_, at) => unit(`n${at}`, `${1000 + at}`, `第${at}所`))
  const many = Array.from({ length: 5000 }, (_, at) => ({
    id: `p${at}`,
    unitId: `n${at % 250}`,
    code: at % 2 === 0 ? `C${at}` : '',
    name: `第${at}号乡村道路养护`,
  }))
  const wide = indexGoals(many, manyUnits)
  const states = Array.from({ length: 20_000 }, (_, at) => {
    const goal = many[at % 5000]
    const name = at < 10_000 ? (goal?.name ?? '') : `${goal?.name ?? ''}${at}期`
    return wide.match({ code: at < 5000 ? (goal?.code ?? '') : '', name, unitName: `第${at % 250}所` }).state
  })
  // A scan of all with all would outlast the test's own limit many times over.
  expect(states.filter((state) => state === 'matched').length).toBeGreaterThanOrEqual(10_000)
})
