import Box from '@mui/material/Box'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import type { Problem } from '#domain/problem'
import { afterPress } from './after-press.ts'
import { severityMarks } from './SeverityMark.tsx'
import { colours } from './theme.ts'
import { hold, release } from './unkept.ts'
import { useUnread } from './unread.ts'
import { useBeforeLeaving } from './use-before-leaving.ts'

const idleBeforeCommit = 700
/** Who types without a pause has it handed over all the same after this long. */
const longestUnkept = 3000

export type FieldProps = {
  label: string
  /** Where a finding points to, as `data-field`. */
  field?: string
  required?: boolean
  /** The label is for screen readers alone: the field stands in a table with heads. */
  hideLabel?: boolean
  hint?: string
  problems?: readonly Problem[]
  readOnly?: boolean
}

const hidden = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const

/** Label left above, control, findings beneath: the frame of every field. */
export function FieldFrame(props: FieldProps & { id: string; children: ReactNode; wide?: boolean }) {
  const worst = props.problems?.[0]
  return (
    <Box
      data-field={props.field}
      sx={{ minWidth: 0, ...(props.wide ? { gridColumn: '1 / -1' } : {}), scrollMarginTop: 60 }}
    >
      <Box
        component="label"
        htmlFor={props.id}
        sx={
          props.hideLabel
            ? hidden
            : { display: 'block', fontSize: 12, lineHeight: '20px', color: colours.secondary }
        }
      >
        {props.label}
        {props.hint && <Box component="span">（{props.hint}）</Box>}
      </Box>
      {props.children}
      {worst && (
        <Box
          id={`${props.id}-fault`}
          sx={{ fontSize: 12, lineHeight: '18px', color: severityMarks[worst.severity].colour, mt: 0.5 }}
        >
          <span aria-hidden="true">{severityMarks[worst.severity].shape}</span> {worst.message}
        </Box>
      )}
    </Box>
  )
}

export const controlStyle = {
  width: '100%',
  minHeight: 32,
  m: 0,
  p: '5px 8px',
  font: 'inherit',
  fontSize: 14,
  lineHeight: '20px',
  color: colours.text,
  bgcolor: colours.surface,
  border: `1px solid ${colours.control}`,
  borderRadius: '4px',
  fieldSizing: 'content',
  '&:read-only:not(select)': { bgcolor: colours.page, borderColor: colours.line },
  '&:disabled': { bgcolor: colours.page, borderColor: colours.line, color: colours.text, opacity: 1 },
  '&:focus': { outline: `2px solid ${colours.primary}`, outlineOffset: -1 },
} as const

export type TextFieldProps = FieldProps & {
  value: string
  onCommit: (text: string) => void
  onTyping?: () => void
  lines?: number
  wide?: boolean
  align?: 'right'
  placeholder?: string
  /** What stands there could not be understood and is not kept. */
  isUnread?: boolean
}

/**
 * Text that belongs to the browser while it is typed, and is handed over on leaving the field, on Enter in one line, at
 * a pause in typing, after some seconds without one, and when the window goes away; never while an input method composes.
 */
export function TextField(props: TextFieldProps) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement & HTMLInputElement>(null)
  const composing = useRef(false)
  const timer = useRef(0)
  const since = useRef(0)
  const [typed, setTyped] = useState<string | null>(null)
  const pending = useRef<string | null>(null)
  const commit = useRef(props.onCommit)
  commit.current = props.onCommit
  useUnread(props.isUnread ? 1 : 0, () => {
    area.current?.scrollIntoView({ block: 'center' })
    area.current?.focus({ preventScroll: true })
  })

  function hand(leaving: boolean) {
    window.clearTimeout(timer.current)
    const text = pending.current
    if (text === null || (composing.current && !leaving)) return
    pending.current = null
    if (leaving) setTyped(null)
    commit.current(text)
    // Only now: whoever keeps it holds the window from here on.
    release(timer)
  }
  const handOver = useRef(hand)
  handOver.current = hand

  useBeforeLeaving(() => hand(true))

  function onChange(text: string) {
    if (pending.current === null) {
      props.onTyping?.()
      since.current = Date.now()
      hold(timer)
    }
    pending.current = text
    setTyped(text)
    handSoon()
  }

  function handSoon() {
    window.clearTimeout(timer.current)
    const wait = Math.min(idleBeforeCommit, since.current + longestUnkept - Date.now())
    timer.current = window.setTimeout(() => handOver.current(false), Math.max(0, wait))
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && !props.lines) hand(true)
  }

  return (
    <FieldFrame {...props} id={id} wide={props.wide ?? (props.lines ?? 0) > 1}>
      <Box
        component={props.lines ? 'textarea' : 'input'}
        ref={area}
        id={id}
        {...(props.lines ? { rows: props.lines } : { type: 'text' })}
        value={typed ?? props.value}
        readOnly={props.readOnly === true}
        placeholder={props.readOnly ? '' : props.placeholder}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={props.problems?.[0]?.severity === 'error'}
        aria-describedby={props.problems?.[0] ? `${id}-fault` : undefined}
        onChange={(event: { target: { value: string } }) => onChange(event.target.value)}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={() => {
          composing.current = false
          if (pending.current !== null) handSoon()
        }}
        onKeyDown={onKeyDown}
        // A fault that appears or goes moves what stands beneath: not from under the button that is being pressed.
        onBlur={() => afterPress(() => handOver.current(true))}
        sx={{
          ...controlStyle,
          textAlign: props.align ?? 'left',
          ...(props.lines ? { resize: 'vertical', minHeight: props.lines * 20 + 12, maxHeight: 320 } : {}),
        }}
      />
    </FieldFrame>
  )
}

/** One of a few; the blank choice stands for not filled. */
export function ChoiceField<T extends string>(
  props: FieldProps & {
    value: T | ''
    choices: Readonly<Record<T, string>>
    blank?: string
    onCommit: (value: T | '') => void
  },
) {
  const id = useId()
  const keys = Object.keys(props.choices) as T[]
  return (
    <FieldFrame {...props} id={id}>
      <Box
        component="select"
        id={id}
        value={props.value}
        disabled={props.readOnly === true}
        aria-invalid={props.problems?.[0]?.severity === 'error'}
        aria-describedby={props.problems?.[0] ? `${id}-fault` : undefined}
        onChange={(event: { target: { value: string } }) => {
          const chosen = keys.find((key) => key === event.target.value)
          props.onCommit(chosen ?? '')
        }}
        sx={{ ...controlStyle, height: 32 }}
      >
        {props.blank !== undefined && <option value="">{props.blank}</option>}
        {keys.map((key) => (
          <option key={key} value={key}>
            {props.choices[key]}
          </option>
        ))}
      </Box>
    </FieldFrame>
  )
}
