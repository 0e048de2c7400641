import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import MenuList from '@mui/material/MenuList'
import Paper from '@mui/material/Paper'
import Popper from '@mui/material/Popper'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  type RefObject,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { decodeBlock, encodeBlock } from './sheet-clipboard.ts'
import { keyWhileMoving, keyWhileWriting, type SheetCommand, type SheetKey } from './sheet-keys.ts'
import { rangeOf, type SheetAction, type SheetState, selectedBlock } from './sheet-model.ts'
import type { SheetProps } from './sheet-types.ts'
import { colours } from './theme.ts'
import { hold, release } from './unkept.ts'

export type SheetEditorHandle = { focus: () => void; edit: () => void; commit: () => void }

type EditorProps = {
  ref: Ref<SheetEditorHandle>
  sheet: SheetProps
  state: SheetState
  latest: RefObject<SheetState>
  readOnlyColumns: readonly boolean[]
  act: (action: SheetAction) => void
}

/** How the entry began: `typed` replaces the cell and ends with an arrow, `opened` changes it. */
type Writing = 'typed' | 'opened' | null

/** The text area over the active cell. Its text is the browser's alone until it is committed: safe for any IME. */
export function SheetEditor({ ref, sheet, state, latest, readOnlyColumns, act }: EditorProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const writingNow = useRef<Writing>(null)
  const entry = useRef('')
  const leaving = useRef(false)
  const [writing, setWriting] = useState<Writing>(null)
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState(-1)
  const { row, col } = state.cursor
  const column = sheet.columns[col]
  const offered = writing ? (column?.choices?.(state.rows[row]?.cells ?? []) ?? []) : []
  const matching = writing === 'typed' ? offered.filter((choice) => choice.includes(typed.trim())) : offered

  function begin(kind: Exclude<Writing, null>, text: string | null) {
    const place = latest.current.cursor
    if (readOnlyColumns[place.col] || writingNow.current) return
    // Typing into a sheet without rows makes its first row.
    if (latest.current.rows.length === 0) act({ type: 'insert', where: 'above' })
    writingNow.current = kind
    setWriting(kind)
    setPicked(-1)
    if (text !== null && area.current) {
      area.current.value = text
      area.current.setSelectionRange(text.length, text.length)
    }
    entry.current = text ?? area.current?.value ?? ''
    setTyped(entry.current)
    grow()
    if (kind === 'typed') touch()
  }

  /** The first key of the entry: from here on the window holds what is kept nowhere. */
  function touch() {
    hold(entry)
    sheet.onTyping?.()
  }

  function end(keep: boolean, text?: string) {
    const value = text ?? area.current?.value ?? ''
    const kind = writingNow.current
    writingNow.current = null
    setWriting(null)
    if (area.current) area.current.value = ''
    if (!kind) return
    const before = latest.current.rows
    if (keep) act({ type: 'set', cell: latest.current.cursor, text: value })
    // Nothing differs after all: the owner hears it, so that nothing counts as unsaved.
    if (latest.current.rows === before) sheet.onRows(before)
    release(entry)
  }

  function open() {
    const { cursor, rows } = latest.current
    begin('opened', rows[cursor.row]?.cells[cursor.col] ?? '')
  }

  useImperativeHandle(ref, () => ({
    focus: () => area.current?.focus({ preventScroll: true }),
    edit: open,
    commit: () => end(true),
  }))

  // What is being written must not be lost when the page or the window goes away.
  const keepEntry = useEffectEvent(() => {
    if (writingNow.current) end(true, entry.current)
  })
  useEffect(() => {
    const keep = () => keepEntry()
    const keepWhenHidden = () => document.visibilityState === 'hidden' && keep()
    window.addEventListener('beforeunload', keep)
    window.addEventListener('pagehide', keep)
    document.addEventListener('visibilitychange', keepWhenHidden)
    return () => {
      keep()
      window.removeEventListener('beforeunload', keep)
      window.removeEventListener('pagehide', keep)
      document.removeEventListener('visibilitychange', keepWhenHidden)
    }
  }, [])

  function grow() {
    const element = area.current
    const cell = element?.parentElement?.querySelector<HTMLElement>('td[data-active=true]')
    if (!element || !cell) return
    element.style.left = `${cell.offsetLeft}px`
    element.style.top = `${cell.offsetTop}px`
    element.style.width = `${cell.offsetWidth}px`
    element.style.height = `${cell.offsetHeight}px`
    if (writingNow.current) element.style.height = `${Math.max(cell.offsetHeight, element.scrollHeight)}px`
  }

  const rows = state.rows
  useLayoutEffect(grow)
  const shownAt = useRef(`${row} ${col}`)
  useEffect(() => {
    // The page must not jump to a sheet only because it is drawn.
    if (shownAt.current === `${row} ${col}`) return
    shownAt.current = `${row} ${col}`
    const cell = area.current?.parentElement?.querySelector('td[data-active=true]')
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [row, col])

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
    if (writingNow.current && matching.length > 0 && chooseByKey(key)) {
      event.preventDefault()
      return
    }
    const meaning = writingNow.current
      ? keyWhileWriting(key, writingNow.current === 'typed')
      : keyWhileMoving(key, sheet.columns.length - 1)
    if (meaning === null) return breakLine(event, key)
    event.preventDefault()
    run(meaning)
  }

  function run(meaning: SheetAction | SheetCommand) {
    if (meaning === 'edit') return open()
    if (meaning === 'cancel') return end(false)
    if (meaning === 'leave') {
      leaving.current = true
      return
    }
    if (writingNow.current) end(true)
    act(meaning)
  }

  /** Alt+Enter is the line break inside a cell, as in Excel. */
  function breakLine(event: KeyboardEvent, key: SheetKey) {
    if (key.key !== 'Enter' || !key.alt || !writingNow.current || !area.current) return
    event.preventDefault()
    area.current.setRangeText('\n', area.current.selectionStart, area.current.selectionEnd, 'end')
    entry.current = area.current.value
    grow()
  }

  function chooseByKey(key: SheetKey): boolean {
    if (key.alt || key.ctrl) return false
    if (key.key === 'ArrowDown' || key.key === 'ArrowUp') {
      const step = key.key === 'ArrowDown' ? 1 : -1
      setPicked((picked + step + matching.length) % matching.length)
      return true
    }
    const choice = matching[picked]
    if (choice === undefined || (key.key !== 'Enter' && key.key !== 'Tab')) return false
    end(true, choice)
    act({ type: 'advance', along: key.key === 'Enter' ? 'column' : 'row', back: key.shift })
    return true
  }

  function onCopy(event: ClipboardEvent, cut: boolean) {
    if (writingNow.current) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', encodeBlock(selectedBlock(latest.current)))
    if (cut) act({ type: 'clear' })
  }

  function onPaste(event: ClipboardEvent) {
    if (writingNow.current) return
    event.preventDefault()
    const text = event.clipboardData.getData('text/plain')
    if (text === '' || sheet.readOnly) return
    const block = decodeBlock(text)
    const left = rangeOf(latest.current).left
    const { skipped = 0, ...fitted } = sheet.arrange?.(block, left) ?? { block, col: left }
    if (fitted.block.length === 0) return
    act({ type: 'paste', ...fitted })
    const at = rangeOf(latest.current)
    sheet.onPasted?.({
      rows: latest.current.rows.slice(at.top, at.bottom + 1),
      columns: sheet.columns.slice(at.left, at.right + 1).map(({ key }) => key),
      skipped,
    })
  }

  const readOnlyHere = readOnlyColumns[col] === true
  return (
    <>
      <Box
        component="textarea"
        ref={area}
        rows={1}
        readOnly={readOnlyHere}
        spellCheck={false}
        autoComplete="off"
        aria-label={`${sheet.label}，第 ${row + 1} 行，${column?.title ?? ''}${writing ? '' : `：${rows[row]?.cells[col] || '空'}`}`}
        aria-description="按 Esc 后再按 Tab 离开表格"
        onKeyDown={onKeyDown}
        onCompositionStart={() => begin('typed', null)}
        onInput={(event) => {
          begin('typed', null)
          if (writingNow.current === 'opened') touch()
          entry.current = event.currentTarget.value
          setTyped(entry.current)
          grow()
        }}
        onCopy={(event) => onCopy(event, false)}
        onCut={(event) => onCopy(event, true)}
        onPaste={onPaste}
        onBlur={() => {
          leaving.current = false
          if (writingNow.current) end(true)
        }}
        sx={{
          position: 'absolute',
          zIndex: writing ? 3 : 1,
          m: 0,
          p: '4px 6px',
          border: `2px solid ${colours.primary}`,
          outline: 'none !important',
          borderRadius: 0,
          resize: 'none',
          overflow: 'hidden',
          font: 'inherit',
          fontSize: 13,
          lineHeight: '20px',
          color: colours.text,
          bgcolor: colours.surface,
          textAlign: column?.align ?? 'left',
          boxShadow: writing ? '0 2px 8px rgba(31, 41, 51, .18)' : 'none',
          opacity: writing ? 1 : 0,
          pointerEvents: writing ? 'auto' : 'none',
        }}
      />
      <Popper
        open={matching.length > 0}
        anchorEl={() => area.current ?? document.body}
        placement="bottom-start"
        sx={{ zIndex: 1300 }}
      >
        <Paper variant="outlined" sx={{ maxHeight: 260, overflow: 'auto', boxShadow: 4 }}>
          <MenuList dense role="listbox" aria-label={`${column?.title ?? ''}选项`}>
            {matching.map((choice, index) => (
              <MenuItem
                key={choice}
                role="option"
                tabIndex={-1}
                selected={index === picked}
                aria-selected={index === picked}
                onMouseDown={(event) => {
                  event.preventDefault()
                  end(true, choice)
                }}
              >
                {choice}
              </MenuItem>
            ))}
          </MenuList>
        </Paper>
      </Popper>
    </>
  )
}
