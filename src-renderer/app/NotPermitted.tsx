import Button from '@mui/material/Button'
import type { BookUse } from '#domain/people/book-use'
import { duties } from '#domain/people/duties'
import { dutyMay, type Permission, permissions } from '#domain/people/permissions'
import { useSession } from '#session'
import { EmptyState } from '#ui/EmptyState.tsx'

const whyShut: Readonly<Record<BookUse, string>> = {
  working: '这个账套',
  looking: '这个账套只供查看',
  scoring: '这是专家评分包，只用来评分',
  closed: '这个年度已经关账',
}

/** Stands in place of a page that the active duty may not open; offers the duties held that may. */
export function NotPermitted({ permission }: { permission: Permission }) {
  const { by, assignments, switchDuty } = useSession()
  if (by.use && dutyMay(by.duty, permission))
    return <EmptyState text={`${whyShut[by.use]}，不能“${permissions[permission].name}”。`} />
  const fitting = assignments.filter(({ duty }) => dutyMay(duty, permission))
  const text = `“${duties[by.duty].name}”职责不能“${permissions[permission].name}”。`
  return (
    <EmptyState text={fitting.length > 0 ? `${text}可切换职责后打开。` : `${text}请由承担该职责的同事办理。`}>
      {fitting.slice(0, 3).map((assignment) => (
        <Button
          key={`${assignment.duty} ${assignment.scope}`}
          variant="outlined"
          onClick={() => switchDuty(assignment)}
        >
          切换到{duties[assignment.duty].name}
        </Button>
      ))}
    </EmptyState>
  )
}
