import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aggregated, combined, disputedIds } from '#domain/evaluation/combine'
import { indicatorsOf, type SystemIndicator } from '#domain/evaluation/indicator-system'
import type { Answer, Mark } from '#domain/evaluation/mark'
import type { Aggregation, EvaluationRules } from '#domain/evaluation/rules'
import {
  openedSheet,
  type ScoreSheet,
  secondRoundSheet,
  sheetProblems,
  sheetSums,
  visibleSheets,
} from '#domain/evaluation/score-sheet'
import { sensitivityOf } from '#domain/evaluation/sensitivity'
import { policy } from '#domain/evaluation/template-policy'
import { rules } from './sample.ts'

const items = indicatorsOf(policy)

/** A mark that earns a share of the full mark in percent, by a method where any number can be given. */
const judged = {
  ...policy,
  levels: policy.levels.map((level) => ({
    ...level,
    groups: level.groups.map((group) => ({
      ...group,
      indicators: group.indicators.map((one): SystemIndicator => ({ ...one, method: { kind: 'graded' } })),
    })),
  })),
}

function sheet(
  expertId: string,
  rates: number | readonly number[],
  change: Partial<ScoreSheet> = {},
): ScoreSheet {
  const opened = openedSheet(judged, {
    id: `sheet-${expertId}`,
    taskId: 't',
    expertId,
    name: expertId,
    weight: 1,
  })
  const marks = items.map(({ id, points }, index): [string, Mark] => {
    const rate = typeof rates === 'number' ? rates : (rates[index] ?? 0)
    const reason = rate < 100 ? '未完成' : ''
    const evidence = rate < 100 ? [{ attachmentId: 'f', page: 1, region: null }] : []
    return [id, { answer: { kind: 'points', points: Math.floor((points * rate) / 100) }, reason, evidence }]
  })
  return { ...opened, marks: Object.fromEntries(marks), signedAt: '2027-03-01T08:00:00.000Z', ...change }
}

function withMethod(method: Aggregation): EvaluationRules {
  return { ...rules, scoring: { ...rules.scoring, aggregation: { ...rules.scoring.aggregation, method } } }
}

describe('sheets', () => {
  it('ask for every mark, for reason and evidence of what is taken off', () => {
    const empty = openedSheet(judged, { id: 's', taskId: 't', expertId: 'e', name: '甲', weight: 1 })
    expect(sheetProblems(empty, judged, rules)).toHaveLength(items.length)
    expect(sheetProblems(sheet('e', 90), judged, rules)).toEqual([])
    const [first] = items
    const mark = (answer: Answer): ScoreSheet => ({
      ...sheet('e', 100),
      marks: { ...sheet('e', 100).marks, [first?.id ?? '']: { answer, reason: '', evidence: [] } },
    })
    const codes = (answer: Answer) => sheetProblems(mark(answer), judged, rules).map(({ code }) => code)
    expect(codes({ kind: 'points', points: 1 })).toEqual(['reason-missing', 'evidence-missing'])
    expect(codes({ kind: 'unproven' })).toEqual(['unproven-reason'])
    expect(codes({ kind: 'points', points: -1 })).toEqual(['mark-unfit'])
    expect(sheetSums(mark({ kind: 'unproven' }), judged, rules)).toEqual({
      points: 9200,
      lost: 0,
      unproven: 800,
      open: 0,
    })
    expect(sheetSums(empty, judged, rules)).toEqual({ points: 0, lost: 0, unproven: 0, open: 10_000 })
  })

  it('are blind to each other until the own one is signed', () => {
    const [signed, open] = [sheet('a', 90), sheet('b', 80, { signedAt: '' })]
    expect(visibleSheets([signed, open], 'b').map(({ expertId }) => expertId)).toEqual(['b'])
    expect(visibleSheets([signed, open], 'a').map(({ expertId }) => expertId)).toEqual(['a'])
    expect(visibleSheets([signed, { ...open, signedAt: signed.signedAt }], 'b')).toHaveLength(2)
  })
})

