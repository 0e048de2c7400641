import { useState } from 'react'
import { removeWorkItem } from '#actions/remove-work-item'
import { saveWorkItem } from '#actions/save-work-item'
import { saveWorkProgress } from '#actions/save-work-progress'
import { takeWorkStep } from '#actions/take-work-step'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import {
  checkFinished,
  ownerSteps,
  type WorkItem,
  type WorkProgress,
  type WorkState,
  workFlow,
} from '#domain/supervision/work-item'
import { stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { workItemById } from '#storage/work-items'
import { useRecordSaver } from '#ui/record-saver'
import { useToast } from '#ui/Toast.tsx'
import { useRefuseUnread } from '#ui/unread'
import type { WorkRow } from './work-rows.ts'

/** Progress is kept by its owner, the plan by 监督与绩效管理科: one write for each. */
function keep(latest: WorkItem, change: Partial<WorkItem>, by: Actor): Promise<WorkItem> {
  const { progress, proof, attachments, ...planned } = change
  const given: [keyof WorkProgress, unknown][] = [
    ['progress', progress],
    ['proof', proof],
    ['attachments', attachments],
  ]
  if (given.some(([, value]) => value !== undefined))
    return saveWorkProgress(latest.id, latest.revision, change, by)
  return saveWorkItem(latest.id, latest.revision, planned, by)
}

/** An item of the plan being worked on: what may be written, and the steps it can take now; `asking` waits for its opinion. */
export function useWorkItem(row: WorkRow, onRemoved: () => void) {
  const { by } = useSession()
  const { attempt, say } = useToast()
  const refuseUnread = useRefuseUnread()
  const [asking, setAsking] = useState<WorkflowStep<WorkState> | null>(null)
  const [showsLack, setShowsLack] = useState(false)
  const saver = useRecordSaver<WorkItem>(row.item, {
    read: workItemById,
    keep: (latest, change) => keep(latest, change, by),
  })
  const { record: item } = saver
  const isOpen = item.state === 'planned' || item.state === 'working'
  const mayPlan = isOpen && may(by, 'save-work-plan')
  const mayReport = isOpen && row.isMine && may(by, 'save-work-progress')
  const steps = stepsFrom(workFlow, item.state, by).filter(({ id }) => !ownerSteps.has(id) || row.isMine)
  const problems = showsLack ? checkFinished(item) : []

  function ask(step: WorkflowStep<WorkState>) {
    if (refuseUnread()) return
    attempt(async () => {
      if (!(await saver.flush())) {
        say({ text: '还有内容没有保存，没有执行。请先处理上方的提示。', severity: 'warning' })
        return
      }
      // What was written a moment ago is kept by now, but not yet drawn.
      const latest = await workItemById(item.id)
      const [lack] = step.id === 'finish-work-item' && latest ? checkFinished(latest) : []
      if (lack) {
        setShowsLack(true)
        say({ text: `${lack.message}补齐后再报完成。`, severity: 'warning' })
        return
      }
      if (step.opinion === 'required') setAsking(step)
      else await take(step, '')
    })
  }

  async function take(step: WorkflowStep<WorkState>, opinion: string) {
    setAsking(null)
    const latest = await workItemById(item.id)
    await takeWorkStep(item.id, latest?.revision ?? 0, { id: step.id, opinion }, by)
    say(`${step.verb}：${item.name}`)
  }

  function remove() {
    attempt(async () => {
      const latest = await workItemById(item.id)
      await removeWorkItem(item.id, latest?.revision ?? 0, by)
      say(`已从计划中删除：${item.name}`)
      onRemoved()
    })
  }

  return {
    ...{ item, saver, mayPlan, mayReport, steps, problems, ask, remove, asking },
    answer: (step: WorkflowStep<WorkState>, opinion: string) => attempt(() => take(step, opinion)),
    cancel: () => setAsking(null),
  }
}
