import { desktop } from '#desktop'
import { AppError } from '#domain/errors'
import { citedBy } from '#domain/exchange/attachments'
import type { Carried } from '#domain/exchange/contents'
import { type PackageRecord, purposes, type Receipt } from '#domain/exchange/package'
import { type Choices, countsOf, type Line } from '#domain/exchange/rehearsal'
import type { Goal } from '#domain/goals/goal'
import type { Actor } from '#domain/people/duties'
import { copyWithLeft } from '#exchange/kept-copy'
import { breather } from '#exchange/pause'
import type { Rehearsal } from '#exchange/rehearsal'
import { bookById } from '#storage/books'
import { headsOf } from '#storage/exchange'
import { recountHealth } from '#storage/goal-health'
import { receivedRecord } from '#storage/incoming-record'
import { byTable, changesOf, completed, type Outcome, outcomesOf } from '#storage/package-record'
import { newStamp, type Stamp } from '#storage/stamp'
import { type Entry, type Writer, write } from '#storage/write'

/** What a person decided: conflicts by record and field, and records that are not taken at all. Keys as `lineKey`. */
export type Decisions = {
  choices: ReadonlyMap<string, Choices>
  skipped: ReadonlySet<string>
  medium: string
}

export function lineKey({ table, id }: Pick<Line, 'table' | 'id'>): string {
  return `${table}|${id}`
}

const noChoices: Choices = new Map()
/** More are kept by the import's own record alone: their trail would be larger than they are. */
const mostInTrail = 2000

/**
 * 导入: does what the rehearsal showed, in one transaction, with what it replaced kept for taking it back. Throws
 * `package-stopped` and `package-untrusted` where it may not be, `changed-meanwhile` where anything was written since the
 * rehearsal. Attachments are kept before it: what stops here leaves files that nothing refers to, never the other way round.
 */
export async function applyPackage(
  rehearsal: Rehearsal,
  decisions: Decisions,
  by: Actor,
): Promise<PackageRecord> {
  const overridden = assertTakeable(rehearsal)
  const { manifest, book, purpose } = rehearsal
  const bookId = book?.id ?? manifest.bookId
  const breathe = breather()
  const left = rehearsal.lines.filter((line) => isLeft(line, decisions.skipped))
  const places = left.map(({ table, id }) => ({ table, id }))
  const stamp = newStamp(by)
  const [{ hash }, outcomes] = await Promise.all([
    desktop.keepAttachment(copyWithLeft(rehearsal.copy, places)),
    outcomesInPieces(rehearsal.lines, decisions, breathe),
  ])
  // Files that are here early harm nobody; a record without its file would.
  await keepFiles(rehearsal, decisions, outcomes)
  const receipt = receiptOf(rehearsal, decisions, outcomes, { by: stamp.by, at: stamp.at })
  await breathe()
  const record: PackageRecord = {
    ...receivedRecord(rehearsal, bookId, decisions.medium, stamp),
    ...{ state: receipt.verdict === 'accepted' ? 'applied' : 'partly', receipt, copy: hash, overridden },
  }
  const changes = changesOf(record.id, bookId, outcomes)
  await breathe()
  const summary = `导入${purposes[purpose]}：${manifest.sender.name}，第 ${manifest.sequence} 号，${outcomes.length} 条有变化`
  const entry: Entry = { action: 'apply-package', bookId, summary }
  const groups = byTable(outcomes)
  const done = await write(stamp, entry, [...groups.keys(), 'packages', 'packageChanges'], async (writer) => {
    if ((await headsOf(bookId)) !== rehearsal.heads) throw new AppError('changed-meanwhile')
    for (const [table, group] of groups) await writeGroup(writer, table, group)
    await writer.put('packages', [record])
    await writer.putListed('packageChanges', [changes])
    return record
  })
  await countFindings(stamp, bookId, groups.get('goals') ?? [])
  return done
}

/** The findings of goals, once all that they are checked by is here: the sender's count is only his word. */
async function countFindings(stamp: Stamp, bookId: string, outcomes: readonly Outcome[]): Promise<void> {
  const goals = outcomes.flatMap(({ record }) => (record ? [record as unknown as Goal] : [])) // of the table of goals
  if (goals.length === 0) return
  try {
    const book = await bookById(bookId)
    if (book) await recountHealth(stamp, 'apply-package', book, goals)
  } catch (error) {
    // The import stands: what the store could not count now is counted with the next change of each goal. A bug is none of its.
    if (error instanceof TypeError || error instanceof RangeError) throw error
  }
}