describe('several sheets together', () => {
  it.each([
    ['mean', [1000, 800, 900, 100, 950], [3750n, 5n]],
    ['trimmed', [1000, 800, 900, 100, 950], [2650n, 3n]],
    ['trimmed', [1000, 800, 900, 100], [2800n, 4n]],
    ['median', [1000, 800, 900, 100, 950], [900n, 1n]],
    ['median', [1000, 800], [1800n, 2n]],
    ['weighted', [1000, 800], [2600n, 3n]],
  ] as const)('%s of %o', (method, points, [of, to]) => {
    const votes = points.map((one, index) => ({ points: one, weight: index + 1 }))
    const { of: top, to: bottom } = aggregated(votes, withMethod(method).scoring)
    expect(top * to).toBe(of * bottom)
  })

  it('need enough signed sheets, and every indicator', () => {
    expect(combined(judged, [sheet('a', 90), sheet('b', 90)], rules)).toMatchObject({
      total: null,
      why: '已签名 2 人，至少需要 3 人',
    })
    const three = [sheet('a', 90), sheet('b', 90), sheet('c', 90)]
    expect(combined(judged, three, rules)).toMatchObject({
      total: 9000,
      grade: 'excellent',
      experts: 3,
      missing: [],
    })
    const [first] = items
    const without = three.map((one) => ({
      ...one,
      marks: Object.fromEntries(Object.entries(one.marks).filter(([id]) => id !== first?.id)),
    }))
    expect(combined(judged, without, rules)).toMatchObject({ total: null, missing: [first?.id] })
  })

  it('send only what is disputed to a second round, whose marks count then', () => {
    const rates = items.map(() => 90)
    const low = items.map((_, index) => (index === 1 ? 59 : 90))
    const edge = items.map((_, index) => (index === 1 ? 60 : 90))
    const first = (list: readonly number[]) => [sheet('a', rates), sheet('b', rates), sheet('c', list)]
    expect(disputedIds(combined(judged, first(edge), rules))).toEqual([])
    const before = combined(judged, first(low), rules)
    expect(disputedIds(before)).toEqual([items[1]?.id])
    expect(before.items[1]?.outliers).toEqual(['c'])
    const again = secondRoundSheet(sheet('c', low), 'c2', disputedIds(before))
    expect(again).toMatchObject({ round: 2, asked: [items[1]?.id], signedAt: '' })
    const changed = {
      ...again,
      marks: {
        [items[1]?.id ?? '']: { answer: { kind: 'points', points: 540 }, reason: '', evidence: [] } as const,
      },
      signedAt: 'x',
    }
    expect(combined(judged, [changed, ...first(low)], rules)).toMatchObject({ total: 9000, experts: 3 })
    expect(combined(judged, [again, ...first(low)], rules).total).toBe(before.total)
  })

  it('are held down by a veto that one of them found', () => {
    const sheets = [sheet('a', 100), sheet('b', 100), sheet('c', 100, { vetoes: ['misused'] })]
    expect(combined(judged, sheets, rules)).toMatchObject({ total: 5999, uncapped: 10_000, grade: 'poor' })
  })

  it('count how many found something unproven', () => {
    const unproven = sheet('c', 100)
    const [first] = items
    const marks = {
      ...unproven.marks,
      [first?.id ?? '']: { answer: { kind: 'unproven' }, reason: '没有批文', evidence: [] } as const,
    }
    const result = combined(judged, [sheet('a', 100), sheet('b', 100), { ...unproven, marks }], rules)
    expect(result.items[0]).toMatchObject({ unprovenBy: 1, isDisputed: true })
  })

  const methods = fc.constantFrom<Aggregation>('mean', 'trimmed', 'median', 'weighted')
  const rate = fc.array(fc.nat(100), { minLength: items.length, maxLength: items.length })
  it('do not depend on their order, and stay between the lowest and the highest', () => {
    fc.assert(
      fc.property(
        methods,
        fc.array(rate, { minLength: 3, maxLength: 7 }),
        fc.infiniteStream(fc.nat()),
        (method, list, keys) => {
          const sheets = list.map((rates, index) => sheet(`e${index}`, rates, { weight: index + 1 }))
          const result = combined(judged, sheets, withMethod(method))
          const shuffled = sheets
            .map((one) => ({ one, key: keys.next().value ?? 0 }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ one }) => one)
          expect(combined(judged, shuffled, withMethod(method))).toEqual(result)
          for (const { votes, points } of result.items) {
            const all = votes.map((vote) => vote.points)
            expect(points).toBeGreaterThanOrEqual(Math.min(...all))
            expect(points).toBeLessThanOrEqual(Math.max(...all))
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('sensitivity of the grade', () => {
  const scored = (rates: readonly number[]) =>
    rates.map((one, index) => ({ id: `i${index}`, weight: 5000, points: one * 50 }))

  it('holds far from a border and not beside one', () => {
    expect(sensitivityOf(scored([85, 85]), rules)).toMatchObject({ holds: true, grade: 'good', decisive: [] })
    const beside = sensitivityOf(scored([100, 60]), rules)
    expect(beside).toMatchObject({ holds: false, grade: 'good', lowestGrade: 'medium', highestGrade: 'good' })
    expect(beside.decisive).toEqual(['i0', 'i1'])
    expect(beside.text).toContain('“中”与“良”')
    // 100 × 0.4 + 60 × 0.6 and the reverse: weights 80 and 120 of 200.
    expect(beside.lowest.of * 1n).toBe(beside.lowest.to * 76n)
    expect(beside.highest.of).toBe(beside.highest.to * 84n)
  })

  it('has the total between its extremes, which no single movement exceeds', () => {
    const list = fc.array(
      fc.record({
        weight: fc.integer({ min: 1, max: 3000 }),
        rate: fc.nat(100),
        factor: fc.constantFrom(80, 90, 100, 110, 120),
      }),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(list, (entries) => {
        const all = entries.map(({ weight, rate }, index) => ({
          id: `i${index}`,
          weight: weight * 100,
          points: weight * rate,
        }))
        const { lowest, highest } = sensitivityOf(all, rules)
        let [points, weights] = [0n, 0n]
        for (const [index, one] of all.entries()) {
          const factor = BigInt(entries[index]?.factor ?? 100)
          points += BigInt(one.points) * factor * 100n
          weights += BigInt(one.weight) * factor
        }
        expect(points * lowest.to >= lowest.of * weights).toBe(true)
        expect(points * highest.to <= highest.of * weights).toBe(true)
      }),
    )
  })
})
