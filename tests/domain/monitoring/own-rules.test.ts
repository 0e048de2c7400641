import { describe, expect, it } from 'vitest'
import {
  isAsShipped,
  ownNumberIds,
  ownNumbers,
  ownRulesText,
  trimmedOwnRules,
  withOwnRules,
} from '#domain/monitoring/own-rules'
import { checkMonitoringRules } from '#domain/rules/validate-monitoring'
import { rulesById, rulesOf, shippedRules } from '#domain/year-rules'
import { rules } from './sample.ts'

const made = { revision: 3, reason: '按市局通知', changedAt: '2026-03-01T00:00:00.000Z', changedBy: '王晓' }

describe('what a bureau changes in its pack', () => {
  it('leaves the pack as it is where nothing is its own', () => {
    expect(withOwnRules(rules, { lines: null, numbers: {} })).toEqual(rules)
    expect(rulesOf({ rulesId: 'frame-2021' })).toBe(rulesById('frame-2021'))
  })

  it('replaces a number, says so, and names what it was', () => {
    const own = withOwnRules(rules, { lines: null, numbers: { 'gap-yellow': 15 } })
    expect(own.gap.yellow).toBe(15)
    expect(own.gap.red).toBe(rules.gap.red)
    expect(own.gap.mark).toBe('拟')
    expect(own.gap.clause).toContain('规则包原为 10 个百分点')
    expect({ ...own, gap: rules.gap }).toEqual(rules)
  })

  it('keeps the clause of every line that stays, and marks the others', () => {
    const lines = [
      { month: 4, rate: 25 },
      { month: 6, rate: 45 },
      { month: 9, rate: 70 },
    ]
    const own = withOwnRules(rules, { lines, numbers: {} })
    expect(own.executionLines[0]).toBe(rules.executionLines[0])
    expect(own.executionLines[1]).toMatchObject({ month: 6, rate: 45, mark: '拟' })
    expect(own.executionLines[1]?.clause).toContain('规则包原为 40%')
    expect(own.executionLines[2]?.clause).toContain('规则包没有这条线')
  })

  it('reads and puts every number: what is put is read, and nothing else moves', () => {
    for (const id of ownNumberIds) {
      const value = ownNumbers[id].read(rules) + 1
      const own = withOwnRules(rules, { lines: null, numbers: { [id]: value } })
      expect([id, ownNumbers[id].read(own)]).toEqual([id, value])
      for (const other of ownNumberIds.filter((each) => each !== id))
        expect([id, other, ownNumbers[other].read(own)]).toEqual([id, other, ownNumbers[other].read(rules)])
    }
  })

  it('drops what is set to the value of the pack', () => {
    const lines = rules.executionLines.map(({ month, rate }) => ({ month, rate }))
    const numbers = { 'goal-green': rules.goal.green, 'goal-excess': 150 }
    const trimmed = trimmedOwnRules(rules, { lines, numbers })
    expect(trimmed).toEqual({ lines: null, numbers: { 'goal-excess': 150 } })
    expect(isAsShipped(trimmed)).toBe(false)
    expect(isAsShipped(trimmedOwnRules(rules, { lines, numbers: {} }))).toBe(true)
  })

  it('says in one sentence what differs', () => {
    const lines = [{ month: 4, rate: 30 }]
    expect(ownRulesText(rules, { lines, numbers: { 'disposal-days': 7 } })).toBe(
      '执行预警线 1—4 月 30%；预警处置期限 10 → 7 个工作日',
    )
    expect(ownRulesText(rules, { lines: null, numbers: {} })).toBe('')
  })

  it.each(shippedRules.map((pack) => [pack.id] as const))('holds for the pack %s', (rulesId) => {
    const own = rulesOf({ rulesId, ownRules: { lines: null, numbers: { 'execution-red': 12 }, ...made } })
    expect(own.monitoring.execution.red).toBe(12)
    expect(own.ownRevision).toBe(3)
    expect(own.frame).toBe(rulesById(rulesId).frame)
  })

  it('is refused by the check of the pack where the lines contradict each other', () => {
    const wrong = [
      { lines: null, numbers: { 'gap-yellow': 20 } },
      { lines: null, numbers: { 'goal-yellow': 100 } },
      { lines: [], numbers: {} },
      {
        lines: [
          { month: 6, rate: 40 },
          { month: 4, rate: 50 },
        ],
        numbers: {},
      },
      {
        lines: [
          { month: 4, rate: 40 },
          { month: 6, rate: 39 },
        ],
        numbers: {},
      },
      { lines: [{ month: 13, rate: 40 }], numbers: {} },
      { lines: null, numbers: { 'disposal-days': 0 } },
    ] as const
    for (const wanted of wrong)
      expect(
        checkMonitoringRules(withOwnRules(rules, wanted)).length,
        JSON.stringify(wanted),
      ).toBeGreaterThan(0)
    expect(checkMonitoringRules(withOwnRules(rules, { lines: null, numbers: { 'gap-yellow': 19 } }))).toEqual(
      [],
    )
  })
})
