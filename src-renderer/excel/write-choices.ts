import type { Workbook } from 'exceljs'

const choicesSheet = '选项'
/** Excel takes at most 255 characters of choices inside a rule; longer lists live on a hidden sheet. */
const inlineLimit = 250

/** The source of a drop-down list for these choices. */
export function choicesFormula(book: Workbook, choices: readonly string[]): string {
  const joined = choices.join(',')
  if (joined.length <= inlineLimit && !choices.some((choice) => /[,"]/.test(choice))) return `"${joined}"`
  const sheet = book.getWorksheet(choicesSheet) ?? book.addWorksheet(choicesSheet, { state: 'veryHidden' })
  const columnCount = sheet.columnCount
  for (let column = 1; column <= columnCount; column++) {
    const known = choices.every((choice, index) => sheet.getCell(index + 1, column).value === choice)
    if (known) return rangeOf(sheet.getColumn(column).letter, choices.length)
  }
  const column = sheet.getColumn(columnCount + 1)
  for (const [index, choice] of choices.entries()) sheet.getCell(index + 1, columnCount + 1).value = choice
  return rangeOf(column.letter, choices.length)
}

function rangeOf(letter: string, length: number): string {
  return `${choicesSheet}!$${letter}$1:$${letter}$${length}`
}
