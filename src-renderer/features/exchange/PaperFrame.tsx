import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { desktop } from '#desktop'
import { PageHead } from '#ui/PageHead.tsx'
import { PaperSheet } from '#ui/PaperSheet.tsx'
import { useToast } from '#ui/Toast.tsx'

const margin = '16mm 18mm'

/** A paper as it will be printed, on screen like a sheet of A4; `back` is where it came from. */
export function PaperFrame(props: {
  title: string
  file: string
  back: { to: string; name: string }
  children: ReactNode
}) {
  const { attempt } = useToast()
  const navigate = useNavigate()
  return (
    <>
      <PageHead trail="打印预览" title={props.title}>
        <Button color="inherit" onClick={() => void navigate(props.back.to)}>
          {props.back.name}
        </Button>
        <Button variant="outlined" onClick={() => attempt(() => desktop.savePdf(`${props.file}.pdf`))}>
          另存 PDF
        </Button>
        <Button variant="contained" onClick={() => window.print()}>
          打印
        </Button>
      </PageHead>
      <PaperSheet margin={margin}>{props.children}</PaperSheet>
    </>
  )
}

export const paperStyle = {
  fontFamily: 'SimSun, "宋体", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif',
  color: '#000',
  fontSize: '10.5pt',
  lineHeight: 1.6,
  '& h1': { m: 0, fontSize: '20pt', fontWeight: 700, textAlign: 'center' },
  '& table': { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  '& th, & td': {
    border: '0.75pt solid #000',
    p: '4pt 5pt',
    fontWeight: 400,
    textAlign: 'left',
    verticalAlign: 'middle',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    breakInside: 'avoid',
  },
  '& th': { textAlign: 'center' },
  '& td.figure': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  '& table + table': { mt: '-0.75pt' },
} as const

export const digestStyle = {
  fontFamily: 'Consolas, "DejaVu Sans Mono", "Noto Sans Mono", monospace',
  fontSize: '9pt',
} as const
