import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicatorsOf, type Method } from '#domain/evaluation/indicator-system'
import { type Answer, answerKind, markPoints } from '#domain/evaluation/mark'
import { shippedSystems } from '#domain/evaluation/templates'
import { rules } from './sample.ts'

function worth(method: Method, answer: Answer, points = 500) {
  return markPoints({ points, method }, { answer }, rules)
}

const value = (text: string): Answer => ({ kind: 'value', value: text })
const three: Method = {
  kind: 'aspects',
  aspects: [
    { id: 'a', text: '甲', points: 200 },
    { id: 'b', text: '乙', points: 200 },
    { id: 'c', text: '丙', points: 100 },
  ],
}

describe('points of a mark', () => {
  it('count what is unproven apart from what is bad', () => {
    const answer: Answer = { kind: 'aspects', findings: { a: 'met', b: 'unproven', c: 'unmet' } }
    expect(worth(three, answer)).toMatchObject({
      points: 200,
      unproven: 200,
      lost: 100,
      formula: '3 个要点符合 1 个，得 2 分',
    })
    expect(worth(three, { kind: 'unproven' })).toMatchObject({ points: 0, unproven: 500, lost: 0 })
    expect(worth(three, { kind: 'aspects', findings: { a: 'met' } })).toEqual({
      points: null,
      why: '还有 2 个要点没有评',
    })
  })

  const target: Method = { kind: 'ratio', operator: '≥', target: '100', unit: '%', passBelow: 60 }
  const banded: Method = {
    kind: 'bands',
    unit: '%',
    order: 'less',
    bands: [
      { from: '5', rate: 100 },
      { from: '10', rate: 60 },
    ],
  }
  const content: Method = { kind: 'satisfaction', full: 95, zero: 60 }
  it.each([
    [target, '100', 500],
    [target, '120%', 500],
    [target, '60', 300],
    [target, '59.99', 0],
    [banded, '5', 500],
    [banded, '5.01', 300],
    [banded, '10.01', 0],
    [content, '95', 500],
    [content, '94.9%', 499],
    [content, '77.5', 250],
    [content, '60', 0],
    [content, '60.1', 1],
  ] as const)('follow the method (%o with %s: %i)', (method, text, points) => {
    expect(worth(method, value(text))).toMatchObject({ points, lost: 500 - points, unproven: 0 })
  })

  it('take off until nothing is left, parts of an occurrence too', () => {
    const method: Method = { kind: 'deduction', items: [{ id: 'd', text: '每超 1 个百分点', points: 50 }] }
    const times = (count: number) => worth(method, { kind: 'deduction', counts: { d: count } })
    expect(times(0)).toMatchObject({ points: 500, lost: 0 })
    expect(times(250)).toMatchObject({ points: 375, lost: 125 })
    expect(times(5000)).toMatchObject({ points: 0, lost: 500 })
    expect(times(-1)).toMatchObject({ points: null })
  })

  it('of yes and no, and by judgement', () => {
    const question: Method = { kind: 'yes-no', question: '是否公开' }
    expect(worth(question, { kind: 'yes-no', yes: true })).toMatchObject({ points: 500 })
    expect(worth(question, { kind: 'yes-no', yes: false })).toMatchObject({ points: 0, lost: 500 })
    expect(worth({ kind: 'graded' }, { kind: 'points', points: 500 })).toMatchObject({ points: 500 })
    expect(worth({ kind: 'graded' }, { kind: 'points', points: 501 })).toMatchObject({ points: null })
  })

  it('refuse an answer of another method', () => {
    expect(worth({ kind: 'graded' }, value('5'))).toMatchObject({ points: null })
    expect(worth(target, value('很好'))).toMatchObject({ points: null, why: '填写的不是一个数' })
    expect(worth(target, value(' '))).toMatchObject({ points: null })
  })
})

/** Some answer that fits the method. */
function answerFor(method: Method): fc.Arbitrary<Answer> {
  const unproven = fc.constant<Answer>({ kind: 'unproven' })
  if (method.kind === 'aspects')
    return fc
      .tuple(
        ...method.aspects.map(({ id }) =>
          fc.constantFrom('met', 'unmet', 'unproven').map((finding) => [id, finding] as const),
        ),
      )
      .map(
        (list): Answer => ({ kind: 'aspects', findings: Object.fromEntries(list) as Record<string, 'met'> }),
      ) // findings of the table
  if (method.kind === 'deduction')
    return fc.nat(2000).map(
      (count): Answer => ({
        kind: 'deduction',
        counts: Object.fromEntries(method.items.map(({ id }) => [id, count])),
      }),
    )
  if (answerKind(method) === 'value')
    return fc.oneof(
      fc.integer({ min: -50, max: 300 }).map((number) => value(String(number))),
      unproven,
    )
  return unproven
}

describe('properties of marks', () => {
  const indicators = shippedSystems.flatMap((system) => indicatorsOf(system))
  it('given, lost and unproven make up the full mark of every shipped indicator', () => {
    const one = fc
      .constantFrom(...indicators)
      .chain((indicator) => answerFor(indicator.method).map((answer) => ({ indicator, answer })))
    fc.assert(
      fc.property(one, ({ indicator, answer }) => {
        const result = markPoints(indicator, { answer }, rules)
        if (result.points === null) throw new Error(result.why)
        expect(result.points).toBeGreaterThanOrEqual(0)
        expect(result.lost).toBeGreaterThanOrEqual(0)
        expect(result.points + result.lost + result.unproven).toBe(indicator.points)
      }),
      { numRuns: 500 },
    )
  })
})
