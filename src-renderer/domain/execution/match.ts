import { indexUnits, readUnit } from '../goals/import-units.ts'
import { gather, grouped } from '../grouped.ts'
import type { Unit } from '../year-book.ts'
import type { Sourced } from '../year-rules.ts'
import { compared, lineKey, type MatchWay } from './execution.ts'
import { type Share, whole } from './rate.ts'

/** What matching needs of a goal. */
export type MatchGoal = { id: string; unitId: string; code: string; name: string }

export type Candidate = { goalId: string; similarity: Share; sameUnit: boolean }

/**
 * matched: one goal, sure. ambiguous: several fit equally. doubtful: none fits exactly, some are alike. unmatched: none.
 * The candidates stand with the same unit first, then by similarity.
 */
export type Match = {
  state: 'matched' | 'ambiguous' | 'doubtful' | 'unmatched'
  goalId: string
  way: MatchWay
  /** The unit of the line where the book has it; '' otherwise. */
  unitId: string
  candidates: Candidate[]
}

/** When names count as alike, and how many candidates are offered. */
export type MatchRules = Sourced & { alike: Share; sure: Share; offered: number; suffixes: readonly string[] }

export const shippedMatchRules: MatchRules = {
  alike: 4000,
  sure: 8000,
  offered: 5,
  suffixes: ['专项资金', '项目资金', '项目经费', '专项经费', '项目', '资金', '经费', '专项'],
  clause: '国库台账按项目代码、其次按名称和单位对应',
  mark: '拟',
}

export type LineName = { code: string; name: string; unitName: string }
export type GoalIndex = { match: (line: LineName) => Match }

/** The name without what is in brackets, years and the usual endings: what projects are told apart by. */
export function nameCore(name: string, rules: MatchRules = shippedMatchRules): string {
  const plain = compared(
    name
      .normalize('NFKC')
      .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
      .replace(/20\d{2}(年度|年)?/g, ''),
  )
  const suffix = rules.suffixes.find((each) => plain.length > each.length && plain.endsWith(compared(each)))
  return suffix === undefined ? plain : plain.slice(0, -suffix.length)
}

function pairs(text: string): Set<string> {
  const found = new Set<string>()
  if (text.length === 1) found.add(text)
  for (let index = 0; index + 1 < text.length; index++) found.add(text.slice(index, index + 2))
  return found
}

/** How much two names have in common: twice the shared pairs of characters over all pairs (Dice), 10000 for the same. */
export function similarity(left: string, right: string): Share {
  return alikeness(pairs(left), pairs(right))
}

function alikeness(left: ReadonlySet<string>, right: ReadonlySet<string>): Share {
  const all = left.size + right.size
  if (all === 0) return 0
  let shared = 0
  for (const pair of left) if (right.has(pair)) shared++
  return Math.floor((2 * shared * whole) / all)
}

type Known = { goal: MatchGoal; pairs: ReadonlySet<string> }

/** Pairs that occur in more goals than this say nothing about one of them. */
const commonIn = 200

/** All units of a department have their goals under one roof: itself, what is above it and what is under it. */
function familyOf(unit: Unit, children: ReadonlyMap<string, Unit[]>): string[] {
  const below = children.get(unit.id) ?? []
  return [unit.id, unit.parentId, ...below.map(({ id }) => id)].filter((id) => id !== '')
}

/**
 * An index over the goals of a book that finds the goal of a ledger's line: by project code; else by name and unit,
 * width, spaces, brackets and usual endings aside; else candidates by similarity. Goals are looked up by key, and
 * compared only within the unit or where they share an unusual pair of characters, never all with all. Each line is
 * looked for once.
 */
