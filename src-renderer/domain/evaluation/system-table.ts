import type {
  IndicatorSystem,
  Method,
  Role,
  ScoringMethod,
  SystemGroup,
  SystemIndicator,
  SystemLevel,
} from './indicator-system.ts'
import { refitted } from './system-weights.ts'

/** One line of the table in which a system is written; points in hundredths, null where what stands there is no number. */
export type SystemLine = {
  id: string
  level: string
  group: string
  name: string
  points: number | null
  method: ScoringMethod
  explanation: string
  data: string
  evidence: string
}

/** The system as the lines of a table. */
export function linesOf(system: Pick<IndicatorSystem, 'levels'>): SystemLine[] {
  return system.levels.flatMap((level) =>
    level.groups.flatMap((group) =>
      group.indicators.map(({ id, name, points, method, explanation, data, evidence }) => ({
        ...{ id, level: level.name, group: group.name, name, points },
        ...{ method: method.kind, explanation, data, evidence },
      })),
    ),
  )
}

/** A method of a kind to begin with; what it needs besides is written in the panel. */
export function startMethod(kind: ScoringMethod, points: number): Method {
  switch (kind) {
    case 'aspects':
      return { kind, aspects: [{ id: 'a1', text: '', points }] }
    case 'ratio':
      return { kind, operator: '≥', target: '100', unit: '%', passBelow: null }
    case 'yes-no':
      return { kind, question: '' }
    case 'bands':
      return {
        ...{ kind, unit: '%', order: 'more' },
        bands: [
          { from: '100', rate: 100 },
          { from: '80', rate: 60 },
        ],
      }
    case 'deduction':
      return { kind, items: [{ id: 'd1', text: '', points: 100 }] }
    case 'satisfaction':
      return { kind, full: 95, zero: 60 }
    case 'graded':
      return { kind }
  }
}

/** What a group counts for, by its name and its level's: 产出 and 效益 (满意度 is one) are counted together. */
export function roleOf(level: string, group: string): Role {
  const text = `${level}${group}`
  if (/效益|满意|效果/.test(text)) return 'benefit'
  return /产出|数量|质量|时效|成本|履职/.test(text) ? 'output' : 'other'
}

const ownSource = { clause: '本局编制', mark: '拟' } as const

/**
 * The system with what stands in the lines: lines of one level and group that follow each other are one; an empty level or
 * group is that of the line above. What is known keeps its id, source and method; points of levels and groups that were
 * set stay, new ones take the sum of what is in them.
 */
export function withLines(
  system: IndicatorSystem,
  lines: readonly SystemLine[],
  nextId: () => string,
): IndicatorSystem {
  const known = new Map(
    system.levels.flatMap(({ groups }) =>
      groups.flatMap(({ indicators }) => indicators.map((one) => [one.id, one] as const)),
    ),
  )
  const levels: SystemLevel[] = []
  for (const line of filled(lines)) {
    const indicator = indicatorOf(line, known.get(line.id))
    const level = levels.at(-1)
    if (level?.name !== line.level) {
      levels.push({
        ...levelOf(system, levels, line, nextId),
        groups: [groupOf(system, levels, line, indicator, nextId)],
      })
      continue
    }
    const group = level.groups.at(-1)
    const groups =
      group?.name === line.group
        ? [...level.groups.slice(0, -1), { ...group, indicators: [...group.indicators, indicator] }]
        : [...level.groups, groupOf(system, levels, line, indicator, nextId)]
    levels[levels.length - 1] = { ...level, groups }
  }
  return { ...system, levels: levels.map((level) => summed(level, system)) }
}

/** An empty level or group is that of the line above. */
function filled(lines: readonly SystemLine[]): SystemLine[] {
  let [level, group] = ['', '']
  return lines.map((line) => {
    const isSame = line.level.trim() === '' || line.level.trim() === level
    if (!isSame) [level, group] = [line.level.trim(), '']
    if (line.group.trim() !== '') group = line.group.trim()
    return { ...line, level, group }
  })
}

function indicatorOf(line: SystemLine, before: SystemIndicator | undefined): SystemIndicator {
  const points = Math.max(0, line.points ?? before?.points ?? 0)
  const isSameKind = before?.method.kind === line.method
  const method = isSameKind ? before.method : startMethod(line.method, points)
  const { id, name, explanation, data, evidence } = line
  return {
    ...(before ?? ownSource),
    ...{ id, name: name.trim(), explanation, data, evidence, points },
    method: before?.points === points ? method : refitted(method, points),
  }
}

function levelOf(
  system: IndicatorSystem,
  made: readonly SystemLevel[],
  line: SystemLine,
  nextId: () => string,
): SystemLevel {
  const taken = new Set(made.map(({ id }) => id))
  const old = system.levels.find(({ name, id }) => name === line.level && !taken.has(id))
  return { ...(old ?? { ...ownSource, id: nextId(), points: 0 }), name: line.level, groups: [] }
}

function groupOf(
  system: IndicatorSystem,
  made: readonly SystemLevel[],
  line: SystemLine,
  indicator: SystemIndicator,
  nextId: () => string,
): SystemGroup {
  const taken = new Set(made.flatMap(({ groups }) => groups.map(({ id }) => id)))
  const old = system.levels
    .filter(({ name }) => name === line.level)
    .flatMap(({ groups }) => groups)
    .find(({ name, id }) => name === line.group && !taken.has(id))
  const fresh = { ...ownSource, id: nextId(), role: roleOf(line.level, line.group), points: 0 }
  return { ...(old ?? fresh), name: line.group, indicators: [indicator] }
}

/** Points follow the indicators where nobody set them otherwise: what agreed before agrees again. */
function summed(level: SystemLevel, before: IndicatorSystem): SystemLevel {
  const oldLevel = before.levels.find(({ id }) => id === level.id)
  const groups = level.groups.map((group) => {
    const old = oldLevel?.groups.find(({ id }) => id === group.id)
    return { ...group, points: old && old.points !== sumOf(old) ? group.points : sumOf(group) }
  })
  const sum = groups.reduce((total, group) => total + sumOf(group), 0)
  const oldSum = oldLevel?.groups.reduce((total, group) => total + sumOf(group), 0)
  return { ...level, groups, points: oldLevel && oldLevel.points !== oldSum ? level.points : sum }
}

function sumOf({ indicators }: Pick<SystemGroup, 'indicators'>): number {
  return indicators.reduce((sum, { points }) => sum + points, 0)
}

/** The system with one indicator changed. */
export function withIndicator(
  system: IndicatorSystem,
  id: string,
  patch: (before: SystemIndicator) => SystemIndicator,
): IndicatorSystem {
  const levels = system.levels.map((level) => ({
    ...level,
    groups: level.groups.map((group) => ({
      ...group,
      indicators: group.indicators.map((one) => (one.id === id ? patch(one) : one)),
    })),
  }))
  return { ...system, levels }
}

/** The system with other points for a level or a group; what is in it stays, the difference is shown. */
export function withTarget(system: IndicatorSystem, id: string, points: number): IndicatorSystem {
  const levels = system.levels.map((level) => ({
    ...level,
    points: level.id === id ? points : level.points,
    groups: level.groups.map((group) => (group.id === id ? { ...group, points } : group)),
  }))
  return { ...system, levels }
}
