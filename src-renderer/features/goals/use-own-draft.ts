import { useRef, useState } from 'react'
import { discardIndicator } from '#actions/discard-indicator'
import { proposeIndicator } from '#actions/propose-indicator'
import { takeIndicatorStep } from '#actions/take-indicator-step'
import { AppError } from '#domain/errors'
import type { LibraryIndicator } from '#domain/library/indicator'
import { sectors } from '#domain/library/library'
import { checkOwn, firstFault } from '#domain/library/own-check'
import { type OwnContent, type OwnIndicator, type OwnState, ownContent } from '#domain/library/own-indicator'
import type { Problem } from '#domain/problem'
import type { WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { useToast } from '#ui/Toast.tsx'
import { useInTurn } from '#ui/use-in-turn'

/** The findings on a content, beside the other entries of the library. */
export function useOwnProblems(
  content: OwnContent,
  id: string,
  library: readonly LibraryIndicator[],
): Problem[] {
  const { rules } = useSession()
  return checkOwn(content, { rules, sectors, others: library.filter((entry) => entry.id !== id) })
}

/**
 * What stands in the panel of one 个性指标. A change is kept as soon as nothing is wrong with it; until then it stays on
 * the screen. Saves and steps go one after the other, each on what the one before has left.
 */
export function useOwnDraft(own: OwnIndicator, library: readonly LibraryIndicator[]) {
  const { book, by, rules } = useSession()
  const { attempt, say } = useToast()
  const inTurn = useInTurn()
  const [content, setContent] = useState(() => ownContent(own))
  const revision = useRef(own.revision)
  const problems = useOwnProblems(content, own.id, library)
  const newest = useRef(content)
  const stored = useRef(own)
  stored.current = own

  /** Work on what the piece before it has left. What was changed elsewhere meanwhile is shown as it is now. */
  function run(work: () => Promise<void>) {
    attempt(() =>
      inTurn(async () => {
        try {
          await work()
        } catch (error) {
          if (error instanceof AppError && error.code === 'changed-meanwhile') showStored()
          throw error
        }
      }),
    )
  }

  function showStored() {
    revision.current = stored.current.revision
    newest.current = ownContent(stored.current)
    setContent(newest.current)
  }

  function change(patch: Partial<OwnContent>) {
    const next = { ...newest.current, ...patch }
    newest.current = next
    setContent(next)
    const others = library.filter((entry) => entry.id !== own.id)
    if (firstFault(checkOwn(next, { rules, sectors, others }))) return
    run(() => keep(next))
  }

  async function keep(next: OwnContent) {
    const kept = await proposeIndicator(book.id, own.id, revision.current, next, by)
    revision.current = kept.revision
    say(`已保存“${kept.name}”。`)
  }

  const seen = () => ({ id: own.id, name: own.name, revision: revision.current })

  function take(step: WorkflowStep<OwnState>, opinion: string) {
    run(async () => {
      const taken = await takeIndicatorStep(book.id, seen(), { id: step.id, opinion }, by)
      revision.current = taken.revision
      say(`已${step.verb}“${taken.name}”。`)
    })
  }

  function discard() {
    run(async () => {
      await discardIndicator(book.id, seen(), by)
      say(`已删除“${own.name}”。`)
    })
  }

  return { content, problems, change, take, discard }
}
