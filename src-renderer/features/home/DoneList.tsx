import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { Link } from 'react-router'
import { useSession } from '#session'
import { doneBy } from '#storage/todo'
import { momentText } from '#ui/moment-text'
import { colours } from '#ui/theme'

const lastDone = 50

/** 已办: the goals the person took a step of, the latest first. */
export function DoneList() {
  const { book, by } = useSession()
  const done = useLiveQuery(() => doneBy(book.id, by.name, lastDone), [book.id, by.name])
  if (!done) return null
  if (done.length === 0) return <Box sx={{ p: 4, color: colours.secondary }}>还没有经办过的目标。</Box>
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: 13 }}>
      {done.map(({ goalId, name, step }) => (
        <Box
          component="li"
          key={`${goalId} ${step.at} ${step.step}`}
          sx={{ display: 'flex', gap: 3, px: 4, py: 1.5, borderBottom: `1px solid ${colours.line}` }}
        >
          <Box sx={{ width: 80, flex: 'none' }}>{step.verb}</Box>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Link to={`/goals/${goalId}`}>{name}</Link>
            {step.opinion && <Box sx={{ color: colours.secondary }}>{step.opinion}</Box>}
          </Box>
          <Box sx={{ color: colours.secondary, whiteSpace: 'nowrap' }}>{momentText(step.at)}</Box>
        </Box>
      ))}
    </Box>
  )
}
