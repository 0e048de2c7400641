import { describe, expect, it } from 'vitest'
import { type Assessment, cutOf, whyAssessed } from '#domain/assessments/assessment'
import { conditionsLacking } from '#domain/assessments/conditions'
import { figuresOf } from '#domain/assessments/figures'
import { assessmentFlow, assessmentParts, isPartOpen } from '#domain/assessments/flow'
import type { AssessmentState } from '#domain/assessments/result'
import {
  isOnlyProgress,
  mayReplaceExperts,
  stepped,
  withBrought,
  withProcess,
} from '#domain/assessments/step'
import { type Permission, permissions } from '#domain/people/permissions'
import { isTurnOf } from '#domain/workflow'
import { itGoes, type RoadStep } from './road.ts'
import { complete, expert, listed, rules } from './sample-assessment.ts'
import { wan } from './sample-goal.ts'

const states = Object.keys(assessmentFlow.states) as AssessmentState[] // the keys of the table

/** The whole road, written out apart from the table: step, who, from, to. */
const road: RoadStep<AssessmentState>[] = [
  ['propose-assessment', ['spending'], ['due'], 'proposed', false],
  ['return-assessment-proposal', ['performance'], ['proposed'], 'due', true],
  ['countersign-assessment', ['budget'], ['proposed'], 'proposed', true],
  ['commission-assessment', ['performance'], ['proposed'], 'commissioned', false],
  ['exempt-assessment', ['performance'], ['due', 'proposed'], 'exempt', true],
  ['resume-assessment', ['performance'], ['exempt'], 'due', true],
  ['report-assessment', ['investment'], ['commissioned'], 'reported', false],
  ['return-assessment-report', ['performance'], ['reported'], 'commissioned', true],
  ['conclude-assessment', ['performance'], ['reported'], 'concluded', false],
  ['reopen-assessment', ['performance'], ['concluded'], 'reported', true],
]

itGoes(assessmentFlow, road, 'assessments')

describe('each state and part', () => {
  it('holds whose turn it is', () => {
    expect(states.map((state) => assessmentFlow.states[state].holder)).toEqual([
      'spending',
      'performance',
      'investment',
      'performance',
      '',
      '',
    ])
    expect(isTurnOf(assessmentFlow, 'commissioned', 'investment')).toBe(true)
  })

  it('every part is a row of the area in the duty table', () => {
    for (const { permission } of Object.values(assessmentParts))
      expect(permissions[permission].area).toBe('assessments')
  })

  it('opens each part only in its states', () => {
    expect(states.filter((state) => isPartOpen('proposal', state))).toEqual(['due'])
    expect(states.filter((state) => isPartOpen('materials', state))).toEqual([
      'due',
      'proposed',
      'commissioned',
    ])
    expect(states.filter((state) => isPartOpen('work', state))).toEqual(['commissioned'])
    expect(states.filter((state) => isPartOpen('follow', state))).toEqual(['concluded'])
  })
})

describe('conditions', () => {
  const codes = (step: Permission, assessment: Assessment) =>
    conditionsLacking(step, assessment, rules).map(({ code }) => code)

  it('a proposal needs opinion and suggestion', () => {
    expect(codes('propose-assessment', listed())).toEqual(['opinion-missing', 'suggestion-missing'])
    expect(codes('propose-assessment', listed({ opinion: '同意', suggestion: 'review' }))).toEqual([])
  })

  it('a commission needs the way and who carries it out', () => {
    expect(codes('commission-assessment', listed())).toEqual(['way-missing', 'agency-missing'])
    expect(codes('commission-assessment', complete())).toEqual([])
  })

  it('a full report passes; every other step asks nothing', () => {
    expect(codes('report-assessment', complete())).toEqual([])
    expect(codes('conclude-assessment', complete())).toEqual([])
    expect(codes('return-assessment-report', listed())).toEqual([])
  })

  const [first, second, third] = complete().experts
  if (!first || !second || !third) throw new Error('the sample has three experts')
  const [material] = complete().materials
  if (!material) throw new Error('the sample has materials')

  it.each<[string, Partial<Assessment>]>([
    ['day-unfit', { visitOn: '2026-02-30' }],
    ['materials-missing', { materials: [{ ...material, state: 'missing' }] }],
    ['waiver-unexplained', { materials: [{ ...material, state: 'waived' }] }],
    ['experts-few', { experts: [first, second] }],
    ['experts-open', { experts: [first, second, third, { ...expert('丁', 450), submittedOn: '' }] }],
    ['marks-missing', { experts: [first, second, { ...third, marks: {} }], conclusion: 'oppose' }],
    ['conclusion-missing', { conclusion: '' }],
    ['conclusion-too-good', { experts: ['甲', '乙', '丙'].map((id) => expert(id, 399)) }],
    ['amount-missing', { recommended: null }],
    ['amount-unfit', { recommended: 150 * wan + 1 }],
    ['amount-unfit', { recommended: -1 }],
    ['number-missing', { number: ' ' }],
  ])('%s holds the report and the conclusion', (code, change) => {
    expect(codes('report-assessment', complete(change))).toEqual([code])
    expect(codes('conclude-assessment', complete(change))).toEqual([code])
  })

  it('lets a worse conclusion than the score pass, and the whole amount', () => {
    expect(codes('report-assessment', complete({ conclusion: 'oppose' }))).toEqual([])
    expect(codes('report-assessment', complete({ recommended: 150 * wan }))).toEqual([])
    expect(codes('report-assessment', complete({ recommended: 0 }))).toEqual([])
    const waived = { ...material, state: 'waived', note: '不涉及工程。' } as const
    expect(codes('report-assessment', complete({ materials: [waived] }))).toEqual([])
  })
})

