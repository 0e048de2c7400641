import { useWindowKeys } from '#ui/use-window-keys'

/** Keys of the lane by their place on the keyboard: an input method that is on does not change them. */
export const laneKeys = {
  ArrowDown: 'next',
  KeyJ: 'next',
  ArrowUp: 'previous',
  KeyK: 'previous',
  KeyP: 'pass',
  KeyR: 'return',
  KeyX: 'reject',
  KeyC: 'comment',
  KeyO: 'open',
  Digit1: 'excellent',
  Digit2: 'good',
  Digit3: 'medium',
  Digit4: 'poor',
  Numpad1: 'excellent',
  Numpad2: 'good',
  Numpad3: 'medium',
  Numpad4: 'poor',
} as const
export type LaneKey = (typeof laneKeys)[keyof typeof laneKeys]

/** Hands over the lane's keys while nobody types and no dialog is open. */
export function useLaneKeys(onKey: (key: LaneKey) => void): void {
  useWindowKeys((event) => {
    if (
      event.ctrlKey ||
      event.altKey ||
      event.metaKey ||
      event.isComposing ||
      isTaken(event.target, event.code)
    )
      return
    const known = Object.entries(laneKeys).find(([code]) => code === event.code)
    if (!known || document.querySelector('[role=dialog]')) return
    event.preventDefault()
    onKey(known[1])
  })
}

/** Fields and lists use the same keys themselves; a chosen grade only its arrows. */
function isTaken(target: EventTarget | null, code: string): boolean {
  if (target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type)) {
    return code.startsWith('Arrow')
  }
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
