import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { type ReactNode, useState } from 'react'
import { colours } from './theme.ts'
import { UnreadScope, useRefuseUnread } from './unread.ts'
import { useCarefulClose } from './use-careful-close.ts'

/** What stands beside the buttons when Esc would throw away what was typed. */
export function EscapeNote() {
  return (
    <Box role="alert" sx={{ flex: 1, fontSize: 13, color: colours.attention }}>
      ▲ 填写的内容还没有用上。再按一次 Esc 放弃。
    </Box>
  )
}

/** A decision in place of `confirm`: Esc cancels, the action says what it touches and waits for what cannot be read. */
export function ConfirmDialog(props: {
  open: boolean
  title: string
  children?: ReactNode
  action: string
  dangerous?: boolean
  disabled?: boolean
  onConfirm: () => void
  onCancel: () => void
  /** When it has gone, after the focus was given back. */
  onExited?: () => void
}) {
  const [scope] = useState(() => ({}))
  const refuseUnread = useRefuseUnread(scope)
  const { isAsked, dialog } = useCarefulClose(props.open, props.onCancel)
  return (
    <Dialog
      open={props.open}
      {...dialog}
      maxWidth="sm"
      fullWidth
      aria-labelledby="confirm-title"
      {...(props.onExited ? { slotProps: { transition: { onExited: props.onExited } } } : {})}
    >
      <DialogTitle id="confirm-title">{props.title}</DialogTitle>
      {props.children && (
        <DialogContent>
          <UnreadScope value={scope}>{props.children}</UnreadScope>
        </DialogContent>
      )}
      <DialogActions>
        {isAsked && <EscapeNote />}
        <Button onClick={props.onCancel}>取消</Button>
        <Button
          variant="contained"
          color={props.dangerous ? 'error' : 'primary'}
          disabled={props.disabled ?? false}
          onClick={() => !refuseUnread() && props.onConfirm()}
        >
          {props.action}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
