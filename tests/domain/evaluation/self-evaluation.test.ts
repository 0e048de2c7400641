import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  entriesAsApproved,
  fundSum,
  openedSelfEvaluation,
  type SelfEvaluation,
} from '#domain/evaluation/self-evaluation'
import { selfEvaluationProblems } from '#domain/evaluation/self-evaluation-problems'
import { frozenScore, scoreOf } from '#domain/evaluation/self-evaluation-score'
import { sampleGoal, stored, wan } from '../sample-goal.ts'
import { edition, filledForm, openedForm, pack, rules } from './sample.ts'

function codes(form: SelfEvaluation) {
  return selfEvaluationProblems(form, pack).map(({ code }) => code)
}

function withEntry(
  id: string,
  change: Partial<SelfEvaluation['entries'][number]>,
  base = filledForm(),
): SelfEvaluation {
  return {
    ...base,
    entries: base.entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)),
  }
}

describe('a form as it is opened', () => {
  it('brings targets, weights and the money of the goal along', () => {
    const form = openedForm()
    expect(form.entries.map(({ name, weight, actual }) => [name, weight, actual])[0]).toEqual([
      '养护里程',
      2000,
      '',
    ])
    expect(form.funds.map(({ group, initial, revised, paid }) => [group, initial, revised, paid])).toEqual([
      ['fiscal', 90 * wan, 90 * wan, null],
      ['carryover', null, null, null],
      ['other', null, null, null],
    ])
    expect(form.carried).toBe('none')
  })

  it('takes what execution knows, and marks money carried over', () => {
    const executed = [
      { source: 'general-local', revised: 100 * wan, paid: 80 * wan },
      { source: 'carryover', revised: 10 * wan, paid: 10 * wan },
    ] as const
    const form = openedForm('national', executed)
    expect(fundSum(form.funds)).toEqual({ initial: 90 * wan, revised: 110 * wan, paid: 90 * wan })
    expect(form.carried).toBe('in')
    expect(openedForm('sichuan', executed).funds[0]).toMatchObject({ group: 'fiscal', revised: 110 * wan })
  })

  it('keeps the whole sum where the goal names no source', () => {
    const goal = stored(sampleGoal({ funding: [] }))
    const opened = { id: 's', sectionId: '', edition: edition('sichuan'), executed: [], at: '', by: '' }
    expect(fundSum(openedSelfEvaluation(goal, opened).funds).initial).toBe(90 * wan)
  })
})

describe('the score of a form', () => {
  it('is the execution rate and the indicators, with the grade', () => {
    const score = scoreOf(filledForm(), pack)
    expect(score).toMatchObject({ total: 10_000, grade: 'excellent', notes: [] })
    expect(scoreOf(openedForm(), pack)).toMatchObject({ total: null, grade: '' })
    expect(scoreOf({ ...filledForm(), editionId: 'other' }, pack)).toBeUndefined()
  })

  it('takes a person’s score in place of the automatic one', () => {
    const score = scoreOf(withEntry('e', { own: 2000 }), pack)
    expect(score).toMatchObject({ total: 9000, grade: 'excellent' })
    expect(scoreOf(withEntry('e', { own: 1999 }), pack)).toMatchObject({ total: 8999, grade: 'good' })
    expect(score?.entries.find(({ id }) => id === 'e')).toMatchObject({ isOwn: true, auto: { score: 3000 } })
  })

  it('brings what applies to 100 and says so', () => {
    const score = scoreOf(withEntry('s', { applies: false }, withEntry('e', { own: 1500 })), pack)
    // (10 + 50 + 15) ÷ 90 × 100
    expect(score).toMatchObject({ total: 8333, grade: 'good' })
    expect(score?.notes[0]?.text).toContain('折算为百分制')
  })

  it('is held down where the pack has a cap by the execution rate', () => {
    const caps = [{ below: 60, most: 8900, clause: '某市规定', mark: '惯' } as const]
    const capped = { ...pack, evaluation: { ...rules, selfEvaluation: { ...rules.selfEvaluation, caps } } }
    const spent = (paid: number) => ({
      ...filledForm(),
      funds: [{ group: 'fiscal', initial: 100, revised: 100, paid } as const],
    })
    expect(scoreOf(spent(59), capped)?.total).toBe(8900)
    expect(scoreOf(spent(60), capped)?.total).toBe(9600)
    expect(scoreOf(spent(59), pack)?.total).toBe(9590)
  })

  it('follows the denominator of the edition', () => {
    const funds = [
      { group: 'fiscal', initial: 100, revised: 200, paid: 100 },
      { group: 'other', initial: 100, revised: 100, paid: 0 },
    ] as const
    const execution = (editionId: string) =>
      scoreOf({ ...filledForm(), funds, editionId }, pack)?.execution.score
    expect(execution('national')).toBe(333)
    expect(execution('hubei')).toBe(1000)
  })

  it('does not depend on the order of the indicators', () => {
    const base = withEntry('q', { actual: '77' })
    fc.assert(
      fc.property(fc.shuffledSubarray([...base.entries], { minLength: base.entries.length }), (entries) => {
        expect(scoreOf({ ...base, entries }, pack)?.total).toBe(scoreOf(base, pack)?.total)
      }),
    )
  })

  it('is kept with the rules it was computed under', () => {
    const score = scoreOf(filledForm(), pack)
    if (!score) throw new Error('not scored')
    const frozen = frozenScore(score, { id: 'frame-2015', version: 1 })
    expect(frozen).toMatchObject({
      rulesId: 'frame-2015',
      execution: 1000,
      total: 10_000,
      grade: 'excellent',
    })
    expect(frozen).not.toHaveProperty('ownRevision')
    expect(frozen.scores).toHaveProperty('q', 2000)
  })
})

