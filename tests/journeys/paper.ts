import type { Page } from '@playwright/test'

/**
 * What a black-and-white printer would lose of a page with a paper on it: dark grounds, states that are a colour alone, rows
 * that a page break may cut, long texts that it may not, heads of tables that do not come again.
 */
export async function paperFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' })
  const faults = await page.evaluate(printed)
  await page.emulateMedia({ media: null })
  return [...new Set(faults)]
}

function printed(): string[] {
  const isShown = (each: Element) => each.checkVisibility({ visibilityProperty: true })
  const textOf = (each: Element) => (each.textContent ?? '').trim().slice(0, 40)
  const faults: string[] = []
  for (const each of document.querySelectorAll('nav, header, aside, [role=note]'))
    if (isShown(each)) faults.push(`${each.tagName.toLowerCase()} “${textOf(each)}” is printed`)
  for (const each of document.querySelectorAll('main *')) {
    if (!isShown(each)) continue
    const [red = 255, green = 255, blue = 255, opacity = 1] = (
      getComputedStyle(each).backgroundColor.match(/[\d.]+/g) ?? []
    ).map(Number)
    const { width, height } = each.getBoundingClientRect()
    const isDark = opacity > 0.5 && red * 0.3 + green * 0.59 + blue * 0.11 < 128
    if (isDark && width * height > 400) faults.push(`“${textOf(each)}” stands on a dark ground`)
  }
  for (const table of document.querySelectorAll('main table')) {
    if (!isShown(table)) continue
    const head = table.querySelector('thead')
    if (head && getComputedStyle(head).display !== 'table-header-group')
      faults.push(`the head of “${textOf(table)}” does not come again`)
    for (const row of table.querySelectorAll('tr')) {
      const isKept = [row, ...row.children].some((each) => getComputedStyle(each).breakInside === 'avoid')
      const { length } = row.textContent ?? ''
      if (isKept && length > 1500) faults.push(`the page before “${textOf(row)}” is left blank`)
      if (!isKept && length <= 500) faults.push(`a page break may cut the rows of “${textOf(table)}”`)
    }
  }
  // A mark says in words what it means, beside it or to whoever cannot see it.
  const marks = document.createTreeWalker(
    document.querySelector('main') ?? document.body,
    NodeFilter.SHOW_TEXT,
  )
  for (let text = marks.nextNode(); text; text = marks.nextNode()) {
    const { parentElement: parent } = text
    if (!parent || !/^[●▲■◆○]$/.test((text.textContent ?? '').trim()) || !isShown(parent)) continue
    const around = parent.closest('[aria-label], [title], td, li, p') ?? parent.parentElement
    const words = `${around?.getAttribute('aria-label') ?? ''}${around?.getAttribute('title') ?? ''}${around?.textContent ?? ''}`
    if (!/[\p{L}\d]/u.test(words)) faults.push(`a ${(text.textContent ?? '').trim()} without a word`)
  }
  return faults
}
