import { vi } from 'vitest'

const real = await vi.importActual<typeof import('@noble/hashes/argon2.js')>('@noble/hashes/argon2.js')

/** Passwords and passphrases are slow to prove by design; where this is mocked it only counts that they are proved. */
export const argon2idAsync: typeof real.argon2idAsync = (password, salt, options) =>
  real.argon2idAsync(password, salt, { ...options, m: 64, t: 1 })
