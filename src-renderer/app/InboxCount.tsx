import Button from '@mui/material/Button'
import { Link } from 'react-router'
import { useWaitingPackages } from '../features/home/InboxLine.tsx'

/** 收件 N beside the person's name while packages wait in a watched folder; a failed look is the folders page's to tell. */
export function InboxCount() {
  const count = useWaitingPackages()
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
