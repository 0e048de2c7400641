import Box from '@mui/material/Box'
import { type Standing, standings } from '#domain/disclosures/standing'
import { colours } from '#ui/theme'

const looks: Readonly<Record<Standing, { shape: string; colour: string }>> = {
  late: { shape: '■', colour: colours.alarm },
  due: { shape: '○', colour: colours.secondary },
  published: { shape: '●', colour: colours.ok },
  proposed: { shape: '◆', colour: colours.excess },
  exempt: { shape: '—', colour: colours.secondary },
  rectify: { shape: '■', colour: colours.alarm },
}

/** Where something stands as shape, word and colour. */
export function StandingMark({ standing }: { standing: Standing }) {
  const { shape, colour } = looks[standing]
  return (
    <Box component="span" sx={{ color: colour, whiteSpace: 'nowrap' }}>
      <span aria-hidden="true">{shape}</span> {standings[standing]}
    </Box>
  )
}
