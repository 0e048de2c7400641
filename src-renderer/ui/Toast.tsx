import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Snackbar from '@mui/material/Snackbar'
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { sentenceFor } from './error-text.ts'

export type ToastMessage = {
  text: string
  severity?: 'success' | 'info' | 'warning' | 'error'
  /** Runs on 撤销; the button is shown only when given. */
  undo?: () => Promise<unknown>
}

export type Toast = {
  say: (message: ToastMessage | string) => void
  /** Shows the sentence of a caught failure. */
  sayError: (error: unknown) => void
  /** Runs work started by a click and shows the sentence when it fails. */
  attempt: (work: () => Promise<unknown>) => void
}

const ToastContext = createContext<Toast | null>(null)

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<{ message: ToastMessage; key: number } | null>(null)
  const [open, setOpen] = useState(false)

  const say = useCallback((message: ToastMessage | string) => {
    const full = typeof message === 'string' ? { text: message } : message
    setShown((before) => ({ message: full, key: (before?.key ?? 0) + 1 }))
    setOpen(true)
  }, [])

  const toast = useMemo<Toast>(() => {
    function sayError(error: unknown) {
      say({ text: sentenceFor(error), severity: 'error' })
    }
    return { say, sayError, attempt: (work) => void work().catch(sayError) }
  }, [say])

  const undo = shown?.message.undo
  const severity = shown?.message.severity ?? 'success'
  return (
    <ToastContext value={toast}>
      {children}
      <Snackbar
        key={shown?.key ?? 0}
        open={open}
        autoHideDuration={undo ? 12_000 : severity === 'error' ? 10_000 : 5_000}
        onClose={(_event, reason) => reason !== 'clickaway' && setOpen(false)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
        // Above the action bar at the foot of a page, and never on paper.
        sx={{ mb: 12, displayPrint: 'none' }}
      >
        <Alert
          severity={severity}
          variant="outlined"
          onClose={() => setOpen(false)}
          sx={{ bgcolor: 'background.paper', color: 'text.primary', boxShadow: 4, alignItems: 'center' }}
          action={
            undo && (
              <Button
                size="small"
                onClick={() => {
                  setOpen(false)
                  toast.attempt(undo)
                }}
              >
                撤销
              </Button>
            )
          }
        >
          {shown?.message.text}
        </Alert>
      </Snackbar>
    </ToastContext>
  )
}

export function useToast(): Toast {
  const toast = useContext(ToastContext)
  if (!toast) throw new Error('useToast outside ToastProvider')
  return toast
}
