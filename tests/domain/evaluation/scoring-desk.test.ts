import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indicatorsOf } from '#domain/evaluation/indicator-system'
import { type KnownFacts, knownAnswer } from '#domain/evaluation/known-answers'
import { markPoints } from '#domain/evaluation/mark'
import { openedSheet, type ScoreSheet } from '#domain/evaluation/score-sheet'
import {
  answerOfKey,
  calibrationOf,
  deskItems,
  deskOf,
  emptyAnswer,
  nextMaterialNumber,
  presentSheet,
  shownName,
} from '#domain/evaluation/scoring-desk'
import type { EvaluationTask } from '#domain/evaluation/task'
import { bareIndicators, rulesForTask, scoringProblems, taskProblems } from '#domain/evaluation/task-checks'
import { shippedSystems } from '#domain/evaluation/templates'
import { smallMarks, smallSystem, threeExperts } from '../../storage/evaluation-world.ts'
import { rules } from './sample.ts'

const task = {
  system: smallSystem,
  calibrationId: '',
  experts: threeExperts,
} satisfies Partial<EvaluationTask>
const [aspects, yesNo, graded, satisfied] = indicatorsOf(smallSystem)
if (!aspects || !yesNo || !graded || !satisfied) throw new Error('the small system has four indicators')

function sheet(expertId: string, change: Partial<ScoreSheet> = {}): ScoreSheet {
  const opened = openedSheet(smallSystem, { id: expertId, taskId: 't', expertId, name: expertId, weight: 1 })
  return { ...opened, ...change }
}

describe('the desk', () => {
  it('shows how far each item is and what it lacks', () => {
    const marks = smallMarks(3600)
    const bare = {
      ...marks,
      'small-3': { answer: { kind: 'points' as const, points: 3600 }, reason: '', evidence: [] },
    }
    const states = (given: ScoreSheet['marks']) =>
      deskOf(task, sheet('e1', { marks: given }), rules).map(({ state }) => state)
    expect(states({})).toEqual(['open', 'open', 'open', 'open'])
    expect(states(marks)).toEqual(['full', 'full', 'lost', 'full'])
    expect(states(bare)).toEqual(['full', 'full', 'lacking', 'full'])
    const unproven = { answer: { kind: 'unproven' as const }, reason: '没有问卷', evidence: [] }
    expect(states({ ...marks, 'small-4': unproven })).toEqual(['full', 'full', 'lost', 'unproven'])
  })

  it('puts the calibration item first and locks the others until it is scored', () => {
    const calibrated = { ...task, calibrationId: 'small-3' }
    expect(deskItems(calibrated, sheet('e1')).map(({ id }) => id)[0]).toBe('small-3')
    const locks = (marks: ScoreSheet['marks']) =>
      deskOf(calibrated, sheet('e1', { marks }), rules).map(({ isLocked }) => isLocked)
    expect(locks({})).toEqual([false, true, true, true])
    expect(locks({ 'small-3': smallMarks(4000)['small-3'] as never })).toEqual([false, false, false, false])
  })

  it('tells nobody the calibration points before all have given theirs', () => {
    const calibrated = { ...task, calibrationId: 'small-3' }
    const sheets = [4000, 3400, 2800].map((quality, index) =>
      sheet(`e${index + 1}`, { marks: smallMarks(quality) }),
    )
    expect(calibrationOf(task, sheets, rules)).toBeNull()
    expect(calibrationOf(calibrated, sheets.slice(1), rules)).toMatchObject({ given: 2, of: 3, points: [] })
    // 12 of 40 points apart is 30 %: not yet too far.
    expect(calibrationOf(calibrated, sheets, rules)).toMatchObject({
      points: [4000, 3400, 2800],
      isFar: false,
    })
    const far = [...sheets.slice(0, 2), sheet('e3', { marks: smallMarks(2799) })]
    expect(calibrationOf(calibrated, far, rules)?.isFar).toBe(true)
  })

  it('works on the sheet of the second round where there is one', () => {
    const first = sheet('e1')
    const second = { ...first, id: 'second', round: 2 as const }
    expect(presentSheet([first, sheet('e2')], 'e1')?.id).toBe('e1')
    expect(presentSheet([first, second], 'e1')?.id).toBe('second')
    expect(presentSheet([first], 'e9')).toBeUndefined()
  })

  it('hides the name in a blind task', () => {
    const named = { name: '校舍维修', number: '2026-评-01' }
    expect(shownName({ ...named, isBlind: false })).toBe('校舍维修')
    expect(shownName({ ...named, isBlind: true })).not.toContain('校舍')
  })

  it('counts 底稿 on', () => {
    expect(nextMaterialNumber([])).toBe('D01')
    expect(nextMaterialNumber([{ number: 'D09' }, { number: 'D02' }, { number: '验-3' }])).toBe('D10')
  })
})

