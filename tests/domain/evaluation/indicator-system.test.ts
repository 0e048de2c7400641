import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  approvedSystem,
  copiedSystem,
  evaluationScopes,
  type IndicatorSystem,
  indicatorsOf,
  type Method,
  nextVersion,
  replacedSystem,
} from '#domain/evaluation/indicator-system'
import { balancedSystem, dealtOut, sumsOf, systemProblems } from '#domain/evaluation/system-weights'
import { nationalProject } from '#domain/evaluation/template-national-project'
import { shippedSystems, templatesFor } from '#domain/evaluation/templates'
import { marks } from '#domain/year-rules'
import { rules } from './sample.ts'

function changed(id: string, change: (points: number) => number, method?: Method): IndicatorSystem {
  const levels = nationalProject.levels.map((level) => ({
    ...level,
    groups: level.groups.map((group) => ({
      ...group,
      indicators: group.indicators.map((one) =>
        one.id === id ? { ...one, points: change(one.points), method: method ?? one.method } : one,
      ),
    })),
  }))
  return { ...nationalProject, levels }
}

function codes(system: IndicatorSystem) {
  return systemProblems(system, rules.scoring).map(({ code }) => code)
}

describe.each(shippedSystems.map((system) => [system.name, system] as const))('%s', (_name, system) => {
  it('sums to 100 on every level and may be used as it comes', () => {
    const { total, levels, groups } = sumsOf(system)
    expect(total).toBe(10_000)
    expect(levels.reduce((sum, level) => sum + level.points, 0)).toBe(10_000)
    expect(groups.reduce((sum, group) => sum + group.points, 0)).toBe(10_000)
    for (const { points, sum } of [...levels, ...groups]) expect(sum).toBe(points)
    expect(codes(system)).toEqual([])
  })

  it('says of every entry on what it rests', () => {
    const entries = [
      system,
      ...system.levels,
      ...system.levels.flatMap(({ groups }) => groups),
      ...indicatorsOf(system),
    ]
    for (const { clause, mark } of entries) {
      expect(clause).not.toBe('')
      expect(marks).toContain(mark)
    }
    for (const { data, evidence, explanation } of indicatorsOf(system))
      expect([data, evidence, explanation]).not.toContain('')
  })
})

describe('the shipped templates', () => {
  it('cover every scope, with ids used once', () => {
    for (const scope of Object.keys(evaluationScopes) as (keyof typeof evaluationScopes)[]) // the keys of the table
      expect(templatesFor(scope).length).toBeGreaterThan(0)
    const ids = shippedSystems.flatMap((system) => [system.id, ...indicatorsOf(system).map(({ id }) => id)])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('give output and benefit of a project at least 60 points', () => {
    expect(templatesFor('project').map((system) => sumsOf(system).outputAndBenefit)).toEqual([6000, 7000])
  })

  it.each([
    ['national-project', ['决策 20', '过程 20', '产出 30', '效益 30']],
    ['sichuan-project', ['项目决策 20', '项目管理 10', '项目绩效（特性指标） 70']],
    ['sichuan-department', ['部门决策 25', '综合管理 30', '部门绩效情况 45']],
    ['policy', ['政策制定 20', '政策实施 20', '政策产出 30', '政策效果 30']],
    ['government', ['预算编制 15', '预算执行 25', '收入质量 15', '支出结构 15', '可持续 15', '管理绩效 15']],
  ])('%s has the points of its source', (id, levels) => {
    const system = shippedSystems.find((one) => one.id === id)
    expect(system?.levels.map(({ name, points }) => `${name} ${points / 100}`)).toEqual(levels)
  })

  it('have as many indicators as their sources', () => {
    const count = (id: string) =>
      indicatorsOf(shippedSystems.find((one) => one.id === id) ?? nationalProject).length
    expect(count('national-project')).toBe(17)
    expect(count('sichuan-department')).toBe(28)
    expect(count('department-2013')).toBe(26)
  })
})

describe('weights of a system', () => {
  it('are reported where they do not fit', () => {
    expect(codes(changed('national-project-12', (points) => points + 100))).toEqual([
      'total',
      'level-sum',
      'level-sum',
    ])
    expect(codes(changed('national-project-1', () => 0))).toEqual(
      expect.arrayContaining(['points-invalid', 'method-invalid', 'total']),
    )
    expect(
      codes(changed('national-project-17', (points) => points, { kind: 'satisfaction', full: 60, zero: 60 })),
    ).toEqual(['method-invalid'])
    expect(
      codes(changed('national-project-1', (points) => points, { kind: 'aspects', aspects: [] })),
    ).toEqual(['method-invalid'])
  })

  it('warn where output and benefit fall below 60, not at 60', () => {
    const moved = changed('national-project-16', (points) => points - 50)
    expect(codes(moved)).toContain('output-and-benefit')
    expect(codes(nationalProject)).not.toContain('output-and-benefit')
    expect(codes({ ...moved, scope: 'policy' })).not.toContain('output-and-benefit')
  })

  it('balance to 100 from any weights, and stay where they fit', () => {
    expect(indicatorsOf(balancedSystem(nationalProject))).toEqual(indicatorsOf(nationalProject))
    fc.assert(
      fc.property(fc.array(fc.nat(9000), { minLength: 17, maxLength: 17 }), (points) => {
        let index = 0
        const levels = nationalProject.levels.map((level) => ({
          ...level,
          groups: level.groups.map((group) => ({
            ...group,
            indicators: group.indicators.map((one) => ({ ...one, points: points[index++] ?? 0 })),
          })),
        }))
        const system = balancedSystem({ ...nationalProject, levels })
        expect(sumsOf(system).total).toBe(10_000)
        expect(codes(system).filter((code) => code === 'total' || code === 'level-sum')).toEqual([])
      }),
    )
  })

  it('deal out everything, in proportion', () => {
    expect(dealtOut(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(dealtOut(10, [0, 0])).toEqual([5, 5])
    expect(dealtOut(10, [])).toEqual([])
  })
})

describe('the life of a system', () => {
  it('copies, approves and goes on in versions', () => {
    const copy = copiedSystem(nationalProject, 'x', '本局项目')
    expect(copy).toMatchObject({ id: 'x', basedOn: 'national-project', version: 1, state: 'draft' })
    const approved = approvedSystem(copy, '2027-01-10T08:00:00.000Z', '王晓')
    expect(approved).toMatchObject({ state: 'approved', approvedBy: '王晓' })
    expect(nextVersion(approved, 'y')).toMatchObject({
      id: 'y',
      basedOn: 'x',
      version: 2,
      state: 'draft',
      approvedBy: '',
    })
    expect(replacedSystem(approved).state).toBe('replaced')
  })
})
