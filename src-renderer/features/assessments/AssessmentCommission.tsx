import Box from '@mui/material/Box'
import { useState } from 'react'
import { type Assessment, type Way, ways } from '#domain/assessments/assessment'
import { conditionsLacking } from '#domain/assessments/conditions'
import type { AssessmentRules } from '#domain/assessments/rules'
import { type StepBrings, withBrought } from '#domain/assessments/step'
import { parseDay } from '#domain/dates'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'

const ownAgency = '投资评审中心'

/** 下达评估: the way, who carries it out and when the visit is to be, with the reason. */
export function AssessmentCommission(props: {
  assessment: Assessment
  rules: AssessmentRules
  onCancel: () => void
  onConfirm: (opinion: string, brings: StepBrings) => void
}) {
  const { assessment } = props
  const [way, setWay] = useState<Way | ''>(assessment.decision.way || assessment.suggestion)
  const [agency, setAgency] = useState(assessment.commissionedTo || ownAgency)
  const [visitOn, setVisitOn] = useState(assessment.visitOn)
  const [opinion, setOpinion] = useState('')
  const brings = { way, commissionedTo: agency, visitOn: parseDay(visitOn) || visitOn.trim() }
  const wanted = { id: 'commission-assessment', opinion, ...brings } as const
  const lacking = conditionsLacking(wanted.id, withBrought(assessment, wanted), props.rules)
  const suggestion = assessment.suggestion === '' ? '未提出' : ways[assessment.suggestion]
  return (
    <ConfirmDialog
      open
      title={`下达评估：${assessment.name}`}
      action="下达评估"
      disabled={lacking.length > 0}
      onCancel={props.onCancel}
      onConfirm={() => props.onConfirm(opinion.trim(), brings)}
    >
      <Box sx={{ fontSize: 13, mb: 2 }}>
        支出管理科建议：{suggestion}。{assessment.countersign && `预算科意见：${assessment.countersign}`}
      </Box>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <ChoiceField label="方式" blank="请选择" choices={ways} value={way} onCommit={setWay} />
        <TextField label="承担评估" hint="投资评审中心或受托机构" value={agency} onCommit={setAgency} />
        <TextField label="现场日期" hint="可暂不填，如 2026-09-08" value={visitOn} onCommit={setVisitOn} />
        <TextField label="统筹意见" lines={2} value={opinion} onCommit={setOpinion} />
        {lacking.map((problem) => (
          <Box key={problem.code} sx={{ fontSize: 13, color: 'error.main' }}>
            ■ {problem.message}
          </Box>
        ))}
      </Box>
    </ConfirmDialog>
  )
}
