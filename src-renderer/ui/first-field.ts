const fields =
  'input:not([type=hidden], [type=file], [type=checkbox], [readonly], [aria-hidden=true], :disabled), ' +
  'textarea:not([readonly], [aria-hidden=true], :disabled), select:not(:disabled), [role=combobox]:not([aria-disabled=true]), button[data-to-fill]:not(:disabled)'

/**
 * The focus of a dialog that opens goes to the first thing to be filled in, unless the dialog itself has said where to: the
 * window's own place would be the dialog as a whole, a Tab away from it. Where there is nothing to fill in it stays there.
 */
export function focusFirstField(dialog: HTMLElement): void {
  const { activeElement } = document
  if (activeElement && dialog.contains(activeElement)) return
  firstFieldIn(dialog)?.focus()
}

/** The first that is to be filled in and can be seen. */
export function firstFieldIn(part: Element): HTMLElement | undefined {
  return [...part.querySelectorAll<HTMLElement>(fields)].find((field) =>
    field.checkVisibility({ visibilityProperty: true }),
  )
}
