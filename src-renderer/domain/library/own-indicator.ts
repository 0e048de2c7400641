import type { Moment } from '../dates.ts'
import { type Indicator, type ObjectKind, objectKinds } from '../goals/goal.ts'
import type { Duty } from '../people/duties.ts'
import { canonicalLevels } from '../rules/levels.ts'
import type { StepTaken } from '../workflow.ts'
import type { YearRules } from '../year-rules.ts'
import {
  type LibraryIndicator,
  levelsIn,
  nameKey,
  type Reference,
  type Standard,
  standards,
} from './indicator.ts'

/** 状态 of 个性指标 in the order of its road. */
export const ownStates = {
  proposed: '待确认',
  returned: '已退回',
  confirmed: '已确认',
  retired: '已停用',
} as const
export type OwnState = keyof typeof ownStates

/** What a person fills in of 个性指标: what the shipped entries have, without what the program gives. */
export type OwnContent = Omit<LibraryIndicator, 'id' | 'mark' | 'origin' | 'inSet' | 'words'>

/** 个性指标 of the county: a department proposes it, 财政 confirms it. It outlives the year books. */
export type OwnIndicator = OwnContent & {
  id: string
  /** Invented in a demo book: shown in such books alone, and gone with the last of them. */
  demo: boolean
  /** Name of the unit or section that proposed it, and the reach in which it did. */
  proposedBy: string
  proposedDuty: Duty
  proposedScope: string
  state: OwnState
  /** Since when it has been in its state. */
  heldSince: Moment
  /** Of the last return; '' once it went on. */
  opinion: string
  trail: StepTaken[]
  initials: string
  revision: number
  changedAt: Moment
  changedBy: string
}

/** Nothing filled in yet. */
export function emptyOwn(sector: string): OwnContent {
  return {
    sector,
    level1: '',
    level2: '',
    name: '',
    operator: '≥',
    value: '',
    unit: '',
    explanation: '',
    standard: '计划标准',
    references: [],
    source: '',
    method: '',
    evidence: '',
    scoring: '',
    kinds: ['project', 'policy'],
  }
}

/** The content alone, as an action takes it. */
export function ownContent(from: OwnContent): OwnContent {
  const { sector, level1, level2, name, operator, value, unit, explanation, standard, references } = from
  const { source, method, evidence, scoring, kinds } = from
  const target = { operator, value, unit, explanation, standard, references }
  return { sector, level1, level2, name, ...target, source, method, evidence, scoring, kinds }
}

/** Two entries of the library are the same indicator by name and second level. */
export function entryKey(entry: { name: string; level2: string }): string {
  return `${nameKey(entry.name)} ${nameKey(entry.level2)}`
}

/** The levels of 个性指标 in the frame of a year: proposed under one frame, it serves under the other. */
export function ownLevels(
  own: Pick<OwnContent, 'level1' | 'level2'>,
  rules: YearRules,
): { level1: string; level2: string } {
  const { level1, level2 } = levelsIn(own, rules)
  return canonicalLevels(level1, level2, rules)
}

/** 个性指标 as an entry of the library, marked 本县. */
export function ownEntry(own: OwnIndicator, rules: YearRules): LibraryIndicator {
  const origin = `本县个性指标（${own.proposedBy}提出）`
  return {
    ...ownContent(own),
    ...ownLevels(own, rules),
    id: own.id,
    words: [],
    mark: '本县',
    origin,
    inSet: false,
  }
}

/** A row of a goal as the proposal of 个性指标; its target becomes the first 参考值, its 设定依据 names the standard. */
export function ownFromRow(
  row: Indicator,
  goal: { name: string; year: number; kind: ObjectKind },
  sector: string,
  nextId: () => string,
): OwnContent {
  const standard = standardIn(row.basis)
  const note = [goal.name, row.basis === standard ? '' : row.basis].filter(Boolean).join('；')
  const reference: Reference = {
    id: nextId(),
    standard,
    value: row.value.trim(),
    year: String(goal.year),
    note,
  }
  return {
    ...emptyOwn(sector),
    level1: row.level1,
    level2: row.level2,
    name: row.name.trim(),
    operator: row.operator,
    // The value belongs to the goal; the library keeps it as 参考值.
    value: '',
    unit: row.unit,
    standard,
    references: reference.value === '' ? [] : [reference],
    source: row.source,
    method: row.method,
    scoring: row.scoring,
    kinds: goal.kind === 'project' || goal.kind === 'policy' ? ['project', 'policy'] : [goal.kind],
  }
}

function standardIn(basis: string): Standard {
  return standards.find((standard) => basis.includes(standard)) ?? '计划标准'
}

/** The kinds of object in the order of the system, those of a set alone. */
export function kindsOf(wanted: ReadonlySet<ObjectKind>): ObjectKind[] {
  // Object.keys forgets that the keys are the kinds.
  return (Object.keys(objectKinds) as ObjectKind[]).filter((kind) => wanted.has(kind))
}
