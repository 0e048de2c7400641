import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { cancelSelfEvaluations } from '#actions/cancel-self-evaluations'
import { openSelfEvaluations } from '#actions/open-self-evaluations'
import { editionFor } from '#domain/evaluation/rules'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { type ObjectKind, objectKinds } from '#domain/goals/goal'
import type { Section, Unit } from '#domain/year-book'
import { useSession } from '#session'
import { treasuryOfYear } from '#storage/executions'
import { goalsOf } from '#storage/goals'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { ChoiceField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'

/** 布置自评: on which form and for which goals, with how many it asks before it is issued. */
export function OpenDialog(props: {
  forms: readonly Pick<SelfEvaluation, 'goalId' | 'editionId'>[]
  units: readonly Unit[]
  sections: readonly Section[]
  onClose: () => void
}) {
  const { book, by, rules } = useSession()
  const { attempt, say } = useToast()
  const { editions } = rules.evaluation.selfEvaluation
  // What was used last is right for the next ones too; the first time it is the form of the place.
  const [editionId, setEditionId] = useState(
    props.forms.at(-1)?.editionId ??
      editionFor(book.identity.regionCode, rules.evaluation.selfEvaluation)?.id ??
      '',
  )
  const [kind, setKind] = useState<ObjectKind | ''>('')
  const [sectionId, setSectionId] = useState('')
  const goals = useLiveQuery(() => goalsOf(book.id), [book.id])
  const treasury = useLiveQuery(() => treasuryOfYear(book.id), [book.id])
  const there = new Set(props.forms.map(({ goalId }) => goalId))
  const sectionOf = new Map(props.units.map((unit) => [unit.id, unit.sectionId]))
  const wanted = (goals ?? []).filter(
    (goal) =>
      goal.status === 'approved' &&
      !there.has(goal.id) &&
      (kind === '' || goal.kind === kind) &&
      (sectionId === '' || sectionOf.get(goal.unitId) === sectionId),
  )

  function confirm() {
    attempt(async () => {
      const { forms } = await openSelfEvaluations(
        book.id,
        { editionId, goalIds: wanted.map(({ id }) => id) },
        by,
      )
      const seen = forms.map(({ id, revision }) => ({ id, seenRevision: revision }))
      say({
        text: `已布置 ${forms.length} 份自评表，请各单位填报。`,
        undo: async () => {
          await cancelSelfEvaluations(seen, '布置有误，整体撤销', by)
          say(`已撤销布置：${forms.length} 份自评表都已撤回。`)
        },
      })
      props.onClose()
    })
  }

  return (
    <ConfirmDialog
      open
      title="布置自评"
      action={`布置 ${wanted.length} 份`}
      disabled={wanted.length === 0 || editionId === ''}
      onCancel={props.onClose}
      onConfirm={confirm}
    >
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '1fr 1fr' }}>
        <ChoiceField
          label="自评表版式"
          value={editionId}
          choices={Object.fromEntries(editions.map(({ id, name }) => [id, name]))}
          onCommit={setEditionId}
        />
        <ChoiceField label="对象" value={kind} choices={objectKinds} blank="全部对象" onCommit={setKind} />
        <ChoiceField
          label="归口股室"
          value={sectionId}
          choices={Object.fromEntries(props.sections.map(({ id, name }) => [id, name]))}
          blank="全部股室"
          onCommit={setSectionId}
        />
      </Box>
      <Box role="status" sx={{ mt: 2, fontSize: 13, color: 'text.secondary' }}>
        {goals && wanted.length === 0
          ? '○ 范围内已批复的目标都已布置，或还没有批复的目标。'
          : `为 ${wanted.length} 个已批复的目标各建一份自评表，指标值和分值取自目标。`}
        {treasury &&
          (treasury.month === 0
            ? '还没有国库台账，执行数由单位填写。'
            : `预算数和执行数取自 1—${treasury.month} 月国库台账。`)}
      </Box>
    </ConfirmDialog>
  )
}
