import { AppError } from '#domain/errors'

const version = 'v1'
const nonceBytes = 12
const wrapKeyBytes = 32
const cipher = 'AES-GCM'
/** What a wrapped key is bound to: it can never be mistaken for a sealed text, nor the reverse. */
const keyPlace = 'data-key'

/**
 * A text encrypted at rest (AES-256-GCM, a fresh nonce each time) as `v1.<nonce>.<cipher>` in base64; '' stays ''.
 * `place` names the field it belongs to: sealed text moved to another record or field does not open there. WebCrypto
 * may not be awaited inside a transaction: seal before it.
 */
export async function seal(text: string, key: CryptoKey, place = ''): Promise<string> {
  if (text === '') return ''
  const nonce = freshNonce()
  const sealed = await crypto.subtle.encrypt(gcm(nonce, place), key, new TextEncoder().encode(text))
  return written(nonce, sealed)
}

/** The text that was sealed for the same place. Throws `sealed-unreadable` for another key or any changed byte. */
export async function open(sealed: string, key: CryptoKey, place = ''): Promise<string> {
  if (sealed === '') return ''
  const { nonce, bytes } = read(sealed)
  const text = await unreadable(() => crypto.subtle.decrypt(gcm(nonce, place), key, bytes))
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(text)
}

/** The key of a database's sealed fields. It can be wrapped again, for each account that is to read them. */
export function newDataKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: cipher, length: 256 }, true, ['encrypt', 'decrypt'])
}

/** The data key closed under 32 bytes derived from a password; the same text form as sealed text. */
export async function wrapDataKey(dataKey: CryptoKey, wrapKey: Uint8Array): Promise<string> {
  const nonce = freshNonce()
  const wrapped = await crypto.subtle.wrapKey('raw', dataKey, await wrapping(wrapKey), gcm(nonce, keyPlace))
  return written(nonce, wrapped)
}

/** The data key again. Throws `sealed-unreadable` for another password's bytes or any changed byte. */
export async function unwrapDataKey(wrapped: string, wrapKey: Uint8Array): Promise<CryptoKey> {
  const { nonce, bytes } = read(wrapped)
  const key = await wrapping(wrapKey)
  return unreadable(() =>
    crypto.subtle.unwrapKey('raw', bytes, key, gcm(nonce, keyPlace), cipher, true, ['encrypt', 'decrypt']),
  )
}

function wrapping(wrapKey: Uint8Array): Promise<CryptoKey> {
  if (wrapKey.length !== wrapKeyBytes) throw new Error(`a wrap key has ${wrapKeyBytes} bytes`)
  return crypto.subtle.importKey('raw', new Uint8Array(wrapKey), cipher, false, ['wrapKey', 'unwrapKey'])
}

function gcm(nonce: Uint8Array<ArrayBuffer>, place: string) {
  return { name: cipher, iv: nonce, additionalData: new TextEncoder().encode(`${version} ${place}`) }
}

function freshNonce(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(nonceBytes))
}

function written(nonce: Uint8Array, sealed: ArrayBuffer): string {
  return [version, base64(nonce), base64(new Uint8Array(sealed))].join('.')
}

function read(sealed: string) {
  const [form, nonceText, text, ...rest] = sealed.split('.')
  const nonce = bytesOf(nonceText ?? '')
  const bytes = bytesOf(text ?? '')
  const fits = form === version && rest.length === 0 && nonce?.length === nonceBytes && bytes !== null
  if (!fits) throw new AppError('sealed-unreadable')
  return { nonce, bytes }
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

/** Null for anything but the one spelling that `base64` gives: a changed character is noticed, even a spare bit. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return null
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  return base64(bytes) === text ? bytes : null
}

async function unreadable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw new AppError('sealed-unreadable', { cause })
  }
}