describe('what is asked of a form', () => {
  it('is nothing where it is complete', () => {
    expect(codes(filledForm())).toEqual([])
  })

  it('is everything where it is empty', () => {
    expect(new Set(codes(openedForm()))).toEqual(
      new Set(['funds-missing', 'actual-missing', 'completion-missing']),
    )
  })

  it.each([
    ['deviation-missing', 'q', { actual: '119' }],
    ['own-reason', 'q', { own: 1999, deviation: '核减' }],
    ['own-outside', 'q', { own: 2001, ownReason: '理由' }],
    ['overshoot-reason', 'z', { actual: '118' }],
    ['unsuitable-reason', 'z', { applies: false }],
    ['score-missing', 'z', { actual: '有提高' }],
  ])('names %s', (code, id, change) => {
    expect(codes(withEntry(id, change))).toContain(code)
    expect(codes(withEntry(id, { deviation: '说明', ownReason: '说明' }))).toEqual([])
  })

  it('asks for no reason within the band of the words', () => {
    const own = (points: number) => codes(withEntry('t', { own: points, deviation: '说明' }))
    expect(own(800)).toEqual([])
    expect(own(799)).toEqual(['own-reason'])
  })

  it('asks for the reason below 90 % on the form of the province only', () => {
    const spent = (editionId: string, paid: number) =>
      codes({ ...filledForm(), editionId, funds: [{ group: 'fiscal', initial: 100, revised: 100, paid }] })
    expect(spent('sichuan', 89)).toContain('funds-reason')
    expect(spent('sichuan', 90)).not.toContain('funds-reason')
    expect(spent('national', 89)).not.toContain('funds-reason')
    expect(spent('national', 79)).toContain('all-full')
    expect(spent('national', 80)).not.toContain('all-full')
    expect(spent('national', 101)).toContain('paid-above')
  })

  it('compares sums: weights, money and levels', () => {
    const written = { initial: 0, revised: 0, paid: 0 }
    expect(codes({ ...filledForm(), writtenTotal: written })).toContain('fund-total')
    expect(codes(withEntry('q', { weight: 2100 }))).toEqual(
      expect.arrayContaining(['weights-sum', 'level-differs']),
    )
  })

  it('asks about money carried over', () => {
    const base = filledForm()
    expect(codes({ ...base, carried: 'in' })).toContain('carried-empty')
    expect(codes({ ...base, carried: 'out' })).toEqual(['carried-reason', 'carried-nothing'])
    const funds = [
      ...base.funds.slice(0, 1),
      { group: 'carryover', initial: null, revised: 5, paid: 5 } as const,
    ]
    expect(codes({ ...base, funds })).toContain('carried-unsaid')
  })

  it('counts the characters of the province’s form', () => {
    const form = (length: number) =>
      codes({ ...filledForm(), editionId: 'sichuan', summary: '字'.repeat(length) })
    expect(form(200)).not.toContain('too-long')
    expect(form(201)).toContain('too-long')
  })
})

describe('targets as approved', () => {
  const goal = { indicators: sampleGoal().indicators }

  it('come back with what was reported; what was left out comes too', () => {
    const form = filledForm()
    const changed = form.entries
      .filter(({ id }) => id !== 'z')
      .map((entry) => (entry.id === 'q' ? { ...entry, value: '100', weight: 2500 } : entry))
    const restored = entriesAsApproved(changed, goal)
    expect(restored.map(({ id }) => id)).toEqual(form.entries.map(({ id }) => id))
    expect(restored.find(({ id }) => id === 'q')).toMatchObject({ value: '120', weight: 2000, actual: '120' })
    expect(restored.find(({ id }) => id === 'z')?.actual).toBe('')
  })

  it('leave what is as approved untouched', () => {
    expect(entriesAsApproved(filledForm().entries, goal)).toEqual(filledForm().entries)
  })
})
