import type { Page } from '@playwright/test'

/** More stops than a page has outside of its tables. */
const mostStops = 250

type Stop = { id: number; name: string; fault: string }

/**
 * Goes through a page with Tab as somebody without a mouse does. What is wrong: a stop whose focus nobody sees, a place that
 * Tab does not leave, a control that is never reached, a way back that is another than the way there.
 */
export async function keyboardFaults(page: Page): Promise<string[]> {
  await page.evaluate(prepare)
  const stops: Stop[] = []
  for (let press = 0; press < mostStops; press++) {
    await page.keyboard.press('Tab')
    let stop = await page.evaluate(arrive)
    if (stop !== null && stop.id === stops.at(-1)?.id) {
      // A sheet keeps Tab for its cells; Esc lets go of it.
      await page.keyboard.press('Escape')
      await page.keyboard.press('Tab')
      stop = await page.evaluate(arrive)
    }
    if (stop === null || stops.some(({ id }) => id === stop.id)) {
      if (stop !== null && stop.id !== stops[0]?.id)
        stops.push({ ...stop, fault: `Tab comes back to ${stop.name}, not to the start` })
      break
    }
    stops.push(stop)
  }
  const faults = stops.flatMap(({ name, fault }) => (fault === '' ? [] : [`${name}: ${fault}`]))
  faults.push(...(await page.evaluate(leave)))
  if (stops.length < mostStops) {
    faults.push(...(await page.evaluate(missed)))
    faults.push(...(await wayBack(page, stops)))
  }
  return [...new Set(faults)]
}

/** The last stops again by Shift+Tab, in the other order; a sheet keeps the key for its cells, and ends it. */
async function wayBack(page: Page, stops: readonly Stop[]): Promise<string[]> {
  await page.evaluate(toEnd)
  const expected = stops.slice(-8).toReversed()
  for (const stop of expected) {
    await page.keyboard.press('Shift+Tab')
    const back = await page.evaluate(arrive)
    if (back === null || back.id === stop.id) continue
    return back.name.startsWith('textarea') ? [] : [`Shift+Tab comes to ${back.name}, not to ${stop.name}`]
  }
  return []
}

/** What the page keeps of the walk, in the page itself. */
type Walk = {
  ids: Map<Element, number>
  last: { element: Element; look: string; name: string } | null
  lookOf: (element: Element) => string
  nameOf: (element: Element) => string
}
type Walking = Window & { walk?: Walk }

function prepare(): void {
  const seen = [
    'outline',
    'boxShadow',
    'border',
    'backgroundColor',
    'color',
    'textDecoration',
    'opacity',
    'clipPath',
  ]
  const styleOf = (style: CSSStyleDeclaration) => seen.map((name) => style[name as 'outline']).join(';') // one of them
  ;(window as Walking).walk = {
    ids: new Map(),
    last: null,
    lookOf(element) {
      const looks: string[] = []
      let each: Element | null = element
      for (let level = 0; each && level < 4; level++, each = each.parentElement) {
        looks.push(styleOf(getComputedStyle(each)), styleOf(getComputedStyle(each, '::after')))
        const frame = each.querySelector(
          ':scope > fieldset, :scope > .MuiTouchRipple-root > .MuiTouchRipple-ripple',
        )
        if (frame) looks.push(styleOf(getComputedStyle(frame)), frame.className)
      }
      // A cursor of its own within a table or a list.
      const active = element.getAttribute('aria-activedescendant')
      const cursor = active ? document.getElementById(active) : null
      if (cursor) looks.push(styleOf(getComputedStyle(cursor)))
      return looks.join('|')
    },
    nameOf(element) {
      const text = element.getAttribute('aria-label') ?? (element as HTMLElement).innerText ?? ''
      const role = element.getAttribute('role') ?? element.tagName.toLowerCase()
      const labelled =
        element.closest('label')?.innerText ?? (element as HTMLInputElement).labels?.[0]?.innerText ?? ''
      return `${role} “${(text || labelled || element.getAttribute('title') || element.outerHTML.slice(0, 80)).replace(/\s+/g, ' ').trim().slice(0, 60)}”`
    },
  }
  const { activeElement } = document
  if (activeElement instanceof HTMLElement) activeElement.blur()
  window.scrollTo(0, 0)
  // From the very start of the page.
  const start = document.createElement('span')
  start.tabIndex = -1
  document.body.prepend(start)
  start.focus()
  start.remove()
}

function toEnd(): void {
  const end = document.createElement('span')
  end.tabIndex = -1
  document.body.append(end)
  end.focus()
  end.remove()
}

/** Where Tab has come to; null at the end of the page. */
function arrive(): { id: number; name: string; fault: string } | null {
  const { walk } = window as Walking
  if (!walk) throw new Error('prepared before')
  let late = ''
  if (walk.last && document.contains(walk.last.element) && walk.lookOf(walk.last.element) === walk.last.look)
    late = `the focus of ${walk.last.name} before it is not seen`
  walk.last = null
  const element = document.activeElement
  if (!element || element === document.body) return null
  const id = walk.ids.get(element) ?? walk.ids.size
  walk.ids.set(element, id)
  const name = walk.nameOf(element)
  walk.last = { element, look: walk.lookOf(element), name }
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect()
  const isOutside = right < 1 || bottom < 1 || left > innerWidth - 1 || top > innerHeight - 1
  const isNothing = width < 2 && height < 2 && !(element instanceof HTMLInputElement)
  const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  const { opacity, pointerEvents } = getComputedStyle(element)
  const isFree =
    !above ||
    opacity === '0' ||
    pointerEvents === 'none' ||
    element.contains(above) ||
    above.contains(element)
  const isUnder = !isFree && !element.closest('label')?.contains(above)
  const fault = isOutside
    ? 'lies outside of the window when it has the focus'
    : isNothing
      ? 'has no size'
      : isUnder
        ? `lies under ${walk.nameOf(above)}`
        : ''
  return { id, name, fault: [fault, late].filter((each) => each !== '').join('; ') }
}

function leave(): string[] {
  const { walk } = window as Walking
  if (!walk?.last) return []
  const { element, look, name } = walk.last
  ;(element as HTMLElement).blur()
  return document.contains(element) && walk.lookOf(element) === look
    ? [`the focus of ${name} is not seen`]
    : []
}

/** Controls that Tab did not come to, but for those that arrows reach from a stop. */
function missed(): string[] {
  const { walk } = window as Walking
  if (!walk) throw new Error('prepared before')
  const controls =
    'button, a[href], input, select, textarea, [role=button], [role=tab], [role=link], [role=checkbox]'
  const byArrows =
    '[role=grid], [role=tablist], [role=toolbar], [role=menu], [role=listbox], [role=tree], [role=radiogroup], [role=menubar], .MuiToggleButtonGroup-root'
  return [...document.querySelectorAll<HTMLElement>(controls)].flatMap((control) => {
    if (
      walk.ids.has(control) ||
      control.matches(':disabled, [aria-disabled=true], [type=hidden], [type=file]')
    )
      return []
    if (control.closest('[aria-hidden=true], [inert], .no-keyboard') || control.closest(byArrows)) return []
    if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return []
    if (control instanceof HTMLInputElement && control.type === 'radio') return []
    return [`${walk.nameOf(control)} is not reached by Tab`]
  })
}
