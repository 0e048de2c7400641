import Box from '@mui/material/Box'
import { type Calendar, uncoveredYears, workingDaysLater } from '#domain/calendar'
import { chineseDay, type Day } from '#domain/dates'
import type { DisposalRules } from '#domain/disposals/rules'
import { colours } from '#ui/theme'

/** Until when the unit has to answer a letter of a day, and by which calendar that was counted. */
export function DueNote(props: { day: Day; rules: DisposalRules; calendars: readonly Calendar[] }) {
  const { day, rules, calendars } = props
  const dueOn = workingDaysLater(day, rules.workingDays, calendars)
  if (dueOn === '') return null
  const uncovered = uncoveredYears(day, dueOn, calendars)
  return (
    <Box role="status" sx={{ fontSize: 13, lineHeight: '20px', color: colours.secondary }}>
      整改期限 {chineseDay(dueOn)}（从发文次日起 {rules.workingDays} 个工作日，依据：{rules.clause}〔
      {rules.mark}〕）。
      {uncovered.length > 0 && (
        <Box component="span" sx={{ color: colours.attention }}>
          ▲ {uncovered.join('、')} 年还没有工作日历，按周一至周五计算，请在“设置 › 工作日历”中补充放假安排。
        </Box>
      )}
    </Box>
  )
}
