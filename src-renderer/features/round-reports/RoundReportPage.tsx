import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { useSession } from '#session'
import { figuresOfReport, roundReportById } from '#storage/round-reports'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { RoundReportDocument } from './RoundReportDocument.tsx'

/** One report with its figures, read live until it is final. */
export function RoundReportPage() {
  const { id = '' } = useParams()
  const { book } = useSession()
  const read = useLiveQuery(async () => {
    const report = await roundReportById(id)
    return { report, figures: report ? await figuresOfReport(book, report) : null }
  }, [id, book])
  if (!read) return null
  const { report, figures } = read
  if (!report || !figures || report.bookId !== book.id)
    return (
      <EmptyPage
        title="监控总报告"
        trail="绩效监控"
        text="这份总报告不在当前账套中，可能属于其他年度。"
        way={{ to: '/monitoring/reports', name: '返回总报告' }}
      />
    )
  return <RoundReportDocument key={id} report={report} figures={figures} />
}
