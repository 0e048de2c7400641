import { useLayoutEffect, useReducer, useRef } from 'react'
import { useLocation } from 'react-router'

/**
 * Does what a key asks once the newest address is drawn. What an address selects is worked out beside the drawing: a key that
 * comes meanwhile (a name is searched and opened in one go) would act on the rows of before, so it waits, and those after it.
 */
export function useAfterAddress(act: (key: string) => void): (key: string) => void {
  const { key: drawn } = useLocation()
  const waiting = useRef<string[]>([])
  const [, lookAgain] = useReducer((turn: number) => turn + 1, 0)

  useLayoutEffect(() => {
    if (drawn !== newestAddress()) return
    const next = waiting.current.shift()
    if (next === undefined) return
    act(next)
    lookAgain()
  })

  return (key) => {
    if (waiting.current.length === 0 && drawn === newestAddress()) return act(key)
    waiting.current.push(key)
  }
}

/** The router keeps the key of an address with the browser's history at once, and draws it later. */
function newestAddress(): string {
  const state: unknown = window.history.state
  if (typeof state !== 'object' || state === null || !('key' in state)) return 'default'
  return String(state.key)
}
