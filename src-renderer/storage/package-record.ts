import type { Carried, ExchangeTable } from '#domain/exchange/contents'
import type { Mark, PackageChanges } from '#domain/exchange/package'
import { type Choices, type Line, outcomeOf } from '#domain/exchange/rehearsal'
import type { Goal } from '#domain/goals/goal'
import { matchKeyOf } from '#domain/goals/goal'
import { sentenceMarks } from '#domain/goals/sentences'
import { initialsOf } from './initials.ts'

export type Outcome = { line: Line; record: Carried | null; choices: Choices }

/** What is to be written of the lines that a person takes: outcomes that change something. */
export function outcomesOf(
  lines: readonly Line[],
  choicesOf: (line: Line) => Choices,
  isTaken: (line: Line) => boolean,
): Outcome[] {
  return lines.filter(isTaken).flatMap((line) => {
    const choices = choicesOf(line)
    const { record, isChanged } = outcomeOf(line, choices)
    return isChanged ? [{ line, record: record && kept(line, record), choices }] : []
  })
}

/** What is worked out from the rest of a record by whoever keeps it, by table: never the sender's word. */
const derivations: Readonly<Partial<Record<ExchangeTable, (record: Carried) => object>>> = {
  goals: (record) => {
    const goal = record as unknown as Goal // the table says what its records are
    return {
      matchKey: matchKeyOf(goal),
      initials: initialsOf(goal.name),
      sentenceMarks: sentenceMarks(goal),
    }
  },
  units: ({ name }) => ({ initials: initialsOf(String(name)) }),
  indicators: ({ name }) => ({ initials: initialsOf(String(name)) }),
}

/** The record with a revision above ours. */
function kept({ table, ours, theirs }: Line, record: Carried): Carried {
  // Where no revision tells versions apart, the record itself does: then it has to be the one that is written.
  if (!('revision' in record)) return completed(table, record)
  const revision = Math.max(revisionOf(theirs), revisionOf(ours) + (ours ? 1 : 0))
  return record.revision === revision ? record : { ...record, revision }
}

/**
 * The record as it is kept, with what follows from the rest of it worked out anew. Of many goals it takes seconds: it is left
 * to the writing, while those before are on their way to the disk.
 */
export function completed(table: ExchangeTable, record: Carried): Carried {
  const derived = derivations[table]?.(record)
  return derived ? { ...record, ...derived } : record
}

export function revisionOf(record: Carried | null): number {
  return typeof record?.revision === 'number' ? record.revision : 0
}

/** What an import does, for taking it back and for finding what lost. */
export function changesOf(id: string, bookId: string, outcomes: readonly Outcome[]): PackageChanges {
  const added: PackageChanges['added'][number][] = []
  const replaced: PackageChanges['replaced'][number][] = []
  const removed: PackageChanges['removed'][number][] = []
  for (const { line, record } of outcomes) {
    const place = { table: line.table, id: line.id }
    if (record === null) removed.push({ ...place, before: line.ours })
    else if (line.ours === null) added.push({ ...place, ...markOf(line.table, record) })
    else replaced.push({ ...place, ...markOf(line.table, record), before: line.ours })
  }
  return { id, bookId, added, replaced, removed, lost: outcomes.flatMap(lostOf) }
}

/** Rows of the treasury's ledger are too many to be kept twice, and nobody works on them one by one. */
function markOf(table: ExchangeTable, record: Carried): Mark {
  const isCounted = 'revision' in record || table === 'executions'
  return { revision: revisionOf(record), ...(isCounted ? {} : { after: record }) }
}

/** The side of every conflict that was not taken. */
function lostOf({ line, choices }: Outcome): PackageChanges['lost'] {
  return line.conflicts.map(({ path, ours, theirs }) => {
    const choice = choices.get(path) ?? choices.get('') ?? 'ours'
    const [kept, lost] = choice === 'ours' ? [ours, theirs] : [theirs, ours]
    const whose = choice === 'ours' ? '来包' : '本机'
    return {
      table: line.table,
      id: line.id,
      name: line.name,
      path,
      kept: plain(kept),
      lost: plain(lost),
      whose,
    }
  })
}

/** A side without the field, as what can be stored. */
function plain(value: unknown): unknown {
  return typeof value === 'symbol' ? null : value
}

export function byTable<Item extends { line: { table: ExchangeTable } }>(
  items: readonly Item[],
): Map<ExchangeTable, Item[]> {
  const grouped = new Map<ExchangeTable, Item[]>()
  for (const item of items) {
    const list = grouped.get(item.line.table) ?? []
    list.push(item)
    grouped.set(item.line.table, list)
  }
  return grouped
}
