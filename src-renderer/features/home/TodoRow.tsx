import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link, useNavigate } from 'react-router'
import { duties } from '#domain/people/duties'
import { useSession } from '#session'
import type { Todo } from '#storage/todo-held'
import { colours } from '#ui/theme'
import { pageOf, targetOf } from './todo-places.ts'
import { kindWords, verbOf } from './todo-words.ts'

/** What waits of one kind in one state, with the button that leads to its work; under another duty it changes to that first. */
export function TodoRow({ todo }: { todo: Todo }) {
  const { by, switchDuty } = useSession()
  const navigate = useNavigate()
  const { assignment } = todo
  const active = assignment.duty === by.duty && assignment.scope === by.scope
  const verb = verbOf(todo)

  function open() {
    if (!active) switchDuty(assignment)
    void navigate(targetOf(todo))
  }

  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        px: 4,
        py: 1,
        minHeight: 40,
        borderBottom: `1px solid ${colours.line}`,
        fontSize: 14,
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box component="span" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
          {todo.count}
        </Box>{' '}
        {kindWords[todo.kind]}
        {todo.word}
        {todo.overdue > 0 && (
          <Box component="span" sx={{ color: colours.alarm, ml: 3, fontSize: 13 }}>
            ■ 逾期 {todo.overdue} {kindWords[todo.kind].charAt(0)}，最长 {todo.longest} 天
          </Box>
        )}
        {active && <Items todo={todo} />}
        {!active && <Box sx={{ fontSize: 12, color: colours.secondary }}>{duties[assignment.duty].name}</Box>}
      </Box>
      <Button
        size="small"
        variant={active ? 'outlined' : 'text'}
        onClick={open}
        sx={{ displayPrint: 'none' }}
      >
        {active ? '' : '切换并'}
        {verb}
      </Button>
    </Box>
  )
}

/** The few by their names, each with why it came back. */
function Items({ todo }: { todo: Todo }) {
  const linked = todo.items.map((item) => ({ ...item, to: pageOf(todo.kind, item.id) }))
  return linked.map(({ id, name, note, to }) => (
    <Box
      key={id}
      sx={{ fontSize: 13, color: colours.secondary, overflow: 'hidden', textOverflow: 'ellipsis' }}
    >
      {to ? <Link to={to}>{name}</Link> : name}
      {note && `：${note}`}
    </Box>
  ))
}
