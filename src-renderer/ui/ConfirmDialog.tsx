import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import type { ReactNode } from 'react'

/** A decision in place of `confirm`: Esc cancels, the action says what it touches. */
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
  return (
    <Dialog
      open={props.open}
      onClose={props.onCancel}
      maxWidth="sm"
      fullWidth
      aria-labelledby="confirm-title"
      {...(props.onExited ? { slotProps: { transition: { onExited: props.onExited } } } : {})}
    >
      <DialogTitle id="confirm-title">{props.title}</DialogTitle>
      {props.children && <DialogContent>{props.children}</DialogContent>}
      <DialogActions>
        <Button onClick={props.onCancel}>取消</Button>
        <Button
          variant="contained"
          color={props.dangerous ? 'error' : 'primary'}
          disabled={props.disabled ?? false}
          onClick={props.onConfirm}
        >
          {props.action}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
