import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { takeAssessmentStep } from '#actions/take-assessment-step'
import { conditionsLacking } from '#domain/assessments/conditions'
import { assessmentFlow } from '#domain/assessments/flow'
import type { AssessmentState } from '#domain/assessments/result'
import type { StepBrings } from '#domain/assessments/step'
import type { Problem } from '#domain/problem'
import { holderName, stepsFrom, type WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { assessmentById } from '#storage/assessments'
import { ActionBar } from '#ui/ActionBar.tsx'
import { LackingDialog } from '#ui/LackingDialog.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { AssessmentCommission } from './AssessmentCommission.tsx'
import type { PartProps } from './part.ts'
import { exportReport } from './report-export.ts'

type Step = WorkflowStep<AssessmentState>

const stepTexts: Readonly<Record<string, string>> = {
  'propose-assessment': '提出后交监督与绩效管理科统筹确定，申报金额取目标的最新金额。',
  'return-assessment-proposal': '退回后由支出管理科修改建议，再重新提出。',
  'countersign-assessment': '会签意见供监督与绩效管理科统筹确定时参考。',
  'exempt-assessment': '免评后不再要求事前评估，原因记入台账。',
  'resume-assessment': '撤销后回到待提出建议。',
  'report-assessment': '提交后由监督与绩效管理科确认，评分和报告内容不能再改。',
  'return-assessment-report': '退回后由投资评审中心修改，再重新提交。',
  'conclude-assessment': '确认后结论用于预算安排：不予支持的不得安排预算，调整后支持的按建议金额安排。',
  'reopen-assessment': '撤销后回到待确认，预算关口随之重新计算。',
}

const phrases: Readonly<Record<string, readonly string[]>> = {
  'return-assessment-proposal': ['初审意见不具体，请补充。', '请核对申报金额和上年金额。'],
  'exempt-assessment': ['上级已组织评估，成果共享。', '政策性刚性支出，标准明确。', '应急救灾支出。'],
  'countersign-assessment': ['同意开展评估。', '建议与预算评审一并进行。'],
  'return-assessment-report': ['评分与分析不一致，请核对。', '核减依据不充分，请补充。'],
}

/** The bar at the foot: what can be done now, with the one next step at the right. */
export function AssessmentActions(props: PartProps & { onJump: (section: string) => void }) {
  const { draft } = props
  const { by, book, rules } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<Step | null>(null)
  const [lacking, setLacking] = useState<readonly Problem[]>([])
  const { assessment } = draft
  const steps = stepsFrom(assessmentFlow, assessment.state, by)
  const forward = steps.find((step) => !step.back)
  const holder = holderName(assessmentFlow, assessment.state)

  function ask(step: Step) {
    // What the dialog itself asks for is looked at when it is answered.
    const missing =
      step.id === 'commission-assessment' ? [] : conditionsLacking(step.id, assessment, rules.assessment)
    if (missing.length > 0) setLacking(missing)
    else setAsking(step)
  }

  function take(step: Step, opinion: string, brings: StepBrings = {}) {
    setAsking(null)
    attempt(async () => {
      if (!(await draft.flush())) {
        say({ text: '还有内容没有保存，没有执行。请先处理页面上方的提示。', severity: 'warning' })
        return
      }
      const latest = await assessmentById(assessment.id)
      const wanted = { id: step.id, opinion, ...brings }
      await takeAssessmentStep(assessment.id, latest?.revision ?? 0, wanted, by)
      say(`${step.verb}：${assessment.name}`)
    })
  }

  function report() {
    attempt(async () => {
      await draft.flush()
      const sentence = await exportReport(assessment, { ...props, book, rules })
      if (sentence) say(sentence)
    })
  }

  return (
    <ActionBar>
      <Button color="inherit" onClick={() => void navigate('/assessments')}>
        返回台账
      </Button>
      <Box sx={{ flex: 1, fontSize: 13, textAlign: 'right', color: 'text.secondary' }}>
        {!forward && holder !== '' && `等待${holder}办理`}
      </Box>
      <Button variant="outlined" onClick={report}>
        导出报告
      </Button>
      {steps
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
      <LackingDialog
        problems={lacking}
        title={() => '还有没办完的事项'}
        onClose={() => setLacking([])}
        onJump={(problem) => props.onJump(problem.at)}
      />
      {asking?.id === 'commission-assessment' && (
        <AssessmentCommission
          assessment={assessment}
          rules={rules.assessment}
          onCancel={() => setAsking(null)}
          onConfirm={(opinion, brings) => take(asking, opinion, brings)}
        />
      )}
      {asking && asking.id !== 'commission-assessment' && (
        <OpinionDialog
          title={`${asking.verb}：${assessment.name}`}
          action={asking.verb}
          required={asking.opinion === 'required'}
          phrases={phrases[asking.id] ?? []}
          onCancel={() => setAsking(null)}
          onConfirm={(opinion) => take(asking, opinion)}
        >
          <Box sx={{ fontSize: 13 }}>{stepTexts[asking.id] ?? ''}</Box>
        </OpinionDialog>
      )}
    </ActionBar>
  )
}
