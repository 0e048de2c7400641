import type { SchemeGroup, SchemeItem } from '#domain/appraisals/scheme'

type Groups = readonly SchemeGroup[]

export function emptyItem(): SchemeItem {
  return {
    ...{ id: crypto.randomUUID(), name: '新指标', points: 100, standard: '', evidence: '' },
    ...{ method: { kind: 'manual' }, clause: '本局编制', mark: '拟' },
  }
}

/** With a first item: a group without any is nothing that could be scored. */
export function emptyGroup(): SchemeGroup {
  return {
    ...{ id: crypto.randomUUID(), name: '新的一级指标', points: 100, only: '', items: [emptyItem()] },
    ...{ clause: '本局编制', mark: '拟' },
  }
}

export function withGroup(groups: Groups, id: string, patch: Partial<SchemeGroup>): SchemeGroup[] {
  return groups.map((group) => (group.id === id ? { ...group, ...patch } : group))
}

export function withItem(groups: Groups, id: string, patch: Partial<SchemeItem>): SchemeGroup[] {
  return groups.map((group) =>
    summed(
      group,
      group.items.map((item) => (item.id === id ? { ...item, ...patch } : item)),
    ),
  )
}

export function withAdded(groups: Groups, groupId: string, item: SchemeItem): SchemeGroup[] {
  return groups.map((group) => (group.id === groupId ? summed(group, [...group.items, item]) : group))
}

/** A group that loses its last item goes with it. */
export function withoutItem(groups: Groups, id: string): SchemeGroup[] {
  return groups
    .map((group) =>
      summed(
        group,
        group.items.filter((item) => item.id !== id),
      ),
    )
    .filter(({ items }) => items.length > 0)
}

/** A removed item where it was before, and its group where that went with it; what was written meanwhile stays. */
export function withBack(groups: Groups, before: Groups, id: string): SchemeGroup[] {
  const place = before.findIndex(({ items }) => items.some((item) => item.id === id))
  const old = before[place]
  const at = old?.items.findIndex((item) => item.id === id) ?? -1
  const item = old?.items[at]
  if (!old || !item) return [...groups]
  if (!groups.some((group) => group.id === old.id)) return groups.toSpliced(place, 0, summed(old, [item]))
  return groups.map((group) =>
    group.id === old.id ? summed(group, group.items.toSpliced(at, 0, item)) : group,
  )
}

/** A group is worth what its items are worth. */
function summed(group: SchemeGroup, items: readonly SchemeItem[]): SchemeGroup {
  return { ...group, items, points: items.reduce((sum, { points }) => sum + points, 0) }
}
