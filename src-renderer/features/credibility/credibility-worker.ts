import type { Approved } from '#domain/credibility/finding'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { examinedResults, type ToExaminer } from './credibility-jobs.ts'

const forms: SelfEvaluation[] = []
const approved = new Map<string, Approved>()

addEventListener('message', (event: MessageEvent<ToExaminer>) => {
  const { data } = event
  if (data.kind === 'forms') {
    forms.push(...data.forms)
    for (const [goalId, goal] of data.approved) approved.set(goalId, goal)
    return
  }
  postMessage(examinedResults(forms, approved, data.pack))
})
