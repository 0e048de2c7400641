import Box from '@mui/material/Box'
import { useMemo, useRef, useState } from 'react'
import { saveAdjustment } from '#actions/save-adjustment'
import { isAdjustmentEditable } from '#domain/adjustments/flow'
import { diffContent } from '#domain/goals/compare'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import type { SheetHandle } from '#ui/Sheet.tsx'
import { TextField } from '#ui/TextField.tsx'
import { AdjustmentActions } from './AdjustmentActions.tsx'
import { AdjustmentHead } from './AdjustmentHead.tsx'
import type { AdjustmentRecord } from './AdjustmentPage.tsx'
import { AdjustmentPanel } from './AdjustmentPanel.tsx'
import { withChanges } from './adjustment-marks.ts'
import { GoalSections } from './GoalSections.tsx'
import { useDraft } from './goal-draft.ts'
import { checkNow } from './goal-record.ts'

/** 调整申请: why and what it does to the budget on top, then the goal's own form as it is to become. */
export function AdjustmentEditor({ found, reload }: { found: AdjustmentRecord; reload: () => void }) {
  const { adjustment, record } = found
  const { by, rules } = useSession()
  const [words, setWords] = useState({ reason: adjustment.reason, budgetEffect: adjustment.budgetEffect })
  // The saver of the form carries the words with it: both are one record with one revision.
  const latest = useRef(words)
  const draft = useDraft({ ...adjustment, content: adjustment.after }, (revision, after) =>
    saveAdjustment(adjustment.id, revision, { after, ...latest.current }, by),
  )
  const sheet = useRef<SheetHandle>(null)
  const readOnly = !isAdjustmentEditable(adjustment.state) || !may(by, 'save-adjustment')
  const problems = useMemo(
    () => withChanges(checkNow(draft.content, record, rules), diffContent(adjustment.before, draft.content)),
    [draft.content, adjustment.before, record, rules],
  )

  function say(patch: Partial<typeof words>) {
    latest.current = { ...latest.current, ...patch }
    setWords(latest.current)
    draft.saver.put(draft.content)
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <AdjustmentHead
        adjustment={adjustment}
        record={record}
        state={draft.state}
        onRetry={() => draft.saver.retry()}
      />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Box sx={{ flex: 1, minWidth: 0, overflow: 'auto' }}>
          <Box
            component="section"
            aria-label="理由和影响"
            sx={{
              p: 4,
              pb: 2,
              display: 'grid',
              gridTemplateColumns: '1fr 1fr',
              gap: 3,
              bgcolor: 'background.paper',
            }}
          >
            <TextField
              label="调整理由"
              lines={2}
              readOnly={readOnly}
              value={words.reason}
              onTyping={draft.touch}
              onCommit={(reason) => say({ reason })}
            />
            <TextField
              label="对预算的影响"
              lines={2}
              readOnly={readOnly}
              value={words.budgetEffect}
              onTyping={draft.touch}
              onCommit={(budgetEffect) => say({ budgetEffect })}
            />
          </Box>
          <GoalSections
            record={record}
            draft={draft}
            problems={problems}
            readOnly={readOnly}
            fixedOwner
            focus={null}
            sheet={sheet}
          />
        </Box>
        <AdjustmentPanel found={found} after={draft.content} />
      </Box>
      <AdjustmentActions found={found} after={draft.content} saver={draft.saver} onMoved={reload} />
    </Box>
  )
}
