import { describe, expect, it } from 'vitest'
import {
  type Adjustment,
  adjustmentTotals,
  amountChange,
  openedAdjustment,
  totalsByUnit,
  versionsOf,
} from '#domain/adjustments/adjustment'
import { adjustmentFlow } from '#domain/adjustments/flow'
import { assessmentLack, assessmentsOfRequest, findingsOf, majorFindings } from '#domain/adjustments/major'
import { sideBySide } from '#domain/goals/compare'
import { makeId } from '#domain/ids'
import type { StepTaken } from '#domain/workflow'
import { rulesById } from '#domain/year-rules'
import { sampleGoal, stored, wan } from './sample-goal.ts'

const rules = rulesById('frame-2021').adjustment

const before = sampleGoal({ total: 100 * wan })

const goal = { ...stored(before), status: 'approved' as const }

const made = { id: 'a1', at: '2026-05-01T00:00:00.000Z', by: '张会计' }

function adjustment(number: number, total: number, state: Adjustment['state'] = 'applied'): Adjustment {
  const opened = openedAdjustment(goal, number, made)
  return {
    ...opened,
    state,
    after: { ...opened.after, total },
    appliedAt: `2026-0${number}-10T00:00:00.000Z`,
  }
}

describe('adjustments', () => {
  it('start from the goal as it stands', () => {
    const opened = openedAdjustment(goal, 1, made)
    expect(opened.after).toEqual(opened.before)
    expect(opened).toMatchObject({ goalId: goal.id, unitId: goal.unitId, state: 'draft', appliedAt: '' })
    expect(amountChange(opened)).toBe(0)
  })
  it('are counted once approved, increases and decreases apart', () => {
    const all = [
      adjustment(1, 120 * wan),
      adjustment(2, 70 * wan),
      adjustment(3, 500 * wan, 'refused'),
      adjustment(4, 500 * wan, 'confirmed'),
    ]
    expect(adjustmentTotals(all)).toEqual({ count: 2, increased: 20 * wan, decreased: 30 * wan })
  })
  it('are summed by unit, with how often one goal was adjusted at most', () => {
    const other = { ...adjustment(1, 90 * wan), unitId: 'u-9', goalId: 'g-9' }
    const all = [adjustment(1, 120 * wan), adjustment(2, 70 * wan), other, adjustment(3, 1, 'draft')]
    expect(totalsByUnit(all)).toEqual([
      { unitId: goal.unitId, count: 2, increased: 20 * wan, decreased: 30 * wan, goals: 1, most: 2, open: 1 },
      { unitId: 'u-9', count: 1, increased: 0, decreased: 10 * wan, goals: 1, most: 1, open: 0 },
    ])
  })
  it('wait for an assessment that supports the new amount, where they are major', () => {
    const findings = majorFindings(before, { ...before, total: 200 * wan }, rules)
    const result = (
      state: 'none' | 'pending' | 'oppose' | 'support' | 'exempt' | 'adjust',
      recommended: number | null,
    ) => ({
      state,
      recommended,
    })
    const lack = (state: Parameters<typeof result>[0], recommended: number | null = null) =>
      assessmentLack({ total: 200 * wan }, findings, result(state, recommended))
    expect([lack('none'), lack('pending'), lack('oppose')].every((text) => text !== '')).toBe(true)
    expect([lack('support'), lack('exempt'), lack('adjust'), lack('adjust', 200 * wan)]).toEqual([
      '',
      '',
      '',
      '',
    ])
    expect(lack('adjust', 200 * wan - 1)).toContain('199.999999')
    expect(assessmentLack({ total: 200 * wan }, [], result('none', null))).toBe('')
  })
  it('stand side by side whole, with what differs marked', () => {
    const [first, ...rest] = before.indicators
    const lines = sideBySide(before, { ...before, total: 1, indicators: rest })
    expect(lines.filter(({ differs }) => differs).map(({ field }) => field)).toEqual([
      'total',
      `indicators.${first?.id}`,
    ])
    expect(lines.find(({ field }) => field === `indicators.${first?.id}`)?.right).toBe('—')
    expect(sideBySide(before, before).length).toBeGreaterThan(before.indicators.length)
    expect(sideBySide(before, before).every(({ differs, left, right }) => !differs && left === right)).toBe(
      true,
    )
  })
  it('add up from the approved version, and from the last one that was assessed', () => {
    const chain = (...totals: number[]) =>
      totals.slice(1).map((total, index) => ({
        ...adjustment(index + 1, total * wan),
        before: { ...before, total: (totals[index] ?? 0) * wan },
      }))
    const last = (...totals: number[]) => {
      const all = chain(...totals)
      const request = all.at(-1)
      if (!request) throw new Error('a chain has two amounts at least')
      return findingsOf(request, all, rules).map(({ text }) => text.slice(0, 4))
    }
    expect(last(100, 130)).toEqual([])
    expect(last(100, 120, 130)).toEqual([])
    expect(last(100, 120, 131)).toEqual(['历次调整'])
    expect(last(100, 120, 200)).toEqual(['资金由 '])
    expect(last(100, 80, 69)).toEqual(['历次调整'])
    // 150 was major and assessed: from there it begins anew.
    expect(last(100, 150, 151)).toEqual([])
    expect(last(100, 150, 190, 196)).toEqual(['历次调整'])
    const [one, two] = chain(100, 120, 131)
    if (!one || !two) throw new Error('two adjustments')
    expect(findingsOf(two, [{ ...one, state: 'refused' }, two], rules)).toEqual([])
    expect(findingsOf(two, [{ ...one, goalId: 'another' }, two], rules)).toEqual([])
  })
  it('are spoken of by what was listed after they were last submitted', () => {
    const at = (moment: string) => ({ id: makeId(Date.parse(moment), new Uint8Array(10).fill(9)) })
    const submission = (moment: string): StepTaken => ({
      step: 'submit-adjustment',
      verb: '送审',
      from: 'draft',
      to: 'submitted',
      at: moment,
      by: '张会计',
      duty: 'unit',
      opinion: '',
    })
    const trail = [submission('2026-05-02T00:00:00.000Z'), submission('2026-05-06T00:00:00.000Z')]
    const [early, late] = [at('2026-05-05T23:59:59.999Z'), at('2026-05-06T00:00:00.000Z')]
    expect(assessmentsOfRequest({ state: 'reviewing', trail }, [early, late])).toEqual([late])
    expect(assessmentsOfRequest({ state: 'returned', trail }, [early, late])).toEqual([])
    expect(assessmentsOfRequest({ state: 'submitted', trail: [] }, [late])).toEqual([])
  })
  it('leave the versions of a goal behind, in their order', () => {
    const second = { ...adjustment(2, 110 * wan), before: { ...before, total: 120 * wan } }
    const versions = versionsOf(goal, [second, adjustment(1, 120 * wan), adjustment(3, 1, 'draft')])
    expect(versions.map(({ label, content }) => [label, content.total])).toEqual([
      ['批复版', 100 * wan],
      ['第 1 次调整', 120 * wan],
      ['第 2 次调整', 110 * wan],
    ])
    expect(versionsOf(goal, [])).toHaveLength(1)
  })
  it('go exactly these ways', () => {
    const ways = adjustmentFlow.steps.flatMap(({ id, from, to }) =>
      from.flatMap((start) => to.map((end) => `${start} → ${end} ${id}`)),
    )
    expect(ways).toEqual([
      'draft → submitted submit-adjustment',
      'returned → submitted submit-adjustment',
      'submitted → draft withdraw-adjustment',
      'submitted → reviewing pass-adjustment',
      'submitted → returned return-adjustment',
      'reviewing → confirmed confirm-adjustment',
      'reviewing → returned return-adjustment-review',
      'reviewing → submitted return-adjustment-review',
      'confirmed → applied approve-adjustment',
      'confirmed → refused reject-adjustment',
    ])
  })
})
