import { createContext, useContext, useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react'
import { useToast } from './Toast.tsx'
import { hold, release } from './unkept.ts'
import { firstUnsent } from './unsent.ts'

/** Places of the window whose text could not be understood, so that it stands in sight and is kept nowhere. */
const places = new Map<object, { count: number; show: () => void; scope: object | null }>()
const listeners = new Set<() => void>()

/** The dialog or panel a field stands in: what is done there waits for what stands there, not for the whole page. */
export const UnreadScope = createContext<object | null>(null)

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function placesOf(scope: object | null) {
  return [...places.values()].filter((place) => scope === null || place.scope === scope)
}

/** How much in the window, or in one dialog or panel of it. */
export function unreadCount(scope: object | null = null): number {
  return placesOf(scope).reduce((sum, { count }) => sum + count, 0)
}

export function useUnreadCount(): number {
  return useSyncExternalStore(subscribe, () => unreadCount())
}

/** Goes to the first of them. */
export function showUnread(scope: object | null = null): void {
  placesOf(scope)[0]?.show()
}

/** Says of a field or a sheet how much in it could not be read, and how to get there. */
export function useUnread(count: number, show: () => void): void {
  const key = useRef(null)
  const scope = useContext(UnreadScope)
  const showHere = useEffectEvent(show)
  useEffect(() => {
    if (count === 0) return
    places.set(key, { count, show: () => showHere(), scope })
    hold(key)
    tell()
    return () => {
      places.delete(key)
      release(key)
      tell()
    }
  }, [count, scope])
}

/** Whether a step must wait because something could not be read or sent: then that is said, and shown. */
export function useRefuseUnread(scope: object | null = null): () => boolean {
  const { say } = useToast()
  return () => {
    const count = unreadCount(scope)
    if (count > 0) {
      showUnread(scope)
      say({ text: `有 ${count} 处看不懂，没有保存。请先改正。`, severity: 'warning' })
      return true
    }
    const open = scope === null ? firstUnsent() : undefined
    if (!open) return false
    open.show()
    say({ text: open.text, severity: 'warning' })
    return true
  }
}
