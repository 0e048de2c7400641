import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyMark, type ItemMark } from '#domain/appraisals/appraisal'
import { openCase } from '#domain/appraisals/measure'
import { measuresOf } from '#domain/appraisals/metrics'
import { type LiveWorld, liveScore, worthDoing } from '#domain/appraisals/rehearsal'
import { itemsOf, metricsOf } from '#domain/appraisals/scheme'
import { countyScheme } from '#domain/appraisals/shipped-county'
import { generatedCounty } from './generated.ts'
import { item, schemeOf } from './sample.ts'

const quiet = { marks: {}, today: '2026-11-20', until: '2026-12-31', supposed: new Set<string>() }

const coverage = item({
  kind: 'rate',
  parts: [{ metric: 'self-coverage', points: 1000, target: 10_000, nothing: 'none' }],
})

describe('points safe, at risk and lost', () => {
  it('are what is done, what is open, and what cannot be made good', () => {
    const cases = [
      openCase('goal', 'g1', '甲', '还没有', { dueOn: '2026-11-30' }),
      openCase('goal', 'g2', '乙', '已经晚了', { isLost: true }),
    ]
    const world = {
      ...quiet,
      scheme: schemeOf(coverage),
      measures: { 'self-coverage': { done: 2, due: 4, cases } },
    }
    const live = liveScore(world)
    expect(live).toMatchObject({ safe: 500, atRisk: 250, lost: 250, full: 1000 })
    expect(live.items[0]?.cases.map(({ name, cost, daysLeft }) => [name, cost, daysLeft])).toEqual([
      ['甲', 250, 10],
      ['乙', 250, 41],
    ])
  })

  it('are all lost once the year is over', () => {
    const cases = [openCase('goal', 'g1', '甲', '还没有')]
    const measures = { 'self-coverage': { done: 3, due: 4, cases } }
    const at = (today: string) => liveScore({ ...quiet, scheme: schemeOf(coverage), measures, today })
    expect(at('2026-12-31')).toMatchObject({ safe: 750, atRisk: 250, lost: 0 })
    expect(at('2027-01-01')).toMatchObject({ safe: 750, atRisk: 0, lost: 250 })
  })

  it('hold work that has not begun as still to be had', () => {
    const measures = { 'self-coverage': { done: 0, due: 0, cases: [] } }
    const live = liveScore({ ...quiet, scheme: schemeOf(coverage), measures })
    expect(live).toMatchObject({ safe: 0, atRisk: 1000, lost: 0 })
    expect(live.items[0]?.cases.map(({ text }) => text)).toEqual(['工作还没有开展'])
  })

  it('tell what this desk does itself from what waits for others', () => {
    const cases = [
      openCase('self-evaluation', 'f1', '单位没有送审', '', { holder: 'unit' }),
      openCase('goal', 'g1', '没有布置', '', { holder: 'performance' }),
      openCase('none', 'n1', '谁都能办', ''),
    ]
    const measures = { 'self-coverage': { done: 1, due: 4, cases } }
    const live = liveScore({ ...quiet, scheme: schemeOf(coverage), measures })
    const { own, others } = worthDoing(live, 'performance')
    expect(own.map(({ name }) => name)).toEqual(['没有布置', '谁都能办'])
    expect(others.map(({ name, itemName }) => [name, itemName])).toEqual([
      ['单位没有送审', live.items[0]?.item.name],
    ])
    expect(worthDoing(live, 'unit').own.map(({ name }) => name)).toEqual(['单位没有送审', '谁都能办'])
  })

  it('leave to the bureau above what it rates itself', () => {
    const sampled = liveScore({
      ...{ ...quiet, scheme: schemeOf(item({ kind: 'sample', of: 'goals', verdicts: [] })), measures: {} },
    })
    expect(worthDoing(sampled, 'performance').own).toEqual([])
    expect(worthDoing(sampled, 'performance').others.map(({ holder }) => holder)).toEqual(['above'])
  })

  it('do not count what is ticked without proof, and say what the proof would bring', () => {
    const ticks = item({
      kind: 'ticks',
      ticks: [
        { id: 't1', name: '一', points: 600 },
        { id: 't2', name: '二', points: 400 },
      ],
    })
    const live = (mark: Partial<ItemMark>, supposed: readonly string[] = []) =>
      liveScore({
        ...{ ...quiet, scheme: schemeOf(ticks), measures: {}, supposed: new Set(supposed) },
        marks: { i1: { ...emptyMark, ...mark } },
      })
    expect(live({ ticks: ['t1'] })).toMatchObject({ safe: 0, atRisk: 1000 })
    expect(live({ ticks: ['t1'], note: '在档案室' })).toMatchObject({ safe: 600, atRisk: 400 })
    expect(live({ ticks: ['t1'] }, ['i1/#proof'])).toMatchObject({ safe: 600, atRisk: 400 })
    expect(live({ ticks: ['t1'] }, ['i1/#proof', 'i1/t2'])).toMatchObject({ safe: 1000, atRisk: 0 })
  })

  it('count points of cases back when they are supposed not to be', () => {
    const late = item({ kind: 'cases', metric: 'monitoring-late', each: 10 }, 300)
    const cases = [
      openCase('monitoring', 'm1', '甲', '迟报 4 天', { isLost: true, weight: 4 }),
      openCase('monitoring', 'm2', '乙', '迟报 30 天', { isLost: true, weight: 30 }),
    ]
    const live = (supposed: readonly string[]) =>
      liveScore({
        ...{ ...quiet, scheme: schemeOf(late), supposed: new Set(supposed) },
        measures: { 'monitoring-late': { done: 0, due: 2, cases } },
      })
    expect(live([])).toMatchObject({ safe: 0, atRisk: 0, lost: 300 })
    expect(live(['i1/monitoring-late/m2'])).toMatchObject({ safe: 260, lost: 40 })
  })
})

describe('of a generated county', () => {
  const facts = generatedCounty(222)
  const measures = measuresOf(itemsOf(countyScheme).flatMap(metricsOf), facts)
  const world: LiveWorld = { ...quiet, scheme: countyScheme, measures }
  const keys = liveScore(world).items.flatMap(({ cases }) => cases.map(({ key }) => key))

  it('the three are together every item’s points', () => {
    for (const { item: each, safe, atRisk, lost } of liveScore(world).items) {
      expect([each.name, safe + atRisk + lost]).toEqual([each.name, each.points])
      expect(Math.min(safe, atRisk, lost)).toBeGreaterThanOrEqual(0)
    }
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('supposing more never lowers the score, and supposing all gives all', () => {
    fc.assert(
      fc.property(fc.subarray(keys, { maxLength: 60 }), fc.constantFrom(...keys), (some, one) => {
        const before = liveScore({ ...world, supposed: new Set(some) })
        const after = liveScore({ ...world, supposed: new Set([...some, one]) })
        expect(after.safe).toBeGreaterThanOrEqual(before.safe)
      }),
      { numRuns: 8 },
    )
    expect(liveScore({ ...world, supposed: new Set(keys) }).safe).toBe(10_000)
  })
})
