import Box from '@mui/material/Box'
import type { BackupList } from '#desktop'
import type { BackupSettings as Settings } from '#domain/backup/settings'
import { useToast } from '#ui/Toast.tsx'
import { RetentionCard } from './RetentionCard.tsx'
import { SecondCopyCard } from './SecondCopyCard.tsx'

/** Rule of keeping, idle time, second folder and passphrase; only 系统管理 changes them. */
export function BackupSettings(props: {
  settings: Settings
  isSealed: boolean
  second: BackupList['second']
  edition: 'electron' | 'browser'
  onChanged: () => void
}) {
  const { attempt, say } = useToast()

  function run(work: () => Promise<unknown>, done: string) {
    attempt(async () => {
      if ((await work()) === null) return
      say(done)
      props.onChanged()
    })
  }

  return (
    <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' }}>
      <RetentionCard settings={props.settings} run={run} />
      <SecondCopyCard isSealed={props.isSealed} second={props.second} edition={props.edition} run={run} />
    </Box>
  )
}
