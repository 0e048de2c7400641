import Box from '@mui/material/Box'
import { Link } from 'react-router'
import type { Source } from '#domain/applications/application'
import { cutText } from '#domain/applications/propose'
import { measuresText, sourceKinds } from '#domain/applications/rules'
import { scoreText } from '#domain/evaluation/points'
import { budgetBooks } from '#domain/goals/goal'
import { formatWanExact } from '#domain/money'
import { note } from '#ui/part-style'
import { colours } from '#ui/theme'
import { ResultMark } from './ApplicationMark.tsx'
import type { PartProps } from './part.ts'

const places: Readonly<Record<Source['kind'], (id: string) => string>> = {
  evaluation: (id) => `/evaluation/tasks/${id}/result`,
  'self-evaluation': (id) => `/evaluation/self/${id}`,
  assessment: (id) => `/assessments/${id}`,
  review: (id) => `/goals/${id}`,
  disposal: (id) => `/disposals/${id}`,
}

/** 结果: what is applied and what the rules say of it; the result and the goal are one click away. */
export function PartResult({ application }: PartProps) {
  const { source, ground, budget, budgetBook, goalId } = application
  return (
    <Box sx={{ fontSize: 13, lineHeight: '20px', display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 4, flexWrap: 'wrap' }}>
        <Box>
          {sourceKinds[source.kind]}{' '}
          <ResultMark
            result={source.result}
            points={source.score === null ? '' : `${scoreText(source.score)} 分`}
          />
        </Box>
        <Box>
          {budgetBooks[budgetBook]} {budget === null ? '预算未知' : `${formatWanExact(budget)} 万元`}
        </Box>
      </Box>
      {source.said !== '' && (
        <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{source.said}</Box>
      )}
      <Box sx={note}>
        规则：{measuresText(ground.measures)}
        {ground.cut && cutText(ground.cut)}
        {ground.others.length > 0 && `；也可${measuresText(ground.others)}`}。依据：{ground.clause}〔
        {ground.mark}〕
      </Box>
      <Box sx={{ display: 'flex', gap: 4, '& a': { color: colours.primary } }}>
        <Link to={places[source.kind](source.id)}>查看{sourceKinds[source.kind]}</Link>
        {goalId !== '' && source.kind !== 'review' && <Link to={`/goals/${goalId}`}>查看绩效目标</Link>}
      </Box>
    </Box>
  )
}
