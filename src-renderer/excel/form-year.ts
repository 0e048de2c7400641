import { plain, type SheetText } from './cells.ts'

const digits = '〇一二三四五六七八九'

/** 二〇二四 and 二○二四 written in figures. */
function inFigures(text: string): string {
  return text.replace(/二[〇○零ΟOo0][〇○零ΟOo0一二三四五六七八九]{2}/g, (year) =>
    [...year].map((sign) => Math.max(0, digits.indexOf(sign))).join(''),
  )
}

function yearIn(text: string): string | undefined {
  return /(20\d{2})(?:[-—~至到]20\d{2})?(?:年度|年)/.exec(text)?.[1]
}

/** A title, or a line that holds nothing but the year in one of its spellings. */
function titleYear(text: string): string | undefined {
  if (text.length > 80) return undefined
  const line = inFigures(plain(text))
  const alone = /^[(（]?(?:(?:预算|申报)?年度[:：])?(20\d{2})(?:[-—~至到]20\d{2})?(?:年度|年)?[)）]?$/.exec(
    line,
  )
  return alone?.[1] ?? (/表|年度|年\)/.test(line) ? yearIn(line) : undefined)
}

/**
 * Year of a form: from its title lines, its field 年度, the file's or the sheet's name, in this order; at last from a
 * line above the grid that speaks of a year.
 */
export function yearOf(
  sheet: SheetText,
  from: number,
  to: number,
  fileName: string,
  field?: string,
): string | null {
  let spoken: string | undefined
  for (let row = from; row < to; row++) {
    const texts = (sheet.rows[row] ?? []).map((cell) => cell.text).filter((text) => text !== '')
    const [first] = texts
    // A sentence beside a label may name any year.
    const year = texts.length <= 2 && first !== undefined ? titleYear(first) : undefined
    if (year) return year
    for (const text of texts) spoken ??= titleYear(text)
  }
  const named = [field ?? '', fileName, sheet.name].map((text) => /20\d{2}/.exec(inFigures(plain(text)))?.[0])
  return named.find((year) => year !== undefined) ?? spoken ?? null
}
