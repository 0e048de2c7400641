import type { CoverageFacts, ObjectGoal } from '#domain/evaluation/coverage-objects'
import type { Unit } from '#domain/year-book'
import { sampleUnit } from '../sample-unit.ts'

export function unit(id: string, code: string, name: string, parentId = ''): Unit {
  return sampleUnit(id, { code, name, parentId, sectionId: 's' })
}

export function goal(id: string, change: Partial<ObjectGoal> = {}): ObjectGoal {
  return {
    ...{ id, kind: 'project', name: `项目${id}`, code: id.toUpperCase(), unitId: 'u1', total: 10_000_000 },
    ...{ status: 'approved', startsOn: '2024-01-01', duration: 'continuing', attribute: '' },
    ...change,
  }
}

/** A county of two departments, one project, one policy. */
export function facts(change: Partial<CoverageFacts> = {}): CoverageFacts {
  return {
    year: 2026,
    identity: { regionCode: '511922', regionName: '南江县', level: 'county' },
    goals: [
      goal('g', { kind: 'government', name: '南江县政府预算' }),
      goal('d', { kind: 'department', unitId: 'u1', total: 900_000_000 }),
      goal('p'),
      goal('y', { kind: 'policy', unitId: 'u2' }),
    ],
    units: [unit('u1', '201', '教育局'), unit('u2', '301', '卫生健康局'), unit('u3', '201001', '一小', 'u1')],
    known: [],
    lights: new Map(),
    selfGrades: new Map(),
    ...change,
  }
}
