import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link } from 'react-router'
import { EmptyState } from './EmptyState.tsx'
import { PageHead } from './PageHead.tsx'

/** A page that has nothing to show yet, or is not to be had here: its heading stands, with one sentence and the way on. */
export function EmptyPage(props: {
  title: string
  trail: string
  text: string
  way: { to: string; name: string }
}) {
  const { title, trail, text, way } = props
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead title={title} trail={trail} />
      <EmptyState text={text}>
        <Button variant="contained" component={Link} to={way.to}>
          {way.name}
        </Button>
      </EmptyState>
    </Box>
  )
}
