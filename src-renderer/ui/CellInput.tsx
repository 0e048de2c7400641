import Box from '@mui/material/Box'
import { useEffect, useRef, useState } from 'react'
import { colours } from './theme.ts'
import { hold, release } from './unkept.ts'

const cell = {
  width: '100%',
  height: 34,
  px: 3,
  border: '1px solid transparent',
  bgcolor: 'transparent',
  color: 'text.primary',
  font: 'inherit',
  '&:hover': { borderColor: colours.control },
  '&:focus': { borderColor: colours.primary, outline: 'none', bgcolor: 'background.paper' },
  '&[aria-invalid=true]': { borderColor: colours.alarm },
} as const

/** A table cell that is edited in place: Enter or leaving commits, Esc takes back, candidates of an input method are safe. */
export function CellInput(props: {
  label: string
  value: string
  bold?: boolean
  focus?: boolean
  /** What stands there could not be read and is not kept. */
  isUnread?: boolean
  onCommit: (value: string) => void
}) {
  const [text, setText] = useState(props.value)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    setText(props.value)
  }, [props.value])

  const isUnkept = text.trim() !== props.value
  useEffect(() => {
    if (isUnkept) hold(field)
    return () => release(field)
  }, [isUnkept])

  useEffect(() => {
    if (props.focus) field.current?.focus()
  }, [props.focus])

  return (
    <Box
      component="input"
      ref={field}
      aria-label={props.label}
      aria-invalid={props.isUnread ?? false}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        const typed = text.trim()
        if (typed !== props.value) props.onCommit(typed)
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setText(props.value)
      }}
      sx={{ ...cell, fontWeight: props.bold ? 600 : 400 }}
    />
  )
}

export function CellSelect(props: {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  /** Without an empty choice. */
  required?: boolean
  onCommit: (value: string) => void
}) {
  return (
    <Box
      component="select"
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onCommit(event.target.value)}
      sx={cell}
    >
      {!props.required && <option value="" />}
      {props.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Box>
  )
}
