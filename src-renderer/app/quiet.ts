import { onTouch } from './touch.ts'

/** Resolves once nobody has clicked, typed, scrolled or gone to another page for so long: long work then disturbs nobody. */
export function quietFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    let timer = setTimeout(rested, milliseconds)
    function touched() {
      clearTimeout(timer)
      timer = setTimeout(rested, milliseconds)
    }
    function rested() {
      endTouch()
      window.removeEventListener('hashchange', touched)
      resolve()
    }
    const endTouch = onTouch(touched)
    window.addEventListener('hashchange', touched)
  })
}
