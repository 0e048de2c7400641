import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useNavigate, useParams } from 'react-router'
import { desktop } from '#desktop'
import { formNames } from '#domain/unit-names'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { monitoringById } from '#storage/monitorings'
import { reachedUnits } from '#storage/reach'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PaperSheet } from '#ui/PaperSheet.tsx'
import { useToast } from '#ui/Toast.tsx'
import { MonitoringPaper } from './MonitoringPaper.tsx'

const margin = '14mm 12mm'

/** The form as it will be printed, on screen like a sheet of A4 lying sideways. */
export function MonitoringPaperPage() {
  const { id = '' } = useParams()
  const { book, by, rules } = useSession()
  const { attempt } = useToast()
  const navigate = useNavigate()
  const form = useLiveQuery(() => monitoringById(id), [id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  if (form === undefined || !units || !sections) return null
  const reached = reachedUnits(by, units, sections)
  if (form?.bookId !== book.id || (reached && !reached.has(form.unitId)))
    return (
      <EmptyPage
        title="监控表"
        trail="打印预览"
        text="这份监控表不在当前账套或职责的范围内。"
        way={{ to: '/monitoring', name: '返回监控台账' }}
      />
    )
  return (
    <>
      <PageHead trail="打印预览" title={form.name || '未填名称的项目'}>
        <Button color="inherit" onClick={() => void navigate(`/monitoring/${form.id}`)}>
          返回监控表
        </Button>
        <Button variant="outlined" onClick={() => attempt(() => desktop.savePdf(`${form.name}监控表.pdf`))}>
          另存 PDF
        </Button>
        <Button variant="contained" onClick={() => window.print()}>
          打印
        </Button>
      </PageHead>
      <PaperSheet margin={margin} landscape>
        <MonitoringPaper
          form={form}
          names={formNames(form.unitId, units, book.year)}
          rules={rules.monitoring}
        />
      </PaperSheet>
    </>
  )
}
