import { useWindowKeys } from '#ui/use-window-keys'

/** Keys of the desk by their place on the keyboard: an input method that is on does not change them. */
const deskKeys = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Enter: 'advance',
  NumpadEnter: 'advance',
  KeyU: 'unproven',
  KeyA: 'adopt',
  KeyF: 'points',
  KeyR: 'reason',
  KeyE: 'tie',
  KeyM: 'material',
  BracketLeft: 'page-back',
  BracketRight: 'page-on',
} as const
export type DeskKey = (typeof deskKeys)[keyof typeof deskKeys]

/** What was pressed: a key of the desk, a digit, or something that begins a value. */
export type Pressed = { key: DeskKey } | { digit: number } | { leave: true }

function digitOf(code: string): number | null {
  const found = /^(?:Digit|Numpad)(\d)$/.exec(code)
  return found ? Number(found[1]) : null
}

function isField(target: EventTarget | null): target is HTMLElement {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && ['radio', 'checkbox', 'file'].includes(target.type))
  )
}

/** What a key says while somebody types: only how to leave the field; everything else is text. */
function pressedInField(event: KeyboardEvent, target: HTMLElement): Pressed | null {
  if (event.key === 'Escape') return { leave: true }
  const isLines = target.tagName === 'TEXTAREA'
  if (event.key === 'Enter' && (!isLines || event.ctrlKey)) return { key: 'advance' }
  const isArrow = event.code === 'ArrowDown' || event.code === 'ArrowUp'
  return isArrow && target.tagName === 'INPUT'
    ? { key: deskKeys[event.code as 'ArrowDown' | 'ArrowUp'] }
    : null // tested in the line above
}

function pressedOutside(event: KeyboardEvent): Pressed | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null
  const digit = digitOf(event.code)
  if (digit !== null) return { digit }
  // Enter on a button is the button's.
  const isButton =
    event.target instanceof HTMLElement && event.target.closest('button, a, [role=tab]') !== null
  if (isButton && event.key === 'Enter') return null
  const known = Object.entries(deskKeys).find(([code]) => code === event.code)
  return known ? { key: known[1] } : null
}

/** Lets go of the field that is written in. */
export function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/** Hands over the desk's keys while no dialog is open; `true` from the handler keeps the key from doing anything else. */
export function useDeskKeys(onPressed: (pressed: Pressed) => boolean): void {
  useWindowKeys((event) => {
    if (event.isComposing || document.querySelector('[role=dialog]')) return
    const pressed = isField(event.target) ? pressedInField(event, event.target) : pressedOutside(event)
    if (pressed && onPressed(pressed)) event.preventDefault()
  })
}
