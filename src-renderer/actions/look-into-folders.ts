import { desktop, type ExchangeFolder } from '#desktop'
import { AppError } from '#domain/errors'
import { carriesRecords } from '#domain/exchange/package'
import { type FileHead, type Look, type Standing, standingOf } from '#domain/exchange/waiting'
import { inspectPackage } from '#exchange/package'
import { openReceipt } from '#exchange/receipt'
import { newestVersion } from '#storage/database'
import { allPackages, allPeers, ownStation } from '#storage/exchange'

/** A package in an inbox, and what it is to this machine. */
export type FoundPackage = {
  folder: ExchangeFolder
  name: string
  size: number
  changedAt: string
  sha256: string
  head: FileHead | null
  standing: Standing
}

export type FoundInFolders = {
  folders: readonly ExchangeFolder[]
  /** The newest first within each folder. */
  packages: readonly FoundPackage[]
  /** Half files, by folder: still being copied, or cut off. */
  unfinished: ReadonlyMap<string, readonly string[]>
}

/** Opening a larger one only to name it would hold up the page. */
const mostToOpen = 8 * 1024 * 1024
/** How many are opened in one look: the next look goes on. */
const opensPerLook = 5
/** What was seen in a file, by its SHA-256: the same bytes stay the same. */
const seen = new Map<string, Look>()

/** 收件: looks into every inbox that is there. It only reads; a folder that goes meanwhile is passed over. */
export async function lookIntoFolders(): Promise<FoundInFolders> {
  const folders = await desktop.exchangeFolders()
  const inboxes = folders.filter(({ kind, state }) => kind !== 'outbox' && state !== 'gone')
  if (inboxes.length === 0) return { folders, packages: [], unfinished: new Map() }
  const known = { packages: await allPackages(), peers: await allPeers(), station: await ownStation() }
  const listed = new Set(known.packages.map(({ sha256 }) => sha256))
  const packages: FoundPackage[] = []
  const unfinished = new Map<string, readonly string[]>()
  let left = opensPerLook
  for (const folder of inboxes) {
    const list = await listOf(folder)
    unfinished.set(
      folder.id,
      list.unfinished.map(({ name }) => name),
    )
    for (const file of list.packages) {
      const isOpened = file.sha256 === '' || listed.has(file.sha256) || seen.has(file.sha256)
      if (!isOpened && left-- > 0) await look(folder.id, file)
      const found = seen.get(file.sha256) ?? null
      const head = typeof found === 'object' ? found : null
      packages.push({ folder, ...file, head, standing: standingOf(file.sha256, found, known) })
    }
  }
  return { folders, packages, unfinished }
}

/** How many packages wait to be taken in. */
export function waitingIn({ packages }: FoundInFolders): number {
  return packages.filter(({ standing }) => standing === 'new').length
}

type List = Awaited<ReturnType<typeof desktop.listPackages>>

async function listOf({ id }: ExchangeFolder): Promise<List> {
  try {
    return await desktop.listPackages(id)
  } catch (error) {
    // Pulled out in this moment: the next look shows the folder as gone.
    if (error instanceof Error && 'code' in error && error.code === 'folder-gone')
      return { packages: [], unfinished: [], isCut: false }
    throw error
  }
}

async function look(folderId: string, { name, size, sha256 }: List['packages'][number]): Promise<void> {
  if (size > mostToOpen) {
    seen.set(sha256, 'large')
    return
  }
  try {
    seen.set(sha256, await headOf(await desktop.readPackage(folderId, name)))
  } catch (error) {
    if (error instanceof AppError) seen.set(sha256, error.code === 'newer-package' ? 'newer' : 'damaged')
    // Gone or replaced meanwhile: the next list has it as it is then.
    else if (!(error instanceof Error && error.name === 'DesktopError')) throw error
  }
}

async function headOf(bytes: Uint8Array): Promise<FileHead> {
  const { manifest, publicKey } = inspectPackage(bytes)
  const { id, purpose, sender, sequence } = manifest
  if (carriesRecords(purpose) && manifest.schemaVersion > newestVersion()) throw new AppError('newer-package')
  const receipt = purpose === 'receipt' ? (await openReceipt(bytes)).receipt : null
  return {
    ...{ id, purpose, sender, sequence, publicKey, receiverId: manifest.receiver.id },
    receipt: receipt && { packageId: receipt.packageId, at: receipt.at },
  }
}
