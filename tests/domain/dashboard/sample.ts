import type {
  BoardDisposal,
  BoardFacts,
  BoardForm,
  BoardGoal,
  BoardLights,
  TreasuryRow,
} from '#domain/dashboard/facts'
import type { BoardFilter } from '#domain/dashboard/filter'
import { timePoints } from '#domain/execution/curve'
import type { LightColour } from '#domain/monitoring/lights'
import { units } from '../execution/sample.ts'
import { rules } from '../monitoring/sample.ts'

export function goal(given: Partial<BoardGoal> = {}): BoardGoal {
  return {
    id: 'g1',
    name: '校舍维修',
    unitId: 'u1',
    kind: 'project',
    book: 'general',
    total: 1000,
    points: timePoints,
    plan: '序时进度',
    counts: true,
    ...given,
  }
}

export function paid(given: Partial<TreasuryRow> = {}): TreasuryRow {
  const line = `code:${given.goalId ?? 'g1'}`
  return {
    goalId: 'g1',
    unitId: 'u1',
    month: 6,
    source: '',
    line,
    initial: 1000,
    adjusted: 1000,
    allocated: 800,
    paid: 500,
    ...given,
  }
}

export function lights(colours: Partial<Record<keyof BoardLights, LightColour>> = {}): BoardLights {
  const of = (kind: keyof BoardLights) =>
    ({ colour: colours[kind] ?? 'green', reason: `${kind} 的理由` }) as const
  return { execution: of('execution'), goal: of('goal'), gap: of('gap'), forecast: of('forecast') }
}

export function form(given: Partial<BoardForm> = {}): BoardForm {
  return {
    id: 'f1',
    goalId: 'g1',
    roundId: 'r1',
    month: 7,
    state: 'accepted',
    since: '2026-08-10',
    lights: lights(),
    budget: 1000,
    paid: 450,
    forecast: 900,
    cause: '',
    ...given,
  }
}

export function disposal(given: Partial<BoardDisposal> = {}): BoardDisposal {
  return { id: 'd1', goalId: 'g1', state: 'issued', openedOn: '2026-08-20', month: 7, ...given }
}

export function facts(given: Partial<BoardFacts> = {}): BoardFacts {
  return {
    year: 2026,
    goals: [goal()],
    units: units.map((unit) => (unit.id === 'u3' ? { ...unit, sectionId: 's2' } : unit)),
    sections: [
      { id: 's1', name: '教科文科' },
      { id: 's2', name: '经济建设科' },
    ],
    rows: [],
    lastYear: [],
    forms: [],
    disposals: [],
    rules,
    ...given,
  }
}

export const everything: BoardFilter = { unit: '', section: '', book: '', kind: '', month: 12 }
