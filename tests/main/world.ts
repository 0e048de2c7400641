import { join } from 'node:path'
import { openAttachments } from '../../src-main/attachments.ts'
import { openBackups } from '../../src-main/backups.ts'
import { AppError } from '../../src-main/errors.ts'
import { openExchangeFolders } from '../../src-main/exchange-folders.ts'
import { writeNew } from '../../src-main/files.ts'
import type { World } from '../../src-main/handlers.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A host like the browser edition, with its log in memory. */
export function testWorld(changes: Partial<World> = {}): World & { lines: string[] } {
  const lines: string[] = []
  const folder = join(temporaryFolder(), '绩衡导出')
  return {
    lines,
    version: '1.2.3',
    edition: 'browser',
    dataFolder: join(temporaryFolder(), 'data'),
    exportFolder: folder,
    attachments: openAttachments(join(temporaryFolder(), 'attachments')),
    backups: openBackups(join(temporaryFolder(), 'backups')),
    exchange: openExchangeFolders(temporaryFolder()),
    log: {
      warn: (text) => lines.push(`warn ${text}`),
      error: (text, cause) => lines.push(`error ${text} ${cause instanceof Error ? cause.message : cause}`),
    },
    saveFile: async (name, makeBytes) => writeNew(folder, name, await makeBytes()),
    pickParent: async () => folder,
    pickBackupFolder: async (typed) => typed || null,
    closing: null,
    pickExchangeFolder: async (typed) => typed.trim() || null,
    printPage: async () => {
      throw new AppError('not-available')
    },
    ...changes,
  }
}
