import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  checkOwnEvaluation,
  type OwnEvaluationWanted,
  ownEvaluationIds,
  ownEvaluationNumbers,
  ownEvaluationText,
  trimmedOwnEvaluation,
  withOwnEvaluation,
} from '#domain/evaluation/own-rules'
import { evaluationSources } from '#domain/rules/validate-evaluation'
import { rulesById, shippedRules } from '#domain/year-rules'

const rules = rulesById('frame-2021').evaluation

it('every number is within its limits in every pack, and is put where it is read', () => {
  for (const { evaluation } of shippedRules)
    for (const id of ownEvaluationIds) {
      const { read, put, entry, least, most } = ownEvaluationNumbers[id]
      expect(checkOwnEvaluation(evaluation, { [id]: read(evaluation) })).toEqual([])
      const changed = put(evaluation, most, { clause: '测试', mark: '拟' })
      expect(read(changed)).toBe(most)
      expect(entry(changed)).toMatchObject({ clause: '测试', mark: '拟' })
      expect(least).toBeLessThanOrEqual(read(evaluation))
    }
})

it('takes a number at its limits and refuses the next one', () => {
  const check = (wanted: OwnEvaluationWanted) => checkOwnEvaluation(rules, wanted)
  expect(check({ 'cycle-years': 1 })).toEqual([])
  expect(check({ 'cycle-years': 10 })).toEqual([])
  expect(check({ 'cycle-years': 0 })).toMatchObject([{ at: 'cycle-years' }])
  expect(check({ 'cycle-years': 11 })).toMatchObject([{ message: '“覆盖周期”应为 1 到 10 年的整数。' }])
  expect(check({ 'cycle-since': 1999 })).toHaveLength(1)
  expect(check({ 'spread-dispute': 101 })).toHaveLength(1)
  expect(check({ capacity: 1.5 })).toHaveLength(1)
})

it('refuses lines that contradict each other', () => {
  expect(checkOwnEvaluation(rules, { 'grade-good': 89 })).toEqual([])
  expect(checkOwnEvaluation(rules, { 'grade-good': 90 })).toMatchObject([{ code: 'grades-invalid' }])
  const both = { 'grade-good': 90, 'grade-excellent': 95 }
  expect(checkOwnEvaluation(rules, both)).toEqual([])
  const level = ownEvaluationNumbers['credibility-high'].read(rules)
  expect(checkOwnEvaluation(rules, { 'credibility-medium': level })).toMatchObject([
    { code: 'levels-invalid' },
  ])
})

it('says of what it changed that it is the bureau’s own, and what it was', () => {
  const own = withOwnEvaluation(rules, { 'grade-excellent': 92, 'grade-good': 82, 'grade-medium': 60 })
  expect(own.bands).toMatchObject({ excellent: 92, good: 82, medium: 60, mark: '拟' })
  expect(own.bands.clause).toBe(`本局规定，规则包原为优 90 分、良 80 分（${rules.bands.clause}）`)
  expect(own.coverage).toBe(rules.coverage)
  expect(ownEvaluationText(rules, { 'grade-good': 82, 'cycle-years': 3 })).toBe(
    '良 80 → 82 分；覆盖周期 4 → 3 年',
  )
})

it('keeps hundredths where the rule has them', () => {
  const own = withOwnEvaluation(rules, { 'high-score': 85, 'high-rate': 70 })
  expect(own.credibility.checks['high-low-execution']).toMatchObject({ params: { total: 8500, rate: 70 } })
})

it('what is as shipped leaves the pack as it is', () => {
  const shipped = Object.fromEntries(
    ownEvaluationIds.map((id) => [id, ownEvaluationNumbers[id].read(rules)] as const),
  )
  expect(trimmedOwnEvaluation(rules, shipped)).toEqual({})
  expect(withOwnEvaluation(rules, shipped)).toBe(rules)
})

it('every entry still says on what it rests, and only what was set differs', () => {
  const set = fc.record(
    Object.fromEntries(
      ownEvaluationIds.map((id) => {
        const { least, most } = ownEvaluationNumbers[id]
        return [id, fc.integer({ min: least, max: most })]
      }),
    ),
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(set, (wanted: OwnEvaluationWanted) => {
      const own = withOwnEvaluation(rules, wanted)
      for (const [, { clause }] of evaluationSources(own)) expect(clause).not.toBe('')
      for (const id of ownEvaluationIds)
        expect(ownEvaluationNumbers[id].read(own)).toBe(wanted[id] ?? ownEvaluationNumbers[id].read(rules))
    }),
  )
})
