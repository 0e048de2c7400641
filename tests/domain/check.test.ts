import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkGoal, healthOf, mayBeSubmitted } from '#domain/goals/check'
import { sentenceMarks } from '#domain/goals/sentences'
import { checkParams } from '#domain/rules/check-codes'
import { found } from './check-cases.ts'
import { silent } from './check-silent-cases.ts'
import { context, sampleGoal, withIndicator } from './sample-goal.ts'

describe('目标体检', () => {
  it('finds nothing on a goal in order', () => expect(checkGoal(sampleGoal(), context())).toEqual([]))

  it.each(found)('reports %s at %s', (code, at, content, has, change) => {
    const problems = checkGoal(content, context(change)).filter((problem) => problem.code === code)
    const problem = problems.find((one) => one.at === at && one.message.includes(has))
    expect(problem, JSON.stringify(problems)).toBeDefined()
    expect(problem?.clause).not.toBe('')
    expect(`${problem?.message}${problem?.suggestion}`).not.toMatch(/[{}]/)
  })

  it.each(silent)('%s is silent where it must be %s', (code, _at, content, _has, change) => {
    expect(checkGoal(content, context(change)).filter((problem) => problem.code === code)).toEqual([])
  })

  it('has a positive and a negative case for every finding', () => {
    const all = Object.keys(checkParams).sort()
    expect([...new Set(found.map(([code]) => code))].sort()).toEqual(all)
    expect([...new Set(silent.map(([code]) => code))].sort()).toEqual(all)
  })

  it('blocks 送审 by errors only', () => {
    const absent = sampleGoal({
      indicators: sampleGoal().indicators.map((one) => ({ ...one, weight: null })),
    })
    expect(mayBeSubmitted(checkGoal(absent, context()))).toBe(true)
    expect(mayBeSubmitted(checkGoal(withIndicator('q', { weight: null }), context()))).toBe(false)
    expect(healthOf(checkGoal(absent, context()))).toEqual({ errors: 0, warnings: 1, hints: 0 })
  })

  it('does not depend on the order of indicators or funds', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 })
    fc.assert(
      fc.property(order, fc.boolean(), (places, turned) => {
        const goal = sampleGoal()
        const rows = places.flatMap((place) => goal.indicators[place] ?? [])
        const funding = turned ? goal.funding.toReversed() : goal.funding
        expect(checkGoal({ ...goal, indicators: rows, funding }, context())).toEqual([])
      }),
    )
  })

  it('bears any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const goal = withIndicator('q', { name: text, value: text, unit: text, level1: text, level2: text })
        checkGoal({ ...goal, name: text, annualGoals: [text], overview: text, code: text }, context())
      }),
    )
  })

  it.each(['1', '1,', '一', '《', '*', '□新增', '进一步，', '95%', ' ', '。'])(
    'stays quick on a cell full of %j',
    (piece) => {
      const text = piece.repeat(Math.floor(200_000 / piece.length))
      const goal = withIndicator('q', { name: text, value: text, unit: text, level1: text, level2: text })
      const hostile = { ...goal, name: text, annualGoals: [text], overview: text, basis: text, code: text }
      const problems = checkGoal(hostile, context())
      sentenceMarks(hostile)
      // Steps that grow with the square of the text would outlast the test's limit.
      expect(problems.length).toBeGreaterThan(0)
    },
  )
})
