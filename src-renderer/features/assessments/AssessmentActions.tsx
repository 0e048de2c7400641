import Button from '@mui/material/Button'
import { useNavigate } from 'react-router'
import { takeAssessmentStep } from '#actions/take-assessment-step'
import { conditionsLacking } from '#domain/assessments/conditions'
import { assessmentFlow } from '#domain/assessments/flow'
import type { AssessmentState } from '#domain/assessments/result'
import type { StepBrings } from '#domain/assessments/step'
import { holderName, type StepWanted, stepsFrom } from '#domain/workflow'
import { useSession } from '#session'
import { assessmentById } from '#storage/assessments'
import { StepBar } from '#ui/StepBar.tsx'
import { useToast } from '#ui/Toast.tsx'
import { AssessmentCommission } from './AssessmentCommission.tsx'
import type { PartProps } from './part.ts'
import { exportReport } from './report-export.ts'

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
  const { assessment } = draft
  const steps = stepsFrom(assessmentFlow, assessment.state, by)

  async function take(wanted: StepWanted<AssessmentState>, brings: StepBrings = {}) {
    const latest = await assessmentById(assessment.id)
    await takeAssessmentStep(assessment.id, latest?.revision ?? 0, { ...wanted, ...brings }, by)
  }

  function report() {
    attempt(async () => {
      await draft.flush()
      const sentence = await exportReport(assessment, { ...props, book, rules })
      if (sentence) say(sentence)
    })
  }

  return (
    <StepBar
      name={assessment.name}
      saver={draft}
      steps={steps}
      forward={steps.find((step) => !step.back)}
      holder={holderName(assessmentFlow, assessment.state)}
      texts={stepTexts}
      phrases={phrases}
      take={take}
      // What the dialog itself asks for is looked at when it is answered.
      lackOf={({ id }) =>
        id === 'commission-assessment' ? [] : conditionsLacking(id, assessment, rules.assessment)
      }
      lacking={{ title: () => '还有没办完的事项', onJump: ({ at }) => props.onJump(at) }}
      dialogOf={({ id }, dialog) =>
        id === 'commission-assessment' && (
          <AssessmentCommission
            assessment={assessment}
            rules={rules.assessment}
            onCancel={dialog.onCancel}
            onConfirm={(opinion, brings) => dialog.take(() => take({ id, opinion }, brings))}
          />
        )
      }
      ways={
        <Button color="inherit" onClick={() => void navigate('/assessments')}>
          返回台账
        </Button>
      }
    >
      <Button variant="outlined" onClick={report}>
        导出报告
      </Button>
    </StepBar>
  )
}
