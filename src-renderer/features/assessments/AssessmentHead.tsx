import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { whyAssessed } from '#domain/assessments/assessment'
import { assessmentFlow } from '#domain/assessments/flow'
import type { AssessmentState } from '#domain/assessments/result'
import { assessmentKinds } from '#domain/assessments/rules'
import { holderName, overdueDays } from '#domain/workflow'
import type { Unit } from '#domain/year-book'
import { sentenceFor } from '#ui/error-text'
import { PageHead } from '#ui/PageHead.tsx'
import { colours } from '#ui/theme'
import { lookOf, wordOf } from './AssessmentMark.tsx'
import type { AssessmentDraft } from './assessment-draft.ts'

const road: readonly { word: string; states: readonly AssessmentState[] }[] = [
  { word: '提出建议', states: ['due', 'exempt'] },
  { word: '统筹', states: ['proposed'] },
  { word: '评估', states: ['commissioned'] },
  { word: '确认', states: ['reported'] },
  { word: '出结论', states: ['concluded'] },
]

export function AssessmentHead({ draft, units }: { draft: AssessmentDraft; units: readonly Unit[] }) {
  const { assessment } = draft
  const unit = units.find((each) => each.id === assessment.unitId)
  const why = `${unit?.name ?? '未定单位'} · ${assessmentKinds[assessment.kind]} · ${whyAssessed(assessment)}`
  return (
    <>
      <PageHead
        trail="事前评估"
        title={assessment.name || '未填名称的项目'}
        note={<SaveNote draft={draft} />}
      />
      <Box
        sx={{
          px: 4,
          py: 1,
          display: 'flex',
          gap: 6,
          alignItems: 'center',
          fontSize: 13,
          bgcolor: 'background.paper',
          borderBottom: 1,
          borderColor: 'divider',
          whiteSpace: 'nowrap',
        }}
      >
        <StepLine draft={draft} />
        <Box
          sx={{ color: colours.secondary, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}
          title={why}
        >
          {why}
        </Box>
      </Box>
    </>
  )
}

function StepLine({ draft }: { draft: AssessmentDraft }) {
  const { assessment } = draft
  const { state, heldSince } = assessment
  const look = lookOf(assessment)
  const present = road.findIndex((step) => step.states.includes(state))
  const holder = holderName(assessmentFlow, state)
  const overdue = overdueDays(assessmentFlow, state, heldSince, new Date().toISOString())
  return (
    <Box component="ol" aria-label="进度" sx={{ display: 'flex', gap: 2, listStyle: 'none', m: 0, p: 0 }}>
      {road.map((step, index) => (
        <Box
          component="li"
          key={step.word}
          aria-current={index === present ? 'step' : undefined}
          sx={{
            color: index === present ? look.colour : colours.secondary,
            fontWeight: index === present ? 600 : 400,
          }}
        >
          {index > 0 && (
            <Box component="span" sx={{ color: colours.secondary, fontWeight: 400, mr: 2 }}>
              →
            </Box>
          )}
          <span aria-hidden="true">{index === present ? look.shape : index < present ? '✓' : '○'}</span>{' '}
          {index === present ? wordOf(assessment) : step.word}
          {index === present && holder !== '' && `（${holder}${overdue > 0 ? `，超 ${overdue} 天` : ''}）`}
        </Box>
      ))}
    </Box>
  )
}

function SaveNote({ draft }: { draft: AssessmentDraft }) {
  const { state, assessment } = draft
  const at = new Date(assessment.changedAt).toLocaleTimeString('zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
  return (
    <Box component="span" role="status" data-save={state.kind}>
      {state.kind === 'saved' && `已保存 ${at}`}
      {state.kind === 'pending' && '正在保存'}
      {state.kind === 'failed' && (
        <Box component="span" sx={{ color: colours.alarm }}>
          ■ 未保存：{sentenceFor(state.error)}
          <Button size="small" onClick={draft.retry} sx={{ ml: 2 }}>
            再次保存
          </Button>
        </Box>
      )}
    </Box>
  )
}
