import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { Link } from 'react-router'

export type Figure = { name: string; value: string; unit: string; to: string }

/** A line of figures, each of which opens its rows. */
export function Figures({ label, figures }: { label: string; figures: readonly Figure[] }) {
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={label}
      sx={{ display: 'grid', gridTemplateColumns: `repeat(${figures.length}, auto)` }}
    >
      {figures.map(({ name, value, unit, to }) => (
        <Box
          key={name}
          component={Link}
          to={to}
          sx={{
            ...{ px: 3, py: 2, color: 'text.primary', textDecoration: 'none' },
            '&:not(:last-child)': { borderRight: 1, borderColor: 'divider' },
            '&:hover': { bgcolor: 'action.hover' },
          }}
        >
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {name}
          </Typography>
          <Box sx={{ fontSize: 20, fontWeight: 600, lineHeight: '28px', whiteSpace: 'nowrap' }}>
            {value}{' '}
            <Box component="span" sx={{ fontSize: 12, fontWeight: 400, color: 'text.secondary' }}>
              {unit}
            </Box>
          </Box>
        </Box>
      ))}
    </Paper>
  )
}
