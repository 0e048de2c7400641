import Button from '@mui/material/Button'
import { useState } from 'react'
import { takeEvaluationPlanStep } from '#actions/take-evaluation-plan-step'
import { type PlanState, planFlow, planStates } from '#domain/evaluation/plan'
import { proposedItems } from '#domain/evaluation/plan-list'
import type { Problem } from '#domain/problem'
import { stepsFrom, type WorkflowStep } from '#domain/workflow'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { momentText } from '#ui/moment-text'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useToast } from '#ui/Toast.tsx'
import { exportPlanList, exportWorkPlan } from './plan-export.ts'
import type { PlanDesk } from './use-plan.ts'

/** Title with the plan's state, its exports and the next step. */
export function PlanHead({
  desk,
  problems,
  units,
}: {
  desk: PlanDesk
  problems: readonly Problem[]
  units: readonly Unit[]
}) {
  const { book, by, rules } = useSession()
  const { attempt, say } = useToast()
  const [asking, setAsking] = useState<WorkflowStep<PlanState> | 'propose' | null>(null)
  const { plan } = desk
  const items = plan?.items ?? []
  const proposed = proposedItems(desk.lines)
  const isEmpty = items.length === 0
  const steps = plan && !isEmpty ? stepsFrom(planFlow, plan.state, by) : []

  function propose() {
    setAsking(null)
    desk.save({ items: proposed }, `已按规则列入 ${proposed.length} 项，请逐项核定。`)
  }
  function ask(step: WorkflowStep<PlanState>) {
    const lack = step.back ? undefined : problems.find(({ severity }) => severity === 'error')
    if (lack) say({ text: `${lack.message}补齐后再下达。`, severity: 'warning' })
    else setAsking(step)
  }
  function take(step: WorkflowStep<PlanState>, opinion: string) {
    setAsking(null)
    attempt(async () => {
      await takeEvaluationPlanStep(book.id, plan?.revision ?? 0, { id: step.id, opinion }, by)
      say(`已${step.verb} ${book.year} 年度评价计划。`)
    })
  }
  function write(work: () => Promise<string | null>) {
    attempt(async () => {
      const sentence = await work()
      if (sentence) say(sentence)
    })
  }
  const exported = { book, plan, lines: desk.lines, units, rules: rules.evaluation.coverage }

  return (
    <PageHead title={`${book.year} 年度评价计划`} trail="绩效评价" note={noteOf(desk)}>
      <Button variant="outlined" onClick={() => write(() => exportPlanList(exported))}>
        导出 Excel
      </Button>
      {!isEmpty && (
        <Button variant="outlined" onClick={() => write(() => exportWorkPlan(exported))}>
          导出工作计划
        </Button>
      )}
      {desk.isOpen && (
        <Button
          variant={isEmpty ? 'contained' : 'outlined'}
          onClick={() => (isEmpty ? propose() : setAsking('propose'))}
        >
          {isEmpty ? `采用建议名单（${proposed.length} 项）` : '重新建议'}
        </Button>
      )}
      {steps.map((step) => (
        <Button key={step.id} variant={step.back ? 'outlined' : 'contained'} onClick={() => ask(step)}>
          {step.verb}
        </Button>
      ))}
      {asking === 'propose' && (
        <ConfirmDialog
          open
          title="按规则重新建议名单"
          action={`替换为建议的 ${proposed.length} 项`}
          onCancel={() => setAsking(null)}
          onConfirm={propose}
        >
          现有 {items.length} 项的决定改为按本年能力 {desk.capacity} 项建议的名单；已建评价任务的保留。
        </ConfirmDialog>
      )}
      {asking && asking !== 'propose' && (
        <OpinionDialog
          title={`${asking.verb}：${book.year} 年度评价计划`}
          action={asking.verb}
          required={asking.opinion === 'required'}
          onCancel={() => setAsking(null)}
          onConfirm={(opinion) => take(asking, opinion)}
        >
          {asking.back
            ? '撤销后可以修改名单；已建的评价任务不受影响。'
            : '下达后名单锁定，各单位按计划准备；需要修改时可以撤销下达。'}
        </OpinionDialog>
      )}
    </PageHead>
  )
}

function noteOf({ plan }: PlanDesk): string {
  if (!plan) return '○ 还没有编制'
  if (plan.state === 'issued') return `● ${planStates.issued}（${momentText(plan.issuedAt)}）`
  return `○ ${planStates.draft}　已保存 ${momentText(plan.changedAt)}`
}
