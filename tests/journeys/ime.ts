import type { CDPSession, Locator, Page } from '@playwright/test'

const word = '预算绩效'

/** An input method at work in a page, as Chromium drives it. */
export function inputMethod(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page)
}

/** The fields of a page that text is typed into. */
export function textFields(page: Page): Locator {
  // A choice of MUI has an input that nobody sees; a year is too short for a word.
  const free = ':not([readonly], [aria-hidden=true], [maxlength="4"], :disabled):visible'
  return page
    .locator('main, [role=dialog], header')
    .locator(`textarea${free}, input:is([type=text], [type=search], :not([type]))${free}`)
}

/**
 * Composes a word at the end of a field: letters, candidates, Enter that takes one. What went wrong, '' for nothing: the field
 * holds the word once behind what was there, and while it was composed nothing was opened, closed, left or sent.
 */
export async function composed(method: CDPSession, field: Locator, pause: number): Promise<string> {
  const page = field.page()
  await field.focus()
  const before = await field.inputValue()
  await field.evaluate((each: HTMLInputElement) =>
    each.setSelectionRange(each.value.length, each.value.length),
  )
  const where = await standing(page)
  for (const text of ['y', 'yu suan', '预算', '预算ji xiao'])
    await method.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  // Longer than any pause after which what was typed is kept or searched for.
  if (pause > 0) await page.waitForTimeout(pause)
  const halfway = await field.inputValue()
  if (halfway !== `${before}预算ji xiao`) return `while composing: “${halfway}” after “${before}”`
  for (const key of ['Enter', ' ', 'Escape', 'ArrowDown']) {
    const code = { windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 }
    await method.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: key, ...code })
  }
  await method.send('Input.dispatchKeyEvent', {
    ...{ type: 'rawKeyDown', key: 'Enter', code: 'Enter' },
    ...{ windowsVirtualKeyCode: 13, nativeVirtualKeyCode: 13 },
  })
  if ((await standing(page)) !== where) return `a key of the input method did something: ${where}`
  if (!(await field.evaluate((each) => each === document.activeElement))) return 'the field was left'
  await method.send('Input.insertText', { text: word })
  const after = await field.inputValue()
  return after === `${before}${word}` ? '' : `“${after}” after “${before}”`
}

/** The page and what is open above it. */
function standing(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      `${location.hash.split('?')[0]} ${document.querySelectorAll('[role=dialog], [role=listbox]').length}`,
  )
}
