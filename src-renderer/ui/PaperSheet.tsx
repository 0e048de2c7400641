import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { type PrintFormat, PrintStyles } from './PrintStyles.tsx'

type Paper = PrintFormat & { children: ReactNode }

/** A paper as it will be printed, on screen like a sheet of A4: upright, or on its side. */
export function PaperSheet({ children, ...format }: Paper) {
  return (
    <PaperDesk {...format}>
      <Sheet {...format}>{children}</Sheet>
    </PaperDesk>
  )
}

/** Where papers lie to be looked at before they are printed. */
export function PaperDesk({ children, ...format }: Paper) {
  return (
    <>
      <PrintStyles {...format} />
      <Box
        component="section"
        aria-label="打印预览"
        tabIndex={0}
        sx={{
          ...{ flex: 1, overflow: 'auto', py: 6, bgcolor: '#DDE2E7' },
          '@media print': { p: 0, overflow: 'visible', bgcolor: '#fff' },
        }}
      >
        {children}
      </Box>
    </>
  )
}

/** One of several papers: each begins on a page of its own. */
export function Sheet(props: Paper) {
  const [width, minHeight] = props.landscape ? ['297mm', '210mm'] : ['210mm', '297mm']
  return (
    <Box
      sx={{
        ...{ width, minHeight, mx: 'auto', p: props.margin, bgcolor: '#fff' },
        boxShadow: '0 1px 6px rgba(31, 41, 51, .25)',
        '& + &': { mt: 6 },
        // On a screen at 125 % the whole sheet stands beside the navigation.
        ...(props.landscape && { '@media screen and (max-width: 1320px)': { zoom: 0.78 } }),
        '@media print': {
          ...{ width: 'auto', minHeight: 0, p: 0, boxShadow: 'none' },
          '& + &': { mt: 0, breakBefore: 'page' },
        },
      }}
    >
      {props.children}
    </Box>
  )
}
