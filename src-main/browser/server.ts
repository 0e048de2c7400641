import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { callSchema, maxBatchBytes, type Reply } from '../contract.ts'
import type { Dispatch } from '../dispatch.ts'
import { AppError } from '../errors.ts'
import type { Log } from '../log.ts'
import { type Pages, safeHeaders } from '../pages.ts'
import { decodeWire, encodeWire, WireError } from '../wire.ts'

export type ServerParts = {
  port: number
  token: string
  pages: Pages
  dispatch: Dispatch
  log: Log
  bodyLimit?: number
}

export type RunningServer = { origin: string; close: () => Promise<void> }

// Names and structure of a full batch besides its bytes.
const defaultBodyLimit = maxBatchBytes + 8 * 1024 * 1024

/** Pages and one call endpoint on 127.0.0.1. Rejects with EADDRINUSE when the port is taken. */
export function startServer(parts: ServerParts): Promise<RunningServer> {
  const server = createServer((request, response) => {
    answer(request, response, originOf(server), parts).catch((error: unknown) => {
      parts.log.error('server: internal', error)
      if (!response.headersSent) refuse(response, 500)
      else response.destroy()
    })
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port: parts.port, host: '127.0.0.1', exclusive: true }, () => {
      resolve({ origin: originOf(server), close: () => closeServer(server) })
    })
  })
}

function originOf(server: Server): string {
  // An address is a text only for pipes; this server listens on a port.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  own: string,
  parts: ServerParts,
): Promise<void> {
  const { host, origin } = request.headers
  // A foreign name that resolves to this machine (DNS rebinding) shows in Host, a foreign page in Origin.
  if (`http://${host}` !== own) return refuse(response, 403)
  if (origin !== undefined && origin !== own) return refuse(response, 403)
  const path = (request.url ?? '').split('?', 1)[0] ?? ''
  if (path === '/call') return call(request, response, own, parts)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405)
  const page = await parts.pages(path)
  if (page === null) return refuse(response, 404)
  response.writeHead(200, {
    ...page.headers,
    'content-length': page.body.byteLength,
  })
  response.end(request.method === 'HEAD' ? undefined : page.body)
}

async function call(
  request: IncomingMessage,
  response: ServerResponse,
  own: string,
  parts: ServerParts,
): Promise<void> {
  if (request.method !== 'POST') return refuse(response, 405)
  if (request.headers.origin !== own) return refuse(response, 403)
  if (!sameToken(request.headers['x-jiheng-token'], parts.token)) return refuse(response, 403)
  const limit = parts.bodyLimit ?? defaultBodyLimit
  if (Number(request.headers['content-length'] ?? 0) > limit) return refuse(response, 413)
  try {
    const { method, input } = callSchema.parse(decodeWire(await readBody(request, limit)))
    reply(response, await parts.dispatch(method, input))
  } catch (error) {
    if (error instanceof AppError) return refuse(response, 413)
    if (!(error instanceof WireError) && !isParseFault(error)) throw error
    parts.log.warn('server: malformed call', error)
    refuse(response, 400)
  }
}

function isParseFault(error: unknown): boolean {
  return error instanceof Error && error.name === 'ZodError'
}

function sameToken(given: string | string[] | undefined, token: string): boolean {
  if (typeof given !== 'string') return false
  const a = Buffer.from(given)
  const b = Buffer.from(token)
  return a.byteLength === b.byteLength && timingSafeEqual(a, b)
}

async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!(chunk instanceof Uint8Array)) continue
    size += chunk.byteLength
    if (size > limit) throw new AppError('too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

function reply(response: ServerResponse, value: Reply): void {
  const body = encodeWire(value)
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': body.byteLength,
    'cache-control': 'no-store',
    ...safeHeaders,
  })
  response.end(body)
}

/** A refusal says nothing about why and ends the connection, so that an unread body is not waited for. */
function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
    ...safeHeaders,
  })
  response.end(`${status}\n`)
}
