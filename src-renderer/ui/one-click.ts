/** What is done once, however fast it is clicked: the filled buttons of pages and dialogs, and the entries of menus. */
const once = '.MuiButton-contained, [role=menuitem]'

/**
 * The second click of a double click is none there: people who come from a spreadsheet double-click everything, and what
 * they began would be begun twice, or be refused by the dialog that is about to close. Steppers and rows stay as they are.
 */
export function takeDoubleClicksOnce(): void {
  window.addEventListener(
    'click',
    (event) => {
      const isOnce = event.target instanceof Element && event.target.closest(once) !== null
      if (event.detail < 2 || !isOnce) return
      event.preventDefault()
      event.stopPropagation()
    },
    { capture: true },
  )
}
