import { describe, expect, it } from 'vitest'
import { checkGoal } from '#domain/goals/check'
import type { GoalContent } from '#domain/goals/goal'
import { context, sampleGoal, stored, wan } from './sample-goal.ts'

const fen = 1

function isAsked(change: Partial<GoalContent>, before: number | null = null): boolean {
  const previous = before === null ? null : stored(sampleGoal({ total: before }))
  const problems = checkGoal(sampleGoal({ funding: [], ...change }), context({ previous }))
  return problems.some(({ code }) => code === 'pre-assessment-missing')
}

describe('who needs a 事前评估 (巴财〔2020〕38号 三（二）1)', () => {
  it.each([
    ['新出台政策', { kind: 'policy', attribute: 'new' }, 500],
    ['新出台部门发展类项目', { attribute: 'new', category: 'department' }, 100],
    ['新出台社会发展类项目', { attribute: 'new', category: 'social' }, 500],
  ] as const)('%s: only above its line', (_name, change, line) => {
    expect(isAsked({ ...change, total: line * wan - fen })).toBe(false)
    expect(isAsked({ ...change, total: line * wan })).toBe(false)
    expect(isAsked({ ...change, total: line * wan + fen })).toBe(true)
  })

  it.each(['project', 'policy'] as const)('延续 %s: only where it grows by more than 30 %%', (kind) => {
    expect(isAsked({ kind, total: 130 * wan - fen }, 100 * wan)).toBe(false)
    expect(isAsked({ kind, total: 130 * wan }, 100 * wan)).toBe(false)
    expect(isAsked({ kind, total: 130 * wan + fen }, 100 * wan)).toBe(true)
  })

  it('a conclusion given settles it, and whole departments are never asked', () => {
    expect(isAsked({ attribute: 'new', total: 900 * wan, preAssessment: '评〔2026〕1号 予以支持' })).toBe(
      false,
    )
    expect(isAsked({ kind: 'department', attribute: 'new', total: 900 * wan })).toBe(false)
  })
})
