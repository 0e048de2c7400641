import { utils, write } from 'xlsx'

/** A row as a person fills it in. */
export type Row = readonly (string | number | null)[]

/** A workbook of one sheet: its rows and merged ranges. */
export function workbookOf(
  rows: readonly Row[],
  merges: readonly string[] = [],
  { sheet: name = 'Sheet1', bookType = 'xlsx' }: { sheet?: string; bookType?: 'xlsx' | 'biff8' } = {},
): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
  sheet['!merges'] = merges.map((range) => utils.decode_range(range))
  const book = { SheetNames: [name], Sheets: { [name]: sheet } }
  return new Uint8Array(write(book, { type: 'array', bookType }))
}
