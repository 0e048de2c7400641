/**
 * Puts text on the clipboard from within a click. By the copy command, because the asynchronous clipboard asks for a
 * permission, and the desktop host grants none. Returns whether it is there.
 */
export function copyText(text: string): boolean {
  function put(event: ClipboardEvent) {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', text)
  }
  document.addEventListener('copy', put, { capture: true })
  try {
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', put, { capture: true })
  }
}
