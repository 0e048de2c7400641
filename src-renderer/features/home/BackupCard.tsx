import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'react-router'
import { lastBackup } from '#backup/keep'
import { ageWord, backupAge } from '#domain/backup/age'
import { useSession } from '#session'
import { localDay } from '#storage/local-day'
import { momentText } from '#ui/moment-text'
import { colours } from '#ui/theme'

/** 备份: how old the newest one is; loud where it is old, or where the copy beside it did not go well. */
export function BackupCard({ today }: { today: string }) {
  const { signUp } = useSession()
  const read = useLiveQuery(async () => ({ last: await lastBackup() }), [])
  if (!read) return null
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label="备份情况"
      sx={{ px: 3, py: 2, fontSize: 13, flex: 'none' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2 }}>
        <Typography variant="h3" component="h2">
          备份
        </Typography>
        <Box component={Link} to="/settings/backup" sx={{ ml: 'auto' }}>
          {read.last ? '查看' : '备份设置'}
        </Box>
      </Box>
      <Sentence last={read.last} today={today} isTrial={signUp !== null} />
    </Paper>
  )
}

type Last = Awaited<ReturnType<typeof lastBackup>>

function Sentence({ last, today, isTrial }: { last: Last; today: string; isTrial: boolean }) {
  if (!last && isTrial) return <Box sx={{ color: colours.secondary }}>试用期间不自动备份。</Box>
  const { days, isOld } = backupAge(last ? localDay(last.madeAt) : null, today)
  const isAmiss = last?.copy === 'failed' || last?.copy === 'unreachable'
  return (
    <>
      <Box sx={{ color: isOld ? colours.attention : colours.secondary }}>
        {isOld ? '▲' : '●'}{' '}
        {last && days !== null ? `${ageWord(days)} ${momentText(last.madeAt).slice(11)}` : '还没有备份过'}
        {isOld && '，请尽快备份'}
      </Box>
      {isAmiss && <Box sx={{ color: colours.attention }}>▲ 另存的一份没有写成</Box>}
    </>
  )
}
