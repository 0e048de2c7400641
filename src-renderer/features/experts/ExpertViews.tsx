import Box from '@mui/material/Box'
import { Link } from 'react-router'
import { colours } from '#ui/theme'

const views = [
  { path: '/settings/experts', name: '专家名录', key: 'register' },
  { path: '/settings/experts?view=draws', name: '抽取记录', key: 'draws' },
] as const

/** The two views of the page, as one switch. */
export function ExpertViews({ here }: { here: (typeof views)[number]['key'] }) {
  return (
    <Box
      component="nav"
      aria-label="专家页面"
      sx={{ display: 'flex', border: `1px solid ${colours.control}`, borderRadius: 1, overflow: 'hidden' }}
    >
      {views.map(({ path, name, key }) => (
        <Box
          key={key}
          component={Link}
          to={path}
          aria-current={key === here ? 'page' : undefined}
          sx={{
            px: 3,
            lineHeight: '30px',
            whiteSpace: 'nowrap',
            textDecoration: 'none',
            color: key === here ? 'primary.main' : 'text.secondary',
            bgcolor: key === here ? colours.selected : colours.surface,
            fontWeight: key === here ? 600 : 400,
          }}
        >
          {name}
        </Box>
      ))}
    </Box>
  )
}
