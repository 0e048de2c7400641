import type { CopyOutcome, LastBackup } from '#backup/keep'
import type { RecordsVerdict } from '#backup/records-check'
import { readBackupName } from '#domain/backup/reason'
import { sentenceForCode } from '#ui/error-text'

/** What the name of a file says, for a row of the list. */
export function parsedNote(name: string): { at: string; reason: string } {
  const read = readBackupName(name)
  return read ? { at: read.at.replace('T', ' '), reason: read.reason } : { at: '', reason: name }
}

const outcomes = {
  copied: (place: string) => `并另存到 ${place}`,
  none: () => '没有另存',
  unreachable: (place: string) => `没有另存：找不到 ${place}（优盘可能没有插上）`,
  failed: (place: string) => `没有另存到 ${place}`,
} as const satisfies Record<CopyOutcome, (place: string) => string>

/** How the copy of the newest backup went. */
export function copyText({ copy, copyPlace, copyFault }: LastBackup): string {
  const fault = copyFault === '' ? '' : `：${sentenceForCode(copyFault)}`
  return `${outcomes[copy](copyPlace)}${fault}`
}

/** What a backup carries that was not in order when it was made. */
export function faultyText({ faulty, shown }: RecordsVerdict): string {
  const names = shown.slice(0, 3).map(({ name }) => `“${name}”`)
  return `其中有 ${faulty} 条记录备份时就已不合格式：${names.join('、')}${faulty > names.length ? '等' : ''}。`
}
