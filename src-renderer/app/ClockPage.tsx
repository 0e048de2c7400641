import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { acceptClock } from '#actions/accept-clock'
import { behindText, type ClockFault } from '#domain/clock'
import type { Actor } from '#domain/people/duties'
import { momentText } from '#ui/moment-text'
import { useToast } from '#ui/Toast.tsx'
import { RecoveryFrame } from './RecoveryPage.tsx'

/** Whoever sits here before anybody logs in. */
const starter: Actor = { accountId: '', name: '启动页（未登录）', duty: 'administrator', scope: '' }

/** The clock was put back: what that means, and what to do, before anything is written at a wrong time. */
export function ClockPage({ fault, onContinue }: { fault: ClockFault; onContinue: () => void }) {
  const { attempt } = useToast()
  return (
    <RecoveryFrame title="系统时间可能不对">
      <Alert severity="warning">
        现在的系统时间是 {momentText(fault.now)}，比最后一次操作（{momentText(fault.latest)}）早{' '}
        {behindText(fault)}。
      </Alert>
      <Typography>
        已存的内容没有改动，操作记录的先后按编号和校验链排列，不受时间影响。但送审、监控、处置等期限按系统时间计算，新的记录和备份也会写上这个时间。
      </Typography>
      <Typography>
        请先在系统设置中校准日期和时间，再点“重新检查”。反复出现的，多半是主板电池没电。如果现在的时间是对的（以前设快了），可以继续，这一点会记入操作记录。
      </Typography>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button variant="contained" onClick={() => window.location.reload()}>
          重新检查
        </Button>
        <Button
          variant="outlined"
          onClick={() =>
            attempt(async () => {
              await acceptClock(fault, starter)
              onContinue()
            })
          }
        >
          现在的时间正确，继续
        </Button>
      </Box>
    </RecoveryFrame>
  )
}
