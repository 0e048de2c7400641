const signs = ['pointerdown', 'keydown', 'wheel', 'hashchange'] as const

/** Resolves once nobody has clicked, typed, scrolled or gone to another page for so long: long work then disturbs nobody. */
export function quietFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    let timer = setTimeout(rested, milliseconds)
    function touched() {
      clearTimeout(timer)
      timer = setTimeout(rested, milliseconds)
    }
    function rested() {
      for (const sign of signs) window.removeEventListener(sign, touched, { capture: true })
      resolve()
    }
    for (const sign of signs) window.addEventListener(sign, touched, { capture: true, passive: true })
  })
}