export function indexGoals(
  goals: readonly MatchGoal[],
  units: readonly Unit[],
  rules: MatchRules = shippedMatchRules,
): GoalIndex {
  const byCode = new Map<string, MatchGoal[]>()
  const byName = new Map<string, MatchGoal[]>()
  const byUnit = new Map<string, Known[]>()
  const byPair = new Map<string, Known[]>()
  for (const goal of goals) {
    const code = compared(goal.code)
    if (code !== '') gather(byCode, code, goal)
    gather(byName, compared(goal.name), goal)
    const core = nameCore(goal.name, rules)
    if (core !== compared(goal.name)) gather(byName, core, goal)
    const known = { goal, pairs: pairs(core) }
    gather(byUnit, goal.unitId, known)
    for (const pair of known.pairs) gather(byPair, pair, known)
  }
  const unitIndex = indexUnits(units)
  const children = grouped(units, ({ parentId }) => parentId)
  const found = new Map<string, Match>()
  const unitOfName = new Map<string, Unit | null>()

  function unitOf(text: string): Unit | null {
    const known = unitOfName.get(text)
    if (known !== undefined) return known
    const written = readUnit(text)
    const own = written.name.replace(/[(（]?(本级|机关|本部)[)）]?$/, '')
    const unit = text === '' ? null : (unitIndex.find(written) ?? unitIndex.find({ ...written, name: own }))
    unitOfName.set(text, unit)
    return unit
  }

  /** The goals in the unit where there are some, else all of them. */
  function nearest(list: readonly MatchGoal[], unit: Unit | null): readonly MatchGoal[] {
    if (!unit) return list
    const own = list.filter((goal) => goal.unitId === unit.id)
    if (own.length > 0) return own
    const family = familyOf(unit, children)
    return list.filter((goal) => family.includes(goal.unitId))
  }

  function candidatesFor(name: string, unit: Unit | null): Candidate[] {
    const wanted = pairs(nameCore(name, rules))
    const near = unit ? familyOf(unit, children).flatMap((id) => byUnit.get(id) ?? []) : []
    const elsewhere = [...wanted].flatMap((pair) => {
      const sharing = byPair.get(pair) ?? []
      return sharing.length <= commonIn ? sharing : []
    })
    return [...new Set([...near, ...elsewhere])]
      .map(({ goal, pairs: own }) => ({
        goalId: goal.id,
        similarity: alikeness(wanted, own),
        sameUnit: goal.unitId === unit?.id,
      }))
      .filter((candidate) => candidate.similarity >= rules.alike)
      .toSorted(
        (left, right) =>
          Number(right.sameUnit) - Number(left.sameUnit) ||
          right.similarity - left.similarity ||
          (left.goalId < right.goalId ? -1 : 1),
      )
      .slice(0, rules.offered)
  }

  function several(list: readonly MatchGoal[], unit: Unit | null): Match {
    const candidates = list.slice(0, rules.offered).map((goal) => ({
      goalId: goal.id,
      similarity: whole,
      sameUnit: goal.unitId === unit?.id,
    }))
    return { state: 'ambiguous', goalId: '', way: '', unitId: unit?.id ?? '', candidates }
  }

  function matchNew(line: LineName): Match {
    const unit = unitOf(line.unitName)
    const sure = (goal: MatchGoal, way: MatchWay): Match => ({
      state: 'matched',
      goalId: goal.id,
      way,
      unitId: goal.unitId,
      candidates: [],
    })
    const code = compared(line.code)
    const coded = code === '' ? [] : (byCode.get(code) ?? [])
    const [one] = coded
    if (one && coded.length === 1) return sure(one, 'code')
    if (coded.length > 1) {
      const own = unit ? coded.filter((goal) => goal.unitId === unit.id) : []
      return own[0] && own.length === 1 ? sure(own[0], 'code') : several(coded, unit)
    }
    for (const key of [compared(line.name), nameCore(line.name, rules)]) {
      const named = key === '' ? [] : nearest(byName.get(key) ?? [], unit)
      const [goal] = named
      // A name alone is sure only where the ledger has no unit at all: the same name stands in many units.
      if (goal && named.length === 1 && (unit || line.unitName === '')) return sure(goal, 'name')
      if (named.length > 1) return several(named, unit)
    }
    const candidates = candidatesFor(line.name, unit)
    const state = candidates.length > 0 ? 'doubtful' : 'unmatched'
    return { state, goalId: '', way: '', unitId: unit?.id ?? '', candidates }
  }

  function match(line: LineName): Match {
    const key = `${lineKey(line)}|${line.unitName}|${line.name}`
    const known = found.get(key)
    if (known) return known
    const made = matchNew(line)
    found.set(key, made)
    return made
  }

  return { match }
}
