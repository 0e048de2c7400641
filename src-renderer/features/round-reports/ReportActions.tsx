import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { takeRoundReportStep } from '#actions/take-round-report-step'
import type { ReportFigures, ReportPart } from '#domain/monitoring/report-figures'
import { type RoundReport, type RoundReportState, roundReportFlow } from '#domain/monitoring/round-report'
import { stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { roundReportById } from '#storage/round-reports'
import { ActionBar } from '#ui/ActionBar.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { exportLists, exportReport } from './report-export.ts'

type Step = WorkflowStep<RoundReportState>

const stepTexts: Readonly<Record<string, string>> = {
  'ask-round-opinions': '有监控对象的归口股室都会收到待办，反馈“无意见”或修改意见。',
  'withdraw-round-report': '撤回后可继续修改；已经反馈的意见保留。',
  'finish-round-report': '定稿后数字不再变化，供预算科审核预算调整、处置结余、编制下年预算。',
  'reopen-round-report': '撤销后数字重新随监控数据变化。',
}

/** The bar at the foot: Word and Excel, and the next step of the report. */
export function ReportActions(props: {
  report: RoundReport
  figures: ReportFigures
  texts: Readonly<Record<ReportPart, string>>
}) {
  const { report } = props
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<Step | null>(null)
  const steps = stepsFrom(roundReportFlow, report.state, by)
  const forward = steps.find((step) => !step.back)
  const silent = report.opinions.filter(({ verdict }) => verdict === '').map(({ sectionName }) => sectionName)

  function take(step: Step, opinion: string) {
    setAsking(null)
    attempt(async () => {
      const latest = await roundReportById(report.id)
      await takeRoundReportStep(report.id, latest?.revision ?? 0, { id: step.id, opinion }, by)
      say(`${step.verb}：${report.name}`)
    })
  }
  function write(work: () => Promise<string | null>) {
    attempt(async () => {
      const sentence = await work()
      if (sentence) say(sentence)
    })
  }

  return (
    <ActionBar>
      <Button color="inherit" onClick={() => void navigate('/monitoring/reports')}>
        返回
      </Button>
      <Button color="inherit" onClick={() => void navigate(`/monitoring?round=${report.roundId}`)}>
        查看监控表
      </Button>
      <Box sx={{ flex: 1 }} />
      <Button variant="outlined" onClick={() => write(() => exportLists({ ...props, book }))}>
        导出附表
      </Button>
      <Button variant="outlined" onClick={() => write(() => exportReport({ ...props, book }))}>
        导出 Word
      </Button>
      {steps
        .filter((step) => step !== forward)
        .map((step) => (
          <Button key={step.id} variant="outlined" onClick={() => setAsking(step)}>
            {step.verb}
          </Button>
        ))}
      {forward && (
        <Button variant="contained" onClick={() => setAsking(forward)}>
          {forward.verb}
        </Button>
      )}
      {asking && (
        <OpinionDialog
          title={`${asking.verb}：${report.name}`}
          action={asking.verb}
          required={asking.opinion === 'required'}
          onCancel={() => setAsking(null)}
          onConfirm={(opinion) => take(asking, opinion)}
        >
          <Box sx={{ fontSize: 13 }}>
            {stepTexts[asking.id] ?? ''}
            {asking.id === 'finish-round-report' &&
              silent.length > 0 &&
              `还有 ${silent.length} 个股室没有反馈，按无意见处理：${silent.join('、')}。`}
          </Box>
        </OpinionDialog>
      )}
    </ActionBar>
  )
}
