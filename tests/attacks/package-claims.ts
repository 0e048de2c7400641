import type { Manifest } from '#exchange/manifest'
import { newKeyPair } from '#exchange/national-crypto'
import type { Chance } from './chance.ts'

export const stranger = newKeyPair()
export const megabyte = 1024 * 1024

/** A value of the manifest replaced by what somebody would like it to be. */
export const claims: readonly ((manifest: Manifest, chance: Chance) => object)[] = [
  (_, chance) => ({ counts: { goals: chance(5) + 2 } }),
  () => ({ counts: { goals: 1_000_001 } }),
  (manifest, chance) => ({ totals: { ...manifest.totals, 目标资金总额: 520_000_000 + 1 + chance(1000) } }),
  () => ({ totals: {} }),
  (manifest) => ({ unpacked: { ...manifest.unpacked, goals: (manifest.unpacked.goals ?? 0) + 1 } }),
  (manifest) => ({ unpacked: { ...manifest.unpacked, goals: (manifest.unpacked.goals ?? 0) - 1 } }),
  () => ({ unpacked: { goals: 600 * megabyte } }),
  () => ({ sequence: 0 }),
  () => ({ sequence: -1 }),
  () => ({ sequence: 1.5 }),
  () => ({ schemaVersion: 10_000 }),
  () => ({ formatVersion: 3 }),
  () => ({ formatVersion: 1 }),
  () => ({ format: 'jhy' }),
  () => ({ year: 2025 }),
  () => ({ purpose: 'handover' }),
  () => ({ purpose: 'parameters' }),
  () => ({ purpose: 'receipt' }),
  () => ({ purpose: '__proto__' }),
  () => ({ bookId: 'another-book' }),
  () => ({ bookId: '' }),
  (manifest) => ({ sender: { ...manifest.sender, unitCode: '205001' } }),
  (manifest) => ({ sender: { ...manifest.sender, level: 'city', unitCode: '' } }),
  (manifest) => ({ sender: { ...manifest.sender, id: 'nobody' } }),
  (manifest) => ({ sender: { ...manifest.sender, regionCode: '511923' } }),
  (manifest) => ({ receiver: { ...manifest.receiver, id: 'somebody-else' } }),
  (manifest) => ({ receiver: { ...manifest.receiver, id: '', regionCode: '511900' } }),
  () => ({ receiver: null }),
  () => ({ id: '' }),
  () => ({ id: 'x'.repeat(10_000) }),
  () => ({ lock: { kdf: 'argon2id', memory: 4_000_000, passes: 99, lanes: 9, salt: '0', nonce: '0' } }),
  () => ({
    lock: { kdf: 'sm2', publicKey: stranger.publicKey, wrapped: '04'.repeat(120), nonce: '0'.repeat(24) },
  }),
]

/** Claims of the list of parts, which whoever signs an honest package writes anew. */
export const partClaims: typeof claims = [
  ...claims,
  () => ({ parts: [] }),
  () => ({ parts: Array.from({ length: 6000 }, (_, index) => ({ name: `p${index}` })) }),
  ({ parts }) => ({ parts: parts.map((part) => ({ ...part, size: part.size + 1 })) }),
  ({ parts }) => ({ parts: parts.map((part) => ({ ...part, sm3: '0'.repeat(64) })) }),
  ({ parts }) => ({ parts: [...parts, ...parts] }),
]

/** Records that no form has; each refused, or the whole package is. */
export const absurd: readonly ((goal: object, chance: Chance) => { table: string; records: object[] })[] = [
  (goal) => ({ table: 'goals', records: [{ ...goal, unitId: 'unit-office' }] }),
  (goal) => ({ table: 'goals', records: [{ ...goal, bookId: 'another' }] }),
  (goal) => ({ table: 'goals', records: [{ ...goal, status: 'approved' }] }),
  (goal) => ({ table: 'goals', records: [{ ...goal, secret: true }] }),
  (goal) => ({ table: 'goals', records: [{ ...goal, total: 1e300 }] }),
  (goal) => ({ table: 'goals', records: [{ ...goal, total: 0.5 }] }),
  (goal) => ({ table: 'goals', records: [{ ...goal, id: '__proto__' }] }),
  (goal) => ({ table: 'goals', records: [{ ...goal, id: 'constructor' }] }),
  (goal) => ({ table: 'goals', records: [{ ...goal, id: '' }] }),
  (goal) => ({ table: 'goals', records: [{ ...goal, name: 'x'.repeat(3_000_000) }] }),
  (goal) => ({ table: 'goals', records: [{ ...goal, indicators: null }] }),
  (goal) => ({ table: 'goals', records: [JSON.parse(`{"__proto__":${JSON.stringify(goal)}}`)] }),
  () => ({ table: 'goals', records: [[], [1]] }),
  () => ({ table: 'goals', records: Array.from({ length: 20_000 }, () => ({})) }),
  (goal) => ({ table: 'books', records: [{ ...goal, id: 'b' }] }),
  (goal) => ({ table: 'audit', records: [goal] }),
  (goal) => ({ table: 'accounts', records: [goal] }),
  () => ({ table: 'curves', records: [{ id: 'g', points: new Array(50_000).fill(1) }] }),
]
