import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { removeWorkItem } from '#actions/remove-work-item'
import { saveWorkItem } from '#actions/save-work-item'
import { saveWorkProgress } from '#actions/save-work-progress'
import { takeWorkStep } from '#actions/take-work-step'
import { attachmentStore } from '#desktop'
import { isDay, parseDay } from '#domain/dates'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { problemsAt } from '#domain/problem'
import {
  checkFinished,
  ownerSteps,
  type WorkItem,
  type WorkProgress,
  type WorkState,
  workFlow,
} from '#domain/supervision/work-item'
import { stepsFrom, type WorkflowStep } from '#domain/workflow'
import type { Section } from '#domain/year-book'
import { useSession } from '#session'
import { workItemById } from '#storage/work-items'
import { AttachmentList } from '#ui/AttachmentList.tsx'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useRecordSaver } from '#ui/record-saver'
import { SaveNote } from '#ui/SaveNote.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { TrailList } from '#ui/TrailList.tsx'
import { colours } from '#ui/theme'
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

/** An item of the plan beside the list: what is asked, what was done, its proof and the next step. */
export function WorkPanel(props: { row: WorkRow; sections: readonly Section[]; onRemoved: () => void }) {
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [asking, setAsking] = useState<WorkflowStep<WorkState> | null>(null)
  const [removing, setRemoving] = useState(false)
  const [showsLack, setShowsLack] = useState(false)
  const saver = useRecordSaver<WorkItem>(props.row.item, {
    read: workItemById,
    keep: (latest, change) => keep(latest, change, by),
  })
  const { record: item } = saver
  const isOpen = item.state === 'planned' || item.state === 'working'
  const mayPlan = isOpen && may(by, 'save-work-plan')
  const mayReport = isOpen && props.row.isMine && may(by, 'save-work-progress')
  const steps = stepsFrom(workFlow, item.state, by).filter(
    ({ id }) => !ownerSteps.has(id) || props.row.isMine,
  )
  const problems = showsLack ? checkFinished(item) : []
  const at = (field: string) => problemsAt(problems, field)

  function ask(step: WorkflowStep<WorkState>) {
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
    setRemoving(false)
    attempt(async () => {
      const latest = await workItemById(item.id)
      await removeWorkItem(item.id, latest?.revision ?? 0, by)
      say(`已从计划中删除：${item.name}`)
      props.onRemoved()
    })
  }

  return (
    <Box
      component="aside"
      aria-label="工作事项"
      sx={{
        ...{
          width: 'min(348px, 38vw)',
          flex: 'none',
          display: 'flex',
          flexDirection: 'column',
          minHeight: 0,
        },
        ...{ bgcolor: colours.surface, borderLeft: `1px solid ${colours.line}` },
      }}
    >
      <Box
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 3, display: 'grid', gap: 2, alignContent: 'start' }}
      >
        <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2 }}>
          <Box sx={{ fontWeight: 600, flex: 1 }}>{props.row.sectionName}</Box>
          <Box sx={{ fontSize: 12, color: colours.secondary }}>
            {mayPlan || mayReport ? <SaveNote saver={saver} at={item.changedAt} /> : '只读'}
          </Box>
        </Box>
        <PlanFields
          item={item}
          readOnly={!mayPlan}
          sections={props.sections}
          onChange={(change) => saver.change(() => change)}
        />
        <TextField
          label="完成情况"
          lines={3}
          value={item.progress}
          readOnly={!mayReport}
          problems={at('progress')}
          onCommit={(progress) => saver.change(() => ({ progress }))}
        />
        <TextField
          label="佐证所在"
          hint={item.proofHint === '' ? '文号、所在页面' : item.proofHint}
          value={item.proof}
          readOnly={!mayReport}
          problems={at('proof')}
          onCommit={(proof) => saver.change(() => ({ proof: proof.trim() }))}
        />
        <AttachmentList
          attachments={item.attachments}
          store={attachmentStore}
          addedBy={by.name}
          mayAdd={mayReport}
          mayRemove={mayReport}
          inputLabel="工作佐证材料"
          onChange={(attachments) => saver.change(() => ({ attachments }))}
        />
        <TrailList trail={item.trail} empty="还没有开始办理。" />
        {item.clause !== '' && (
          <Box sx={{ fontSize: 12, color: colours.secondary }}>
            依据：{item.clause}〔{item.mark}〕{item.templateId !== '' && '；期限为本系统缺省〔拟〕，可以修改'}
            。
          </Box>
        )}
        {mayPlan && item.state === 'planned' && (
          <Button color="error" size="small" sx={{ justifySelf: 'start' }} onClick={() => setRemoving(true)}>
            从计划中删除
          </Button>
        )}
      </Box>
      {/* At the foot, where a fault that goes while the button is pressed cannot move it away. */}
      <Box
        sx={{
          ...{ flex: 'none', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 3, py: 2 },
          borderTop: `1px solid ${colours.line}`,
        }}
      >
        {steps.map((step) => (
          <Button
            key={step.id}
            size="small"
            variant={step.back ? 'outlined' : 'contained'}
            onClick={() => ask(step)}
          >
            {step.verb}
          </Button>
        ))}
        {steps.every(({ back }) => back) && (
          <Box sx={{ fontSize: 13, color: colours.secondary }}>{waitText(item, props.row.sectionName)}</Box>
        )}
      </Box>
      <ConfirmDialog
        open={removing}
        title="从年度计划中删除这项工作？"
        action="删除 1 项工作"
        dangerous
        onCancel={() => setRemoving(false)}
        onConfirm={remove}
      >
        {item.name}
      </ConfirmDialog>
      {asking && (
        <OpinionDialog
          title={`${asking.verb}：${item.name}`}
          action={asking.verb}
          required
          onCancel={() => setAsking(null)}
          onConfirm={(opinion) => attempt(() => take(asking, opinion))}
        />
      )}
    </Box>
  )
}

function waitText({ state }: WorkItem, sectionName: string): string {
  if (state === 'done') return '等待监督与绩效管理科确认。'
  return state === 'confirmed' ? '已确认完成。' : `由${sectionName}办理。`
}

function PlanFields(props: {
  item: WorkItem
  readOnly: boolean
  sections: readonly Section[]
  onChange: (change: Partial<WorkItem>) => void
}) {
  const { item, readOnly, onChange } = props
  const choices = Object.fromEntries(props.sections.map(({ id, name }) => [id, name]))
  return (
    <>
      <TextField
        label="工作内容"
        lines={2}
        value={item.name}
        readOnly={readOnly}
        onCommit={(name) => name.trim() !== '' && onChange({ name: name.trim() })}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
        <ChoiceField
          label="责任科室"
          value={item.sectionId}
          choices={choices}
          readOnly={readOnly || item.templateId !== ''}
          onCommit={(sectionId) => sectionId !== '' && onChange({ sectionId })}
        />
        <TextField
          label="完成期限"
          value={item.dueOn}
          readOnly={readOnly}
          onCommit={(text) => {
            const dueOn = parseDay(text, 'last')
            if (isDay(dueOn)) onChange({ dueOn })
          }}
        />
      </Box>
    </>
  )
}
