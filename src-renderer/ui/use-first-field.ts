import { type RefObject, useEffect, useRef } from 'react'
import { firstFieldIn } from './first-field.ts'

/** Where a part opens beside the page to be filled in, typing begins in its first field. */
export function useFirstField(isFresh: boolean): RefObject<HTMLDivElement | null> {
  const part = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isFresh && part.current) firstFieldIn(part.current)?.focus()
  }, [isFresh])
  return part
}
