import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DrawRequest, drawExperts, inOrder, poolOf } from '#domain/experts/draw'
import { shippedExpertRules as rules } from '#domain/experts/expert-rules'
import { murmur3 } from '#domain/experts/hash'
import { expert, manyExperts, request, today } from './sample.ts'

const draw = (wanted: DrawRequest['wanted'], experts = manyExperts(24), seed = 'a1') =>
  drawExperts(request({ wanted }), experts, seed, rules)
const any = (count: number) => [{ field: '', specialty: '', count }] as const

describe('the hash', () => {
  it.each([
    ['', 0, 0],
    ['', 1, 0x514e28b7],
    ['test', 0, 0xba6bd213],
    ['Hello, world!', 0, 0xc0363e43],
    ['The quick brown fox jumps over the lazy dog', 0, 0x2e4ff723],
  ])('gives the published value for %j', (text, seed, value) => {
    expect(murmur3(text, seed)).toBe(value)
  })
})

describe('who may not be drawn', () => {
  const house = request({ under: [{ code: '301002', name: '南江县石桥水库' }] })
  const reasonFor = (given: Parameters<typeof expert>[1]) =>
    poolOf(house, [expert('a', given)], rules).excluded[0]?.reason ?? ''
  const tie = { unitCode: '301', unitName: '', kind: 'employed', until: '', note: '' } as const

  it.each([
    ['own unit', { workUnit: '南江县河道管理站' }, '隶属'],
    ['its department', { workUnit: '南江县 水利局' }, '隶属'],
    ['an office of its department', { workUnit: '南江县水利局规划股' }, '隶属'],
    ['a unit below it', { workUnit: '南江县石桥水库' }, '隶属'],
    ['a recorded code', { avoidUnits: [tie] }, '近三年聘用，301'],
    ['a recorded code below', { avoidUnits: [{ ...tie, unitCode: '301002' }] }, '近三年聘用'],
    ['a recorded name', { avoidUnits: [{ ...tie, unitCode: '', unitName: '南江县水利局' }] }, '近三年聘用'],
    ['a relative', { avoidUnits: [{ ...tie, kind: 'relative' as const }] }, '近亲属'],
    ['suspended', { state: 'suspended' as const }, '暂停'],
    ['retired', { state: 'out' as const }, '出库'],
    ['expired yesterday', { termEndsOn: '2026-06-14' }, '届满'],
    ['no field', { fields: [] }, '专业领域'],
  ])('%s', (_, given, reason) => {
    expect(reasonFor(given)).toContain(reason)
  })

  it.each([
    ['another house', { workUnit: '四川某某大学' }],
    ['a name too short to tell', { workUnit: '水利局' }],
    ['no work unit', { workUnit: ' ' }],
    ['another code', { avoidUnits: [{ ...tie, unitCode: '3010' }] }],
    ['a tie to nobody', { avoidUnits: [{ ...tie, unitCode: '' }] }],
    ['the last day of the term', { termEndsOn: today }],
  ])('but: %s', (_, given) => {
    expect(reasonFor(given)).toBe('')
  })

  it.each([
    ['2023-06-14', ''],
    ['2023-06-15', ''],
    ['2023-06-16', '近三年聘用'],
    ['2026-06-15', '近三年聘用'],
    ['2027-01-01', '近三年聘用'],
  ])('a former employment that ended on %s', (until, reason) => {
    expect(reasonFor({ avoidUnits: [{ ...tie, until }] })).toContain(reason)
    if (reason === '') expect(reasonFor({ avoidUnits: [{ ...tie, until }] })).toBe('')
  })

  it('does not hold an empty department against those who name no unit', () => {
    const alone = request({ parentCode: '', parentName: '' })
    const free = expert('a', { avoidUnits: [{ ...tie, unitCode: '', unitName: '另一单位' }] })
    expect(poolOf(alone, [free], rules).excluded).toEqual([])
  })
})

