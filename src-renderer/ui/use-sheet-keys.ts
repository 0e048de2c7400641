import { type KeyboardEvent, useRef } from 'react'
import { keyWhileMoving, keyWhileWriting, type SheetCommand, type SheetKey } from './sheet-keys.ts'
import type { SheetAction } from './sheet-model.ts'
import type { SheetProps } from './sheet-types.ts'
import type { SheetChoices } from './use-sheet-choices.ts'
import type { SheetEntry } from './use-sheet-entry.ts'

/** What the keys of the sheet do. Tab belongs to the cells, until Esc lets go of it. */
export function useSheetKeys(
  sheet: SheetProps,
  entry: SheetEntry,
  choices: SheetChoices,
  act: (action: SheetAction) => void,
) {
  const leaving = useRef(false)

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    // Enter and arrows belong to the candidate list while composing.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const key: SheetKey = {
      key: event.key,
      ctrl: event.ctrlKey || event.metaKey,
      shift: event.shiftKey,
      alt: event.altKey,
    }
    if (key.key === 'Tab' && (leaving.current || sheet.readOnly)) return
    if (key.key !== 'Shift') leaving.current = false
    if (isTaken(key)) event.preventDefault()
  }

  function isTaken(key: SheetKey): boolean {
    const kind = entry.kind()
    if (kind && (choices.pickByKey(key) || takeChoice(key))) return true
    if (kind && key.key === 'Enter' && key.alt) {
      entry.breakLine()
      return true
    }
    const meaning = kind
      ? keyWhileWriting(key, kind === 'typed')
      : keyWhileMoving(key, sheet.columns.length - 1)
    if (meaning === null) return false
    run(meaning)
    return true
  }

  function takeChoice(key: SheetKey): boolean {
    if (choices.chosen === undefined || key.alt || key.ctrl) return false
    if (key.key !== 'Enter' && key.key !== 'Tab') return false
    entry.end(true, choices.chosen)
    act({ type: 'advance', along: key.key === 'Enter' ? 'column' : 'row', back: key.shift })
    return true
  }

  function run(meaning: SheetAction | SheetCommand) {
    if (meaning === 'edit') return entry.open()
    if (meaning === 'cancel') return entry.end(false)
    if (meaning === 'leave') {
      leaving.current = true
      return
    }
    entry.end(true)
    act(meaning)
  }

  function onBlur() {
    leaving.current = false
    entry.end(true)
  }

  return { onKeyDown, onBlur }
}