describe('steps', () => {
  const made = { actor: { duty: 'performance', name: '李某' }, at: '2026-09-05T08:00:00.000Z' } as const

  it('a commission brings the way, who carries it out and the day', () => {
    const wanted = {
      id: 'commission-assessment',
      opinion: ' 一并进行 ',
      way: 'both',
      commissionedTo: ' 投资评审中心 ',
      visitOn: '2026-09-08',
    } as const
    const brought = withBrought(listed({ state: 'proposed' }), wanted)
    expect(brought.decision).toEqual({ way: 'both', reason: '一并进行' })
    expect(brought.commissionedTo).toBe('投资评审中心')
    const after = stepped(brought, 'commissioned', wanted, made)
    expect(after.heldSince).toBe(made.at)
    expect(after.trail).toEqual([
      {
        step: 'commission-assessment',
        verb: '下达评估',
        from: 'proposed',
        to: 'commissioned',
        at: made.at,
        by: '李某',
        duty: 'performance',
        opinion: '一并进行',
      },
    ])
  })

  it('a countersignature does not start the waiting anew', () => {
    const before = listed({ state: 'proposed' })
    const wanted = { id: 'countersign-assessment', opinion: '同意' } as const
    const after = stepped(withBrought(before, wanted), 'proposed', wanted, made)
    expect(after.heldSince).toBe(before.heldSince)
    expect(after.countersign).toBe('同意')
    expect(after.trail).toHaveLength(1)
  })

  it('an exemption keeps its reason, and gives it back when it is lifted', () => {
    const exempt = withBrought(listed(), { id: 'exempt-assessment', opinion: '上级已评估' })
    expect(exempt.exemptReason).toBe('上级已评估')
    expect(withBrought(exempt, { id: 'resume-assessment', opinion: '有误' }).exemptReason).toBe('')
  })

  it('drafts part two and leaves what was written', () => {
    const drafted = withProcess(complete(), '南江县财政局').texts
    expect(drafted.purpose).toContain('受南江县财政局委托，对“农村公路日常养护”')
    expect(drafted.method).not.toBe('')
    const own = complete({ texts: { ...complete().texts, purpose: '自拟' } })
    expect(withProcess(own, '').texts.purpose).toBe('自拟')
  })

  it('a submitted sheet is not changed, and none is submitted with gaps', () => {
    const before = complete()
    const [one, ...rest] = before.experts
    if (!one) throw new Error('the sample has experts')
    const changed = { ...one, marks: { ...one.marks, 'plan-1': { grade: 'poor', points: 0 } as const } }
    expect(mayReplaceExperts(before, before.experts, rules)).toBe(true)
    expect(mayReplaceExperts(before, [changed, ...rest], rules)).toBe(false)
    expect(mayReplaceExperts(before, [{ ...changed, submittedOn: '' }, ...rest], rules)).toBe(true)
    expect(mayReplaceExperts(before, [{ ...one, opinion: '' }, ...rest], rules)).toBe(false)
    const opened = { ...before, experts: [{ ...one, submittedOn: '' }] }
    expect(mayReplaceExperts(opened, [changed], rules)).toBe(true)
    expect(mayReplaceExperts(opened, [{ ...one, marks: {} }], rules)).toBe(false)
  })

  it('following up leaves the preconditions themselves alone', () => {
    const one = { id: 'p', text: '完成用地审批', state: 'open', owner: '交通局' } as const
    const before = { preconditions: [one] }
    expect(isOnlyProgress(before, { preconditions: [{ ...one, state: 'met' }] })).toBe(true)
    expect(isOnlyProgress(before, { preconditions: [{ ...one, text: '别的' }] })).toBe(false)
    expect(isOnlyProgress(before, { preconditions: [] })).toBe(false)
    expect(isOnlyProgress(before, { followUps: [] })).toBe(true)
  })
})

describe('figures', () => {
  it('the cut is declared less recommended, and counts once concluded', () => {
    expect(cutOf({ amount: 150 * wan, recommended: 120 * wan })).toBe(30 * wan)
    expect(cutOf({ amount: null, recommended: 1 })).toBeNull()
    const unlisted = { amount: 100 * wan, recommended: null, state: 'unlisted' } as const
    const list = [complete(), complete({ state: 'concluded' }), listed({ state: 'exempt' }), unlisted]
    expect(figuresOf(list)).toEqual({ due: 4, amount: 550 * wan, concluded: 1, exempt: 1, cut: 30 * wan })
  })

  it('says why', () => {
    expect(whyAssessed(listed())).toBe('新出台部门发展类项目资金 150.00 万元，超过 100 万元')
    expect(whyAssessed({ need: null, addedReason: '群众关注' })).toBe('财政局要求评估：群众关注')
  })

  it('takes part one of the report from the form', () => {
    const { texts, materials } = listed()
    expect(texts.background).toContain('农村公路养护管理办法')
    expect(texts.funds).toBe(
      '资金总额 150.00 万元，其中：一般公共预算（上级） 30.00 万元，一般公共预算（本级） 60.00 万元。',
    )
    expect(materials.every(({ state }) => state === 'missing')).toBe(true)
  })
})
