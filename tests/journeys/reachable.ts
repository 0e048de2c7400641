import type { Page } from '@playwright/test'

/**
 * Controls that nobody can get at: outside of what can be scrolled into the window, or under something else. Also says when
 * the window itself scrolls sideways.
 */
export function unreachable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth + 1) faults.push(`the window is ${root.scrollWidth} wide`)
    const controls = 'button, a[href], input, select, textarea, [role=tab], [role=button], [role=menuitem]'
    for (const control of document.querySelectorAll<HTMLElement>(controls)) {
      if (
        control.closest('[aria-hidden=true], [inert]') ||
        !control.checkVisibility({ visibilityProperty: true })
      )
        continue
      const size = control.getBoundingClientRect()
      // A hidden input has its label or its picture to click on; a mark of one pixel is for screen readers.
      const style = getComputedStyle(control)
      if (size.width < 4 || size.height < 4 || style.opacity === '0' || style.pointerEvents === 'none')
        continue
      control.scrollIntoView({ block: 'center', inline: 'center' })
      // What hides its overflow is scrolled by nobody's hand.
      for (let room = control.parentElement; room; room = room.parentElement) {
        if (room.scrollTop === 0 && room.scrollLeft === 0) continue
        const { overflowX, overflowY } = getComputedStyle(room)
        if (overflowY === 'hidden' || overflowY === 'clip') room.scrollTop = 0
        if (overflowX === 'hidden' || overflowX === 'clip') room.scrollLeft = 0
      }
      const { left, right, top, bottom } = control.getBoundingClientRect()
      const [x, y] = [(left + right) / 2, (top + bottom) / 2]
      const name = `${control.tagName.toLowerCase()} “${(control.getAttribute('aria-label') ?? control.innerText ?? '').trim().slice(0, 30)}”`
      if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) {
        faults.push(`${name} is outside of the window`)
        continue
      }
      const above = document.elementFromPoint(x, y)
      const label = control.closest('label')
      const isFree =
        above !== null && (control.contains(above) || above.contains(control) || label?.contains(above))
      if (!isFree)
        faults.push(
          `${name} lies under ${above?.tagName.toLowerCase()} “${(above as HTMLElement | null)?.innerText?.slice(0, 30) ?? ''}”`,
        )
    }
    return faults
  })
}
