import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { explainSelfEvaluation } from '#actions/explain-self-evaluation'
import { saveDepartmentOpinion } from '#actions/save-department-opinion'
import type { DepartmentOpinion } from '#domain/evaluation/self-evaluation'
import { isHandedIn, isOpenForDepartment } from '#domain/evaluation/self-evaluation-flow'
import { formatWeight } from '#domain/goals/weights'
import { gradeOf, grades } from '#domain/grade'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { isReached } from '#storage/reach'
import { selfEvaluationById } from '#storage/self-evaluations'
import { PointsField } from '#ui/PointsField.tsx'
import { note } from '#ui/part-style'
import { TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useInTurn } from '#ui/use-in-turn'
import type { PartProps } from './part.ts'

/** 部门意见 beside the unit's: what the department says of it, and its own total. */
export function PartDepartment({ draft, score, units }: PartProps) {
  const { by, rules } = useSession()
  const { attempt } = useToast()
  const inTurn = useInTurn()
  const { form } = draft
  const unit = units.find(({ id }) => id === form.unitId)
  const departmentId = unit?.parentId || form.unitId
  const isOwn = useLiveQuery(
    () => isReached(by, { bookId: form.bookId, unitId: departmentId }),
    [by, form.bookId, departmentId],
  )
  const readOnly = !isOwn || !may(by, 'save-department-opinion') || !isOpenForDepartment(form.state)
  const { opinion, total } = form.department

  function put(change: Partial<DepartmentOpinion>) {
    attempt(() =>
      inTurn(async () => {
        const latest = await selfEvaluationById(form.id)
        if (!latest) return
        await saveDepartmentOpinion(form.id, latest.revision, { ...latest.department, ...change }, by)
      }),
    )
  }

  function explain(explanation: string) {
    attempt(() =>
      inTurn(async () => {
        const latest = await selfEvaluationById(form.id)
        if (latest) await explainSelfEvaluation(form.id, latest.revision, explanation, by)
      }),
    )
  }

  const ours = form.frozen?.total ?? score.total
  const difference = total !== null && ours !== null ? total - ours : null
  return (
    <Box sx={{ display: 'grid', gap: 2 }} data-field="department">
      <TextField
        label="部门意见"
        lines={2}
        readOnly={readOnly}
        value={opinion}
        onCommit={(text) => put({ opinion: text })}
      />
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'end' }}>
        <Box sx={{ width: 160 }}>
          <PointsField
            label="部门评分"
            hint="百分制"
            readOnly={readOnly}
            value={total}
            onCommit={(points) => put({ total: points })}
          />
        </Box>
        <Box sx={{ ...note, pb: 1 }}>
          {total !== null && `等级 ${grades[gradeOf(total, 10_000, rules.evaluation.bands)]}`}
          {difference !== null &&
            (difference === 0
              ? '，与单位自评一致'
              : `，比单位自评${difference > 0 ? '高' : '低'} ${formatWeight(Math.abs(difference))} 分`)}
          {readOnly && !isOpenForDepartment(form.state) && '单位送审之后由主管部门填写。'}
        </Box>
      </Box>
      {(isHandedIn(form.state) || form.explanation !== '') && (
        <TextField
          label="单位对自评疑点的说明"
          hint="财政部门抽查时问到的，在这里说明"
          lines={2}
          readOnly={!may(by, 'explain-self-evaluation')}
          value={form.explanation}
          onCommit={explain}
        />
      )}
    </Box>
  )
}
