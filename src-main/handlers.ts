import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Attachments } from './attachments.ts'
import type { Backups } from './backups.ts'
import type { Handlers } from './contract.ts'
import type { ExchangeFolders } from './exchange-folders.ts'
import { freeBytes, type NamedFile, writeFolder } from './files.ts'
import type { Log } from './log.ts'
import { placeOf, safeName } from './names.ts'

/** What the two hosts do differently; everything a handler touches comes in through here. */
export type World = {
  version: string
  edition: 'electron' | 'browser'
  dataFolder: string
  exportFolder: string
  attachments: Attachments
  backups: Backups
  exchange: ExchangeFolders
  log: Log
  /** Writes one file where the user wants it and returns the path, or null when cancelled. */
  saveFile: (name: string, makeBytes: () => Promise<Uint8Array>) => Promise<string | null>
  /** The folder a new folder shall go into, or null when cancelled. */
  pickParent: () => Promise<string | null>
  /** The folder for copies of backups: a dialog's answer, or what a person typed; null when cancelled. */
  pickBackupFolder: (typed: string) => Promise<string | null>
  /** Tells the page before the window closes; null where the host cannot hold a window. */
  closing: { asked: () => Promise<boolean>; done: () => void } | null
  /** The folder that packages shall travel through: by a dialog, or as it was typed; null when cancelled. */
  pickExchangeFolder: (typed: string) => Promise<string | null>
  /** The page as PDF. */
  printPage: () => Promise<Uint8Array>
}

export function createHandlers(world: World): Handlers {
  const inTurn = queue()
  const { backups } = world
  async function save(name: string, makeBytes: () => Promise<Uint8Array>) {
    const path = await inTurn(() => world.saveFile(safeName(name), makeBytes))
    return path === null ? null : { name: basename(path), place: placeOf(dirname(path)) }
  }
  async function saveFolder(name: string, files: NamedFile[]) {
    const parent = await world.pickParent()
    if (parent === null) return null
    const path = await writeFolder(parent, name, files)
    return { place: placeOf(path), count: files.length }
  }
  return {
    'app.info': async () => ({
      version: world.version,
      edition: world.edition,
      dataPlace: placeOf(world.dataFolder),
      exportPlace: placeOf(world.exportFolder),
      freeBytes: await freeBytes(nearestExisting(world.exportFolder)),
    }),
    'file.save': (input) => save(input.name, async () => input.bytes),
    'folder.save': (input) => inTurn(() => saveFolder(input.name, input.files)),
    'page.savePdf': (input) => save(input.name, world.printPage),
    'attachment.keep': (input) => inTurn(() => world.attachments.keep(input.bytes)),
    'attachment.read': (input) => world.attachments.read(input.hash),
    'attachment.lacks': (input) => world.attachments.lacks(input.hashes),
    'backup.list': () => backups.list(),
    'backup.write': (input) => inTurn(() => backups.write(input)),
    'backup.read': (input) => backups.read(input.name, input.from),
    'backup.remove': (input) => inTurn(() => backups.remove(input.names, input.from)),
    'backup.chooseFolder': (input) =>
      inTurn(async () => {
        const path = await world.pickBackupFolder(input.typed)
        return path === null ? null : backups.setSecond(path)
      }),
    'backup.forgetFolder': () =>
      inTurn(async () => {
        await backups.setSecond(null)
        return null
      }),
    'backup.lacks': (input) => backups.lacks(input.names),
    'backup.keepPiece': (input) =>
      inTurn(async () => {
        await backups.keepPiece(input.name, input.bytes)
        return null
      }),
    'backup.readPiece': (input) => backups.readPiece(input.name),
    'window.closing': async () => (world.closing ? world.closing.asked() : false),
    'window.close': async () => {
      world.closing?.done()
      return null
    },
    'exchange.folders': () => world.exchange.list(),
    'exchange.addFolder': async ({ kind, label, typed }) => {
      const path = await world.pickExchangeFolder(typed)
      return path === null ? null : inTurn(() => world.exchange.add({ kind, label, path }))
    },
    'exchange.forgetFolder': async ({ id }) => {
      await inTurn(() => world.exchange.forget(id))
      return null
    },
    'exchange.list': ({ id }) => world.exchange.packages(id),
    'exchange.read': ({ id, name }) => world.exchange.read(id, name),
    'exchange.write': ({ id, name, bytes }) => inTurn(() => world.exchange.write(id, name, bytes)),
    'exchange.move': ({ id, name, sha256 }) => inTurn(() => world.exchange.putAway(id, name, sha256)),
    'log.report': async (input) => {
      world.log.error(`page ${input.page}: ${input.message}`, input.stack)
      return null
    },
  }
}

/** Saves one after another: two of the same name must not both find it free. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return function inTurn(work) {
    const result = last.then(work, work)
    last = result.catch(() => null)
    return result
  }
}

/** The export folder is made with the first export; before that its parent's disk is the one to measure. */
function nearestExisting(folder: string): string {
  let here = folder
  while (!existsSync(here) && dirname(here) !== here) here = dirname(here)
  return here
}
