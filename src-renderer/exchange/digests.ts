import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { digestOf } from './national-crypto.ts'

export type Digests = { sha256: string; sm3: string }

/** SHA-256 and SM3, in hex. */
export function digestsOf(bytes: Uint8Array): Digests {
  return { sha256: bytesToHex(sha256(bytes)), sm3: digestOf(bytes) }
}

/** Smaller ones are done before a worker has begun. */
const small = 512 * 1024

let worker: Worker | null = null
let asked = 0

/** The same beside the page, which goes on meanwhile; where there are no workers, here. */
export function digestsAside(bytes: Uint8Array): Promise<Digests> {
  if (bytes.length < small || typeof Worker === 'undefined') return Promise.resolve(digestsOf(bytes))
  worker ??= new Worker(new URL('./digest-worker.ts', import.meta.url), { type: 'module' })
  const [current, number] = [worker, ++asked]
  return new Promise((resolve, reject) => {
    const done = (event: MessageEvent<{ number: number; digests: Digests }>) => {
      if (event.data.number !== number) return
      current.removeEventListener('message', done)
      resolve(event.data.digests)
    }
    current.addEventListener('message', done)
    current.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true })
    current.postMessage({ number, bytes })
  })
}
