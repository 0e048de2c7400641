import Button from '@mui/material/Button'
import { Link } from 'react-router'
import { lookIntoFolders, waitingIn } from '#actions/look-into-folders'
import { usePolled } from '#ui/use-polled'

const everyTenSeconds = 10_000

/** 收件 N beside the person's name while packages wait in a watched folder; a failed look is the folders page's to tell. */
export function InboxCount() {
  const { found } = usePolled(lookIntoFolders, everyTenSeconds)
  const count = found ? waitingIn(found) : 0
  if (count === 0) return null
  return (
    <Button
      size="small"
      variant="outlined"
      component={Link}
      to="/exchange/folders"
      aria-label={`收件夹里有 ${count} 个新数据包`}
    >
      收件 {count}
    </Button>
  )
}
