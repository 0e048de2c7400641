import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { takeRectificationStep } from '#actions/take-rectification-step'
import { attachmentStore } from '#desktop'
import type { RectificationOrder } from '#domain/applications/application'
import { checkReport } from '#domain/applications/checks'
import { isOpen, type RectificationState, rectificationFlow } from '#domain/applications/flow'
import { hasOrder } from '#domain/applications/letters'
import { may } from '#domain/people/permissions'
import { stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { applicationById } from '#storage/applications'
import { AttachmentList } from '#ui/AttachmentList.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { fields, note } from '#ui/part-style'
import { TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { RectificationMark } from './ApplicationMark.tsx'
import { exportOrders } from './application-export.ts'
import { OrderDialog } from './OrderDialog.tsx'
import type { PartProps } from './part.ts'
import { stepPhrases, stepTexts } from './step-texts.ts'

type Step = WorkflowStep<RectificationState>

/** 整改: the order with its deadline, what the unit reports with its proof, 销号. */
export function PartRectification(props: PartProps) {
  const { saver, application, units, sections, today, calendars } = props
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const [asking, setAsking] = useState<Step | null>(null)
  const { rectification } = application
  const state = rectification?.state ?? 'none'
  const steps = isOpen(application.state) ? stepsFrom(rectificationFlow, state, by) : []
  const readOnly = state !== 'ordered' || !may(by, 'save-rectification')

  function take(step: Step, opinion: string, order?: RectificationOrder) {
    setAsking(null)
    attempt(async () => {
      if (!(await saver.flush())) return
      const latest = await applicationById(application.id)
      const [lack] =
        step.id === 'report-rectification' ? checkReport(latest?.rectification ?? { report: '' }) : []
      if (lack) {
        say({ text: `${lack.message}补齐后再${step.verb}。`, severity: 'warning' })
        return
      }
      const wanted = { id: step.id, opinion, ...(order ? { order } : {}) }
      await takeRectificationStep(application.id, latest?.revision ?? 0, wanted, by)
      say(`${step.verb}：${application.name}`)
    })
  }
  function exportOrder() {
    attempt(async () => {
      const sentence = await exportOrders([application], { book, units, sections })
      if (sentence) say(sentence)
    })
  }

  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', fontSize: 13 }}>
        <Box sx={{ flex: 1 }}>
          <RectificationMark rectification={rectification} today={today} />
          {state === 'none' && rectification && '，规则要求整改。'}
        </Box>
        {hasOrder(application) && (
          <Button size="small" variant="outlined" onClick={exportOrder}>
            导出整改通知书
          </Button>
        )}
        {steps.map((step) => (
          <Button
            key={step.id}
            size="small"
            variant={step.back ? 'text' : 'outlined'}
            onClick={() => setAsking(step)}
          >
            {step.verb}
          </Button>
        ))}
      </Box>
      {rectification && state !== 'none' && (
        <>
          <Box sx={{ ...note, whiteSpace: 'pre-line' }}>
            问题：{rectification.problem}
            {`\n要求：${rectification.demand}`}
            {`\n期限：${rectification.dueOn}（${rectification.orderedOn} 下达${rectification.number === '' ? '' : `，${rectification.number}`}）`}
            {rectification.clearedOn !== '' &&
              `\n销号：${rectification.clearedOn} ${rectification.conclusion}`}
          </Box>
          <Box sx={fields}>
            <TextField
              wide
              label="整改结果"
              lines={3}
              value={rectification.report}
              readOnly={readOnly}
              onCommit={(report) => saver.report({ report })}
            />
            <AttachmentList
              attachments={rectification.proof}
              store={attachmentStore}
              addedBy={by.name}
              mayAdd={!readOnly}
              mayRemove={!readOnly}
              inputLabel="整改佐证资料"
              onChange={(proof) => saver.report({ proof })}
            />
          </Box>
        </>
      )}
      {asking?.id === 'order-rectification' && (
        <OrderDialog
          application={application}
          today={today}
          calendars={calendars}
          onCancel={() => setAsking(null)}
          onConfirm={(order) => take(asking, '', order)}
        />
      )}
      {asking && asking.id !== 'order-rectification' && (
        <OpinionDialog
          title={`${asking.verb}：${application.name}`}
          action={asking.verb}
          required={asking.opinion === 'required'}
          phrases={stepPhrases[asking.id] ?? []}
          onCancel={() => setAsking(null)}
          onConfirm={(opinion) => take(asking, opinion)}
        >
          <Box sx={{ fontSize: 13 }}>{stepTexts[asking.id] ?? ''}</Box>
        </OpinionDialog>
      )}
    </Box>
  )
}
