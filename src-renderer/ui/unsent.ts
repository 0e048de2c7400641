import { useEffect, useEffectEvent, useRef } from 'react'
import { hold, release } from './unkept.ts'

type Unsent = { text: string; show: () => void }

/** What is written on the page beside its record and waits for its own button. */
const places = new Map<object, Unsent>()

export function firstUnsent(): Unsent | undefined {
  const [first] = places.values()
  return first
}

/** Says of a field that what stands in it is still to be sent; '' where nothing does. A step of the page would lose it. */
export function useUnsent(text: string, show: () => void): void {
  const key = useRef(null)
  const showHere = useEffectEvent(show)
  useEffect(() => {
    if (text === '') return
    places.set(key, { text, show: () => showHere() })
    hold(key)
    return () => {
      places.delete(key)
      release(key)
    }
  }, [text])
}
