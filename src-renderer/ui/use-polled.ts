import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * Looks again and again while the window is seen, one look at a time, and at once when it comes back. `fault` is what the last
 * look failed with; what was found before stays.
 */
export function usePolled<T>(
  look: () => Promise<T>,
  everyMilliseconds: number,
): { found: T | null; fault: unknown; again: () => void } {
  const [state, setState] = useState<{ found: T | null; fault: unknown }>({ found: null, fault: null })
  const looking = useRef(false)
  const isLeft = useRef(false)
  const latest = useRef(look)
  latest.current = look

  const again = useCallback(() => {
    if (looking.current) return
    looking.current = true
    latest
      .current()
      .then(
        (found) => !isLeft.current && setState({ found, fault: null }),
        (fault: unknown) => !isLeft.current && setState((before) => ({ ...before, fault })),
      )
      .finally(() => {
        looking.current = false
      })
  }, [])

  useEffect(() => {
    isLeft.current = false
    const lookWhenSeen = () => document.visibilityState === 'visible' && again()
    lookWhenSeen()
    const timer = window.setInterval(lookWhenSeen, everyMilliseconds)
    document.addEventListener('visibilitychange', lookWhenSeen)
    return () => {
      isLeft.current = true
      window.clearInterval(timer)
      document.removeEventListener('visibilitychange', lookWhenSeen)
    }
  }, [again, everyMilliseconds])

  return { ...state, again }
}
