import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { mappingFault, proposeMapping } from '#excel/flat-mapping'
import { readFlat } from '#excel/read-flat'
import { readSheets } from '#excel/read-workbook'

let failed = false

function refuse(path: string, error: unknown): void {
  failed = true
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  const reason = error instanceof Error ? error.message : String(error)
  console.error(`${path}: ${isMissing ? '没有这个文件或文件夹' : reason}`)
}

/** Workbooks in a folder and below; lock files of open workbooks (~$…) and links to folders are passed over. */
function workbooksIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((first, second) => (first.name < second.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return workbooksUnder(path)
      return /\.(xlsx|xls|et)$/i.test(entry.name) && !entry.name.startsWith('~$') ? [path] : []
    })
}

function workbooksUnder(path: string): string[] {
  try {
    if (statSync(path).isDirectory()) return workbooksIn(path)
    return basename(path).startsWith('~$') ? [] : [path]
  } catch (error) {
    refuse(path, error)
    return []
  }
}

const paths = process.argv.slice(2)
if (paths.length === 0) {
  failed = true
  console.error('用法：npm run -s forms -- 文件或文件夹…')
}
for (const file of paths.flatMap(workbooksUnder)) {
  try {
    const { forms, ledgers } = readSheets(readFileSync(file), basename(file))
    for (const ledger of ledgers) {
      const mapping = proposeMapping(ledger)
      if (mappingFault(mapping) === null) forms.push(...readFlat(ledger, mapping))
    }
    for (const form of forms) console.log(JSON.stringify({ file, ...form }))
    if (forms.length === 0) console.error(`${file}: 可以读取，但没有找到绩效目标、监控或自评表`)
  } catch (error) {
    refuse(file, error)
  }
}
process.exitCode = failed ? 1 : 0
