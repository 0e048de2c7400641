import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * Looks again and again while the window is seen, one look at a time, and at once when it comes back or `again` is
 * called; who asks during a look has another after it. `fault` is what the last look failed with; what was found before
 * stays.
 */
export function usePolled<T>(
  look: () => Promise<T>,
  everyMilliseconds: number,
): { found: T | null; fault: unknown; again: () => void } {
  const [state, setState] = useState<{ found: T | null; fault: unknown }>({ found: null, fault: null })
  const looking = useRef<'no' | 'yes' | 'once-more'>('no')
  const isLeft = useRef(false)
  const latest = useRef(look)
  latest.current = look

  const again = useCallback(() => {
    if (looking.current !== 'no') {
      // What that look has read may be older than what the asker knows of.
      looking.current = 'once-more'
      return
    }
    looking.current = 'yes'
    latest
      .current()
      .then(
        (found) => !isLeft.current && setState({ found, fault: null }),
        (fault: unknown) => !isLeft.current && setState((before) => ({ ...before, fault })),
      )
      .finally(() => {
        const isWanted = looking.current === 'once-more' && !isLeft.current
        looking.current = 'no'
        if (isWanted) again()
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
