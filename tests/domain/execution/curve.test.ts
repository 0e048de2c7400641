import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { curveFault, referenceOf, referenceShare, timePoints, timeShare } from '#domain/execution/curve'
import { shippedCurveRules, type TemplateId } from '#domain/execution/curve-rules'
import { isMonth, months } from '#domain/execution/execution'
import { onceAt } from './once-at.ts'

const goal = { kind: 'project' as const, name: '某专项', code: '' }
const templates = Object.entries(shippedCurveRules.templates)

describe('序时进度', () => {
  it('is month over twelve, to the hundredth of a percent', () => {
    expect(timePoints).toEqual([833, 1667, 2500, 3333, 4167, 5000, 5833, 6667, 7500, 8333, 9167, 10_000])
  })

  it.each([0, 13, 1.5, -1, Number.NaN])('knows no month %s', (month) => {
    expect(isMonth(month)).toBe(false)
    expect(() => timeShare(month)).toThrow('no month')
    expect(() => referenceShare({ points: timePoints }, month)).toThrow('no month')
  })
})

describe('templates', () => {
  it.each(templates)('%s ends at the whole and never falls', (_, template) => {
    expect(curveFault(template.points)).toBeNull()
    expect(template.clause).not.toBe('')
  })

  it.each(months)('一次性 in month %i: nothing before, all from then on', (month) => {
    const points = onceAt(month)
    expect(curveFault(points)).toBeNull()
    expect(referenceShare({ points }, month)).toBe(10_000)
    if (month > 1) expect(referenceShare({ points }, month - 1)).toBe(0)
  })
})

describe('points of a curve', () => {
  const sound = shippedCurveRules.templates.works.points
  it.each([
    ['too few', sound.slice(1), 'count', 0],
    ['too many', [...sound, 10_000], 'count', 0],
    ['below nothing', sound.with(0, -1), 'range', 1],
    ['above the whole', sound.with(11, 10_001), 'range', 12],
    ['no integer', sound.with(4, 2000.5), 'range', 5],
    ['falling by the least', sound.with(3, 499), 'falls', 4],
    ['short of the whole by the least', sound.with(11, 9999), 'end', 12],
  ])('refuses %s', (_, points, fault, month) => {
    expect(curveFault(points)).toEqual({ fault, month })
  })

  it('accepts a month like the one before it', () => {
    expect(curveFault(sound.with(3, 500))).toBeNull()
  })

  it('any rising shares that end at the whole are a curve, and its reference never falls', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 11, maxLength: 11 })
    fc.assert(
      fc.property(shares, (some) => {
        const points = [...some.toSorted((left, right) => left - right), 10_000]
        expect(curveFault(points)).toBeNull()
        const read = months.map((month) => referenceShare({ points }, month))
        expect(read).toEqual(points)
      }),
    )
  })
})

describe('the default', () => {
  it.each<[string, TemplateId]>([
    ['农村义务教育学生营养改善计划', 'school'],
    ['县城老旧小区改造', 'works'],
    ['城乡低保补助', 'even'],
    ['办公设备购置', 'once'],
    ['农业产业发展扶持', 'quarterly'],
  ])('%s follows %s, and says why', (name, template) => {
    const reference = referenceOf({ ...goal, name }, null)
    expect(reference).toMatchObject({ basis: 'curve', template, mark: '拟' })
    expect(reference.reason).not.toBe('')
    expect(reference.points).toEqual(shippedCurveRules.templates[template].points)
  })

  it('goes by 项目类型 where the name says nothing', () => {
    expect(referenceOf({ ...goal, duration: 'once' }, null)).toMatchObject({
      template: 'once',
      reason: '项目类型为一次性',
    })
  })

  it('is never month over twelve for a project without any sign', () => {
    expect(referenceOf(goal, null).points).not.toEqual(timePoints)
  })

  it.each([
    ['人员类', { ...goal, code: '51092225R000000000001' }],
    ['公用类', { ...goal, code: ' 51092225y000000000001' }],
    ['部门整体', { ...goal, kind: 'department' as const }],
  ])('holds %s against 序时进度', (_, basic) => {
    expect(referenceOf(basic, null)).toMatchObject({ basis: 'time', points: timePoints, mark: '源' })
  })

  it('特定目标类 is a project', () => {
    expect(referenceOf({ ...goal, code: '51092225T000000000001' }, null).basis).toBe('curve')
  })
})

describe('a curve of its own', () => {
  const own = { template: 'custom' as const, points: onceAt(3), reason: '3 月集中采购' }
  it('comes before every default, also for 基本支出', () => {
    expect(referenceOf(goal, own)).toMatchObject({
      template: 'custom',
      name: '自定义',
      reason: '3 月集中采购',
    })
    expect(referenceOf({ ...goal, kind: 'department' }, own).template).toBe('custom')
  })

  it('that is no curve any more does not count', () => {
    expect(referenceOf(goal, { ...own, points: [1, 2, 3] }).template).toBe('quarterly')
  })
})
