import type { Input, Output, Reply, Verb } from '../src-main/contract.ts'
import { decodeWire, encodeWire } from '../src-main/wire.ts'

type MainCode = Extract<Reply, { ok: false }>['code']

/** Main's closed list, and what only the page can notice: no token, or nobody answers. */
export type DesktopErrorCode = MainCode | 'not-connected' | 'unreachable'

export class DesktopError extends Error {
  readonly code: DesktopErrorCode

  constructor(code: DesktopErrorCode, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause })
    this.name = 'DesktopError'
    this.code = code
  }
}

export type BackupPlace = Input<'backup.read'>['from']
export type BackupList = Output<'backup.list'>
/** A folder on a stick or a share, as the page knows it. */
export type ExchangeFolder = Output<'exchange.folders'>[number]

type Call = (method: string, input: unknown) => Promise<Reply>

declare global {
  interface Window {
    /** Put there by the preload of the Electron host; missing in the browser edition. */
    readonly jiheng?: { readonly call: Call }
  }
}

const tokenKey = 'jiheng-token'
/** Has this host its own dialogs? In the browser edition paths are typed. */
const bridge = typeof window === 'undefined' ? undefined : window.jiheng
const token = takeToken()

/** Is there a host behind this page? If not, the page was opened by hand: 请从绩衡启动程序. */
export const connected = bridge !== undefined || token !== null

/** Everything the page asks of the machine, on either host. Throws DesktopError. */
export const desktop = {
  info: () => ask('app.info', {}),
  /** Saves one file; null when the user cancelled. */
  saveFile: (name: string, bytes: Uint8Array) => ask('file.save', { name, bytes }),
  /** Saves a new folder with all files or nothing; null when the user cancelled. */
  saveFolder: (name: string, files: Input<'folder.save'>['files']) => ask('folder.save', { name, files }),
  /** Keeps a file by its content outside the database. */
  keepAttachment: (bytes: Uint8Array) => ask('attachment.keep', { bytes }),
  /** The content of a kept file; null where there is none. */
  readAttachment: (hash: string) => ask('attachment.read', { hash }),
  /** Of these hashes, those under which nothing is kept. */
  lackedAttachments: (hashes: string[]) => ask('attachment.lacks', { hashes }),
  listBackups: () => ask('backup.list', {}),
  writeBackup: (file: Input<'backup.write'>) => ask('backup.write', file),
  readBackup: (name: string, from: BackupPlace) => ask('backup.read', { name, from }),
  removeBackups: (names: string[], from: BackupPlace) => ask('backup.remove', { names, from }),
  /** The desktop edition asks by a dialog; in the browser edition the path is typed. */
  chooseBackupFolder: (typed: string) => ask('backup.chooseFolder', { typed }),
  forgetBackupFolder: () => ask('backup.forgetFolder', {}),
  lackedPieces: (names: string[]) => ask('backup.lacks', { names }),
  keepPiece: (name: string, bytes: Uint8Array) => ask('backup.keepPiece', { name, bytes }),
  readPiece: (name: string) => ask('backup.readPiece', { name }),
  /** True when the window is about to close; false where the host cannot hold it. */
  closing: () => ask('window.closing', {}),
  closeWindow: () => ask('window.close', {}),
  /** Folders through which packages travel. */
  exchangeFolders: () => ask('exchange.folders', {}),
  addExchangeFolder: (wanted: Input<'exchange.addFolder'>) => ask('exchange.addFolder', wanted),
  forgetExchangeFolder: (id: string) => ask('exchange.forgetFolder', { id }),
  listPackages: (id: string) => ask('exchange.list', { id }),
  readPackage: (id: string, name: string) => ask('exchange.read', { id, name }),
  writePackage: (id: string, name: string, bytes: Uint8Array) => ask('exchange.write', { id, name, bytes }),
  movePackage: (id: string, name: string, sha256: string) => ask('exchange.move', { id, name, sha256 }),
  savePdf,
  report,
  components,
}

/** Where 附件 of every record are kept, and how they leave again. */
export const attachmentStore = {
  keep: desktop.keepAttachment,
  read: desktop.readAttachment,
  save: desktop.saveFile,
}

/** A foreign package in the built application. */
export type Component = { name: string; version: string; license: string; text: string }

/** What of others' work is in here, as the build wrote it down beside the page. */
async function components(): Promise<Component[]> {
  try {
    const response = await fetch('/third-party.json')
    return (await response.json()) as Component[] // our own build wrote it
  } catch (error) {
    throw new DesktopError('unreachable', error)
  }
}

/** In the browser edition the browser's own print dialog saves the PDF, so nothing comes back. */
async function savePdf(name: string): Promise<Output<'page.savePdf'>> {
  if (bridge !== undefined) return ask('page.savePdf', { name })
  window.print()
  return null
}

/** Puts an error into the log. Never throws: the page is already in trouble. */
async function report(error: unknown): Promise<void> {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  try {
    await ask('log.report', {
      message: message.slice(0, 4000),
      page: location.hash.slice(0, 500),
      ...(stack === undefined ? {} : { stack: stack.slice(0, 20_000) }),
    })
  } catch (failure) {
    console.error('not logged', error, failure)
  }
}

async function ask<V extends Verb>(verb: V, input: Input<V>): Promise<Output<V>> {
  const reply = bridge === undefined ? await post(verb, input) : await bridge.call(verb, input)
  if (!reply.ok) throw new DesktopError(reply.code)
  // Main has parsed this value with the schema of the same verb.
  return reply.value as Output<V>
}

async function post(method: string, input: unknown): Promise<Reply> {
  if (token === null) throw new DesktopError('not-connected')
  const response = await send(encodeWire({ method, input }), token)
  if (response.status === 403) throw new DesktopError('not-connected')
  if (response.status === 413) throw new DesktopError('too-large')
  if (!response.ok) throw new DesktopError('internal', new Error(`status ${response.status}`))
  return decodeWire(new Uint8Array(await response.arrayBuffer())) as Reply
}

async function send(body: Uint8Array<ArrayBuffer>, secret: string): Promise<Response> {
  try {
    return await fetch('/call', {
      method: 'POST',
      headers: { 'x-jiheng-token': secret },
      body,
    })
  } catch (error) {
    throw new DesktopError('unreachable', error)
  }
}

/** The token comes in the address of the opened window; it is taken out before the router reads the address. */
function takeToken(): string | null {
  if (typeof location === 'undefined' || typeof sessionStorage === 'undefined') return null
  const given = /^#token=([0-9a-f]{64})$/.exec(location.hash)?.[1]
  if (given !== undefined) {
    sessionStorage.setItem(tokenKey, given)
    history.replaceState(null, '', '/#/')
  }
  return sessionStorage.getItem(tokenKey)
}
