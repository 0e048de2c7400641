import type { Board } from '#domain/dashboard/board'
import type { ProjectLine } from '#domain/dashboard/project-lines'
import type { Snapshot } from '#domain/dashboard/snapshot'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 冻结: keeps a board as it is, with the projects behind it. Throws `entry-faulty` without a name. */
export async function freezeDashboard(
  bookId: string,
  shown: { name: string; board: Board; lines: readonly ProjectLine[] },
  by: Actor,
): Promise<Snapshot> {
  const name = shown.name.trim()
  if (name === '') throw new AppError('entry-faulty')
  const stamp = newStamp(by)
  const entry: Entry = { action: 'freeze-dashboard', bookId, summary: `冻结看板：${name}` }
  const { board, lines } = shown
  const snapshot: Snapshot = {
    id: stamp.nextId(),
    ...{ bookId, name, asOf: board.asOf, board, lines },
    revision: 1,
    changedAt: stamp.at,
    changedBy: stamp.by,
  }
  await write(stamp, entry, ['snapshots'], (writer) => writer.put('snapshots', [snapshot]))
  return snapshot
}
