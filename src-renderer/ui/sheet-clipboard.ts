/** Text of a block as Excel and WPS put it on the clipboard: tabs, line ends, quotes around cells with either. */
export function encodeBlock(block: readonly (readonly string[])[]): string {
  return block.map((row) => row.map(encodeCell).join('\t')).join('\r\n')
}

function encodeCell(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Reads such text into rows of equal width; line breaks inside quoted cells stay in their cell. */
export function decodeBlock(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    const cell = cellAt(text, at)
    row.push(cell.text)
    at = cell.end
    const next = text[at]
    if (next === '\t') {
      at++
      continue
    }
    rows.push(row)
    row = []
    if (next === undefined) break
    at += next === '\r' && text[at + 1] === '\n' ? 2 : 1
    // Spreadsheets end the last row too: no further row follows.
    if (at >= text.length) break
  }
  const width = Math.max(...rows.map((cells) => cells.length))
  return rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')])
}

type Found = { text: string; end: number }

function cellAt(text: string, start: number): Found {
  return quotedAt(text, start) ?? plainAt(text, start)
}

function plainAt(text: string, start: number): Found {
  let end = start
  while (end < text.length && !'\t\r\n'.includes(text[end] ?? '')) end++
  return { text: text.slice(start, end), end }
}

/** A quoted cell; undefined when the quote is just a character of the text (“5" 管” or a quote never closed). */
function quotedAt(text: string, start: number): Found | undefined {
  if (text[start] !== '"') return undefined
  let end = start + 1
  while (end < text.length) {
    if (text[end] !== '"') end++
    else if (text[end + 1] === '"') end += 2
    else break
  }
  const after = text[end + 1]
  if (end >= text.length || (after !== undefined && !'\t\r\n'.includes(after))) return undefined
  const inner = text.slice(start + 1, end).replaceAll('""', '"')
  return { text: inner.replace(/\r\n?/g, '\n'), end: end + 1 }
}
