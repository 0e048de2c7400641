import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { isHandedIn } from '#domain/evaluation/self-evaluation-flow'
import { useSession } from '#session'
import { goalsOf } from '#storage/goals'
import { selfEvaluationsOf } from '#storage/self-evaluations'
import { useToast } from '#ui/Toast.tsx'
import type { ExaminedResult } from './credibility-jobs.ts'
import { examineForms } from './examine-forms.ts'

export type Examined = {
  forms: ReadonlyMap<string, SelfEvaluation>
  results: readonly ExaminedResult[]
  /** From the forms read to the list, in milliseconds. */
  took: number
}

/** What has been handed in once: a returned form is still one that a unit stood for. */
function isExamined({ state }: SelfEvaluation): boolean {
  return isHandedIn(state) || state === 'returned'
}

/** The self-evaluations of the book examined off the thread, anew when one of them changes; null until it is done. */
export function useExamined(): { isEmpty: boolean; examined: Examined | null } {
  const { book, rules } = useSession()
  const { sayError } = useToast()
  const all = useLiveQuery(() => selfEvaluationsOf(book.id), [book.id])
  const [examined, setExamined] = useState<Examined | null>(null)
  useEffect(() => {
    if (!all) return
    const stop = new AbortController()
    const forms = all.filter(isExamined)
    const begin = performance.now()
    async function examine() {
      try {
        const goals = new Map((await goalsOf(book.id)).map((goal) => [goal.id, goal]))
        const results = await examineForms(forms, goals, rules, stop.signal)
        if (stop.signal.aborted) return
        const byId = new Map(forms.map((form) => [form.id, form]))
        setExamined({ forms: byId, results, took: Math.round(performance.now() - begin) })
      } catch (error) {
        if (!stop.signal.aborted) sayError(error)
      }
    }
    void examine()
    return () => stop.abort()
  }, [all, book.id, rules, sayError])
  return { isEmpty: all !== undefined && all.length === 0, examined }
}
