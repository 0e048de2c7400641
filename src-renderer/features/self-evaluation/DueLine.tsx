import Box from '@mui/material/Box'
import { useState } from 'react'
import { chineseDay, type Day } from '#domain/dates'
import { localToday } from '#storage/local-day'
import { DueWord } from '#ui/DueWord.tsx'
import { colours } from '#ui/theme'

/** Until when the self-evaluations of a year are due, and how many are missing. */
export function DueLine(props: { year: number; dueOn: Day; missing: number }) {
  const [today] = useState(localToday)
  return (
    <Box
      sx={{
        ...{ flex: 'none', px: 4, py: 1, fontSize: 13, color: colours.secondary },
        ...{ bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' },
      }}
    >
      {props.year} 年度自评 ·{' '}
      <span title="期限取自“年度工作”的自评一项">{chineseDay(props.dueOn)}前报送</span> ·{' '}
      <DueWord dueOn={props.dueOn} today={today} missing={props.missing} measure="份" />
    </Box>
  )
}
