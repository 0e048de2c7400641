import { z } from 'zod'
import { backupName, backupPlaces, pieceName } from './backups.ts'
import type { ErrorCode } from './errors.ts'
import { maxPackageBytes, packageName } from './exchange-files.ts'
import { folderKinds, maxFolders } from './exchange-folders.ts'

const megabyte = 1024 * 1024

/** The largest file and the largest batch that may cross from the page to the disk. */
const maxFileBytes = 256 * megabyte
export const maxBatchBytes = 512 * megabyte
const maxBatchFiles = 5000
/** Scanned papers and pictures; a film is no proof that anybody opens. */
const maxAttachmentBytes = 64 * megabyte

const name = z.string().min(1).max(300)
const bytes = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array)
  .refine((value) => value.byteLength <= maxFileBytes, 'too-large')
const batch = z
  .array(z.strictObject({ folder: z.array(name).max(4), name, bytes }))
  .max(maxBatchFiles)
  .refine(
    (files) => files.reduce((sum, file) => sum + file.bytes.byteLength, 0) <= maxBatchBytes,
    'too-large',
  )

const attachmentBytes = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array)
  .refine((value) => value.byteLength <= maxAttachmentBytes, 'too-large')
/** SHA-256 in hexadecimal: the only name under which an attachment is found. */
const hash = z.string().regex(/^[0-9a-f]{64}$/)

const saved = z.strictObject({ name: z.string(), place: z.string() }).nullable()

const backup = z.string().regex(backupName)
const backupPlace = z.enum(backupPlaces)
const piece = z.string().regex(pieceName)
/** What the page wants to find again beside a backup; the host does not read it. */
const note = z.string().max(256 * 1024)
const fileState = z.enum(['as-written', 'changed', 'unknown'])
const backupFiles = z.array(
  z.strictObject({
    name: z.string(),
    size: z.number().int().nonnegative(),
    changedAt: z.string(),
    state: fileState,
    note: z.string().nullable(),
  }),
)
const secondFolder = z.strictObject({ place: z.string(), isReachable: z.boolean() }).nullable()
const folderId = z.uuid()
/** A name as the list gave it: no path can be made of it. */
const packageFile = z.string().regex(packageName)
const packageBytes = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array)
  .refine((value) => value.byteLength <= maxPackageBytes, 'too-large')
const exchangeFolder = z.strictObject({
  id: folderId,
  kind: z.enum(folderKinds),
  label: z.string(),
  place: z.string(),
  state: z.enum(['there', 'read-only', 'gone']),
  freeBytes: z.number().int().nonnegative().nullable(),
})
const listedFile = { name: z.string(), size: z.number().int().nonnegative(), changedAt: z.string() }

