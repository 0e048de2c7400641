import type { Moment } from '#domain/dates'
import type { GoalContent } from '#domain/goals/goal'
import { hold, release } from '#ui/unkept'

export type SaveState =
  | { kind: 'saved'; at: Moment }
  /** Something is written or being typed that the database does not hold yet. */
  | { kind: 'pending' }
  | { kind: 'conflict' }
  | { kind: 'failed'; error: unknown }

export type Saver<Content = GoalContent> = {
  put: (content: Content) => void
  /** Waits until everything put so far is written; false when it could not be. */
  flush: () => Promise<boolean>
  /** Tries again after a failure, or over the newer state after a conflict. */
  retry: (revision?: number) => void
  revision: () => number
}

/** What any draft of the window is writing now. */
const writing = new Set<Promise<void>>()

/** Waits until what was typed on a page that was left is kept: who reads before would show the state of before. */
export async function writtenDrafts(): Promise<void> {
  await Promise.all(writing)
}

/** What is kept: its revision names the write, its moment is shown. */
export type Kept = { revision: number; changedAt: Moment }

/**
 * Drafts save themselves at once: at most one write is under way, the latest content wins, each write names the
 * revision of the one before. Says `saved` only after the transaction has ended.
 */
export function createSaver<Content = GoalContent>(
  start: Kept,
  save: (revision: number, content: Content) => Promise<Kept>,
  onState: (state: SaveState) => void,
): Saver<Content> {
  let revision = start.revision
  let waiting: Content | null = null
  let running: Promise<void> | null = null
  let stopped: SaveState | null = null

  async function drain(): Promise<void> {
    let last: Moment = start.changedAt
    while (waiting && !stopped) {
      const content = waiting
      waiting = null
      try {
        const kept = await save(revision, content)
        revision = kept.revision
        last = kept.changedAt
      } catch (error) {
        // The content stays in hand: nothing typed is lost by a refused write.
        waiting ??= content
        stopped = isConflict(error) ? { kind: 'conflict' } : { kind: 'failed', error }
      }
    }
    running = null
    if (!waiting) release(saver)
    onState(stopped ?? { kind: 'saved', at: last })
  }

  function begin() {
    if (running || !waiting || stopped) return
    const work = drain().finally(() => writing.delete(work))
    running = work
    writing.add(work)
  }

  const saver: Saver<Content> = {
    put(content) {
      hold(saver)
      waiting = content
      onState(stopped ?? { kind: 'pending' })
      begin()
    },
    async flush() {
      begin()
      while (running) await running
      return waiting === null
    },
    retry(seen) {
      if (seen !== undefined) revision = seen
      stopped = null
      if (waiting) onState({ kind: 'pending' })
      begin()
    },
    revision: () => revision,
  }
  return saver
}

function isConflict(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'changed-meanwhile'
}
