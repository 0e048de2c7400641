import { desktop } from '#desktop'
import { AppError } from '#domain/errors'

/** A package of an inbox, read whole, with what the ledger says of its way. */
export type TakenFile = {
  folderId: string
  name: string
  bytes: Uint8Array
  /** 介质 for the ledger: the folder's label. */
  medium: string
  sha256: string
}

/** Reads a package from a watched folder, as the address of the receive page names it. It only reads. Throws DesktopError. */
export async function takeFromFolder(folderId: string, name: string): Promise<TakenFile> {
  const folder = (await desktop.exchangeFolders()).find(({ id }) => id === folderId)
  if (!folder) throw new AppError('not-found')
  const bytes = await desktop.readPackage(folderId, name)
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  const sha256 = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { folderId, name, bytes, medium: folder.label, sha256 }
}

/** Puts a taken file into 已导入 beside it, so that the inbox shows what is still to be done. */
export async function putAwayTaken({ folderId, name, sha256 }: TakenFile): Promise<void> {
  await desktop.movePackage(folderId, name, sha256)
}