/** Every verb the page can ask for. No path ever crosses: the page gives names and gets names. */
export const contract = {
  /** Version, where exports go (in words) and how much room is left there; nothing secret. */
  'app.info': {
    input: z.strictObject({}),
    output: z.strictObject({
      version: z.string(),
      edition: z.enum(['electron', 'browser']),
      dataPlace: z.string(),
      exportPlace: z.string(),
      freeBytes: z.number().int().nonnegative().nullable(),
    }),
  },
  /** Writes one file whole where the user says, reads it back, and returns its final name; null when cancelled. */
  'file.save': { input: z.strictObject({ name, bytes }), output: saved },
  /** Writes a new folder with all files or leaves nothing behind; null when cancelled. */
  'folder.save': {
    input: z.strictObject({ name, files: batch }),
    output: z
      .strictObject({
        place: z.string(),
        count: z.number().int().nonnegative(),
      })
      .nullable(),
  },
  /** Saves the page as it would be printed as PDF where the user says; null when cancelled. */
  'page.savePdf': { input: z.strictObject({ name }), output: saved },
  /** Keeps a file by its content, once; the name stays with the record that cites it. */
  'attachment.keep': {
    input: z.strictObject({ bytes: attachmentBytes }),
    output: z.strictObject({ hash, size: z.number().int().nonnegative() }),
  },
  /** The content of a kept file, checked against its hash; null where there is none. Nothing is ever executed. */
  'attachment.read': {
    input: z.strictObject({ hash }),
    output: z.custom<Uint8Array>((value) => value instanceof Uint8Array).nullable(),
  },
  /** Of these hashes, those under which nothing is kept. */
  'attachment.lacks': {
    input: z.strictObject({ hashes: z.array(hash).max(200_000) }),
    output: z.array(hash),
  },
  /** The backups beside the data and the copies in the second folder, newest name first; places in words. */
  'backup.list': {
    input: z.strictObject({}),
    output: z.strictObject({
      place: z.string(),
      own: backupFiles,
      second: secondFolder,
      copies: backupFiles,
    }),
  },
  /** Writes a backup whole, reads it back and notes its digest; another of that name is never replaced. */
  'backup.write': {
    input: z.strictObject({ name: backup, bytes, note, to: backupPlace }),
    output: z.strictObject({ name: z.string() }),
  },
  /** A backup and whether it is as it was written; null where there is none of that name. */
  'backup.read': {
    input: z.strictObject({ name: backup, from: backupPlace }),
    output: z
      .strictObject({ bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array), state: fileState })
      .nullable(),
  },
  /** Removes backups of these names and says how many; refuses to leave fewer than three. */
  'backup.remove': {
    input: z.strictObject({ names: z.array(backup).max(5000), from: backupPlace }),
    output: z.number().int().nonnegative(),
  },
  /**
   * Chooses the second folder. The desktop edition asks by its own dialog and ignores `typed`; the browser edition has no
   * dialog, so a person types the path there, and main looks at it as at a stranger's: whole, a folder, outside the
   * data, writable. Only ever remembered by main, never given back. Null when cancelled.
   */
  'backup.chooseFolder': { input: z.strictObject({ typed: z.string().max(1000) }), output: secondFolder },
  'backup.forgetFolder': { input: z.strictObject({}), output: z.null() },
  /** Pieces (attachments) beside the copies in the second folder, each once. */
  'backup.lacks': { input: z.strictObject({ names: z.array(piece).max(200_000) }), output: z.array(piece) },
  'backup.keepPiece': { input: z.strictObject({ name: piece, bytes }), output: z.null() },
  'backup.readPiece': {
    input: z.strictObject({ name: piece }),
    output: z.custom<Uint8Array>((value) => value instanceof Uint8Array).nullable(),
  },
  /** Answers true when the window is about to close; false at once where the host cannot hold it (browser edition). */
  'window.closing': { input: z.strictObject({}), output: z.boolean() },
  /** The page has done its last work: the window that waited for it closes. */
  'window.close': { input: z.strictObject({}), output: z.null() },
  /** Folders through which packages travel (优盘、共享文件夹), with places in words and whether they are there. */
  'exchange.folders': { input: z.strictObject({}), output: z.array(exchangeFolder).max(maxFolders) },
  /**
   * Remembers a folder. The desktop edition asks by its own dialog and ignores `typed`; the browser edition has no dialog,
   * so a person types the path there, and main looks at it as at a stranger's: whole, a folder, outside the data, writable
   * where it is to be written to. Only ever remembered by main, never given back. Null when cancelled.
   */
  'exchange.addFolder': {
    input: z.strictObject({
      kind: z.enum(folderKinds),
      label: z.string().trim().min(1).max(20),
      typed: z.string().max(1000),
    }),
    output: exchangeFolder.nullable(),
  },
  /** Forgets a folder; nothing in it is touched. */
  'exchange.forgetFolder': { input: z.strictObject({ id: folderId }), output: z.null() },
  /** The packages in a folder, newest first; half ones apart, so that none is ever taken for a package. */
  'exchange.list': {
    input: z.strictObject({ id: folderId }),
    output: z.strictObject({
      packages: z.array(z.strictObject({ ...listedFile, sha256: z.string() })),
      unfinished: z.array(z.strictObject(listedFile)),
      isCut: z.boolean(),
    }),
  },
  /** A package from an inbox by its name in the list, whole. */
  'exchange.read': {
    input: z.strictObject({ id: folderId, name: packageFile }),
    output: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  },
  /** Writes a package into an outbox whole or not at all, reads it back, and returns its final name. */
  'exchange.write': {
    input: z.strictObject({ id: folderId, name: packageFile, bytes: packageBytes }),
    output: z.strictObject({ name: z.string(), place: z.string() }),
  },
  /** Puts a taken package into 已导入 beside it, if it still is these very bytes. */
  'exchange.move': {
    input: z.strictObject({ id: folderId, name: packageFile, sha256: hash }),
    output: z.strictObject({ name: z.string() }),
  },
  /** Keeps a redacted note of an error in the log; never fails the page. */
  'log.report': {
    input: z.strictObject({
      message: z.string().max(4000),
      stack: z.string().max(20_000).optional(),
      page: z.string().max(500),
    }),
    output: z.null(),
  },
} as const

export type Verb = keyof typeof contract
export type Input<V extends Verb> = z.input<(typeof contract)[V]['input']>
export type Output<V extends Verb> = z.output<(typeof contract)[V]['output']>
export type Handlers = {
  [V in Verb]: (input: z.output<(typeof contract)[V]['input']>) => Promise<Output<V>>
}

export type Reply = { ok: true; value: unknown } | { ok: false; code: ErrorCode }

/** What a transport hands over, before anything about it is known. */
export const callSchema = z.strictObject({
  method: z.string().max(100),
  input: z.unknown(),
})
