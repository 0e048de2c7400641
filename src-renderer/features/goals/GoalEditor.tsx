import Box from '@mui/material/Box'
import { useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { isEditable } from '#domain/goals/status'
import type { Problem } from '#domain/problem'
import { useSession } from '#session'
import { GoalActions } from './GoalActions.tsx'
import { GoalConflict } from './GoalConflict.tsx'
import { GoalHead } from './GoalHead.tsx'
import { GoalPanel } from './GoalPanel.tsx'
import { GoalSections } from './GoalSections.tsx'
import { useDraft } from './goal-draft.ts'
import { checkNow, type GoalRecord } from './goal-record.ts'

export type SheetFocus = { rowId: string; column: string; turn: number }

/** Where a finding points: a cell of a sheet, or a field. */
function cellOf(at: string): { sheet: string; rowId: string; column: string } | null {
  const [sheet = '', rowId = '', column = ''] = at.split('.')
  return (sheet === 'indicators' || sheet === 'tasks') && rowId !== '' ? { sheet, rowId, column } : null
}

export function GoalEditor({ record, reload }: { record: GoalRecord; reload: () => void }) {
  const { by, rules } = useSession()
  const navigate = useNavigate()
  const { goal } = record
  const draft = useDraft(goal, by)
  const editable = isEditable(goal.status)
  const problems = useMemo(() => checkNow(draft.content, record, rules), [draft.content, record, rules])
  const [focus, setFocus] = useState<(SheetFocus & { sheet: string }) | null>(null)
  const form = useRef<HTMLDivElement>(null)

  function jump(problem: Pick<Problem, 'at'>) {
    const cell = cellOf(problem.at)
    if (cell) {
      setFocus({ ...cell, turn: (focus?.turn ?? 0) + 1 })
      return
    }
    const place = form.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(problem.at)}"]`)
    place?.scrollIntoView({ block: 'center' })
    place?.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <GoalHead
        record={record}
        content={draft.content}
        state={draft.state}
        onRetry={() => draft.saver.retry()}
      />
      {draft.state.kind === 'conflict' && (
        <GoalConflict goal={goal} content={draft.content} saver={draft.saver} onReload={reload} />
      )}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Box ref={form} sx={{ flex: 1, minWidth: 0, overflow: 'auto', position: 'relative' }}>
          <GoalSections
            record={record}
            draft={draft}
            problems={problems}
            readOnly={!editable}
            focus={focus}
          />
        </Box>
        <GoalPanel record={record} content={draft.content} problems={problems} onJump={jump} />
      </Box>
      <GoalActions
        record={record}
        content={draft.content}
        problems={problems}
        saver={draft.saver}
        onJump={jump}
        onMoved={reload}
        onDeleted={() => void navigate('/goals')}
      />
    </Box>
  )
}
