import { describe, expect, it } from 'vitest'
import { asIndicator, levelsIn, nameKey, targetPattern } from '../../src-renderer/domain/library/indicator.ts'
import {
  commonSector,
  library,
  sectorName,
  sectors,
  wholeSet,
} from '../../src-renderer/domain/library/library.ts'
import { readRows } from '../../src-renderer/domain/library/read-rows.ts'
import { searchLibrary } from '../../src-renderer/domain/library/search.ts'
import {
  matchSectors,
  type ProjectFacts,
  suggestIndicators,
} from '../../src-renderer/domain/library/suggest.ts'
import { frame2015 } from '../../src-renderer/domain/rules/frame-2015.ts'
import { frame2021 } from '../../src-renderer/domain/rules/frame-2021.ts'

const labels = (entries: readonly { id: string; name: string }[]) =>
  entries.map((entry) => `${entry.id} ${entry.name}`)

function repeated(keys: readonly string[]): string[] {
  return keys.filter((key, at) => keys.indexOf(key) !== at)
}

describe('the shipped library', () => {
  it('holds at least 300 indicators in at least 20 sectors, each marked as a proposal', () => {
    expect(library.length).toBeGreaterThanOrEqual(300)
    expect(sectors.length).toBeGreaterThanOrEqual(20)
    expect(library.filter((entry) => entry.mark !== '拟')).toEqual([])
    for (const sector of sectors) {
      expect(library.filter((entry) => entry.sector === sector.id).length, sector.name).toBeGreaterThan(9)
    }
  })

  it('has unique ids and no name twice', () => {
    expect(repeated(library.map((entry) => entry.id))).toEqual([])
    expect(repeated(library.map((entry) => nameKey(entry.name)))).toEqual([])
    expect(repeated(sectors.map((sector) => sector.id))).toEqual([])
  })

  it.each([frame2015, frame2021])('stands in levels of $name', (rules) => {
    const outside = library.filter((entry) => {
      const { level1, level2 } = levelsIn(entry, rules)
      const upper = rules.frame.find((level) => level.name === level1)
      return !upper?.level2.some((second) => second.name === level2)
    })
    expect(labels(outside)).toEqual([])
  })

  it('asks for satisfaction with ≥ and %, for cost with ≤ or a zero', () => {
    const satisfaction = library.filter((entry) => entry.level1 === '满意度指标')
    expect(labels(satisfaction.filter((entry) => entry.operator !== '≥' || entry.unit !== '%'))).toEqual([])
    const cost = library.filter((entry) => entry.level1 === '成本指标')
    expect(labels(cost.filter((entry) => entry.operator !== '≤' && entry.value !== '0'))).toEqual([])
    expect(labels(cost.filter((entry) => entry.level2 === '经济成本指标' && entry.operator !== '≤'))).toEqual(
      [],
    )
  })

  it('uses units and shares as the checks want them', () => {
    const wrongUnit = library.filter((entry) =>
      frame2021.unitRules.some(
        ({ words, except, wrong }) =>
          wrong.includes(entry.unit) &&
          words.some((word) => entry.name.endsWith(word)) &&
          !except.some((word) => entry.name.includes(word)),
      ),
    )
    expect(labels(wrongUnit)).toEqual([])
    expect(
      labels(
        library.filter((entry) => entry.unit === '%' && entry.value === '100' && entry.operator !== '='),
      ),
    ).toEqual([])
    expect(labels(library.filter((entry) => entry.unit === '%' && Number(entry.value) > 100))).toEqual([])
  })

  it('explains every entry and names its evidence', () => {
    expect(labels(library.filter((entry) => entry.explanation === '' || entry.evidence === ''))).toEqual([])
  })

  it.each(sectors)('has a balanced whole set for $name', (sector) => {
    const set = wholeSet(library, sector.id)
    const level2 = set.map((entry) => entry.level2)
    for (const wanted of ['经济成本指标', '数量指标', '质量指标', '时效指标', '服务对象满意度指标']) {
      expect(level2).toContain(wanted)
    }
    expect(set.some((entry) => entry.level1 === '效益指标')).toBe(true)
    expect(set.length).toBeLessThanOrEqual(9)
  })

  it('puts cost under 产出指标 in the older frame', () => {
    const cost = library.find((entry) => entry.name === '每公里日常养护费用')
    if (!cost) throw new Error('missing')
    expect(levelsIn(cost, frame2015)).toEqual({ level1: '产出指标', level2: '成本指标' })
    expect(asIndicator(cost, 'i1', frame2021)).toMatchObject({
      level1: '成本指标',
      level2: '经济成本指标',
      operator: '≤',
      value: '',
      unit: '元/公里',
      weight: null,
      basis: '预算支出标准',
    })
    expect(targetPattern(cost)).toBe('≤ … 元/公里')
  })

  it('refuses a row of another shape', () => {
    expect(() => readRows('# a | 甲 | 部门 | 词 | 局\n01 数量 没有单位 ≥ 5 | 解释 | 佐证')).toThrow(
      '没有单位',
    )
    expect(() => readRows('01 数量 名称 ≥ 5 个 | 解释 | 佐证')).toThrow('before any sector')
  })
})

