/** Does it once the press that is going on ends, before the click it makes; at once where none is. */
export function afterPress(work: () => void): void {
  if (document.querySelector(':active') === null) {
    work()
    return
  }
  // Not at `pointerup`: a finger is up by the time the press takes the focus.
  const ends = ['mouseup', 'pointercancel', 'dragend'] as const
  function done() {
    for (const end of ends) window.removeEventListener(end, done, { capture: true })
    work()
  }
  for (const end of ends) window.addEventListener(end, done, { capture: true })
}
