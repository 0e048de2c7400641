import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useRef } from 'react'
import { saveAdjustment } from '#actions/save-adjustment'
import { type Adjustment, isOpenAdjustment, type Version, versionsOf } from '#domain/adjustments/adjustment'
import { isAdjustmentEditable } from '#domain/adjustments/flow'
import { findingsOf } from '#domain/adjustments/major'
import { contentOf } from '#domain/goals/carry'
import { diffContent } from '#domain/goals/compare'
import { may } from '#domain/people/permissions'
import type { Problem } from '#domain/problem'
import type { StepTaken } from '#domain/workflow'
import { useSession } from '#session'
import { lackOf } from '#storage/adjustment-record'
import { adjustmentsOf } from '#storage/adjustments'
import type { SheetHandle } from '#ui/Sheet.tsx'
import { useToast } from '#ui/Toast.tsx'
import { AdjustmentActions } from './AdjustmentActions.tsx'
import { AdjustmentConflict } from './AdjustmentConflict.tsx'
import { AdjustmentHead } from './AdjustmentHead.tsx'
import { AdjustmentPanel, type AdjustmentTab } from './AdjustmentPanel.tsx'
import { AdjustmentReason } from './AdjustmentReason.tsx'
import { contentOfForm, formOf } from './adjustment-draft.ts'
import { withChanges } from './adjustment-marks.ts'
import { GoalSections } from './GoalSections.tsx'
import { useDraft } from './goal-draft.ts'
import { checkNow, type GoalRecord } from './goal-record.ts'
import { useFormLead } from './use-form-lead.ts'

/** 目标调整: why and with what effect on top, the form as it shall be with what was there before, changes at the right. */
export function AdjustmentDocument(props: {
  adjustment: Adjustment
  record: GoalRecord
  tab: AdjustmentTab
  onTab: (tab: AdjustmentTab) => void
  reload: () => void
}) {
  const { adjustment, record, reload } = props
  const { by, rules } = useSession()
  const { say } = useToast()
  const draft = useDraft(
    adjustment,
    () => formOf(adjustment),
    (revision, form) => saveAdjustment(adjustment.id, revision, contentOfForm(form), by),
  )
  const editable = isAdjustmentEditable(adjustment.state) && may(by, 'save-adjustment')
  const { form, focus, lead } = useFormLead()
  const sheet = useRef<SheetHandle>(null)

  const others = useLiveQuery(() => adjustmentsOf(adjustment.goalId), [adjustment.goalId])
  const after = useMemo(() => contentOf(draft.content), [draft.content])
  const changes = useMemo(() => diffContent(adjustment.before, after), [adjustment.before, after])
  const findings = useMemo(
    () => findingsOf({ ...adjustment, after }, others ?? [], rules.adjustment),
    [adjustment, after, others, rules],
  )
  const problems = useMemo(() => checkNow(after, record, rules), [after, record, rules])
  const marked = useMemo(() => withChanges(problems, changes), [problems, changes])
  const lack = useLiveQuery(() => lackOf({ ...adjustment, after }, findings), [adjustment, after, findings])
  const versions = useMemo(
    () => withApproval(versionsOf(record.goal, others ?? []), record.review.trail),
    [record, others],
  )
  if (!others || lack === undefined) return null
  // What is not decided yet stands beside the versions as it would be.
  const asked = { label: `第 ${adjustment.number} 次调整（申请中）`, content: after, at: '', by: '' }

  const jump = ({ at }: Pick<Problem, 'at'>) => lead(at)

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <AdjustmentHead
        adjustment={adjustment}
        record={record}
        state={draft.state}
        onRetry={() => draft.saver.retry()}
      />
      {draft.state.kind === 'conflict' && (
        <AdjustmentConflict adjustment={adjustment} saver={draft.saver} onReload={reload} />
      )}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Box ref={form} sx={{ flex: 1, minWidth: 0, overflow: 'auto', position: 'relative' }}>
          <AdjustmentReason
            adjustment={adjustment}
            draft={draft}
            findings={findings}
            lack={lack}
            readOnly={!editable}
          />
          <GoalSections
            record={record}
            draft={draft}
            problems={marked}
            readOnly={!editable}
            fixedOwner
            focus={focus}
            sheet={sheet}
          />
        </Box>
        <AdjustmentPanel
          tab={props.tab}
          onTab={props.onTab}
          changes={changes}
          findings={findings}
          problems={problems}
          content={after}
          versions={isOpenAdjustment(adjustment) ? [...versions, asked] : versions}
          trail={adjustment.trail}
          onJump={jump}
        />
      </Box>
      <AdjustmentActions
        adjustment={adjustment}
        problems={problems}
        findings={findings}
        lack={lack}
        saver={draft.saver}
        onMoved={reload}
        onBlocked={() => {
          props.onTab('problems')
          say({
            text: '还有必须改正的问题，没有送审，草稿已保存。请按右侧“问题”逐条改正。',
            severity: 'warning',
          })
        }}
      />
    </Box>
  )
}

/** The approved version with who approved it, which the goal's own trail knows. */
function withApproval(versions: readonly Version[], trail: readonly StepTaken[]): Version[] {
  const approval = trail.find(({ step }) => step === 'approve-goal')
  return versions.map((version, index) =>
    index === 0 && approval ? { ...version, at: approval.at, by: approval.by } : version,
  )
}
