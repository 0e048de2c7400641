import GlobalStyles from '@mui/material/GlobalStyles'
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'

/** Esc closes nothing here, also not when it is pressed twice, which a browser no longer asks about. */
function keepOpen(event: KeyboardEvent) {
  if (event.key === 'Escape') event.preventDefault()
}

/** Covers all there is, in the browser's top layer, above dialogs and messages that are still open; only it can be reached. */
export function Cover({ label, children }: { label: string; children: ReactNode }) {
  const cover = useRef<HTMLDialogElement>(null)
  // Before anything is painted: what it covers must not be seen for a moment.
  useLayoutEffect(() => cover.current?.showModal(), [])
  return createPortal(
    <dialog
      ref={cover}
      aria-label={label}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={keepOpen}
      onClose={() => cover.current?.showModal()}
      style={{ border: 0, padding: 0, width: '100vw', height: '100vh', maxWidth: 'none', maxHeight: 'none' }}
    >
      <GlobalStyles
        styles={{
          'body:has(> dialog[open]) > :not(dialog)': { visibility: 'hidden' },
          '@media print': { 'body:has(> dialog[open]) > :not(dialog)': { display: 'none !important' } },
        }}
      />
      {children}
    </dialog>,
    document.body,
  )
}
