import Alert from '@mui/material/Alert'
import { useLiveQuery } from 'dexie-react-hooks'
import { Fragment } from 'react'
import { Link } from 'react-router'
import { useSession } from '#session'
import { type StillWritten as Counts, stillWritten } from '#storage/unsent'

const kinds = [
  { key: 'drafts', words: '个目标草稿', to: '/goals?status=draft' },
  { key: 'returned', words: '个退回的目标', to: '/goals?status=returned' },
  { key: 'monitorings', words: '份监控表', to: '/monitoring?group=missing' },
  { key: 'selfEvaluations', words: '份自评表', to: '/evaluation/self?group=missing' },
] as const satisfies readonly { key: keyof Counts; words: string; to: string }[]

/** What was not handed in and stays behind, each with the way there. */
export function StillWritten() {
  const { book } = useSession()
  const counts = useLiveQuery(() => stillWritten(book.id), [book.id])
  const shown = kinds.filter(({ key }) => counts && counts[key] > 0)
  if (!counts || shown.length === 0) return null
  return (
    <Alert severity="info">
      还没有送审、不在包里的：
      {shown.map(({ key, words, to }, index) => (
        <Fragment key={key}>
          {index > 0 && '、'}
          <Link to={to}>
            {counts[key]} {words}
          </Link>
        </Fragment>
      ))}
      。{counts.faulty > 0 && `其中 ${counts.faulty} 个目标体检有错误，改正后才能送审。`}
      要一并上报的，请送审后再生成。
    </Alert>
  )
}
