import { useCallback, useRef } from 'react'

/** Runs each piece of work after the one before it, whether that one succeeded or not. */
export function useInTurn(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const last = useRef<Promise<unknown>>(Promise.resolve())
  return useCallback((work) => {
    const next = last.current.then(work, work)
    last.current = next
    return next
  }, [])
}
