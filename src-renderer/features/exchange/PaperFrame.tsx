import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { desktop } from '#desktop'
import { PageHead } from '#ui/PageHead.tsx'
import { PaperDesk, Sheet } from '#ui/PaperSheet.tsx'
import { useToast } from '#ui/Toast.tsx'

const margin = '16mm 18mm'

/** Papers as they will be printed, on screen like sheets of A4; `back` is where they came from. */
export function PaperFrame(props: {
  title: string
  file: string
  back: { to: string; name: string }
  /** What is asked before they are printed; it stands above them and on none. */
  asked?: ReactNode
  papers: readonly { id: string; paper: ReactNode }[]
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
      {props.asked}
      <PaperDesk margin={margin} unnumbered={props.papers.length > 1}>
        {props.papers.map(({ id, paper }) => (
          <Sheet key={id} margin={margin}>
            {paper}
          </Sheet>
        ))}
      </PaperDesk>
    </>
  )
}

export const paperStyle = {
  fontFamily: 'SimSun, "宋体", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif',
  color: '#000',
  fontSize: '10.5pt',
  lineHeight: 1.6,
  '& h1': { m: 0, fontSize: '20pt', fontWeight: 700, textAlign: 'center' },
  // Half of the outermost line lies outside of a table, and the paper ends there.
  '& table': { width: 'calc(100% - 0.75pt)', borderCollapse: 'collapse', tableLayout: 'fixed' },
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
