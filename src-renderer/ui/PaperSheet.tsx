import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { PrintStyles } from './PrintStyles.tsx'

/** A paper as it will be printed, on screen like a sheet of A4: upright, or on its side. */
export function PaperSheet(props: { margin: string; landscape?: boolean; children: ReactNode }) {
  const [width, minHeight] = props.landscape ? ['297mm', '210mm'] : ['210mm', '297mm']
  return (
    <>
      <PrintStyles margin={props.margin} landscape={props.landscape ?? false} />
      <Box
        component="section"
        aria-label="打印预览"
        tabIndex={0}
        sx={{
          flex: 1,
          overflow: 'auto',
          py: 6,
          bgcolor: '#DDE2E7',
          '@media print': { p: 0, overflow: 'visible', bgcolor: '#fff' },
        }}
      >
        <Box
          sx={{
            ...{ width, minHeight, mx: 'auto', p: props.margin, bgcolor: '#fff' },
            boxShadow: '0 1px 6px rgba(31, 41, 51, .25)',
            '@media print': { width: 'auto', minHeight: 0, p: 0, boxShadow: 'none' },
          }}
        >
          {props.children}
        </Box>
      </Box>
    </>
  )
}
