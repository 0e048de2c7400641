import type { Indicator, ObjectKind, Operator } from '../goals/goal.ts'
import type { Mark, YearRules } from '../year-rules.ts'

/** 指标值设定依据 (101号). */
export const standards = ['计划标准', '行业标准', '历史标准', '预算支出标准'] as const
export type Standard = (typeof standards)[number]

/** 参考值: one value that an indicator was or should be measured by, and the standard it comes from. */
export type Reference = {
  id: string
  standard: Standard
  value: string
  /** The year it is of; '' where it has none. */
  year: string
  note: string
}

/** One entry of the 指标库. Levels are those of the 2021 frame; `levelsIn` gives them for another. */
export type LibraryIndicator = {
  /** Stable over releases: sector and running number, never used twice. */
  id: string
  sector: string
  level1: string
  level2: string
  name: string
  operator: Operator
  /** Usual value; '' where it depends on the project. */
  value: string
  unit: string
  explanation: string
  standard: Standard
  references: readonly Reference[]
  source: string
  method: string
  evidence: string
  scoring: string
  kinds: readonly ObjectKind[]
  words: readonly string[]
  /** 本县: confirmed by the bureau itself, not shipped. */
  mark: Mark | '本县'
  /** What it rests on, in words. */
  origin: string
  /** Part of the whole set (整套) of its sector. */
  inSet: boolean
}

export type Sector = {
  id: string
  name: string
  /** Words of project names and overviews that point to it. */
  words: readonly string[]
  /** Words of the names of units that usually carry it out. */
  unitWords: readonly string[]
}

/** What every shipped row of the library rests on. */
export const libraryOrigin = '本系统默认〔拟〕'

/**
 * The levels of an entry in a year's frame. Cost is a level 1 of its own since 101号; in older frames all cost stands
 * under 产出指标 as 成本指标.
 */
export function levelsIn(
  entry: Pick<LibraryIndicator, 'level1' | 'level2'>,
  rules: YearRules,
): { level1: string; level2: string } {
  const known = rules.frame.find((level) => level.name === entry.level1)
  if (known || entry.level1 !== '成本指标') return { level1: entry.level1, level2: entry.level2 }
  const upper = rules.frame.find((level) => level.level2.some((second) => second.name === '成本指标'))
  return { level1: upper?.name ?? entry.level1, level2: '成本指标' }
}

/** An entry as a row of a goal. The weight stays open: it depends on the rows it stands among. */
export function asIndicator(entry: LibraryIndicator, id: string, rules: YearRules): Indicator {
  return {
    id,
    ...levelsIn(entry, rules),
    name: entry.name,
    operator: entry.operator,
    value: entry.value,
    unit: entry.unit,
    weight: null,
    longTermTarget: '',
    basis: entry.standard,
    method: entry.method,
    source: entry.source,
    scoring: entry.scoring,
    note: '',
  }
}

/** What the target looks like: `≥ 95 %`, `≥ … 公里` where the value is left to the project. */
export function targetPattern(entry: Pick<LibraryIndicator, 'operator' | 'value' | 'unit'>): string {
  const sign = entry.operator === '定性' ? '' : entry.operator
  return [sign, entry.value || '…', entry.unit].filter((part) => part !== '').join(' ')
}

/** Names are compared without width and white space. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '')
}
