import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useNavigate, useParams } from 'react-router'
import { desktop } from '#desktop'
import { isShownTo } from '#domain/spot-checks/flow'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { roundById } from '#storage/monitorings'
import { reachedUnits } from '#storage/reach'
import { spotCheckById } from '#storage/spot-checks'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PaperSheet } from '#ui/PaperSheet.tsx'
import { useToast } from '#ui/Toast.tsx'
import { CheckPaper } from './CheckPaper.tsx'

const margin = '18mm 16mm'

/** The working paper as it will be printed, on screen like a sheet of A4. */
export function CheckPaperPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const { attempt } = useToast()
  const navigate = useNavigate()
  const read = useLiveQuery(async () => {
    const check = await spotCheckById(id)
    return { check, round: check ? await roundById(check.roundId) : null }
  }, [id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  if (!read || !units || !sections) return null
  const { check, round } = read
  const reached = reachedUnits(by, units, sections)
  if (check?.bookId !== book.id || (reached && !reached.has(check.unitId)) || !isShownTo(by.duty, check))
    return (
      <EmptyPage
        title="核查底稿"
        trail="打印预览"
        text="这份核查不在当前账套或职责的范围内。"
        way={{ to: '/monitoring/checks', name: '返回重点核查' }}
      />
    )
  const names = {
    year: book.year,
    unit: units.find((unit) => unit.id === check.unitId)?.name ?? '',
    round: round?.name ?? '',
    office: `${book.identity.office.replace('（演示）', '')} 监督检查局`,
  }
  return (
    <>
      <PageHead trail="打印预览" title={`核查底稿：${check.name}`}>
        <Button color="inherit" onClick={() => void navigate(`/monitoring/checks/${check.id}`)}>
          返回核查
        </Button>
        <Button
          variant="outlined"
          onClick={() => attempt(() => desktop.savePdf(`${check.name}核查底稿.pdf`))}
        >
          另存 PDF
        </Button>
        <Button variant="contained" onClick={() => window.print()}>
          打印
        </Button>
      </PageHead>
      <PaperSheet margin={margin}>
        <CheckPaper check={check} names={names} />
      </PaperSheet>
    </>
  )
}
