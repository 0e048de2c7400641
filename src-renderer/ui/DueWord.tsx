import Box from '@mui/material/Box'
import { type Day, daysLeft } from '#domain/dates'
import { colours } from './theme.ts'

/** How a day stands on which forms are due: what is still missing, and how long there is or was. */
export function DueWord(props: { dueOn: Day; today: Day; missing: number; measure: '个' | '份' }) {
  const { missing, measure } = props
  if (missing === 0)
    return (
      <Box component="span" sx={{ color: colours.ok }}>
        ● 已全部报送
      </Box>
    )
  const left = daysLeft(props.dueOn, props.today)
  if (left >= 0) return `还有 ${left} 天，${missing} ${measure}未报`
  return (
    <Box component="span" sx={{ color: colours.alarm }}>
      ■ 已逾期 {-left} 天，{missing} {measure}未报
    </Box>
  )
}
