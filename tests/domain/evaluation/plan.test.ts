import { describe, expect, it } from 'vitest'
import { coverageObjects, type KnownEvaluation, objectKeyOf } from '#domain/evaluation/coverage-objects'
import type { PlanContent } from '#domain/evaluation/plan'
import {
  decided,
  differs,
  kindCounts,
  planLines,
  planProblems,
  proposedItems,
  taskOf,
  withItems,
} from '#domain/evaluation/plan-list'
import { facts, goal, unit } from './plan-sample.ts'
import { rules } from './sample.ts'

const { coverage } = rules
const known = (change: Partial<KnownEvaluation>): KnownEvaluation => ({
  ...{ key: 'code:P', year: 2024, grade: '', source: 'planned' },
  ...change,
})
const bare: PlanContent = { capacity: 2, items: [], past: [], leftNote: '' }

function lines(change = {}, plan = bare) {
  return planLines(coverageObjects(facts(change), coverage), 2026, plan, coverage).lines
}

describe('the objects of the planner', () => {
  it('are the government, every department with or without a goal, and what is approved', () => {
    const found = coverageObjects(facts(), coverage)
    expect(found.map(({ key, goalId, size }) => [key, goalId, size])).toEqual([
      ['government:511922', 'g', 10_000_000],
      ['department:201', 'd', 900_000_000],
      ['department:301', '', null],
      ['code:P', 'p', 10_000_000],
      ['code:Y', 'y', 10_000_000],
    ])
  })

  it('leave out what is not approved, and count a code that stands twice once', () => {
    const goals = [goal('p'), goal('q', { code: 'p' }), goal('r', { status: 'submitted' })]
    const found = coverageObjects(facts({ goals }), coverage).filter(({ kind }) => kind === 'project')
    expect(found.map(({ id }) => id)).toEqual(['p'])
  })

  it('at 市级 add the budgets of the counties that are not expanded', () => {
    const identity = { regionCode: '511900', regionName: '巴中市', level: 'city' } as const
    const own = coverageObjects(facts({ identity }), coverage).filter(({ kind }) => kind === 'government')
    expect(own.map(({ key }) => key)).toEqual(['government:511900', 'government:511902', 'government:511903'])
  })

  it('are found again by code, else by the unit’s code and the name, never by an id', () => {
    const object = { kind: 'project', name: ' 营养 改善', unitCode: '201001', regionCode: '511922' } as const
    expect(objectKeyOf({ ...object, code: ' 51a ' })).toBe('code:51A')
    expect(objectKeyOf({ ...object, code: '' })).toBe('name:project:201001:营养改善')
    expect(objectKeyOf({ ...object, kind: 'department', code: 'x' })).toBe('department:201001')
  })

  it('begin with their first year; a recurring one that continues was always there', () => {
    const goals = [
      goal('a'),
      goal('b', { duration: 'recurring', startsOn: '2026-01-01' }),
      goal('c', { duration: 'recurring', attribute: 'new', startsOn: '2026-01-01' }),
      goal('e', { startsOn: '' }),
    ]
    const found = coverageObjects(facts({ goals }), coverage).filter(({ kind }) => kind === 'project')
    expect(found.map(({ startedIn }) => startedIn)).toEqual([2024, null, 2026, null])
  })

  it('know what was evaluated, the surest word of each year, and nothing of later years', () => {
    const list = [
      known({ source: 'planned' }),
      known({ source: 'concluded', grade: 'medium' }),
      known({ source: 'entered', grade: 'good' }),
      known({ year: 2027 }),
    ]
    const found = coverageObjects(facts({ known: list }), coverage).find(({ key }) => key === 'code:P')
    expect(found?.history).toEqual([known({ source: 'concluded', grade: 'medium' })])
    expect(found).toMatchObject({ evaluatedIn: [2024], lastGrade: 'medium' })
  })

  it('take the self-evaluation’s grade where the bureau gave none, and count the lights', () => {
    const lights = new Map([['p', ['red', 'yellow', 'green', 'red'] as const]])
    const selfGrades = new Map([['p', 'poor'] as const])
    const found = coverageObjects(facts({ lights, selfGrades }), coverage).find(({ id }) => id === 'p')
    expect(found).toMatchObject({ lastGrade: 'poor', warnings: { red: 2, yellow: 1 } })
  })
})

