import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countyScheme } from '#domain/appraisals/shipped-county'
import { type Ranked, standingsOf } from '#domain/appraisals/standing'

function ranked(id: string, total: number, change: Partial<Ranked> = {}): Ranked {
  return { id, total, group: '', lowered: 0, loweredFor: [], ...change }
}

function gradesOf(all: readonly Ranked[], scheme: Parameters<typeof standingsOf>[1] = countyScheme) {
  return Object.fromEntries(standingsOf(all, scheme).map(({ id, gradeId }) => [id, gradeId]))
}

/** Ten of whom the first have the totals; the others pass. */
function ten(...totals: readonly number[]): Ranked[] {
  return Array.from({ length: 10 }, (_, at) => ranked(`x${at}`, totals[at] ?? 7000 - at))
}

describe('ranks', () => {
  it('are shared by equal totals and counted within the group', () => {
    const all = [
      ...[9000, 8500, 8500, 8000].map((total, at) => ranked(`a${at}`, total, { group: '扩权县' })),
      ranked('b0', 7000, { group: '非扩权县' }),
    ]
    const ranks = standingsOf(all, countyScheme).map(({ id, rank, of }) => [id, rank, of])
    expect(ranks).toEqual([
      ['a0', 1, 4],
      ['a1', 2, 4],
      ['a2', 2, 4],
      ['a3', 4, 4],
      ['b0', 1, 1],
    ])
  })
})

describe('grades', () => {
  it.each([
    [9000, 'excellent'],
    [8999, 'good'],
    [8000, 'good'],
    [7999, 'pass'],
    [6000, 'pass'],
    [5999, 'fail'],
    [0, 'fail'],
  ])('%d hundredths is %s', (total, grade) => {
    expect(gradesOf([...ten(), ranked('here', total)]).here).toBe(grade)
  })

  it('give 优秀 to no more than three of ten', () => {
    expect(gradesOf(ten(9900, 9800, 9700))).toMatchObject({
      x0: 'excellent',
      x1: 'excellent',
      x2: 'excellent',
    })
    expect(gradesOf(ten(9900, 9800, 9700, 9600))).toMatchObject({ x2: 'excellent', x3: 'good' })
  })

  it('leave out all of those of the same total where not all of them fit', () => {
    const grades = gradesOf(ten(9900, 9800, 9600, 9600))
    expect(grades).toMatchObject({ x0: 'excellent', x1: 'excellent', x2: 'good', x3: 'good' })
  })

  it('cut the number down: of three it is none, of four one', () => {
    const three = [9900, 9800, 9700].map((total, at) => ranked(`x${at}`, total))
    expect(gradesOf(three)).toEqual({ x0: 'good', x1: 'good', x2: 'good' })
    expect(gradesOf([...three, ranked('x3', 6000)])).toMatchObject({ x0: 'excellent', x1: 'good' })
  })

  it('count the quota in every group where the scheme says so', () => {
    const all = ten(9900, 9800, 9700, 9600).map((each, at) => ({ ...each, group: at < 2 ? '甲' : '乙' }))
    expect(gradesOf(all, { ...countyScheme, quotaScope: 'group' })).toMatchObject({
      ...{ x0: 'good', x1: 'good', x2: 'excellent', x3: 'excellent' },
    })
  })

  it('are lowered by falsehood, which leaves its place to the next', () => {
    const all = ten(9900, 9800, 9700, 9600).map((each, at) =>
      at === 0 ? { ...each, lowered: 1, loweredFor: ['弄虚作假'] } : each,
    )
    expect(gradesOf(all)).toMatchObject({ x0: 'good', x1: 'excellent', x2: 'excellent', x3: 'excellent' })
    const [first] = standingsOf(all, countyScheme)
    expect(first?.reasons).toEqual(['弄虚作假，降 1 档'])
  })

  it('cannot be lowered below the last', () => {
    expect(gradesOf([ranked('x', 100, { lowered: 3, loweredFor: ['弄虚作假'] })])).toEqual({ x: 'fail' })
  })

  it('say why a total that is good enough is not 优秀', () => {
    const standing = standingsOf(ten(9900, 9800, 9700, 9600), countyScheme).find(({ id }) => id === 'x3')
    expect(standing?.reasons).toEqual(['“优秀”不超过 30%，名额已满'])
  })

  it('never give more than the quota, nor a better grade to a lower total', () => {
    const order = countyScheme.grades.map(({ id }) => id)
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 5000, max: 10_500 }), { minLength: 1, maxLength: 60 }),
        (totals) => {
          const all = totals.map((total, at) => ranked(`x${at}`, total))
          const grades = gradesOf(all)
          const excellent = Object.values(grades).filter((grade) => grade === 'excellent').length
          expect(excellent * 10).toBeLessThanOrEqual(all.length * 3)
          for (const left of all)
            for (const right of all)
              if (left.total >= right.total)
                expect(order.indexOf(grades[left.id] ?? '')).toBeLessThanOrEqual(
                  order.indexOf(grades[right.id] ?? ''),
                )
        },
      ),
      { numRuns: 60 },
    )
  })
})
