import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { scoreText } from '#domain/evaluation/ranking'
import { aggregations } from '#domain/evaluation/rules'
import { minus } from '#domain/monitoring/ratio'
import { useSession } from '#session'
import { colours } from '#ui/theme'
import type { ResultPartProps } from './result-part.ts'
import { GradeMark } from './StateMark.tsx'

/** What the task came to, beside what the unit said of itself, and how sure the grade is. */
export function ResultFigures({ facts }: Pick<ResultPartProps, 'facts'>) {
  const { by } = useSession()
  const isUnit = by.duty === 'unit'
  const { result, self, task } = facts
  const { outOfHundred, grade, sensitivity } = result
  const difference = self && outOfHundred ? minus(self.points, outOfHundred) : null
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', gap: 2 }}>
      <Figure
        name={
          result.isFrozen
            ? '综合得分（已锁定）'
            : task.state === 'asked'
              ? '综合得分（征求意见稿）'
              : '综合得分'
        }
        value={outOfHundred ? scoreText(outOfHundred) : '—'}
      >
        {outOfHundred ? <GradeMark grade={grade} /> : result.why}
      </Figure>
      <Figure name="单位自评" value={self ? scoreText(self.points) : '—'}>
        {self ? <GradeMark grade={self.grade} /> : '没有自评'}
        {difference &&
          `，比评价${difference.of < 0n ? '低' : '高'} ${scoreText(difference).replace('-', '')} 分`}
      </Figure>
      {!isUnit && (
        <Figure name="专家" value={`${result.experts} 人`}>
          {aggregations[result.aggregation]}
        </Figure>
      )}
      {!isUnit && (
        <Figure
          name="权重变动时的等级"
          value={sensitivity ? (sensitivity.holds ? '不变' : '可能变动') : '—'}
          colour={sensitivity && !sensitivity.holds ? colours.attention : colours.text}
        >
          {sensitivity?.text ?? '形成结果后计算'}
        </Figure>
      )}
    </Box>
  )
}

function Figure(props: { name: string; value: string; colour?: string; children: ReactNode }) {
  return (
    <Box
      sx={{
        bgcolor: colours.surface,
        border: `1px solid ${colours.line}`,
        borderRadius: '4px',
        p: 2,
        fontSize: 13,
      }}
    >
      <Box sx={{ color: colours.secondary, fontSize: 12 }}>{props.name}</Box>
      <Box sx={{ fontSize: 20, fontWeight: 600, lineHeight: '28px', color: props.colour ?? colours.text }}>
        {props.value}
      </Box>
      <Box sx={{ lineHeight: '18px' }}>{props.children}</Box>
    </Box>
  )
}
