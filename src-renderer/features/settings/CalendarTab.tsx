import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { saveCalendar } from '#actions/save-calendar'
import { type Calendar, type CalendarContent, isWeekend } from '#domain/calendar'
import type { Day } from '#domain/dates'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { allCalendars } from '#storage/calendars'
import { localToday } from '#storage/local-day'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useAddress } from '#ui/use-address'
import { CalendarMonth } from './CalendarMonth.tsx'

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** 工作日历: which days of a year are worked, from which deadlines are counted; a click changes a day. */
export function CalendarTab() {
  const { book } = useSession()
  const [address, setInAddress] = useAddress()
  const calendars = useLiveQuery(() => allCalendars(), [])
  const [thisYear] = useState(() => localToday().slice(0, 4))
  if (!calendars) return null
  const next = String(Number(thisYear) + 1)
  const years = [...new Set([...calendars.map(({ id }) => id), String(book.year), thisYear, next])].toSorted()
  const year = years.find((each) => each === address.get('year')) ?? thisYear
  const kept = calendars.find(({ id }) => id === year)
  const missing = [thisYear, next].filter((each) => !calendars.some(({ id }) => id === each))
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', display: 'grid', gap: 3, alignContent: 'start' }}>
      {missing.length > 0 && (
        <Box role="note" sx={{ fontSize: 13, color: colours.attention }}>
          ▲ {missing.join('、')} 年还没有放假安排，期限按周一至周五计算。国务院办公厅的通知一般在上年 11
          月发布，届时请在这里补充。
        </Box>
      )}
      <YearCalendar
        key={`${year} ${kept?.revision ?? 0}`}
        year={year}
        years={years}
        kept={kept}
        onYear={(chosen) => setInAddress({ year: chosen })}
      />
    </Box>
  )
}

function YearCalendar(props: {
  year: string
  years: readonly string[]
  kept: Calendar | undefined
  onYear: (year: string) => void
}) {
  const { year, kept } = props
  const { by } = useSession()
  const { attempt, say } = useToast()
  const before: CalendarContent = kept ?? { holidays: [], workdays: [], basis: '' }
  const [content, setContent] = useState<CalendarContent>(before)
  const { holidays, workdays, basis } = content
  const mayWrite = may(by, 'save-calendar')
  const isChanged = JSON.stringify(sorted(content)) !== JSON.stringify(sorted(before))

  function toggle(day: Day) {
    setContent(isWeekend(day) ? withWeekend(content, day) : withWeekday(content, day))
  }
  function save() {
    attempt(async () => {
      await saveCalendar(year, kept?.revision ?? 0, content, by)
      say(`已保存 ${year} 年工作日历。已经发出的文书期限不变。`)
    })
  }

  return (
    <>
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'end', fontSize: 13 }}>
        <Box sx={{ width: 110 }}>
          <ChoiceField
            label="年份"
            value={year}
            choices={Object.fromEntries(props.years.map((each) => [each, `${each} 年`]))}
            onCommit={(chosen) => chosen !== '' && props.onYear(chosen)}
          />
        </Box>
        <Box sx={{ width: 260 }}>
          <TextField
            label="依据"
            value={basis}
            readOnly={!mayWrite}
            placeholder="如 国办发明电〔2026〕6号"
            onCommit={(text) => setContent((each) => ({ ...each, basis: text }))}
          />
        </Box>
        <Box role="status" sx={{ flex: 1, lineHeight: '32px', color: 'text.secondary' }}>
          放假 {holidays.length} 天，调休上班 {workdays.length} 天
          {kept && ` · 〔${kept.mark}〕${kept.revision > 0 ? `${kept.changedBy}修改` : '随程序提供'}`}
          {isChanged && (
            <Box component="span" sx={{ color: colours.attention }}>
              {' '}
              ▲ 有改动，还没有保存
            </Box>
          )}
        </Box>
        {mayWrite && isChanged && (
          <Button color="inherit" onClick={() => setContent(before)}>
            放弃改动
          </Button>
        )}
        {mayWrite && (
          <Button variant="contained" disabled={!isChanged} onClick={save}>
            保存日历
          </Button>
        )}
      </Box>
      <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
        <b>休</b> 放假　<b>班</b> 调休上班　其余按周一至周五上班。
        {mayWrite && '点一天可以更改；监控处置等期限按这里的工作日计算。'}
      </Box>
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          alignItems: 'start',
          gridTemplateColumns: 'repeat(auto-fill, minmax(262px, 1fr))',
        }}
      >
        {months.map((month) => (
          <CalendarMonth
            key={`${year}-${month}`}
            year={Number(year)}
            month={month}
            content={content}
            {...(mayWrite ? { onToggle: toggle } : {})}
          />
        ))}
      </Box>
    </>
  )
}

function sorted({ holidays, workdays, basis }: CalendarContent): CalendarContent {
  return { holidays: holidays.toSorted(), workdays: workdays.toSorted(), basis: basis.trim() }
}

function withWeekday(content: CalendarContent, day: Day): CalendarContent {
  const isOff = content.holidays.includes(day)
  const holidays = isOff ? content.holidays.filter((each) => each !== day) : [...content.holidays, day]
  return { ...content, holidays }
}

/** A weekend day is worked or not; whether a holiday names it makes no difference then. */
function withWeekend(content: CalendarContent, day: Day): CalendarContent {
  const isWorked = content.workdays.includes(day)
  const workdays = isWorked ? content.workdays.filter((each) => each !== day) : [...content.workdays, day]
  return { ...content, workdays, holidays: content.holidays.filter((each) => each !== day) }
}
