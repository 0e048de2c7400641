import { join } from 'node:path'
import { openAttachments } from '../../src-main/attachments.ts'
import { openBackups } from '../../src-main/backups.ts'
import { createDispatch } from '../../src-main/dispatch.ts'
import { type Disk, realDisk } from '../../src-main/files.ts'
import { createHandlers } from '../../src-main/handlers.ts'
import { temporaryFolder } from '../main/temporary-folder.ts'
import { testWorld } from '../main/world.ts'

/**
 * A real host behind the page's own door, on fresh folders. Import it before anything of the page: the page looks for
 * its host once, when it is loaded.
 */
export const host = {
  folder: '',
  /** Codes that the disk answers with when a file is opened to be written. */
  fault: '',
  renew,
}

let dispatch = fresh()

function renew(): void {
  dispatch = fresh()
}

function fresh() {
  host.folder = temporaryFolder()
  host.fault = ''
  const disk: Disk = {
    ...realDisk,
    open: async (path, flags) => {
      if (host.fault !== '') throw Object.assign(new Error(host.fault), { code: host.fault })
      return realDisk.open(path, flags)
    },
  }
  const world = testWorld({
    backups: openBackups(join(host.folder, 'data', 'backups'), disk),
    attachments: openAttachments(join(host.folder, 'data', 'attachments')),
  })
  return createDispatch(createHandlers(world), world.log)
}

Object.assign(globalThis, {
  window: { jiheng: { call: (method: string, input: unknown) => dispatch(method, input) } },
})
