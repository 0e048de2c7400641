import { useLayoutEffect, useRef } from 'react'

/**
 * Keys that are heard wherever the focus is, from the moment in which what they act on is drawn: a key that comes before an
 * ordinary effect has run would be lost.
 */
export function useWindowKeys(onKey: (event: KeyboardEvent) => void): void {
  const handler = useRef(onKey)
  handler.current = onKey
  useLayoutEffect(() => {
    const heard = (event: KeyboardEvent) => handler.current(event)
    window.addEventListener('keydown', heard)
    return () => window.removeEventListener('keydown', heard)
  }, [])
}