describe('how many', () => {
  it.each([
    [0, 2],
    [1, 1],
    [2, 2],
    [3, 0],
    [4, 1],
    [5, 0],
  ])('%i wanted: %i faults', (count, faults) => {
    const outcome = draw([...any(count)])
    expect(outcome.problems).toHaveLength(faults)
    expect(outcome.drawn).toHaveLength(faults === 0 ? count : 0)
  })

  it('follows the rules that it is given', () => {
    const { drawLeast, drawOdd } = rules.limits
    const loose = {
      ...rules,
      limits: { ...rules.limits, drawLeast: { ...drawLeast, value: 2 }, drawOdd: { ...drawOdd, value: 0 } },
    }
    expect(drawExperts(request({ wanted: [...any(2)] }), manyExperts(5), 's', loose).drawn).toHaveLength(2)
  })

  it('says how many are missing in which field, and draws nobody', () => {
    const wanted: DrawRequest['wanted'] = [
      { field: 'finance', specialty: '', count: 3 },
      { field: 'industry', specialty: '水利', count: 2 },
    ]
    const experts = [...manyExperts(3, () => ['budget']), expert('f', { fields: ['finance'] })]
    const outcome = drawExperts(request({ wanted }), experts, 's', rules)
    expect(outcome.drawn).toEqual([])
    expect(outcome.problems.map(({ message }) => message)).toEqual([
      '可抽的专家不够：财务管理还差 2 人。',
      '可抽的专家不够：行业技术（水利）还差 2 人。',
    ])
  })

  it('finds the one way in which experts of several fields fill every place', () => {
    const wanted: DrawRequest['wanted'] = [
      { field: 'budget', specialty: '', count: 1 },
      { field: 'finance', specialty: '', count: 1 },
      { field: 'performance', specialty: '', count: 1 },
    ]
    const experts = [
      expert('a', { fields: ['budget', 'finance', 'performance'] }),
      expert('b', { fields: ['budget', 'finance'] }),
      expert('c', { fields: ['budget'] }),
    ]
    for (let seed = 0; seed < 50; seed++) {
      const { drawn } = drawExperts(request({ wanted }), experts, String(seed), rules)
      expect(drawn.map(({ id, field }) => `${id} ${field}`)).toEqual([
        'c budget',
        'b finance',
        'a performance',
      ])
    }
  })
})

describe('every draw', () => {
  const fields = ['budget', 'performance', 'finance', 'industry'] as const
  const register = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      fields: fc.subarray([...fields], { minLength: 1 }),
      workUnit: fc.constantFrom('', '南江县水利局', '南江县教育局', '南江县河道管理站'),
      state: fc.constantFrom('in' as const, 'suspended' as const, 'out' as const),
      termEndsOn: fc.constantFrom('', '2026-06-14', '2026-06-15', '2028-01-01'),
    }),
    { selector: ({ id }) => id, minLength: 0, maxLength: 30 },
  )
  const wanted = fc.array(
    fc.record({
      field: fc.constantFrom('' as const, ...fields),
      specialty: fc.constant(''),
      count: fc.integer({ min: 0, max: 4 }),
    }),
    { maxLength: 4 },
  )
  const seed = fc.stringMatching(/^[0-9a-f]{32}$/)

  it('draws nobody twice, nobody excluded, each in an own field, all or none', () => {
    fc.assert(
      fc.property(register, wanted, seed, (given, rows, chance) => {
        const experts = given.map((each) => expert(each.id, each))
        const { drawn, excluded, pool, problems } = drawExperts(
          request({ wanted: rows }),
          experts,
          chance,
          rules,
        )
        const ids = drawn.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(pool.length + excluded.length).toBe(experts.length)
        for (const { id, field } of drawn) {
          const one = experts.find((each) => each.id === id)
          expect(one).toMatchObject({ state: 'in' })
          expect(['', '南江县教育局']).toContain(one?.workUnit)
          expect(one?.termEndsOn).not.toBe('2026-06-14')
          if (field !== '') expect(one?.fields).toContain(field)
        }
        const total = rows.reduce((sum, { count }) => sum + count, 0)
        expect(ids.length).toBe(problems.length === 0 ? total : 0)
      }),
    )
  })

  it('is the same for the same seed in whatever order the register stands', () => {
    fc.assert(
      fc.property(register, wanted, seed, fc.nat(), (given, rows, chance, turn) => {
        const experts = given.map((each) => expert(each.id, each))
        const at = experts.length === 0 ? 0 : turn % experts.length
        const turned = [...experts.slice(at), ...experts.slice(0, at)].reverse()
        const wish = request({ wanted: rows })
        expect(drawExperts(wish, turned, chance, rules)).toEqual(drawExperts(wish, experts, chance, rules))
      }),
    )
  })
})

it('draws every candidate about as often as any other', () => {
  const experts = manyExperts(20)
  const times = new Map<string, number>()
  for (let turn = 0; turn < 4000; turn++) {
    for (const { id } of draw([...any(3)], experts, turn.toString(16).padStart(32, '0')).drawn)
      times.set(id, (times.get(id) ?? 0) + 1)
  }
  expect(times.size).toBe(20)
  // 4000 × 3 / 20 = 600 each, standard deviation about 23: five of them either way.
  for (const count of times.values()) expect(Math.abs(count - 600)).toBeLessThan(115)
})

it('puts candidates in an order by their hash, not by their place', () => {
  const { pool } = poolOf(request(), manyExperts(12), rules)
  const ids = inOrder(pool, 'a1').map(({ id }) => id)
  expect(ids.toSorted()).toEqual(pool.map(({ id }) => id))
  expect(ids).not.toEqual(pool.map(({ id }) => id))
  expect(inOrder(pool, 'a2').map(({ id }) => id)).not.toEqual(ids)
})
