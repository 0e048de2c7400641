import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useCallback, useEffect, useState } from 'react'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { todosOf } from '#storage/todo'
import type { Todo } from '#storage/todo-held'
import { unsentIn } from '#storage/unsent'
import { tellFirstPage } from '#ui/first-page'
import { colours } from '#ui/theme'
import { DoneList } from './DoneList.tsx'
import { InboxLine, useWaitingPackages } from './InboxLine.tsx'
import { TodoRow } from './TodoRow.tsx'
import { UnsentLine } from './UnsentLine.tsx'
import { useFollowed } from './use-followed.ts'

/** 待办 of every duty held, 已办 of the person: the first thing that is seen on opening; `onRead` once it stands. */
export function TodoList({ onRead }: { onRead: () => void }) {
  const { book, by, assignments } = useSession()
  const [tab, setTab] = useState<'todo' | 'done'>('todo')
  const [now] = useState(() => new Date().toISOString())
  // In another's book nothing waits for anybody here.
  const isLooking = by.use === 'looking'
  const read = useCallback(
    async () => (isLooking ? [] : todosOf(book.id, by, assignments, now)),
    [book.id, by, assignments, now, isLooking],
  )
  const todos = useFollowed([book.id], read)
  const isRead = todos !== undefined
  useEffect(() => {
    if (!isRead) return
    tellFirstPage()
    onRead()
  }, [isRead, onRead])
  const packages = useWaitingPackages()
  const waiting = may(by, 'apply-package') ? packages : 0
  const isUnits = book.identity.level === 'unit' && may(by, 'make-package')
  const unsent = useFollowed(
    [book.id, ''],
    useCallback(async () => (isUnits ? unsentIn(book.id) : null), [isUnits, book.id]),
  )
  const own = (todos ?? []).toSorted(
    (left, right) => Number(isActive(right, by.duty)) - Number(isActive(left, by.duty)),
  )
  const count = own.reduce((sum, todo) => sum + todo.count, waiting + (unsent?.total ? 1 : 0))
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label="待办"
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, overflow: 'hidden' }}
    >
      <Tabs
        value={tab}
        onChange={(_event, value: 'todo' | 'done') => setTab(value)}
        aria-label="待办与已办"
        sx={{ borderBottom: `1px solid ${colours.line}`, px: 2, flex: 'none' }}
      >
        <Tab value="todo" label={todos ? `待办 ${count}` : '待办'} />
        <Tab value="done" label="已办" />
      </Tabs>
      <Box role="tabpanel" sx={{ overflow: 'auto', flex: 1, minHeight: 0 }} tabIndex={0} aria-label="事项">
        {tab === 'done' && <DoneList />}
        {tab === 'todo' && todos && count === 0 && (
          <Box sx={{ p: 4, color: isLooking ? colours.secondary : colours.ok }}>
            {isLooking ? '这个账套只供查看，没有待办。' : '● 没有等待您办理的事项。'}
          </Box>
        )}
        {tab === 'todo' && (
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {waiting > 0 && <InboxLine count={waiting} />}
            {unsent && unsent.total > 0 && <UnsentLine unsent={unsent} />}
            {own.map((todo) => (
              <TodoRow
                key={`${todo.assignment.duty} ${todo.assignment.scope} ${todo.kind} ${todo.state}`}
                todo={todo}
              />
            ))}
          </Box>
        )}
      </Box>
    </Paper>
  )
}

function isActive(todo: Todo, duty: string): boolean {
  return todo.assignment.duty === duty
}
