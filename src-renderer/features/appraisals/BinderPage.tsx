import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { desktop } from '#desktop'
import { isOpenForSelf } from '#domain/appraisals/flow'
import { withFigures } from '#domain/appraisals/subjects'
import { useSession } from '#session'
import { appraisalFacts } from '#storage/appraisal-facts'
import { appraisalById, bookOfSubject } from '#storage/appraisals'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { localToday } from '#storage/local-day'
import { reachedUnits } from '#storage/reach'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PrintStyles } from '#ui/PrintStyles.tsx'
import { useToast } from '#ui/Toast.tsx'
import { isShownTo } from './appraisal-rows.ts'
import { BinderPaper } from './BinderPaper.tsx'
import { openBinder, saveBinder } from './binder-export.ts'

/** 佐证册: contents with page numbers and the proof by item; one button makes the folder of files and the PDF. */
export function BinderPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const [today] = useState(localToday)
  const read = useLiveQuery(async () => {
    const appraisal = await appraisalById(id)
    if (!appraisal) return { made: null }
    const subject = isOpenForSelf(appraisal.state) ? await bookOfSubject(appraisal) : null
    const figured = subject ? withFigures(appraisal, await appraisalFacts(subject, today)) : appraisal
    return { made: await openBinder(figured) }
  }, [id, today])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  if (!read || !units || !sections) return null
  const { made } = read
  if (made?.appraisal.bookId !== book.id || !isShownTo(made.appraisal, by, reachedUnits(by, units, sections)))
    return (
      <EmptyPage
        title="佐证册"
        trail="工作考核"
        text="这份考核不在当前账套或职责的范围内。"
        way={{ to: '/appraisals', name: '返回工作考核' }}
      />
    )
  const { appraisal, binder } = made
  return (
    <>
      <PrintStyles margin="18mm 16mm" />
      <PageHead trail="佐证册" title={appraisal.subject.name}>
        <Button color="inherit" onClick={() => void navigate(`/appraisals/${appraisal.id}`)}>
          返回工作考核
        </Button>
        <Button variant="outlined" onClick={() => attempt(() => desktop.savePdf(`${binder.title}.pdf`))}>
          另存 PDF
        </Button>
        <Button variant="outlined" onClick={() => window.print()}>
          打印
        </Button>
        <Button
          variant="contained"
          onClick={() =>
            attempt(async () => {
              const text = await saveBinder(made)
              if (!text) return
              say(text)
              await desktop.savePdf(`${appraisal.subject.name}${binder.title}.pdf`)
            })
          }
        >
          生成佐证册（文件夹和 PDF）
        </Button>
      </PageHead>
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
        <BinderPaper appraisal={appraisal} binder={binder} />
      </Box>
    </>
  )
}
