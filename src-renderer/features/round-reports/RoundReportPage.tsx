import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { useSession } from '#session'
import { figuresOfReport, roundReportById } from '#storage/round-reports'
import { EmptyState } from '#ui/EmptyState.tsx'
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
    return <EmptyState text="这份总报告不在当前账套中，可能属于其他年度。请返回总报告查看。" />
  return <RoundReportDocument key={id} report={report} figures={figures} />
}
