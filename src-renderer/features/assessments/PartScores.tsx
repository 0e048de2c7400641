import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef, useState } from 'react'
import type { AssessmentExpert } from '#domain/assessments/assessment'
import {
  type AssessmentScore,
  checkExpert,
  combinedScore,
  pointsText,
  rateText,
  suggestedConclusion,
} from '#domain/assessments/score'
import type { Problem } from '#domain/problem'
import { useSession } from '#session'
import { localToday } from '#storage/local-day'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { note } from '#ui/part-style'
import { useToast } from '#ui/Toast.tsx'
import { takeRow } from '#ui/take-row'
import { useRefuseUnread } from '#ui/unread'
import { ExpertTable } from './ExpertTable.tsx'
import { rowId } from './fresh.ts'
import { PickFromDraw } from './PickFromDraw.tsx'
import type { PartProps } from './part.ts'
import { ScoreSheet } from './ScoreSheet.tsx'

/** 专家评分: items × experts, who has submitted, the combined score and the conclusion it allows. */
export function PartScores({ draft, isOpen }: PartProps) {
  const { assessment, change } = draft
  const { rules } = useSession()
  const { say } = useToast()
  const refuseUnread = useRefuseUnread()
  const mayWork = isOpen('work')
  const [faults, setFaults] = useState<readonly Problem[]>([])
  const adder = useRef<HTMLButtonElement>(null)
  const table = rules.assessment.tables[assessment.kind]
  const { experts } = assessment
  const score = combinedScore(experts, table)
  const suggested = suggestedConclusion(score, rules.assessment)

  function put(id: string, patch: Partial<AssessmentExpert>) {
    change('work', (before) => ({
      experts: before.experts.map((each) => (each.id === id ? { ...each, ...patch } : each)),
    }))
  }

  // Another set of experts is another sheet: what could not be read would go with this one.
  function add() {
    if (refuseUnread()) return
    const fresh: AssessmentExpert = {
      id: rowId(),
      name: '',
      expertId: '',
      marks: {},
      opinion: '',
      submittedOn: '',
    }
    change('work', (before) => ({ experts: [...before.experts, fresh] }))
  }

  function remove(expert: AssessmentExpert, button: HTMLElement) {
    if (refuseUnread()) return
    takeRow(button, adder, () =>
      change('work', (before) => ({
        experts: before.experts.filter(({ id }) => id !== expert.id),
      })),
    )
  }

  function submit(expert: AssessmentExpert) {
    if (refuseUnread()) return
    const problems = checkExpert(expert, table, rules.assessment)
    if (problems.length > 0) {
      setFaults(problems)
      return
    }
    put(expert.id, { submittedOn: localToday() })
    say(`${expert.name}已提交评分。`)
  }

  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box sx={note}>
        各要点先定等级再评分：可填“优”“良”“中”“差”、分数或二者（优 4.5）；至少{' '}
        {rules.assessment.experts.minimum} 位专家提交后才能提交报告。
      </Box>
      {experts.length === 0 ? (
        <Box sx={note}>○ 还没有专家。{mayWork && '请先增加专家，再录入评分。'}</Box>
      ) : (
        <ScoreSheet
          // Another set of experts, or a sheet handed in or opened again, is another sheet.
          key={`${mayWork} ${experts.map(({ id, submittedOn }) => `${id}${submittedOn}`).join()}`}
          draft={draft}
          readOnly={!mayWork}
        />
      )}
      <Box>
        {experts.length > 0 && (
          <ExpertTable
            experts={experts}
            table={table}
            mayWork={mayWork}
            onChange={put}
            onSubmit={submit}
            onReopen={(id) => !refuseUnread() && put(id, { submittedOn: '' })}
            onRemove={remove}
          />
        )}
        {mayWork && (
          <>
            <Button ref={adder} size="small" onClick={add} sx={{ mt: 1 }}>
              增加专家
            </Button>
            <PickFromDraw
              experts={experts}
              onPick={(fresh) =>
                !refuseUnread() && change('work', (before) => ({ experts: [...before.experts, ...fresh] }))
              }
            />
          </>
        )}
      </Box>
      {score.experts > 0 && <DimensionScores score={score} />}
      {suggested && (
        <Box sx={{ fontSize: 13, fontWeight: 600 }} role="note">
          {suggested.reason}（{score.experts} 位专家平均）
        </Box>
      )}
      <FaultsDialog faults={faults} onClose={() => setFaults([])} />
    </Box>
  )
}

function DimensionScores({ score }: { score: AssessmentScore }) {
  return (
    <Box component="ul" aria-label="维度得分" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: 13 }}>
      {score.dimensions.map(({ dimension, sum, full }) => (
        <Box component="li" key={dimension.id} sx={{ display: 'flex', gap: 3 }}>
          <Box sx={{ width: 160 }}>{dimension.name}</Box>
          <Box sx={{ width: 120, textAlign: 'right' }}>
            {pointsText(sum)} / {pointsText(full)}
          </Box>
          <Box sx={{ width: 60, textAlign: 'right' }}>{rateText(sum, full)}</Box>
        </Box>
      ))}
    </Box>
  )
}

function FaultsDialog({ faults, onClose }: { faults: readonly Problem[]; onClose: () => void }) {
  return (
    <ConfirmDialog
      open={faults.length > 0}
      title="还不能提交评分"
      action="知道了"
      onCancel={onClose}
      onConfirm={onClose}
    >
      <Box sx={{ mb: 2 }}>下面的要点补齐或改正后才能提交，已填的评分都已保存。</Box>
      <Box component="ul" sx={{ m: 0, pl: 5, maxHeight: 320, overflow: 'auto', lineHeight: '24px' }}>
        {faults.map((problem) => (
          <li key={`${problem.code} ${problem.at}`}>{problem.message}</li>
        ))}
      </Box>
    </ConfirmDialog>
  )
}
