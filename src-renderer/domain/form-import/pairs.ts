import { compared } from '../execution/execution.ts'
import { nameCore, similarity } from '../execution/match.ts'
import { targetText } from '../goals/goal.ts'
import type { IndicatorEntry } from '../monitoring/monitoring.ts'
import type { ReadEntry } from '../monitoring/read-monitoring.ts'

/** How a row of a file found its indicator; '' where it found none. */
export const pairWays = {
  name: '名称相同',
  level: '二级指标相同',
  alike: '名称相近，请核对',
  hand: '人工指定',
  '': '未对应',
} as const
export type PairWay = keyof typeof pairWays

/** A row of a file (by its place) and the indicator of the form it belongs to; '' for none. */
export type EntryPair = { read: number; entryId: string; way: PairWay }

/** What pairing looks at: a row of a file, and an indicator of a form. */
export type PairedRow = Pick<ReadEntry, 'name' | 'target' | 'level2'>
export type PairedEntry = Pick<IndicatorEntry, 'id' | 'name' | 'level2' | 'operator' | 'value' | 'unit'>

/** From this likeness on a name is taken for the other; in hundredths of a percent. */
const alike = 6000

/**
 * Which indicator each row of a file reports on: by name, of equal names by target and then in order; a row that only
 * names its second level (数量) by that, where the form has one of it; else the most similar name that is left. What a
 * person decided (`hand`, by row; '' for none) comes first. Every indicator is taken once.
 */
export function pairEntries(
  read: readonly PairedRow[],
  entries: readonly PairedEntry[],
  hand: ReadonlyMap<number, string> = new Map(),
): EntryPair[] {
  const pairs = new Map<number, EntryPair>()
  const free = new Set(entries.map(({ id }) => id))
  const take = (index: number, entryId: string, way: PairWay) => {
    pairs.set(index, { read: index, entryId, way })
    free.delete(entryId)
  }
  for (const [index, entryId] of hand) if (index < read.length) take(index, entryId, 'hand')
  const finders: [PairWay, (row: PairedRow, left: readonly PairedEntry[]) => PairedEntry | undefined][] = [
    ['name', sameName],
    ['level', sameLevel],
    ['alike', mostAlike],
  ]
  for (const [way, find] of finders)
    for (const [index, row] of read.entries()) {
      if (pairs.has(index)) continue
      const found = find(
        row,
        entries.filter(({ id }) => free.has(id)),
      )
      if (found) take(index, found.id, way)
    }
  return read.map((_, index) => pairs.get(index) ?? { read: index, entryId: '', way: '' })
}

function sameName(row: PairedRow, left: readonly PairedEntry[]): PairedEntry | undefined {
  const named = left.filter(({ name }) => compared(name) === compared(row.name))
  return named.find((entry) => compared(targetText(entry)) === compared(row.target)) ?? named[0]
}

function levelKey(text: string): string {
  return compared(text).replace(/(绩效)?指标$/, '')
}

function sameLevel(row: PairedRow, left: readonly PairedEntry[]): PairedEntry | undefined {
  const wanted = levelKey(row.name)
  if (row.level2 !== '' || wanted === '') return undefined
  const [only, ...others] = left.filter(({ level2 }) => levelKey(level2) === wanted)
  return others.length === 0 ? only : undefined
}

function mostAlike(row: PairedRow, left: readonly PairedEntry[]): PairedEntry | undefined {
  const core = nameCore(row.name)
  const [best] = left
    .map((entry) => ({ entry, share: similarity(core, nameCore(entry.name)) }))
    .filter(({ share }) => share >= alike)
    .toSorted((one, other) => other.share - one.share)
  return best?.entry
}
