import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link } from 'react-router'
import { firstPageStands } from '#ui/first-page'
import { colours } from '#ui/theme'
import { usePolled } from '#ui/use-polled'

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

/** A line of 待办 that is no state of any record: packages that lie on a stick or a share. */
export function InboxLine({ count }: { count: number }) {
  return (
    <Box
      component="li"
      sx={{
        ...{ display: 'flex', alignItems: 'center', gap: 3, px: 4, py: 1, minHeight: 40, fontSize: 14 },
        borderBottom: `1px solid ${colours.line}`,
      }}
    >
      <Box sx={{ flex: 1 }}>
        收件夹里有{' '}
        <Box component="span" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
          {count}
        </Box>{' '}
        个新数据包
      </Box>
      <Button size="small" variant="outlined" component={Link} to="/exchange/folders">
        接收
      </Button>
    </Box>
  )
}
