import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { desktop } from '#desktop'
import { PageHead } from '#ui/PageHead.tsx'
import { PaperSheet } from '#ui/PaperSheet.tsx'
import { useToast } from '#ui/Toast.tsx'

const margin = '16mm 14mm'

export const paperStyle = {
  fontFamily: 'SimSun, "宋体", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif',
  color: '#000',
  fontSize: '9.5pt',
  lineHeight: 1.45,
  '& table': { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  '& th, & td': {
    border: '0.75pt solid #000',
    p: '2.5pt 4pt',
    fontWeight: 400,
    textAlign: 'left',
    verticalAlign: 'middle',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  '& tr': { breakInside: 'avoid' },
  '& th': { textAlign: 'center' },
  '& thead': { display: 'table-header-group' },
  '& table + table': { mt: '-0.75pt' },
} as const

/** A working paper as it will be printed, on screen like a sheet of A4 on its side. */
export function LandscapePaper({ name, children }: { name: string; children: ReactNode }) {
  const { attempt } = useToast()
  const navigate = useNavigate()
  return (
    <>
      <PageHead trail="打印预览" title={name}>
        <Button color="inherit" onClick={() => void navigate(-1)}>
          返回
        </Button>
        <Button variant="outlined" onClick={() => attempt(() => desktop.savePdf(`${name}.pdf`))}>
          另存 PDF
        </Button>
        <Button variant="contained" onClick={() => window.print()}>
          打印
        </Button>
      </PageHead>
      <PaperSheet margin={margin} landscape>
        {children}
      </PaperSheet>
    </>
  )
}
