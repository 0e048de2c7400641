import Box from '@mui/material/Box'
import { cancelSelfEvaluations } from '#actions/cancel-self-evaluations'
import { openSelfEvaluations } from '#actions/open-self-evaluations'
import type { SelfEvaluationLine } from '#domain/evaluation/self-evaluation-line'
import { useSession } from '#session'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'
import { stepPhrases, stepTexts } from './step-texts.ts'

type Asked = Pick<
  SelfEvaluationLine,
  'id' | 'bookId' | 'goalId' | 'name' | 'revision' | 'editionId' | 'isUntouched'
>

/** 撤回布置 of the forms among those chosen that nobody has begun; the others are named by their number and stay. */
export function CancelDialog(props: { forms: readonly Asked[]; onCancel: () => void; onDone: () => void }) {
  const { by } = useSession()
  const { attempt, say } = useToast()
  const untouched = props.forms.filter(({ isUntouched }) => isUntouched)
  const begun = props.forms.length - untouched.length
  const [only] = props.forms
  const what = props.forms.length === 1 ? (only?.name ?? '') : `${untouched.length} 份自评表`

  function cancel(reason: string) {
    attempt(async () => {
      const seen = untouched.map(({ id, revision }) => ({ id, seenRevision: revision }))
      await cancelSelfEvaluations(seen, reason, by)
      say({ text: `已撤回布置：${what}`, undo: () => openAgain(untouched) })
      props.onDone()
    })
  }

  /** Nothing was written on them: asked again on the same form, they are what they were. */
  async function openAgain(forms: readonly Asked[]) {
    for (const editionId of new Set(forms.map((form) => form.editionId))) {
      const own = forms.filter((form) => form.editionId === editionId)
      const wanted = { editionId, goalIds: own.map(({ goalId }) => goalId) }
      await openSelfEvaluations(own[0]?.bookId ?? '', wanted, by)
    }
    say(`已重新布置：${what}`)
  }

  return (
    <OpinionDialog
      title={`撤回布置：${what}`}
      action="撤回布置"
      required
      phrases={stepPhrases['cancel-self-evaluations'] ?? []}
      onCancel={props.onCancel}
      onConfirm={cancel}
    >
      <Box sx={{ fontSize: 13 }}>
        {stepTexts['cancel-self-evaluations']}
        {begun > 0 && `另有 ${begun} 份单位已经开始填报，不撤回。`}
      </Box>
    </OpinionDialog>
  )
}