/** Keeps the attachments of what is taken, and of what is the same here, where they are not kept yet. */
async function keepFiles(
  { lines, incomingFiles: { there, read } }: Rehearsal,
  { skipped }: Decisions,
  outcomes: readonly Outcome[],
): Promise<void> {
  if (there.size === 0) return
  const same = lines.filter((line) => line.verdict === 'same' && !skipped.has(lineKey(line)))
  const records = [
    ...outcomes.map(({ line, record }) => ({ table: line.table, record })),
    ...same.map(({ table, ours }) => ({ table, record: ours })),
  ]
  const hashes = records.flatMap(({ table, record }) =>
    record ? citedBy(table, record).map(({ hash }) => hash) : [],
  )
  const wanted = [...new Set(hashes)].filter((hash) => there.has(hash))
  const lacked = wanted.length === 0 ? [] : await desktop.lackedAttachments(wanted)
  for (const hash of lacked) await desktop.keepAttachment(await read(hash))
}

const linesAtOnce = 500

/** What is to be written, worked out with room for the window between. */
async function outcomesInPieces(
  lines: readonly Line[],
  decisions: Decisions,
  breathe: () => Promise<void>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (let at = 0; at < lines.length; at += linesAtOnce) {
    await breathe()
    const some = outcomesOf(
      lines.slice(at, at + linesAtOnce),
      (line) => decisions.choices.get(lineKey(line)) ?? noChoices,
      (line) => !decisions.skipped.has(lineKey(line)),
    )
    outcomes.push(...some)
  }
  await breathe()
  return outcomes
}

/** Whether nothing of a line was taken: then it is no version that both sides have. */
function isLeft(line: Line, skipped: Decisions['skipped']): boolean {
  if (line.verdict === 'refused') return line.id !== ''
  return line.theirs !== null && line.verdict !== 'same' && skipped.has(lineKey(line))
}

/** Why an untrusted package may be taken nevertheless; '' where nothing has to be excused. */
function assertTakeable({ hindrances, before, file }: Rehearsal): string {
  if (hindrances.some(({ severity }) => severity === 'stop')) throw new AppError('package-stopped')
  if (!hindrances.some(({ severity }) => severity === 'decide')) return ''
  // The administrator agreed to these very bytes.
  if (before?.state !== 'allowed' || before.sha256 !== file.sha256) throw new AppError('package-untrusted')
  return before.overridden
}

async function writeGroup(writer: Writer, table: Line['table'], group: readonly Outcome[]): Promise<void> {
  const gone = group.filter(({ record }) => record === null).map(({ line }) => line.id)
  const there = group.flatMap(({ record, line }) => (record ? [{ record, isNew: line.ours === null }] : []))
  const isListed = there.length > mostInTrail
  const news = there.filter(({ isNew }) => isNew || isListed).map(({ record }) => record)
  const revised = there.filter(({ isNew }) => !isNew && !isListed).map(({ record }) => record)
  const ready = (record: Carried) => completed(table, record)
  // Every record went through the schema of its table.
  if (news.length > 0) await writer.putListed(table, news as never, ready as never)
  if (revised.length > 0) await writer.put(table, revised.map(ready) as never)
  if (gone.length > 0) await writer.remove(table, gone)
}

const mostFaults = 500
const mostName = 200

function receiptOf(
  { manifest, lines, file }: Rehearsal,
  { skipped, choices }: Decisions,
  outcomes: readonly Outcome[],
  made: Pick<Receipt, 'by' | 'at'>,
): Receipt {
  const left = lines.flatMap((line) => {
    const reason = reasonLeft(line, skipped, choices)
    return reason === ''
      ? []
      : [{ table: line.table, id: line.id, name: line.name.slice(0, mostName), reason }]
  })
  const taken = outcomes.filter(({ record }) => record !== null).length
  return {
    ...{ packageId: manifest.id, sha256: file.sha256, totals: manifest.totals, reason: '', ...made },
    verdict: left.length === 0 ? 'accepted' : 'partly',
    counts: { ...countsOf(lines), taken },
    faults: left.slice(0, mostFaults),
  }
}

/** Why a record did not come in as it was sent; '' where it did. */
function reasonLeft(line: Line, skipped: Decisions['skipped'], choices: Decisions['choices']): string {
  if (line.verdict === 'refused') return line.reason
  if (skipped.has(lineKey(line))) return '接收单位没有采用'
  const decided = choices.get(lineKey(line)) ?? noChoices
  const ours = line.conflicts.filter(
    ({ path }) => (decided.get(path) ?? decided.get('') ?? 'ours') === 'ours',
  )
  return ours.length > 0 ? `有 ${ours.length} 处冲突以接收单位的内容为准` : ''
}
