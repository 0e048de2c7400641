import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { type ReactNode, useContext, useState } from 'react'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { UnreadScope, useRefuseUnread } from './unread.ts'

/** A step that is asked back: where it leads if there is a choice, and the opinion, with phrases at hand. */
export function OpinionDialog(props: {
  title: string
  action: string
  /** The opinion is compulsory. */
  required: boolean
  children?: ReactNode
  phrases?: readonly string[]
  /** What is proposed to be said; '' where the person begins. */
  draft?: string
  /** What the text is, where it is more than an opinion. */
  label?: string
  targets?: readonly { value: string; label: string }[]
  onCancel: () => void
  onConfirm: (opinion: string, target: string) => void
}) {
  const { targets = [], phrases = [], label = '意见' } = props
  const [opinion, setOpinion] = useState(props.draft ?? '')
  const [target, setTarget] = useState(targets[0]?.value ?? '')
  const blocked = props.required && opinion.trim() === ''
  return (
    <ConfirmDialog
      open
      title={props.title}
      action={props.action}
      disabled={blocked}
      onCancel={props.onCancel}
      onConfirm={() => props.onConfirm(opinion.trim(), target)}
    >
      {props.children}
      {targets.length > 1 && (
        <TextField
          select
          fullWidth
          label="退回到"
          value={target}
          onChange={(event) => setTarget(event.target.value)}
          sx={{ mt: 3 }}
        >
          {targets.map((each) => (
            <MenuItem key={each.value} value={each.value}>
              {each.label}
            </MenuItem>
          ))}
        </TextField>
      )}
      <OpinionField
        label={props.required ? `${label}（必填）` : label}
        value={opinion}
        onChange={setOpinion}
        onEnter={() => !blocked && props.onConfirm(opinion.trim(), target)}
      />
      {phrases.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }} role="group" aria-label="常用语">
          {phrases.map((phrase) => (
            <Button
              key={phrase}
              size="small"
              variant="outlined"
              onClick={() =>
                setOpinion((before) => (before.trim() === '' ? phrase : `${before.trim()}${phrase}`))
              }
              sx={{ textAlign: 'left', lineHeight: '18px', minHeight: 26 }}
            >
              {phrase}
            </Button>
          ))}
        </Box>
      )}
    </ConfirmDialog>
  )
}

/** Ctrl+Enter confirms from within, and waits as the button does for what in the dialog cannot be read. */
function OpinionField(props: {
  label: string
  value: string
  onChange: (opinion: string) => void
  onEnter: () => void
}) {
  const refuseUnread = useRefuseUnread(useContext(UnreadScope))
  return (
    <TextField
      autoFocus
      fullWidth
      multiline
      minRows={3}
      label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return
        event.preventDefault()
        if (!refuseUnread()) props.onEnter()
      }}
      helperText="Ctrl+Enter 确定"
      sx={{ mt: 3, '& .MuiOutlinedInput-root': { p: '6px 10px' } }}
    />
  )
}
