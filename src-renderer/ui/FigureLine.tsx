import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

export type LineFigure = { name: string; value: string; unit: string }

const notYet: LineFigure = { name: '', value: '0', unit: '' }

/** The sums of what is filtered as one line, how many rows and how many chosen, and what can be done with the list. */
export function FigureLine(props: {
  /** Null while they are reckoned: their place stays. */
  figures: readonly LineFigure[] | null
  /** What stands beside the sums: lights that filter. */
  signals?: ReactNode
  count: number
  selected: number
  children?: ReactNode
}) {
  return (
    <Box
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        columnGap: 6,
        px: 4,
        py: 1,
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      {(props.figures ?? [notYet]).map((figure) => (
        <Box
          key={figure.name}
          sx={{ whiteSpace: 'nowrap', visibility: figure === notYet ? 'hidden' : 'visible' }}
        >
          <Box component="span" sx={{ color: 'text.secondary', fontSize: 13 }}>
            {figure.name}
          </Box>{' '}
          <Box component="span" sx={{ fontWeight: 600, fontSize: 16 }}>
            {figure.value}
          </Box>{' '}
          <Box component="span" sx={{ color: 'text.secondary', fontSize: 13 }}>
            {figure.unit}
          </Box>
        </Box>
      ))}
      {props.signals}
      <Box sx={{ flex: 1 }} />
      <Box role="status" sx={{ color: 'text.secondary', fontSize: 13, whiteSpace: 'nowrap' }}>
        共 {props.count.toLocaleString('zh-CN')} 项，已选 {props.selected.toLocaleString('zh-CN')} 项
      </Box>
      {props.children && <Box sx={{ display: 'flex', gap: 1 }}>{props.children}</Box>}
    </Box>
  )
}
