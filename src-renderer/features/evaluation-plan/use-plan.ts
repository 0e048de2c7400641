import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { saveEvaluationPlan } from '#actions/save-evaluation-plan'
import { coverageObjects } from '#domain/evaluation/coverage-objects'
import type { EvaluationPlan, PlanContent, PlanItem } from '#domain/evaluation/plan'
import {
  decided,
  type PlanLine,
  type PlanPace,
  planLines,
  withItems,
  withTasks,
} from '#domain/evaluation/plan-list'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { coverageFacts, planOf } from '#storage/evaluation-plan'
import { evaluationTasksOf } from '#storage/evaluation-tasks'
import { useToast } from '#ui/Toast.tsx'

export type PlanDesk = {
  plan: EvaluationPlan | null
  capacity: number
  lines: readonly PlanLine[]
  pace: PlanPace
  /** Whether the one who works may change it, in its present state. */
  isOpen: boolean
  save: (change: Partial<PlanContent>, said?: string) => void
  decide: (lines: readonly PlanLine[], decision: PlanItem['decision']) => void
  change: (line: PlanLine, change: Partial<Pick<PlanItem, 'note' | 'level'>>) => void
}

/** The plan of the open book with everything that the page shows and does; undefined while it is read. */
export function usePlan(): PlanDesk | undefined {
  const { book, by, rules } = useSession()
  const { attempt, say } = useToast()
  const facts = useLiveQuery(() => coverageFacts(book), [book])
  const kept = useLiveQuery(async () => ({ plan: await planOf(book.id) }), [book.id])
  const tasks = useLiveQuery(() => evaluationTasksOf(book.id), [book.id])
  const coverage = rules.evaluation.coverage
  const objects = useMemo(() => facts && coverageObjects(facts, coverage), [facts, coverage])
  return useMemo(() => {
    if (!objects || !kept || !tasks) return undefined
    const { plan } = kept
    const capacity = plan?.capacity ?? coverage.capacity.count
    const items = withTasks(plan?.items ?? [], objects, tasks)
    function save(change: Partial<PlanContent>, said = '') {
      attempt(async () => {
        // A list is changed as it was seen. What stands beside it goes onto the newest: it may follow a change by a moment.
        const seen = change.items ? plan : await planOf(book.id)
        await saveEvaluationPlan(book.id, seen?.revision ?? 0, change, by)
        if (said) say(said)
      })
    }
    const { lines: allLines, pace } = planLines(objects, book.year, { capacity, items }, coverage)
    return {
      plan,
      capacity,
      lines: allLines,
      pace,
      isOpen: may(by, 'save-evaluation-plan') && plan?.state !== 'issued',
      save,
      decide: (lines, decision) =>
        save(
          {
            items: withItems(
              items,
              lines.map((line) => decided(line, decision)),
            ),
          },
          `${decision === 'chosen' ? '已列入' : '不列入'} ${lines.length} 项。`,
        ),
      change: (line, change) =>
        save({
          items: withItems(items, [{ ...decided(line, line.item?.decision ?? 'dropped'), ...change }]),
        }),
    }
  }, [objects, kept, tasks, coverage, book, by, attempt, say])
}
