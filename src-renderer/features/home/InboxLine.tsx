import Box from '@mui/material/Box'
import { firstPageStands } from '#ui/first-page'
import { usePolled } from '#ui/use-polled'
import { LedLine } from './LedLine.tsx'

const everyTenSeconds = 10_000

/** How many packages wait in the watched folders; 0 while nobody knows. */
export function useWaitingPackages(): number {
  return usePolled(countWaiting, everyTenSeconds).found ?? 0
}

/** What opens packages is not waited for at the start. */
async function countWaiting(): Promise<number> {
  await firstPageStands
  const { lookIntoFolders, waitingIn } = await import('#actions/look-into-folders')
  return waitingIn(await lookIntoFolders())
}

/** Packages that lie on a stick or a share. */
export function InboxLine({ count }: { count: number }) {
  return (
    <LedLine verb="接收" to="/exchange/folders">
      收件夹里有{' '}
      <Box component="span" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
        {count}
      </Box>{' '}
      个新数据包
    </LedLine>
  )
}
