import { WorkbookError } from './workbook-error.ts'

/** A row is some hundred bytes to some ten thousand. */
const rowSizeLimit = 32 * 1024 * 1024

export type RowFilter = { push: (chunk: Uint8Array) => void; end: () => void }

const latin = new TextDecoder('latin1')

function joinTwo(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

/**
 * Passes the XML of a sheet on, chunk by chunk, without rows that hold no value: a million formatted empty rows
 * shrink to nothing before a parser sees them. Positions are those of single bytes, so no character is ever split.
 */
export function filledRows(keep: (chunk: Uint8Array) => void, limit: number): RowFilter {
  let state: 'before' | 'rows' | 'after' = 'before'
  let pending: Uint8Array = new Uint8Array()
  let filled = 0

  const push = (chunk: Uint8Array) => {
    if (state === 'after') {
      keep(chunk)
      return
    }
    const bytes = joinTwo(pending, chunk)
    const text = latin.decode(bytes)
    let at = 0
    if (state === 'before') {
      const start = text.indexOf('<sheetData')
      const close = start < 0 ? -1 : text.indexOf('>', start)
      if (close < 0) {
        const sure = start < 0 ? Math.max(0, bytes.length - 16) : start
        keep(bytes.slice(0, sure))
        pending = bytes.slice(sure)
        return
      }
      keep(bytes.slice(0, close + 1))
      at = close + 1
      state = text[close - 1] === '/' ? 'after' : 'rows'
    }
    while (state === 'rows') {
      const open = text.indexOf('<', at)
      if (open < 0 || open + 12 > text.length) break
      if (!text.startsWith('<row', open)) {
        state = 'after'
        at = open
        break
      }
      const close = text.indexOf('>', open)
      if (close < 0) break
      const isEmpty = text[close - 1] === '/'
      const last = isEmpty ? close : text.indexOf('</row>', close)
      if (last < 0) break
      const next = isEmpty ? close + 1 : last + 6
      if (!isEmpty && /<(v|is|f)[ >/]/.test(text.slice(close, last))) {
        filled++
        if (filled > limit) throw new WorkbookError('too-many-rows', { limit })
        keep(bytes.slice(open, next))
      }
      at = next
    }
    if (state === 'after') {
      keep(bytes.slice(at))
      pending = new Uint8Array()
      return
    }
    pending = bytes.slice(at)
    if (pending.length > rowSizeLimit) throw new WorkbookError('too-large')
  }

  return { push, end: () => keep(pending) }
}
