const signs = ['pointerdown', 'keydown', 'wheel'] as const

/** Calls at every click, key and turn of the wheel, whatever becomes of it; the answer ends it. */
export function onTouch(touched: () => void): () => void {
  for (const sign of signs) window.addEventListener(sign, touched, { capture: true, passive: true })
  return () => {
    for (const sign of signs) window.removeEventListener(sign, touched, { capture: true })
  }
}

/** Tells for how many milliseconds nobody has touched anything since it was begun. */
export function idleWatch(): { idle: () => number; end: () => void } {
  let last = Date.now()
  const end = onTouch(() => {
    last = Date.now()
  })
  return { idle: () => Date.now() - last, end }
}