describe('search', () => {
  const initials = (name: string) => (name === '农村公路日常养护里程' ? 'ncglrcyhlc' : '')
  const find = (text: string, sector = '', level1 = '') =>
    searchLibrary(library, sectors, { text, sector, level1 }, initials).map((entry) => entry.name)

  it('finds Chinese text in the name', () => {
    expect(find('路灯亮灯')).toEqual(['城区路灯亮灯率'])
  })

  it('wants every word', () => {
    expect(find('养护 里程')).toContain('农村公路日常养护里程')
    expect(find('养护 里程')).not.toContain('养护城市公园绿地面积')
  })

  it('finds pinyin initials, whatever the case', () => {
    expect(find('RCYH')).toEqual(['农村公路日常养护里程'])
  })

  it('keeps to sector and level', () => {
    const found = find('', 'road', '满意度指标')
    expect(found).toEqual(['沿线群众出行满意度'])
  })

  it('gives all for an empty query and none for nonsense', () => {
    expect(find('  ')).toHaveLength(library.length)
    expect(find('量子计算')).toEqual([])
  })
})

describe('suggestions', () => {
  const road: ProjectFacts = {
    name: '农村公路日常养护',
    overview: '对列养农村公路开展日常养护和水毁抢通。',
    unitName: '县公路养护段',
    kind: 'project',
    present: [],
    previous: [],
  }
  const suggest = (facts: ProjectFacts) => suggestIndicators(library, sectors, facts, commonSector)

  it.each([
    ['农村公路日常养护', '县公路养护段', '农村公路'],
    ['农村义务教育学生营养改善计划', '县教育局', '义务教育'],
    ['城乡低保补助资金', '县民政局', '低保与社会救助'],
    ['高标准农田建设', '县农业农村局', '农业产业与高标准农田'],
    ['城区环卫保洁外包', '县综合行政执法局', '环卫保洁'],
    ['干部教育培训', '县委党校', '培训'],
    ['道路交通信号和监控建设', '南江县公安局交通警察大队', '公安与综治'],
    ['疾病预防控制能力提升', '南江县疾病预防控制中心', '公共卫生与医院'],
  ])('%s of %s is %s', (name, unitName, sector) => {
    expect(matchSectors(sectors, { name, overview: '', unitName }, commonSector)[0]?.sector.name).toBe(sector)
  })

  it('takes no sector from words that an overview names in passing', () => {
    const facts = { name: '县级储备粮保管轮换', overview: '轮换后用于培训和会议。', unitName: '县粮食中心' }
    expect(matchSectors(sectors, facts, commonSector)).toEqual([])
  })

  it('ranks what the project is about first and says why', () => {
    const found = suggest(road)
    expect(found.slice(0, 3).map(({ entry }) => entry.name)).toContain('农村公路日常养护里程')
    expect(found[0]?.reason).toBe('项目名称含“公路”')
    expect(found.every(({ entry }) => sectorName(entry.sector) === '农村公路')).toBe(true)
  })

  it('leaves out what the goal has, and prefers the levels it lacks', () => {
    const found = suggest({
      ...road,
      present: [
        { name: '农村公路 日常养护里程', level2: '数量指标' },
        { name: '公路养护考核合格率', level2: '质量指标' },
      ],
    })
    const names = found.map(({ entry }) => entry.name)
    expect(names).not.toContain('农村公路日常养护里程')
    expect(names).not.toContain('公路养护考核合格率')
    const cost = found.find(({ entry }) => entry.name === '每公里日常养护费用')
    expect(cost?.reason).toBe('项目名称含“公路”，还没有经济成本指标')
  })

  it('puts what last year used before everything else', () => {
    const found = suggest({ ...road, previous: [{ name: '占道施工引发交通拥堵投诉' }] })
    expect(found[0]?.entry.name).toBe('占道施工引发交通拥堵投诉')
    expect(found[0]?.reason).toBe('上年用过同名指标')
  })

  it('offers 共性指标 where nothing points to a sector', () => {
    const found = suggest({ ...road, name: '甲乙丙', overview: '', unitName: '' })
    expect(found.length).toBeGreaterThan(5)
    expect(
      found.every(({ entry, reason }) => entry.sector === commonSector && reason === '各类项目通用'),
    ).toBe(true)
  })

  it('offers a policy what suits it and a government budget nothing of the projects', () => {
    expect(suggest({ ...road, kind: 'policy' }).length).toBeGreaterThan(0)
    const whole = suggest({ ...road, kind: 'department' })
    expect(whole.length).toBeGreaterThan(5)
    expect(whole.every(({ entry }) => entry.sector === commonSector)).toBe(true)
    expect(suggest({ ...road, kind: 'government' })).toEqual([])
  })
})
