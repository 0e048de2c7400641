import { contentOf } from './carry.ts'
import { sameContent } from './compare.ts'
import { emptyContent, type Goal, type GoalContent, type Indicator } from './goal.ts'

/**
 * What an import makes of a goal that is there already: what the form says replaces, what the form does not have
 * (contact, 事前评估 …) stays. Rows keep their ids, so that the trail and open editors follow them.
 */
export function mergeContent(existing: Goal, incoming: GoalContent): GoalContent {
  const unset = new Map<string, unknown>(Object.entries(emptyContent('')))
  const fresh = new Map<string, unknown>(Object.entries(incoming))
  const merged = Object.entries(contentOf(existing)).map(([field, kept]) => {
    const value = fresh.get(field)
    return [field, isUnset(value, unset.get(field)) ? kept : value]
  })
  const content = Object.fromEntries(merged) as GoalContent // the fields of `existing`, each from one of two contents
  return {
    ...content,
    unitId: incoming.unitId,
    indicators: withKeptRows(existing.indicators, content.indicators),
  }
}

function isUnset(value: unknown, empty: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : value === empty
}

function withKeptRows(existing: readonly Indicator[], incoming: readonly Indicator[]): Indicator[] {
  const free = [...existing]
  return incoming.map((indicator) => {
    const at = free.findIndex((other) => other.level2 === indicator.level2 && other.name === indicator.name)
    const [kept] = at < 0 ? [] : free.splice(at, 1)
    if (!kept) return indicator
    return {
      ...indicator,
      id: kept.id,
      longTermTarget: indicator.longTermTarget || kept.longTermTarget,
      basis: indicator.basis || kept.basis,
      method: indicator.method || kept.method,
      source: indicator.source || kept.source,
      scoring: indicator.scoring || kept.scoring,
      note: indicator.note || kept.note,
    }
  })
}

/** Whether importing the form would leave the goal as it is. */
export function isSameAsStored(existing: Goal, merged: GoalContent): boolean {
  return sameContent(contentOf(existing), merged)
}