describe('number keys', () => {
  it('choose a level: the full mark, else the lower border of the band', () => {
    const points = (key: number) => answerOfKey(graded, undefined, key, rules)
    expect(points(1)).toEqual({ kind: 'points', points: 4000 })
    expect(points(2)).toEqual({ kind: 'points', points: 2400 })
    expect(points(3)).toEqual({ kind: 'points', points: 0 })
    expect(points(4)).toBeNull()
  })

  it('say yes and no, turn a 要点 round, and 0 meets all', () => {
    expect(answerOfKey(yesNo, undefined, 2, rules)).toEqual({ kind: 'yes-no', yes: false })
    const turned = [1, 1, 1, 1].reduce<ReturnType<typeof emptyAnswer>>(
      (before, key) => answerOfKey(aspects, before, key, rules) ?? before,
      emptyAnswer(aspects),
    )
    expect(turned).toEqual({ kind: 'aspects', findings: { a1: 'met' } })
    expect(answerOfKey(aspects, undefined, 3, rules)).toBeNull()
    expect(answerOfKey(aspects, turned, 0, rules)).toEqual({
      kind: 'aspects',
      findings: { a1: 'met', a2: 'met' },
    })
    expect(answerOfKey(satisfied, undefined, 1, rules)).toBeNull()
  })

  it('never leave the points between nothing and the full mark', () => {
    const all = shippedSystems.flatMap(indicatorsOf)
    const keys = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 })
    fc.assert(
      fc.property(fc.constantFrom(...all), keys, (indicator, pressed) => {
        let answer = emptyAnswer(indicator)
        for (const key of pressed) answer = answerOfKey(indicator, answer, key, rules) ?? answer
        const { points } = markPoints(indicator, { answer }, rules)
        expect(points === null || (points >= 0 && points <= indicator.points)).toBe(true)
      }),
    )
  })
})

describe('what the book knows', () => {
  const facts: KnownFacts = {
    treasury: { initial: 100_000_00, adjusted: 120_000_00, allocated: 110_000_00, paid: 105_000_00 },
    reported: [{ name: '实际完成率', actual: '98', unit: '%' }],
  }
  const named = (name: string) => ({
    name,
    method: { kind: 'ratio' as const, operator: '≥' as const, target: '100', unit: '%', passBelow: null },
  })

  it('reckons the rates of the treasury with their formula', () => {
    expect(knownAnswer(named('预算执行率'), facts)).toMatchObject({ value: '95.45', from: 'treasury' })
    expect(knownAnswer(named('资金到位率'), facts)?.formula).toBe(
      '到位资金（指标下达数） 11.00 万元 ÷ 全年预算数（调整后） 12.00 万元 × 100% = 91.67%',
    )
    expect(knownAnswer(named('预算完成率'), facts)).toMatchObject({ value: '87.5' })
  })

  it('offers what the unit reported, and nothing where it knows nothing', () => {
    expect(knownAnswer(named('实际完成率'), facts)).toMatchObject({ value: '98', from: 'unit' })
    expect(knownAnswer(named('质量达标率'), facts)).toBeNull()
    expect(knownAnswer({ name: '预算执行率', method: { kind: 'graded' } }, facts)).toBeNull()
    const noBudget = { ...facts, treasury: { initial: null, adjusted: 0, allocated: 0, paid: 1 } }
    expect(knownAnswer(named('预算执行率'), noBudget)).toBeNull()
  })
})

describe('checks of a task', () => {
  const whole = { ...task, startsOn: '2026-03-01', dueOn: '2026-06-30', materials: [] }
  const codes = (change: Partial<typeof whole>) =>
    taskProblems({ ...whole, ...change }, rules)
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code)

  it('ask for three experts, their weights, a calibration item that is there, and days in order', () => {
    expect(codes({})).toEqual([])
    expect(codes({ experts: threeExperts.slice(1) })).toEqual(['task-experts'])
    const [first] = threeExperts
    if (!first) throw new Error('there are three')
    expect(codes({ experts: [...threeExperts, first] })).toEqual(['task-experts'])
    expect(codes({ experts: threeExperts.map((expert) => ({ ...expert, weight: 0 })) })).toEqual([
      'task-experts',
    ])
    expect(codes({ calibrationId: 'gone' })).toEqual(['task-calibrationId'])
    expect(codes({ dueOn: '2026-02-28' })).toEqual(['task-dueOn'])
    expect(codes({ dueOn: '2026-03-01' })).toEqual([])
  })

  it('name the indicators without evidence and the experts without signature', () => {
    const material = {
      id: 'm',
      name: '批复',
      attachment: null,
      number: 'D01',
      note: '',
      indicatorIds: ['small-1'],
    }
    expect(bareIndicators({ system: smallSystem, materials: [material] })).toEqual([
      'small-2',
      'small-3',
      'small-4',
    ])
    const signed = sheet('e1', { signedAt: '2026-05-01T08:00:00.000Z' })
    expect(scoringProblems(task, [signed]).map(({ at }) => at)).toEqual(['experts.e2', 'experts.e3'])
  })

  it('leave the rules of the year where the task chose no aggregation', () => {
    expect(rulesForTask({ aggregation: '' }, rules)).toBe(rules)
    expect(rulesForTask({ aggregation: 'trimmed' }, rules).scoring.aggregation.method).toBe('trimmed')
  })
})
