import type { MouseEvent } from 'react'

/**
 * For `onMouseDown` of what is clicked below fields: the focus stays where it is until the click is made. A finding that
 * goes when its field is left would move the button from under the pointer.
 */
export function keepFocus(event: MouseEvent): void {
  event.preventDefault()
}
