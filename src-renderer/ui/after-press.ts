/** Does it once the mouse button that is down goes up, before the click it makes; at once where none is. */
export function afterPress(work: () => void): void {
  if (document.querySelector(':active') === null) {
    work()
    return
  }
  const ends = ['pointerup', 'pointercancel', 'dragend'] as const
  function done() {
    for (const end of ends) window.removeEventListener(end, done, { capture: true })
    work()
  }
  for (const end of ends) window.addEventListener(end, done, { capture: true })
}
