import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { scoreText } from '#domain/evaluation/points'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { type SelfEvaluationScore, scoredSoFar } from '#domain/evaluation/self-evaluation-score'
import { formatWeight } from '#domain/goals/weights'
import { percentText } from '#domain/monitoring/ratio'
import type { Problem } from '#domain/problem'
import { colours } from '#ui/theme'
import { GradeMark } from './StateMark.tsx'

/** Total, grade and what is missing, in sight wherever one is on the form. */
export function ScoreLine(props: {
  form: SelfEvaluation
  score: SelfEvaluationScore
  problems: readonly Problem[]
  onScore: () => void
  onMissing: () => void
}) {
  const { form, score } = props
  const { points, missing } = scoredSoFar(score)
  const total = form.frozen ? form.frozen.total : score.total
  const grade = form.frozen ? form.frozen.grade : score.grade
  const errors = props.problems.filter(({ severity }) => severity === 'error').length
  return (
    <Box
      role="group"
      aria-label="得分"
      sx={{
        flex: 'none',
        px: 4,
        py: 1,
        display: 'flex',
        alignItems: 'center',
        gap: 5,
        fontSize: 13,
        bgcolor: colours.selected,
        borderBottom: 1,
        borderColor: 'divider',
        whiteSpace: 'nowrap',
      }}
    >
      <Box>
        自评总分{' '}
        <Button
          size="small"
          onClick={props.onScore}
          title="看每一项怎么算的"
          sx={{ fontSize: 18, fontWeight: 600, minWidth: 0, px: 1, py: 0, lineHeight: '26px' }}
        >
          {scoreText(total ?? points)}
        </Button>{' '}
        {grade !== '' && <GradeMark grade={grade} />}
        {total === null && (
          <Box component="span" sx={{ color: colours.secondary }}>
            （已评部分）
          </Box>
        )}
      </Box>
      <Box>
        执行率 {score.rate ? percentText(score.rate) : '—'}，得 {scoreText(score.execution.score) || '—'}/
        {formatWeight(score.edition.executionWeight)}
      </Box>
      {form.department.total !== null && <Box>部门评分 {scoreText(form.department.total)}</Box>}
      <Box sx={{ flex: 1 }} />
      {form.frozen && <Box sx={{ color: colours.secondary }}>已汇总，得分固定</Box>}
      {missing.length > 0 && (
        <Box sx={{ color: colours.attention }}>
          <span aria-hidden="true">▲</span> {missing.length} 项还没有得分
        </Box>
      )}
      {errors > 0 && (
        <Button size="small" onClick={props.onMissing} sx={{ color: colours.alarm, py: 0 }}>
          ■ 还差 {errors} 处
        </Button>
      )}
      {errors === 0 && missing.length === 0 && !form.frozen && (
        <Box sx={{ color: colours.ok }}>● 没有缺项</Box>
      )}
    </Box>
  )
}