describe('the year’s list', () => {
  it('proposes what is compulsory first, within the capacity', () => {
    const proposed = lines().filter(({ isProposed }) => isProposed)
    expect(proposed.map(({ object }) => object.key)).toEqual(['government:511922', 'department:201'])
    expect(proposed[0]?.reasons[0]).toContain('每年必评')
  })

  it('puts what was evaluated lately behind all others, until it falls due', () => {
    const poor = (year: number) => [known({ key: 'code:P', year, grade: 'poor', source: 'concluded' })]
    const wide = { ...bare, capacity: 5 }
    const goals = [goal('p', { total: 9_000_000_000 }), goal('z', { startsOn: '2026-01-01', total: 1 })]
    const order = (year: number) =>
      lines({ goals, units: [], known: poor(year) }, wide).map(({ object }) => object.key)
    expect(order(2024)).toEqual(['government:511922', 'code:Z', 'code:P'])
    expect(order(2023)).toEqual(['government:511922', 'code:P', 'code:Z'])
    expect(order(2022)).toEqual(['government:511922', 'code:P', 'code:Z'])
  })

  it('does not change when this year’s plan or task becomes known', () => {
    const list = [known({ key: 'department:201', year: 2026, source: 'planned' })]
    const keys = (all: ReturnType<typeof lines>) =>
      all.map(({ object, isProposed }) => [object.key, isProposed])
    expect(keys(lines({ known: list }))).toEqual(keys(lines()))
  })

  it('keeps decisions, their notes and tasks when items change', () => {
    const [first] = lines()
    if (!first) throw new Error('no line')
    const item = { ...decided(first, 'chosen'), note: '按上级要求', taskId: 't1' }
    const again = decided({ ...first, item }, 'dropped')
    expect(again).toMatchObject({ decision: 'dropped', note: '按上级要求', taskId: 't1' })
    expect(withItems([item], [again])).toEqual([again])
  })

  it('finds the task of an object by its goal, of a department by its unit, a stopped one never', () => {
    const task = (change: object) =>
      ({
        ...{ id: 't', kind: 'project', goalId: 'p', unitId: 'u1', state: 'scoring' },
        ...change,
      }) as Parameters<typeof taskOf>[1][number] // the words of the test are those of the tables
    const project = { kind: 'project', goalId: 'p', unitId: 'u1' } as const
    const department = { kind: 'department', goalId: 'd', unitId: 'u1' } as const
    expect(taskOf(project, [task({})])).toBe('t')
    expect(taskOf(project, [task({ state: 'stopped' })])).toBe('')
    expect(taskOf({ ...project, goalId: 'q' }, [task({})])).toBe('')
    expect(taskOf(department, [task({ kind: 'department', goalId: '' })])).toBe('t')
    expect(taskOf({ ...department, unitId: 'u2' }, [task({ kind: 'department', goalId: '' })])).toBe('')
    const government = { kind: 'government', goalId: '', unitId: '' } as const
    expect(taskOf(government, [task({ kind: 'government', goalId: '', unitId: '' })])).toBe('t')
  })

  it('counts what each kind has and what the list does for it', () => {
    const proposed = proposedItems(lines())
    const counts = kindCounts(lines({}, { ...bare, items: proposed }))
    expect(counts.find(({ kind }) => kind === 'department')).toMatchObject({
      ...{ all: 2, overdue: 2, covered: 0, chosen: 1 },
    })
  })
})

describe('issuing', () => {
  const codes = (plan: PlanContent) => planProblems(plan, lines({}, plan), coverage).map(({ code }) => code)

  it('asks for a list, a word on what is left, and a note where the bureau differs', () => {
    expect(codes(bare)).toEqual(['plan-empty', 'government-left', 'due-left'])
    const items = proposedItems(lines())
    expect(codes({ ...bare, items })).toEqual(['due-left'])
    expect(codes({ ...bare, items, leftNote: '明后两年补齐。' })).toEqual([])
  })

  it('wants a note for what was dropped although proposed, or chosen although not', () => {
    const all = lines()
    const items = all.map((line, index) => decided(line, index === 1 ? 'dropped' : 'chosen'))
    const differing = items.filter(differs)
    expect(differing.map(({ key }) => key)).toEqual(['department:201', 'department:301', 'code:P', 'code:Y'])
    expect(codes({ ...bare, items, leftNote: '明年。' })).toEqual([
      ...differing.map(() => 'note-missing'),
      'over-capacity',
    ])
    const noted = items.map((item) => ({ ...item, note: '局长办公会决定' }))
    expect(codes({ ...bare, items: noted, leftNote: '明年。' })).toEqual(['over-capacity'])
  })

  it('does not count 部门评价 to the capacity', () => {
    const items = proposedItems(lines()).map((item) => ({ ...item, level: 'department' as const }))
    expect(codes({ ...bare, capacity: 1, items, leftNote: '明年。' })).not.toContain('over-capacity')
  })

  it('knows a department of another book by its code', () => {
    const units = [unit('x9', '201', '教育和体育局')]
    expect(coverageObjects(facts({ units, goals: [] }), coverage)[1]?.key).toBe('department:201')
  })
})
