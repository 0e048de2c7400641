import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'react-router'
import { unsentText } from '#domain/exchange/unsent'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { unsentIn } from '#storage/unsent'

/** 待上报 N in the bar at a unit: handing in alone does not reach the bureau. */
export function UnsentCount() {
  const { book, by } = useSession()
  const isUnits = book.identity.level === 'unit' && may(by, 'make-package')
  const unsent = useLiveQuery(() => (isUnits ? unsentIn(book.id) : null), [isUnits, book.id])
  if (!unsent || unsent.total === 0) return null
  return (
    <Button
      size="small"
      variant="outlined"
      component={Link}
      to="/exchange/send"
      title={`${unsentText(unsent)}已办好，还没有上报。点此生成上报包。`}
    >
      待上报 {unsent.total}
    </Button>
  )
}
