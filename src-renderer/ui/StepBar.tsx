import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useState } from 'react'
import type { Problem } from '#domain/problem'
import type { StepWanted, WorkflowStep } from '#domain/workflow'
import { ActionBar } from './ActionBar.tsx'
import { LackingDialog } from './LackingDialog.tsx'
import { OpinionDialog } from './OpinionDialog.tsx'
import { useToast } from './Toast.tsx'
import { useRefuseUnread } from './unread.ts'
import type { Saving } from './use-queue.ts'
import { useWhenKept } from './use-when-kept.ts'

type Props<State extends string> = {
  /** What the document is called. */
  name: string
  saver: Pick<Saving, 'flush'>
  /** What may be done with it now. */
  steps: readonly WorkflowStep<State>[]
  /** Of them the one next step. */
  forward: WorkflowStep<State> | undefined
  /** Whom it waits for, said where there is no next step here; '' for nobody. */
  holder: string
  /** What else is said beside the steps. */
  note?: ReactNode
  /** What a step means, said before it is taken. */
  texts: Readonly<Record<string, string>>
  phrases: Readonly<Record<string, readonly string[]>>
  /** Where a step may lead, where there is a choice. */
  targets?: Partial<Readonly<Record<State, string>>>
  take: (wanted: StepWanted<State>) => Promise<unknown>
  /** What is missing before a step. */
  lackOf?: (step: WorkflowStep<State>) => readonly Problem[]
  /** Told of every step that is asked for, with what it lacks. */
  onAsk?: (step: WorkflowStep<State>, lacks: readonly Problem[]) => void
  /** All that is missing is listed and led to; without it the first is said. */
  lacking?: Pick<Parameters<typeof LackingDialog>[0], 'title' | 'note' | 'onJump'>
  /** What else is said or asked above the opinion. */
  more?: (step: WorkflowStep<State>) => ReactNode
  /** A dialog of its own in place of the opinion; what it decides is done by `take`. */
  dialogOf?: (step: WorkflowStep<State>, by: StepDialog) => ReactNode
  /** Ways out, at the left. */
  ways: ReactNode
  /** What else can be done, before the steps. */
  children?: ReactNode
  /** What comes after them all. */
  after?: ReactNode
}

type StepDialog = { onCancel: () => void; take: (work: () => Promise<unknown>) => void }

/** The bar at the foot of a document: ways out, whom it waits for, what can be done, and the one next step at the right. */
export function StepBar<State extends string>(props: Props<State>) {
  const { name, forward, targets, lacking } = props
  const { say } = useToast()
  const refuseUnread = useRefuseUnread()
  const whenKept = useWhenKept(props.saver)
  const [asking, setAsking] = useState<WorkflowStep<State> | null>(null)
  const [lacks, setLacks] = useState<readonly Problem[]>([])

  function ask(step: WorkflowStep<State>) {
    if (refuseUnread()) return
    const found = props.lackOf?.(step) ?? []
    props.onAsk?.(step, found)
    const [first, ...others] = found
    if (!first) setAsking(step)
    else if (lacking) setLacks(found)
    else {
      const more = others.length > 0 ? `（另有 ${others.length} 处）` : ''
      say({ text: `${first.message}${more}补齐后再${step.verb}。`, severity: 'warning' })
    }
  }

  function taking(step: WorkflowStep<State>, work: () => Promise<unknown>) {
    setAsking(null)
    whenKept(async () => {
      await work()
      say(`${step.verb}：${name}`)
    })
  }

  const own = asking && props.dialogOf?.(asking, { onCancel: close, take: (work) => taking(asking, work) })
  function close() {
    setAsking(null)
  }
  return (
    <ActionBar>
      {props.ways}
      <Box sx={{ flex: 1, fontSize: 13, textAlign: 'right', color: 'text.secondary' }}>
        {!forward && props.holder !== '' && `等待${props.holder}办理`}
        {props.note}
      </Box>
      {props.children}
      {props.steps
        .filter((step) => step !== forward)
        .map((step) => (
          <Button key={step.id} variant="outlined" onClick={() => ask(step)}>
            {step.verb}
          </Button>
        ))}
      {forward && (
        <Button variant="contained" onClick={() => ask(forward)}>
          {forward.verb}
        </Button>
      )}
      {props.after}
      {lacking && <LackingDialog problems={lacks} onClose={() => setLacks([])} {...lacking} />}
      {own}
      {asking && !own && (
        <OpinionDialog
          title={`${asking.verb}：${name}`}
          action={asking.verb}
          required={asking.opinion === 'required'}
          phrases={props.phrases[asking.id] ?? []}
          targets={targets ? asking.to.map((state) => ({ value: state, label: targets[state] ?? '' })) : []}
          onCancel={close}
          onConfirm={(opinion, target) => {
            const to = targets && asking.to.find((state) => state === target)
            taking(asking, () => props.take({ id: asking.id, opinion, ...(to ? { to } : {}) }))
          }}
        >
          <Box sx={{ fontSize: 13, display: 'grid', gap: 2 }}>
            <Box>{props.texts[asking.id] ?? ''}</Box>
            {props.more?.(asking)}
          </Box>
        </OpinionDialog>
      )}
    </ActionBar>
  )
}
