import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef, useState } from 'react'
import type { AssessmentExpert } from '#domain/assessments/assessment'
import {
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
import { TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { takeRow } from '#ui/take-row'
import { useRefuseUnread } from '#ui/unread'
import { rowId } from './fresh.ts'
import { tableStyle } from './PartMaterials.tsx'
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
          <Box component="table" aria-label="专家" sx={tableStyle}>
            <thead>
              <tr>
                <th scope="col" style={{ width: 120 }}>
                  专家
                </th>
                <th scope="col" style={{ width: 70 }}>
                  得分
                </th>
                <th scope="col">意见</th>
                <th scope="col" style={{ width: 110 }}>
                  提交
                </th>
                {mayWork && (
                  <th scope="col" style={{ width: 150 }}>
                    操作
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {experts.map((expert, index) => (
                <ExpertRow
                  key={expert.id}
                  expert={expert}
                  number={index + 1}
                  total={combinedScore([{ ...expert, submittedOn: '-' }], table).total}
                  mayWork={mayWork}
                  onChange={(patch) => put(expert.id, patch)}
                  onSubmit={() => submit(expert)}
                  onReopen={() => !refuseUnread() && put(expert.id, { submittedOn: '' })}
                  onRemove={(button) => remove(expert, button)}
                />
              ))}
            </tbody>
          </Box>
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
      {score.experts > 0 && (
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
      )}
      {suggested && (
        <Box sx={{ fontSize: 13, fontWeight: 600 }} role="note">
          {suggested.reason}（{score.experts} 位专家平均）
        </Box>
      )}
      <ConfirmDialog
        open={faults.length > 0}
        title="还不能提交评分"
        action="知道了"
        onCancel={() => setFaults([])}
        onConfirm={() => setFaults([])}
      >
        <Box sx={{ mb: 2 }}>下面的要点补齐或改正后才能提交，已填的评分都已保存。</Box>
        <Box component="ul" sx={{ m: 0, pl: 5, maxHeight: 320, overflow: 'auto', lineHeight: '24px' }}>
          {faults.map((problem) => (
            <li key={`${problem.code} ${problem.at}`}>{problem.message}</li>
          ))}
        </Box>
      </ConfirmDialog>
    </Box>
  )
}

function ExpertRow(props: {
  expert: AssessmentExpert
  number: number
  total: number
  mayWork: boolean
  onChange: (patch: Partial<AssessmentExpert>) => void
  onSubmit: () => void
  onReopen: () => void
  onRemove: (button: HTMLElement) => void
}) {
  const { expert, mayWork, onChange } = props
  const isSubmitted = expert.submittedOn !== ''
  const mayWrite = mayWork && !isSubmitted
  const name = expert.name || `专家 ${props.number}`
  return (
    <tr>
      <td>
        {mayWrite ? (
          <TextField
            hideLabel
            label={`专家 ${props.number} 姓名`}
            placeholder="姓名"
            value={expert.name}
            onCommit={(text) => onChange({ name: text.trim() })}
          />
        ) : (
          expert.name
        )}
      </td>
      <td style={{ textAlign: 'right' }}>{pointsText(props.total)}</td>
      <td>
        {mayWrite ? (
          <TextField
            hideLabel
            lines={1}
            label={`${name}的意见`}
            placeholder="专家意见"
            value={expert.opinion}
            onCommit={(opinion) => onChange({ opinion })}
          />
        ) : (
          expert.opinion
        )}
      </td>
      <td>{isSubmitted ? `● ${expert.submittedOn}` : '○ 未提交'}</td>
      {mayWork && (
        <td>
          {isSubmitted ? (
            <Button size="small" aria-label={`重新打开${name}的评分`} onClick={props.onReopen}>
              重新打开
            </Button>
          ) : (
            <>
              <Button size="small" aria-label={`提交${name}的评分`} onClick={props.onSubmit}>
                提交评分
              </Button>
              <Button
                size="small"
                color="error"
                aria-label={`移除${name}`}
                onClick={({ currentTarget }) => props.onRemove(currentTarget)}
              >
                移除
              </Button>
            </>
          )}
        </td>
      )}
    </tr>
  )
}
