import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type GateFacts, gateStops } from '#domain/goals/gate'
import { checkSheet, commentProblems, type ReviewSheet, sheetResult } from '#domain/goals/review'
import { type Grade, gradeOf, grades } from '#domain/grade'
import type { Problem } from '#domain/problem'
import { validateRules } from '#domain/rules/validate-rules'
import { rulesById } from '#domain/year-rules'
import { sampleGoal } from './sample-goal.ts'

const rules = rulesById('frame-2021')
const { review } = rules
const bands = review.bands

/** Every part with the same share of its points, in hundredths. */
function sheetOf(share: (full: number) => number, grade: Grade = 'excellent'): ReviewSheet {
  const marks = review.parts.map((part) => [part.id, { grade, points: share(part.points) }] as const)
  return { marks: Object.fromEntries(marks), grade: '' }
}

describe('目标审核表', () => {
  it('has four natures of 20, 30, 30 and 20 points in eight parts', () => {
    const sums = new Map<string, number>()
    for (const part of review.parts) sums.set(part.group, (sums.get(part.group) ?? 0) + part.points)
    expect([...sums]).toEqual([
      ['完整性', 2000],
      ['相关性', 3000],
      ['适当性', 3000],
      ['可行性', 2000],
    ])
    expect(review.parts).toHaveLength(8)
    expect(validateRules(rules)).toEqual([])
    const wrong = { ...rules, review: { ...review, parts: review.parts.slice(1) } }
    expect(validateRules(wrong).map((problem) => problem.code)).toContain('review-sum')
  })

  it.each([
    [9000, 'excellent'],
    [8999, 'good'],
    [8000, 'good'],
    [7999, 'medium'],
    [6000, 'medium'],
    [5999, 'poor'],
    [0, 'poor'],
    [10_000, 'excellent'],
  ] as const)('gives %i hundredths of 100 points %s', (score, grade) =>
    expect(gradeOf(score, 10_000, bands)).toBe(grade),
  )

  it('sums the parts and suggests the grade only where all have points', () => {
    const full = sheetOf((points) => points)
    expect(sheetResult(full, review)).toEqual({
      complete: true,
      scored: true,
      points: 10_000,
      suggested: 'excellent',
    })
    const first = review.parts[0]?.id ?? ''
    const halfDone = { ...full, marks: { ...full.marks, [first]: { grade: 'good' as const, points: null } } }
    expect(sheetResult(halfDone, review)).toMatchObject({ complete: true, scored: false, suggested: '' })
    expect(sheetResult({ marks: {}, grade: '' }, review)).toMatchObject({ complete: false, points: 0 })
  })

  it('reports points that do not fit the grade that was ticked, and those beyond the part', () => {
    const full = sheetOf((points) => points, 'good')
    expect(checkSheet(full, review).every((problem) => problem.code === 'points-differ')).toBe(true)
    const beyond = sheetOf((points) => points + 1)
    expect(checkSheet(beyond, review).map((problem) => problem.code)).toContain('points-outside')
    expect(
      checkSheet(
        sheetOf((points) => -points),
        review,
      )[0]?.code,
    ).toBe('points-outside')
    const fitting = sheetOf((points) => points)
    expect(checkSheet({ ...fitting, grade: 'excellent' }, review)).toEqual([])
    expect(checkSheet({ ...fitting, grade: 'good' }, review).map(({ code }) => code)).toEqual([
      'grade-differs',
    ])
  })

  it('never suggests a better grade for fewer points', () => {
    const order = Object.keys(grades)
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        const rank = (score: number) => order.indexOf(gradeOf(score, 10_000, bands))
        expect(rank(less)).toBeGreaterThanOrEqual(rank(more))
      }),
    )
  })
})

const clear: GateFacts = {
  content: sampleGoal(),
  problems: [],
  grade: '',
  need: null,
  assessment: { state: 'none', recommended: null },
}
const error: Problem = {
  code: 'x',
  severity: 'error',
  at: 'name',
  message: '名称缺失',
  clause: '',
  suggestion: '',
}
const vague: Problem = { ...error, code: 'vague-wording', severity: 'warning', at: 'annualGoals' }
const total = clear.content.total ?? 0

describe('预算关口', () => {
  it.each<[string, Partial<GateFacts>, string[]]>([
    ['a sound goal', {}, []],
    ['no annual goal', { content: sampleGoal({ annualGoals: [' '] }) }, ['goal-missing']],
    ['no indicator', { content: sampleGoal({ indicators: [] }) }, ['goal-missing']],
    [
      'a vague goal without a figure',
      { content: sampleGoal({ annualGoals: ['进一步改善环境'] }), problems: [vague] },
      ['goal-vague'],
    ],
    [
      'a vague word beside figures',
      { content: sampleGoal({ annualGoals: ['改善环境，建成 3 座'] }), problems: [vague] },
      [],
    ],
    ['an error', { problems: [error] }, ['goal-faulty']],
    ['优', { grade: 'excellent' }, []],
    ['良', { grade: 'good' }, []],
    ['中', { grade: 'medium' }, ['goal-rejected']],
    ['差', { grade: 'poor' }, ['goal-rejected']],
    ['a key project without a grade', { content: sampleGoal({ importance: 'key' }) }, ['grade-missing']],
    ['a needed assessment', { need: { what: '新出台政策', clause: 'c' } }, ['assessment-missing']],
    [
      'a needed assessment that is under way',
      { need: { what: '', clause: '' }, assessment: { state: 'pending', recommended: null } },
      ['assessment-pending'],
    ],
    [
      'an exempt one',
      { need: { what: '', clause: '' }, assessment: { state: 'exempt', recommended: null } },
      [],
    ],
    ['予以支持', { need: { what: '', clause: '' }, assessment: { state: 'support', recommended: null } }, []],
    ['不予支持', { assessment: { state: 'oppose', recommended: null } }, ['assessment-negative']],
    ['调整后支持 at the amount', { assessment: { state: 'adjust', recommended: total } }, []],
    [
      '调整后支持 above the amount',
      { assessment: { state: 'adjust', recommended: total - 1 } },
      ['assessment-amount'],
    ],
  ])('%s', (_name, facts, codes) => {
    const stops = gateStops({ ...clear, ...facts }, review)
    expect(stops.map((stop) => stop.code)).toEqual(codes)
    for (const stop of stops) expect(stop.text).not.toBe('')
  })
})

it('shows comments at their field: open ones as warnings, answered ones as hints', () => {
  const comment = {
    id: 'c',
    at: 'total',
    text: '请核对',
    by: '李初',
    duty: 'spending' as const,
    madeAt: '2026-01-01T00:00:00.000Z',
    answer: '',
    answeredBy: '',
    answeredAt: '' as const,
  }
  const answered = { ...comment, answer: '已改', answeredBy: '张三', answeredAt: '2026-01-02T00:00:00.000Z' }
  expect(commentProblems([comment, answered]).map(({ severity, at }) => [severity, at])).toEqual([
    ['warning', 'total'],
    ['hint', 'total'],
  ])
  expect(commentProblems([answered])[0]?.suggestion).toContain('已改')
})
