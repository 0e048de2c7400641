import Box from '@mui/material/Box'
import { scoringMethods } from '#domain/evaluation/indicator-system'
import { type Mark, markPoints } from '#domain/evaluation/mark'
import type { ResultItem } from '#domain/evaluation/result'
import type { KeptSheet } from '#domain/evaluation/task'
import { answerText } from '#domain/evaluation/task-compare'
import { formatWeight } from '#domain/goals/weights'
import { useSession } from '#session'
import { colours } from '#ui/theme'
import type { ResultPartProps } from './result-part.ts'

/** Right of the scores: what one indicator rests on, expert by expert, down to the working papers. */
export function ResultPanel({ item, sheets, task }: ResultPartProps & { item: ResultItem | undefined }) {
  return (
    <Box
      component="aside"
      aria-label="指标得分的依据"
      tabIndex={0}
      sx={{
        ...{ width: 'min(320px, 38vw)', flex: 'none', overflow: 'auto', fontSize: 13, lineHeight: '20px' },
        bgcolor: colours.surface,
        borderLeft: `1px solid ${colours.line}`,
      }}
    >
      {item ? (
        <>
          <Box sx={{ p: 3, borderBottom: `1px solid ${colours.line}` }}>
            <Box sx={{ fontWeight: 600, fontSize: 14 }}>{item.indicator.name}</Box>
            <Box sx={{ color: colours.secondary }}>
              {scoringMethods[item.indicator.method.kind]}，满分 {formatWeight(item.indicator.points)} 分
            </Box>
            <Box>{item.indicator.explanation}</Box>
            <Box sx={{ color: colours.secondary, fontSize: 12 }}>
              依据：{item.indicator.clause}〔{item.indicator.mark}〕
            </Box>
          </Box>
          {task.experts.map(({ expertId, name }) => (
            <ExpertMarks
              key={expertId}
              name={name}
              item={item}
              sheets={sheets.filter((sheet) => sheet.expertId === expertId && sheet.signedAt !== '')}
              numberOf={(id) => task.materials.find((material) => material.id === id)?.number ?? ''}
            />
          ))}
        </>
      ) : (
        <Box sx={{ p: 4, color: colours.secondary }}>点指标名称，这里显示每位专家怎么评的、理由和佐证。</Box>
      )}
    </Box>
  )
}

function ExpertMarks(props: {
  name: string
  item: ResultItem
  sheets: readonly KeptSheet[]
  numberOf: (materialId: string) => string
}) {
  const { item, sheets, name } = props
  const given = sheets
    .filter(({ marks }) => marks[item.indicator.id] !== undefined)
    .toSorted((left, right) => right.round - left.round)
  return (
    <Box component="section" aria-label={name} sx={{ p: 3, borderBottom: `1px solid ${colours.line}` }}>
      <Box sx={{ fontWeight: 600 }}>{name}</Box>
      {given.length === 0 && <Box sx={{ color: colours.secondary }}>没有签名的评分。</Box>}
      {given.map(({ id, round, marks }) => {
        const mark = marks[item.indicator.id]
        return mark && <OneMark key={id} {...props} mark={mark} round={round} isOnly={given.length === 1} />
      })}
    </Box>
  )
}

function OneMark(props: {
  mark: Mark
  item: ResultItem
  round: 1 | 2
  isOnly: boolean
  numberOf: (materialId: string) => string
}) {
  const { mark, item, round, numberOf } = props
  const { rules } = useSession()
  const result = markPoints(item.indicator, mark, rules.evaluation)
  const places = mark.evidence.map(({ attachmentId, page }) =>
    [numberOf(attachmentId), page === null ? '' : `第 ${page} 页`].filter(Boolean).join(' '),
  )
  return (
    <Box sx={{ mt: 1 }}>
      {!props.isOnly && (
        <Box component="span" sx={{ color: colours.secondary }}>
          {round === 2 ? '第二轮' : '第一轮'}：
        </Box>
      )}
      <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
        {result.points === null ? result.why : result.formula}
      </Box>
      {(mark.answer.kind === 'aspects' || mark.answer.kind === 'deduction') && (
        <Box sx={{ color: colours.secondary, fontSize: 12 }}>评分内容：{answerText(mark.answer)}</Box>
      )}
      {mark.reason !== '' && <Box>理由：{mark.reason}</Box>}
      {places.length > 0 && <Box sx={{ color: colours.secondary }}>底稿：{places.join('、')}</Box>}
    </Box>
  )
}
