import { bytesToHex } from '@noble/hashes/utils.js'
import { digestOf } from './national-crypto.ts'

addEventListener('message', async ({ data }: MessageEvent<{ number: number; bytes: Uint8Array }>) => {
  const bytes = new Uint8Array(data.bytes)
  // The browser's own SHA-256 runs beside SM3.
  const sha256 = crypto.subtle.digest('SHA-256', bytes)
  const sm3 = digestOf(bytes)
  postMessage({ number: data.number, digests: { sha256: bytesToHex(new Uint8Array(await sha256)), sm3 } })
})
