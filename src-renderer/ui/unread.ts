import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react'
import { useToast } from './Toast.tsx'
import { hold, release } from './unkept.ts'

/** Places of the window whose text could not be understood, so that it stands in sight and is kept nowhere. */
const places = new Map<object, { count: number; show: () => void }>()
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function unreadCount(): number {
  let sum = 0
  for (const { count } of places.values()) sum += count
  return sum
}

export function useUnreadCount(): number {
  return useSyncExternalStore(subscribe, unreadCount)
}

/** Goes to the first of them. */
export function showUnread(): void {
  places.values().next().value?.show()
}

/** Says of a field or a sheet how much in it could not be read, and how to get there. */
export function useUnread(count: number, show: () => void): void {
  const key = useRef(null)
  const showHere = useEffectEvent(show)
  useEffect(() => {
    if (count === 0) return
    places.set(key, { count, show: () => showHere() })
    hold(key)
    tell()
    return () => {
      places.delete(key)
      release(key)
      tell()
    }
  }, [count])
}

/** Whether a step must wait because something could not be read: then that is said, and shown. */
export function useRefuseUnread(): () => boolean {
  const { say } = useToast()
  return () => {
    const count = unreadCount()
    if (count === 0) return false
    showUnread()
    say({ text: `有 ${count} 处看不懂，没有保存。请先改正。`, severity: 'warning' })
    return true
  }
}
