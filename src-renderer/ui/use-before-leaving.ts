import { useEffect, useEffectEvent } from 'react'

/** Calls what keeps the unkept before the page or the window goes away, or is hidden. */
export function useBeforeLeaving(keep: () => void): void {
  const keepNow = useEffectEvent(keep)
  useEffect(() => {
    const leave = () => keepNow()
    const hide = () => document.visibilityState === 'hidden' && leave()
    window.addEventListener('beforeunload', leave)
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', hide)
    return () => {
      leave()
      window.removeEventListener('beforeunload', leave)
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [])
}
