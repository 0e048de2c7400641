import Box from '@mui/material/Box'
import type { CalendarContent } from '#domain/calendar'
import { isWeekend } from '#domain/calendar'
import { type Day, daysInMonth } from '#domain/dates'
import { colours } from '#ui/theme'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

function dayText(year: number, month: number, day: number): Day {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The weeks of a month, Monday first; null before the first and after the last day. */
function weeksOf(year: number, month: number): (Day | null)[][] {
  const first = new Date(`${dayText(year, month, 1)}T00:00:00Z`).getUTCDay()
  const before = (first + 6) % 7
  const days = Array.from({ length: daysInMonth(year, month) }, (_, index) => dayText(year, month, index + 1))
  const cells: (Day | null)[] = [...Array.from({ length: before }, () => null), ...days]
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** One month: 休 and 班 stand as words beside the day, so that they are read in black and white. */
export function CalendarMonth(props: {
  year: number
  month: number
  content: CalendarContent
  onToggle?: (day: Day) => void
}) {
  const { year, month, content } = props
  return (
    <Box
      component="table"
      sx={{
        width: '100%',
        tableLayout: 'fixed',
        borderCollapse: 'collapse',
        bgcolor: colours.surface,
        border: `1px solid ${colours.line}`,
        fontSize: 13,
        '& caption': { textAlign: 'left', fontWeight: 600, pb: 1 },
        '& th': { fontWeight: 400, color: colours.secondary, fontSize: 12, p: 0.5 },
        '& td': { p: 0, textAlign: 'center' },
      }}
    >
      <caption>{month} 月</caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week) => (
          <tr key={week.find((day) => day !== null) ?? ''}>
            {week.map((day, index) => (
              <td key={day ?? `blank ${weekdays[index] ?? ''}`}>
                {day && <DayCell day={day} content={content} onToggle={props.onToggle} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

function lookOf(day: Day, isOff: boolean, isWorked: boolean) {
  if (isOff) return { word: '休', spoken: '放假', colour: colours.alarm }
  if (isWorked) return { word: '班', spoken: '调休上班', colour: colours.primary }
  if (isWeekend(day)) return { word: '', spoken: '周末', colour: colours.secondary }
  return { word: '', spoken: '上班', colour: colours.text }
}

function DayCell(props: { day: Day; content: CalendarContent; onToggle: ((day: Day) => void) | undefined }) {
  const { day, content, onToggle } = props
  const isOff = content.holidays.includes(day)
  const isWorked = content.workdays.includes(day)
  const { word, spoken, colour } = lookOf(day, isOff, isWorked)
  return (
    <Box
      component="button"
      type="button"
      aria-label={`${day} ${spoken}`}
      disabled={!onToggle}
      onClick={() => onToggle?.(day)}
      sx={{
        width: '100%',
        height: 26,
        p: 0,
        border: 0,
        font: 'inherit',
        color: colour,
        bgcolor: isOff || isWorked ? colours.selected : 'transparent',
        fontWeight: isOff || isWorked ? 600 : 400,
        cursor: onToggle ? 'pointer' : 'default',
        '&:hover:enabled': { bgcolor: colours.head },
        '&:focus-visible': { outline: `2px solid ${colours.primary}`, outlineOffset: -2 },
      }}
    >
      {Number(day.slice(8))}
      <Box component="span" aria-hidden="true" sx={{ fontSize: 10, verticalAlign: 'super' }}>
        {word}
      </Box>
    </Box>
  )
}
