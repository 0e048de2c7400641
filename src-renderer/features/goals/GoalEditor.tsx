import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { type RefObject, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { contentOf } from '#domain/goals/carry'
import { isUnfilled } from '#domain/goals/check'
import { isEditable } from '#domain/goals/flow'
import type { GoalStatus } from '#domain/goals/goal'
import { commentProblems, type FieldComment } from '#domain/goals/review'
import type { LibraryIndicator } from '#domain/library/indicator'
import type { Problem } from '#domain/problem'
import { useSession } from '#session'
import { reviewOf } from '#storage/reviews'
import { nextId } from '#storage/stamp'
import { afterPress } from '#ui/after-press'
import type { SheetHandle } from '#ui/Sheet.tsx'
import { useToast } from '#ui/Toast.tsx'
import { showUnread, useUnreadCount } from '#ui/unread'
import { useUnfilled } from '#ui/use-unfilled'
import { GoalActions } from './GoalActions.tsx'
import { GoalConflict } from './GoalConflict.tsx'
import { GoalHead } from './GoalHead.tsx'
import { GoalPanel } from './GoalPanel.tsx'
import { GoalSections } from './GoalSections.tsx'
import { useDraft } from './goal-draft.ts'
import { yearFiller } from './goal-indicator-rows.ts'
import { checkNow, type GoalRecord } from './goal-record.ts'
import { withEntries } from './library-insert.ts'
import { placeAt } from './review-places.ts'
import { cellOf, useFormLead } from './use-form-lead.ts'

/** What the check of the kept content cannot see: text beside it that could not be read. */
const unreadPlace = 'unread'

function unreadProblems(count: number): Problem[] {
  if (count === 0) return []
  const message = `有 ${count} 处看不懂，没有保存，仍是原来的内容。`
  return [
    {
      code: 'unread',
      severity: 'error',
      at: unreadPlace,
      message,
      clause: '',
      suggestion: '请改正后再送审。',
    },
  ]
}

/** 目标申报 on screen: the form in the order of the paper, the panel beside it, what can be done at its foot. */
export function GoalEditor({
  record,
  again,
  reload,
}: {
  record: GoalRecord
  /** Drawn anew after a step: what had the focus is gone. */
  again: boolean
  reload: () => void
}) {
  const whole = useRef<HTMLDivElement>(null)
  const { by, rules } = useSession()
  const navigate = useNavigate()
  const { goal } = record
  const draft = useDraft(
    goal,
    () => contentOf(goal),
    (revision, content) => saveGoalDraft(goal.id, revision, content, by),
  )
  const editable = isEditable(goal.status)
  const review = useLiveQuery(() => reviewOf(goal), [goal]) ?? record.review
  const [place, setPlace] = useState('name')
  const unread = useUnreadCount()
  const problems = useMemo(
    () => [
      ...unreadProblems(unread),
      ...commentProblems(review.comments),
      ...checkNow(draft.content, record, rules),
    ],
    [draft.content, record, rules, review.comments, unread],
  )
  const { form, focus, lead } = useFormLead()
  const sheet = useRef<SheetHandle>(null)
  const { say } = useToast()
  useFirstFocus({ whole, form, again, isBlank: editable && draft.content.name === '' })
  const { loud, unfilled, visit, showAll } = useUnfilled(
    goal.status === 'draft' && goal.origin === '',
    problems,
    isUnfilled,
  )
  useFirstComment(form, goal.status, review.comments)

  function jump({ at }: Pick<Problem, 'at'>) {
    if (at === unreadPlace) showUnread()
    else lead(at)
  }

  function insert(entries: readonly LibraryIndicator[], what: string) {
    const undo = sheet.current?.putRows((rows) =>
      withEntries(rows, entries, rules, nextId, yearFiller(record.previous, record.earlier)),
    )
    if (!undo) return
    say({
      text: `已从指标库插入${what}，请核对指标值并填写权重。`,
      undo: async () => {
        if (!undo()) say({ text: '之后又改过指标表，请在表中按 Ctrl+Z 逐步撤销。', severity: 'info' })
      },
    })
  }

  return (
    <Box
      ref={whole}
      tabIndex={-1}
      sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', '&:focus': { outline: 'none' } }}
    >
      <GoalHead
        record={record}
        content={draft.content}
        state={draft.state}
        onRetry={() => draft.saver.retry()}
        review={review}
        onJump={(at) => jump({ at })}
      />
      {draft.state.kind === 'conflict' && (
        <GoalConflict goal={goal} content={draft.content} saver={draft.saver} onReload={reload} />
      )}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Box
          ref={form}
          onFocus={(event) => {
            const at = event.target.closest('[data-field]')?.getAttribute('data-field')
            if (at) setPlace(placeAt(at, draft.content))
          }}
          onBlur={(event) => {
            const at = event.target.closest('[data-field]')?.getAttribute('data-field')
            // Leaving one of the sources is leaving the sources.
            if (!at) return
            // What was typed is handed over first: it would be called missing until then.
            afterPress(() => {
              for (const each of [at, at.split('.')[0] ?? at]) visit(each)
            })
          }}
          sx={{ flex: 1, minWidth: 0, overflow: 'auto', position: 'relative' }}
        >
          <GoalSections
            record={record}
            draft={draft}
            problems={loud}
            readOnly={!editable}
            focus={focus}
            sheet={sheet}
          />
        </Box>
        <GoalPanel
          record={record}
          content={draft.content}
          problems={loud}
          unfilled={unfilled}
          onJump={jump}
          onInsert={editable ? insert : null}
          review={review}
          stops={record.stops}
          place={place}
          onPlace={setPlace}
        />
      </Box>
      <GoalActions
        record={record}
        content={draft.content}
        problems={problems}
        unfilled={unfilled}
        onBlocked={showAll}
        saver={draft.saver}
        onJump={jump}
        onMoved={reload}
        onDeleted={() => void navigate('/goals')}
      />
    </Box>
  )
}

/** The field that a comment stands at: a row of a sheet stands in its sheet. */
function fieldOf(at: string): string {
  return cellOf(at)?.sheet ?? at
}

/** What came back is opened where the reviewer wrote; later comments of this page do not move it. */
function useFirstComment(
  form: RefObject<HTMLDivElement | null>,
  status: GoalStatus,
  comments: readonly FieldComment[],
): void {
  const firstComment = comments.find(({ answeredAt }) => answeredAt === '')?.at
  const opened = useRef(false)
  useEffect(() => {
    if (opened.current || status !== 'returned' || firstComment === undefined) return
    opened.current = true
    const place = form.current?.querySelector(`[data-field="${CSS.escape(fieldOf(firstComment))}"]`)
    place?.scrollIntoView({ block: 'center' })
  }, [form, status, firstComment])
}

/** A new goal is begun at its name; drawn anew after a step the keyboard is somewhere in it. */
function useFirstFocus(given: {
  whole: RefObject<HTMLDivElement | null>
  form: RefObject<HTMLDivElement | null>
  again: boolean
  isBlank: boolean
}): void {
  const begin = useEffectEvent(() => {
    if (given.again) given.whole.current?.focus()
    else if (given.isBlank) given.form.current?.querySelector<HTMLElement>('[data-field=name] input')?.focus()
  })
  useEffect(() => begin(), [])
}
