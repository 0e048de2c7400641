import { desktop } from '#desktop'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { newStamp } from '#storage/stamp'
import { note } from '#storage/write'

/** A package of an inbox, read whole, with what the ledger says of its way. */
export type TakenFile = {
  folderId: string
  name: string
  bytes: Uint8Array
  /** 介质 for the ledger: the folder's label. */
  medium: string
  sha256: string
}

/**
 * Reads a package from a watched folder, as the address of the receive page names it; the trail says what was fetched from
 * where, by its digest. Throws `not-permitted`, DesktopError.
 */
export async function takeFromFolder(folderId: string, name: string, by: Actor): Promise<TakenFile> {
  if (!may(by, 'take-from-folder')) throw new AppError('not-permitted')
  const folder = (await desktop.exchangeFolders()).find(({ id }) => id === folderId)
  if (!folder) throw new AppError('not-found')
  const bytes = await desktop.readPackage(folderId, name)
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  const sha256 = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const summary = `从收件夹取来：${folder.label}（${folder.place}）里的 ${name}，SHA-256 ${sha256}`
  await note(newStamp(by), { action: 'take-from-folder', bookId: '', summary })
  return { folderId, name, bytes, medium: folder.label, sha256 }
}

/** Puts a taken file into 已导入 beside it, so that the inbox shows what is still to be done. */
export async function putAwayTaken({ folderId, name, sha256 }: Omit<TakenFile, 'bytes'>): Promise<void> {
  await desktop.movePackage(folderId, name, sha256)
}
