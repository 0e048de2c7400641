import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate } from 'react-router'
import { desktop } from '#desktop'
import { useSession } from '#session'
import { PageHead } from '#ui/PageHead.tsx'
import { PrintStyles } from '#ui/PrintStyles.tsx'
import { useToast } from '#ui/Toast.tsx'
import { savePublication } from './disclosure-export.ts'
import { SetChoice } from './SetChoice.tsx'
import { SetFindings } from './SetFindings.tsx'
import { drawnAtOnce, pageMargin, SetPreview } from './SetPreview.tsx'
import { usePublication } from './use-publication.ts'

/** 公开材料: what is chosen, looked at for secrets and persons, ready for the site, the printer and Excel. */
export function SetPage() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const { ids, world, set } = usePublication()
  if (!world || !set) return null
  const isPrintable = set.pages.length > 0 && set.pages.length <= drawnAtOnce

  function save() {
    if (!set) return
    attempt(async () => {
      const sentence = await savePublication(set, book, by)
      if (sentence) say(sentence)
    })
  }

  return (
    <>
      <PrintStyles margin={pageMargin} />
      <PageHead trail="信息公开" title="公开材料">
        <Button color="inherit" onClick={() => void navigate('/disclosures')}>
          返回台账
        </Button>
        <Button
          variant="outlined"
          disabled={!isPrintable}
          onClick={() => attempt(() => desktop.savePdf(`${book.year}年度绩效信息公开材料.pdf`))}
        >
          另存 PDF
        </Button>
        <Button variant="outlined" disabled={!isPrintable} onClick={() => window.print()}>
          打印
        </Button>
        <Button variant="contained" disabled={set.pages.length === 0} onClick={save}>
          导出网页和 Excel
        </Button>
      </PageHead>
      <SetChoice chosen={ids.length} units={world.units}>
        可公开 {set.pages.length} 项，检查发现 {set.findings.length} 处
      </SetChoice>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', '@media print': { display: 'block' } }}>
        <SetPreview pages={set.pages} year={book.year} />
        <SetFindings findings={set.findings} />
      </Box>
    </>
  )
}
