import { utils, type WorkBook } from 'xlsx'

const formulaCell = /<c [^>]*?r="([A-Z]+\d+)"(?:[^>]*[^/>])?>(.*?)<\/c>/gs

const utf8 = new TextDecoder()

/**
 * Notes the formulas a person must look at: those never calculated (files written by other programs store no value;
 * the parser leaves such cells out) and those that take their value from another workbook. Others cost nothing.
 */
export function markFormulas(book: WorkBook, parts: Readonly<Record<string, Uint8Array>>): void {
  const names = Object.keys(parts)
    .filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/i.test(name))
    .sort((first, second) => first.length - second.length || (first < second ? -1 : 1))
  for (const [index, name] of names.entries()) {
    const data = book.Sheets[book.SheetNames[index] ?? '']?.['!data']
    const xml = utf8.decode(parts[name])
    if (!data || !xml.includes('<f')) continue
    for (const [, place = '', inner = ''] of xml.matchAll(formulaCell)) {
      const formula = /<f[^>]*>([^<]*)</.exec(inner)?.[1]
      if (formula === undefined) continue
      const hasValue = /<v>[^<]/.test(inner)
      if (hasValue && !/\[[^\]]+\][^!]*!/.test(formula)) continue
      const { r: row, c: column } = utils.decode_cell(place)
      data[row] ??= []
      const cells = data[row]
      const cell = cells?.[column]
      if (cell && hasValue) cell.f = formula
      else if (cells) cells[column] = { t: 'z', f: formula }
    }
  }
}
