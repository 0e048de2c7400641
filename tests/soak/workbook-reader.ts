import { readSheets } from '#excel/read-workbook'
import { WorkbookError } from '#excel/workbook-error'

/** How reading went; whatever is thrown but a WorkbookError is a bug. */
function fateOf(bytes: Uint8Array, name: string): string {
  try {
    const { forms, ledgers } = readSheets(bytes, name)
    return forms.length + ledgers.length > 0 ? 'read' : 'nothing found'
  } catch (error) {
    if (error instanceof WorkbookError) return error.code
    return `BROKE ${String(error)}`
  }
}

process.on('message', ({ bytes, name }: { bytes: Uint8Array; name: string }) => {
  process.send?.(fateOf(new Uint8Array(bytes), name))
})
