import { describe, expect, it } from 'vitest'
import { disclosureFactsOf, publishedShare } from '#domain/disclosures/coverage'
import { deadlineOf, dueDisclosures } from '#domain/disclosures/due'
import { disclosureRules, ruleOf } from '#domain/disclosures/rules'
import {
  contentDifferences,
  type DisclosureRow,
  disclosureRows,
  standingOf,
} from '#domain/disclosures/standing'
import { rulesById } from '#domain/year-rules'
import { approved, due, facts, record } from './sample.ts'

describe('what must be published, where and by whom (巴财〔2020〕38号 三（二）6)', () => {
  it.each([
    ['goal', { kind: 'department' }, 'department', 'platform', 'bureau'],
    ['goal', { kind: 'policy', importance: 'key' }, 'policy', 'platform', 'bureau'],
    ['goal', { kind: 'project', importance: 'key' }, 'key-project', 'platform', 'bureau'],
    [
      'goal',
      { kind: 'project', importance: 'general', budgetKind: 'special' },
      'special',
      'platform',
      'bureau',
    ],
    [
      'goal',
      { kind: 'project', importance: 'general', budgetKind: 'departmental' },
      'other-goal',
      'site',
      'unit',
    ],
    ['fiscal', { kind: 'government' }, 'fiscal', 'platform', 'bureau'],
    ['self', { kind: 'project' }, 'self', 'site', 'unit'],
    ['department', { kind: 'project' }, 'department-evaluation', 'site', 'unit'],
  ] as const)('%s %o follows rule %s', (item, of, id, place, owner) => {
    expect(ruleOf(disclosureRules, item, of)).toMatchObject({ id, place, owner })
  })

  it('asks for no goal of a whole government, and every row says on what it rests', () => {
    expect(ruleOf(disclosureRules, 'goal', { kind: 'government' })).toBeUndefined()
    expect(rulesById('frame-2021').disclosure).toBe(disclosureRules)
    for (const rule of disclosureRules) expect([rule.clause, rule.deadline.clause]).not.toContain('')
  })

  it('asks only for what is approved, collected and concluded', () => {
    const since = '2026-05-01'
    const result = { goalId: 'g1', unitId: 'u1', name: '养护', code: '', kind: 'project', since } as const
    const found = dueDisclosures(
      facts({
        goals: [approved('g1'), approved('g2', { status: 'reviewed' })],
        approvedOn: new Map([['g1', '2026-02-10']]),
        selfEvaluations: [
          { ...result, id: 's1', state: 'collected' },
          { ...result, id: 's2', state: 'confirmed' },
        ],
        tasks: [
          { ...result, id: 't1', level: 'fiscal', state: 'concluded' },
          { ...result, id: 't2', level: 'department', state: 'asked' },
        ],
      }),
      disclosureRules,
    )
    expect(found.map(({ objectId, dueOn }) => [objectId, dueOn])).toEqual([
      ['g1', '2026-03-02'],
      ['s1', '2027-10-31'],
      ['t1', '2027-10-31'],
    ])
  })

  it('counts the deadline from the approval, and gives a late result its days', () => {
    const [goal, result] = ['other-goal', 'self'].map((id) => disclosureRules.find((rule) => rule.id === id))
    if (!goal || !result) throw new Error('the table has both')
    expect(deadlineOf(goal.deadline, 2026, '2026-02-10')).toBe('2026-03-02')
    expect(deadlineOf(goal.deadline, 2026, '')).toBe('2026-03-31')
    expect(deadlineOf(result.deadline, 2025, '2026-10-31')).toBe('2026-10-31')
    expect(deadlineOf(result.deadline, 2025, '2026-11-01')).toBe('2026-11-21')
  })
})

describe('where a thing stands', () => {
  it.each([
    ['2026-03-30', 'due'],
    ['2026-03-31', 'due'],
    ['2026-04-01', 'late'],
  ])('on %s it is %s', (today, standing) => {
    expect(standingOf(due(), null, today)).toBe(standing)
  })

  it('never opens what is secret: it waits for approval, and what was published has to be taken down', () => {
    const secret = due({ secret: true })
    expect(standingOf(secret, null, '2027-01-01')).toBe('proposed')
    expect(standingOf(secret, record({ state: 'exempt' }), '2027-01-01')).toBe('exempt')
    expect(standingOf(secret, record({ state: 'published' }), '2027-01-01')).toBe('rectify')
  })

  it('takes a reason in the goal for a proposal, until someone refuses it', () => {
    const reasoned = due({ reason: '涉及商业秘密' })
    expect(standingOf(reasoned, null, '2026-01-01')).toBe('proposed')
    expect(standingOf(reasoned, record({ state: 'due' }), '2026-01-01')).toBe('due')
  })

  it('counts the days late of what is open and of what was published late, and of nothing else', () => {
    const late = (changes: Parameters<typeof record>[0] | null, today: string) =>
      rowsOf([due()], changes ? [record(changes)] : [], today)[0]?.late
    expect(late(null, '2026-03-31')).toBe(0)
    expect(late(null, '2026-04-10')).toBe(10)
    expect(late({ state: 'published', publishedOn: '2026-03-31' }, '2026-12-31')).toBe(0)
    expect(late({ state: 'published', publishedOn: '2026-04-02' }, '2026-12-31')).toBe(2)
    expect(late({ state: 'exempt' }, '2026-12-31')).toBe(0)
  })

  it('holds what was shown against what is approved now', () => {
    const shown = [
      { label: '名称', text: '甲' },
      { label: '旧', text: '有' },
    ]
    const now = [
      { label: '名称', text: '乙' },
      { label: '新', text: '有' },
    ]
    expect(contentDifferences(shown, shown)).toEqual([])
    expect(contentDifferences(shown, now).map(({ label }) => label)).toEqual(['名称', '新', '旧'])
  })
})

function rowsOf(
  all: ReturnType<typeof due>[],
  records: ReturnType<typeof record>[],
  today: string,
): DisclosureRow[] {
  return disclosureRows(all, records, () => [], today)
}

describe('coverage and the figures of 考核', () => {
  const rows = rowsOf(
    [
      due({ objectId: 'a' }),
      due({ objectId: 'b', total: 300_00 }),
      due({ objectId: 'c', secret: true }),
      due({ objectId: 'd', item: 'self' }),
      due({ objectId: 'e' }),
    ],
    [
      record({ objectId: 'a', state: 'published', publishedOn: '2026-04-05' }),
      record({ objectId: 'c', state: 'exempt' }),
      record({ objectId: 'd', state: 'rectify', publishedOn: '2026-03-01', checks: [faulty()] }),
      record({ objectId: 'e', state: 'exempt' }),
    ],
    '2026-05-01',
  )

  it('leaves out what is secret or exempted, in number and money', () => {
    expect(publishedShare(rows)).toEqual({
      ...{ due: 3, done: 2, dueMoney: 500_00, doneMoney: 200_00, exempt: 2, late: 2, open: 1 },
    })
    expect(publishedShare([])).toMatchObject({ due: 0, done: 0, late: 0 })
  })

  it('gives the facts that are measured', () => {
    expect(disclosureFactsOf(rows).map(({ id, what, publishedOn }) => [id, what, publishedOn])).toEqual([
      ['a', 'goal', '2026-04-05'],
      ['b', 'goal', ''],
      ['d', 'result', '2026-03-01'],
    ])
  })
})

function faulty() {
  return {
    on: '2026-04-01',
    by: '检查员',
    result: 'faulty',
    finding: '缺附件',
    correction: '',
    correctedOn: '',
  } as const
}
