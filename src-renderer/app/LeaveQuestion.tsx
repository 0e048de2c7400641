import { useEffect } from 'react'
import { isAnythingUnkept } from '#ui/unkept'

/** Asks before the window goes away with what is typed and not kept: the store cannot take it in on the way out. */
export function LeaveQuestion() {
  useEffect(() => {
    // The browser asks in its own words. Before the fields hand on what they hold: that is kept only if one stays.
    const ask = (event: BeforeUnloadEvent) => {
      if (isAnythingUnkept()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask, { capture: true })
    return () => window.removeEventListener('beforeunload', ask, { capture: true })
  }, [])
  return null
}
