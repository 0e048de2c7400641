import { useEffect, useRef, useState } from 'react'

/**
 * How a dialog closes in which something can be typed: a click beside it does nothing, and Esc over what was typed is asked
 * back once (`isAsked`: say so). `onInput` and `onClose` go to the dialog.
 */
export function useCarefulClose(open: boolean, onClose: () => void) {
  const isTyped = useRef(false)
  const [isAsked, setAsked] = useState(false)
  useEffect(() => {
    if (open) return
    isTyped.current = false
    setAsked(false)
  }, [open])
  return {
    isAsked,
    dialog: {
      onInput() {
        isTyped.current = true
        setAsked(false)
      },
      onClose(_event: object, reason: 'backdropClick' | 'escapeKeyDown') {
        if (reason === 'backdropClick') return
        if (isTyped.current && !isAsked) setAsked(true)
        else onClose()
      },
    },
  }
}
