import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { closeYear } from '#actions/close-year'
import { reopenYear } from '#actions/reopen-year'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { momentText } from '#ui/moment-text'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'

/** 年度关账: once the year was carried forward, what is of the year is shut; opening it again says why. */
export function CloseYear() {
  const { book, books, by } = useSession()
  const { attempt, say } = useToast()
  const [isAsking, setIsAsking] = useState(false)
  const { closed } = book
  const isCarried = books.some(({ previousId }) => previousId === book.id)
  if (!may(by, closed ? 'reopen-year' : 'close-year')) return null

  function take(reason: string) {
    setIsAsking(false)
    attempt(async () => {
      await (closed ? reopenYear : closeYear)(book.id, reason, by)
      say(closed ? `已重新打开 ${book.year} 年度，可以更正。` : `${book.year} 年度已关账。`)
    })
  }

  const action = closed ? '重新打开' : '关账'
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label="年度关账"
      sx={{ p: 4, display: 'flex', alignItems: 'center', gap: 4 }}
    >
      <Box sx={{ flex: 1 }}>
        <Typography variant="h2">年度关账</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {closed
            ? `${momentText(closed.at)} ${closed.by}关账${closed.reason === '' ? '' : `：${closed.reason}`}。目标、评估、调整、监控和执行不再改动。`
            : isCarried
              ? '关账后，本年度的目标、评估、调整、监控和执行不再改动；自评、评价、结果应用、公开和考核照常办理。'
              : '结转到下年后可以关账：本年度的目标、评估、调整、监控和执行从此不再改动。'}
        </Typography>
      </Box>
      <Button variant="outlined" disabled={!closed && !isCarried} onClick={() => setIsAsking(true)}>
        {action}
      </Button>
      {isAsking && (
        <OpinionDialog
          title={`${action}：${book.year} 年度`}
          action={action}
          label={closed ? '原因' : '说明'}
          required={closed !== undefined}
          phrases={closed ? ['决算数有更正。', '补录国库支出。'] : ['决算已批复。']}
          onCancel={() => setIsAsking(false)}
          onConfirm={take}
        >
          {closed
            ? '重新打开后可以更正目标、调整、监控和执行；原因记入操作记录，更正后请再次关账。'
            : '没办完的监控、调整等请先办完。关账可以重新打开，须写明原因。'}
        </OpinionDialog>
      )}
    </Paper>
  )
}
