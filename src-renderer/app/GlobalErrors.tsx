import { useEffect } from 'react'
import { desktop } from '#desktop'
import { useToast } from '#ui/Toast.tsx'

/** A promise nobody caught still becomes a sentence on the page. */
export function GlobalErrors() {
  const { sayError } = useToast()
  useEffect(() => {
    function onRejection(event: PromiseRejectionEvent) {
      sayError(event.reason)
      void desktop.report(event.reason)
    }
    window.addEventListener('unhandledrejection', onRejection)
    return () => window.removeEventListener('unhandledrejection', onRejection)
  }, [sayError])
  return null
}
