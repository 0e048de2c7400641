import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { deadlineKinds, deadlineNotice, deadlineWord } from '#domain/home/deadlines'
import { useSession } from '#session'
import type { HomeDeadline } from '#storage/home-deadlines'
import { colours } from '#ui/theme'
import { useOpenIn } from './use-open.ts'

const shownFirst = 30

const looks = {
  late: { shape: '■', colour: colours.alarm },
  today: { shape: '▲', colour: colours.attention },
  soon: { shape: '◆', colour: colours.excess },
} as const

/** 期限: what is late or falls due soon, the longest overdue first; each opens its record. */
export function DeadlineList({ lines }: { lines: readonly HomeDeadline[] }) {
  const [isWhole, setWhole] = useState(false)
  const late = lines.filter(({ standing }) => standing === 'late').length
  const shown = isWhole ? lines : lines.slice(0, shownFirst)
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label="期限"
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, overflow: 'hidden' }}
    >
      <Box
        sx={{
          ...{ display: 'flex', alignItems: 'center', gap: 3, px: 4, minHeight: 41, flex: 'none' },
          borderBottom: `1px solid ${colours.line}`,
        }}
      >
        <Typography variant="h3" component="h2">
          期限
        </Typography>
        <Box sx={{ fontSize: 13, color: colours.secondary }}>
          {late > 0 && (
            <Box component="span" sx={{ color: colours.alarm, mr: 3 }}>
              ■ 逾期 {late}
            </Box>
          )}
          {lines.length > late && `临近 ${lines.length - late}`}
        </Box>
      </Box>
      {lines.length === 0 && (
        <Box sx={{ p: 4, color: colours.ok }}>
          ● 没有逾期的，{deadlineNotice.workingDays} 个工作日内也没有到期的。
        </Box>
      )}
      {lines.length > 0 && (
        <Box
          component="ul"
          tabIndex={0}
          aria-label="期限清单"
          sx={{ listStyle: 'none', m: 0, p: 0, overflow: 'auto', flex: 1, minHeight: 0 }}
        >
          {shown.map((line) => (
            <DeadlineRow key={`${line.book.id} ${line.kind} ${line.id}`} line={line} />
          ))}
          {shown.length < lines.length && (
            <Box component="li" sx={{ p: 1, textAlign: 'center' }}>
              <Button size="small" onClick={() => setWhole(true)}>
                显示全部 {lines.length} 项
              </Button>
            </Box>
          )}
        </Box>
      )}
    </Paper>
  )
}

function DeadlineRow({ line }: { line: HomeDeadline }) {
  const { book } = useSession()
  const openIn = useOpenIn()
  const { shape, colour } = looks[line.standing]
  const year = line.book.id === book.id ? '' : `${line.book.year} 年度`
  const kind = [year, deadlineKinds[line.kind], line.what].filter(Boolean).join(' · ')
  const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const
  return (
    <Box component="li" sx={{ borderBottom: `1px solid ${colours.line}` }}>
      <Box
        component="button"
        type="button"
        title={`${line.name}，${line.dueOn} 前`}
        onClick={() => openIn(line.book, line.path)}
        sx={{
          ...{ display: 'flex', alignItems: 'center', gap: 3, width: '100%', px: 4, py: 1, minHeight: 46 },
          ...{
            border: 0,
            bgcolor: 'transparent',
            textAlign: 'left',
            fontFamily: 'inherit',
            cursor: 'pointer',
          },
          ...{ color: colours.text, '&:hover': { bgcolor: colours.head } },
        }}
      >
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Box sx={{ ...cut, fontSize: 14 }}>{line.name}</Box>
          <Box sx={{ ...cut, fontSize: 12, color: colours.secondary }}>{kind}</Box>
        </Box>
        <Box sx={{ flex: 'none', textAlign: 'right', fontSize: 13 }}>
          <Box sx={{ color: colour, whiteSpace: 'nowrap' }}>
            {shape} {deadlineWord(line)}
          </Box>
          <Box sx={{ fontSize: 12, color: colours.secondary }}>{line.dueOn}</Box>
        </Box>
      </Box>
    </Box>
  )
}
