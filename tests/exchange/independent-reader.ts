import { createHash } from 'node:crypto'
import { gunzipSync, inflateRawSync } from 'node:zlib'
import { argon2id } from '@noble/hashes/argon2.js'
import { sm2, sm3, sm4 } from 'sm-crypto-v2'

/*
 * A second reader, made from PACKAGE-FORMAT.md alone: it shares no line with the program. Only what it reads by is borrowed:
 * inflating, and the ciphers.
 */
type Party = { id: string; name: string; level: string; regionCode: string; unitCode: string }
type Lock =
  | { kdf: 'argon2id'; memory: number; passes: number; lanes: number; salt: string; nonce: string }
  | { kdf: 'sm2'; publicKey: string; wrapped: string; nonce: string }
type Manifest = {
  formatVersion: number
  id: string
  purpose: string
  sender: Party
  receiver: Party
  sequence: number
  base: string
  counts: Record<string, number>
  unpacked: Record<string, number>
  totals: Record<string, number>
  files?: { count: number; bytes: number; lacking: string[] }
  lock: Lock | null
  parts: { name: string; size: number; sha256: string; sm3: string }[]
}
type Row = Record<string, unknown> & { id: string }
export type Read = {
  manifest: Manifest
  publicKey: string
  fingerprint: string
  parts: Map<string, Buffer>
  records: Map<string, Row[]>
  totals: Record<string, number>
  files: Map<string, Buffer>
  lacking: string[]
}
export type Secret = { passphrase?: string; privateKey?: string }

const plainName = /^[0-9A-Za-z][0-9A-Za-z._/-]{0,199}$/

/** §1 */
export function entriesOf(file: Buffer): Map<string, Buffer> {
  const end = file.length - 22
  if (end < 0 || file.readUInt32LE(end) !== 0x06054b50) throw new Error('cut off')
  const [count, length, start] = [
    file.readUInt16LE(end + 10),
    file.readUInt32LE(end + 12),
    file.readUInt32LE(end + 16),
  ]
  if (start + length + 22 !== file.length || count > 5000) throw new Error('directory')
  const entries = new Map<string, Buffer>()
  let at = start
  let total = 0
  for (let index = 0; index < count; index++) {
    if (file.readUInt32LE(at) !== 0x02014b50) throw new Error('directory entry')
    const [method, packedSize, nameLength] = [
      file.readUInt16LE(at + 10),
      file.readUInt32LE(at + 20),
      file.readUInt16LE(at + 28),
    ]
    const [extra, comment, head] = [
      file.readUInt16LE(at + 30),
      file.readUInt16LE(at + 32),
      file.readUInt32LE(at + 42),
    ]
    const name = file.toString('latin1', at + 46, at + 46 + nameLength)
    if (!plainName.test(name) || name.split('/').some((step) => step === '.' || step === '..'))
      throw new Error(`name ${name}`)
    if (entries.has(name)) throw new Error(`twice ${name}`)
    const data = head + 30 + file.readUInt16LE(head + 26) + file.readUInt16LE(head + 28)
    const packed = file.subarray(data, data + packedSize)
    const left = 200 * 1024 * 1024 - total
    const bytes = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: left })
    total += bytes.length
    entries.set(name, bytes)
    at += 46 + nameLength + extra + comment
  }
  return entries
}

/** §2 and §3 */
function verified(entries: Map<string, Buffer>): { manifest: Manifest; publicKey: string } {
  const [written, proof] = [entries.get('manifest.json'), entries.get('signature.json')]
  if (!written || !proof) throw new Error('unsigned')
  const manifest: Manifest & { format: string } = JSON.parse(written.toString())
  if (manifest.format !== 'jhx' || manifest.formatVersion > 2) throw new Error('version')
  const { algorithm, publicKey, signature } = JSON.parse(proof.toString())
  if (algorithm !== 'SM2-SM3') throw new Error('algorithm')
  const identity = { hash: true, userId: '1234567812345678' }
  if (!sm2.doVerifySignature(written, signature, publicKey, identity)) throw new Error('signature')
  for (const { name, size, sha256, sm3: digest } of manifest.parts) {
    const bytes = entries.get(name)
    if (bytes?.length !== size) throw new Error(`size of ${name}`)
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`SHA-256 of ${name}`)
    if (sm3(bytes) !== digest) throw new Error(`SM3 of ${name}`)
  }
  if (entries.size !== manifest.parts.length + 2) throw new Error('an entry is left over')
  return { manifest, publicKey }
}

/** §3 */
function fingerprintOf(publicKey: string): string {
  const number = BigInt(`0x${sm3(Buffer.from(publicKey, 'hex'))}`) % 10n ** 20n
  return (number.toString().padStart(20, '0').match(/.{5}/g) ?? []).join(' ')
}

/** §4 */
function keyOf(lock: Lock, { passphrase = '', privateKey = '' }: Secret): Uint8Array {
  if (lock.kdf === 'sm2') return sm2.doDecrypt(lock.wrapped, privateKey, 1, { output: 'array' })
  const { memory: m, passes: t, lanes: p, salt } = lock
  if (m > 262_144 || t > 10 || p > 4) throw new Error('lock asks too much')
  const text = Buffer.from(passphrase.normalize('NFKC').trim())
  return argon2id(text, Buffer.from(salt, 'hex'), { m, t, p, dkLen: 16 })
}

function opened({ id, formatVersion, lock, parts }: Manifest, entries: Map<string, Buffer>, secret: Secret) {
  const key = lock && keyOf(lock, secret)
  return new Map(
    parts.map(({ name }, index): [string, Buffer] => {
      const carried = entries.get(name) ?? Buffer.of()
      if (!lock || !key) return [name, carried]
      const nonce = Buffer.from(lock.nonce, 'hex')
      nonce.writeUInt32BE((nonce.readUInt32BE(8) + index) % 2 ** 32, 8)
      const [body, tag] = [carried.subarray(0, -16), carried.subarray(-16)]
      const associatedData = Buffer.from(`jhx ${formatVersion} ${id} ${name}`)
      const options = {
        mode: 'gcm',
        output: 'array',
        padding: 'none',
        iv: nonce,
        associatedData,
        tag,
      } as const
      return [name, Buffer.from(sm4.decrypt(body, key, options))]
    }),
  )
}

/** §5: a large table lies in several parts. */
function piecesOf(table: string, parts: Map<string, Buffer>): Buffer[] {
  const pieces: Buffer[] = []
  let piece = parts.get(`records/${table}.ndjson.gz`)
  while (piece) {
    pieces.push(piece)
    piece = parts.get(`records/${table}.${pieces.length + 1}.ndjson.gz`)
  }
  return pieces
}

/** §5 */
function recordsOf({ counts, unpacked }: Manifest, parts: Map<string, Buffer>): Map<string, Row[]> {
  return new Map(
    Object.entries(counts).map(([table, count]): [string, Row[]] => {
      const stated = unpacked[table] ?? 0
      const pieces = piecesOf(table, parts).map((piece) => gunzipSync(piece, { maxOutputLength: stated }))
      if (pieces.some((piece) => piece.at(-1) !== 0x0a)) throw new Error(table)
      const bytes = Buffer.concat(pieces)
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      const lines = text.split('\n')
      if (bytes.length !== stated || lines.pop() !== '' || lines.length !== count) throw new Error(table)
      return [table, lines.map((line): Row => JSON.parse(line))]
    }),
  )
}

/** §5: where records hold attachments. */
const filePlaces: Record<string, string[]> = {
  assessments: ['materials.*.attachments.*'],
  disposals: ['attachments.*'],
  spotChecks: ['lines.*.evidence.*', 'evidence.*'],
  evaluationTasks: ['materials.*.attachment', 'visits.*.attachments.*'],
  appraisals: ['items.*.evidence.*', 'extras.*.evidence.*'],
  disclosures: ['proofs.*'],
}

type Held = { hash: string; name: string; size: number }

function heldAt(value: unknown, [step, ...rest]: string[]): Held[] {
  if (step === undefined) return value === null ? [] : [value as Held] // as the table of §5 says
  const fields = (value ?? {}) as Record<string, unknown> // a list or an object on the way
  const next = step === '*' ? Object.values(fields) : step in fields ? [fields[step]] : []
  return next.flatMap((each) => heldAt(each, rest))
}

/** §5: the attachments by the names that the records give them, each proved; and those that the package lacks. */
function attachmentsOf(
  { files }: Manifest,
  parts: Map<string, Buffer>,
  records: Map<string, Row[]>,
): { files: Map<string, Buffer>; lacking: string[] } {
  const carried = [...parts].filter(([name]) => name.startsWith('attachments/'))
  const bytes = carried.reduce((sum, [, { length }]) => sum + length, 0)
  if (files === undefined && carried.length > 0) throw new Error('attachments that nobody told of')
  if (files && (files.count !== carried.length || files.bytes !== bytes))
    throw new Error('count of attachments')
  for (const [name, content] of carried)
    if (name !== `attachments/${createHash('sha256').update(content).digest('hex')}`) throw new Error(name)
  const held = [...records].flatMap(([table, rows]) =>
    (filePlaces[table] ?? []).flatMap((place) => rows.flatMap((row) => heldAt(row, place.split('.')))),
  )
  const left = new Set(carried.map(([name]) => name.slice('attachments/'.length)))
  const [found, lacking]: [Map<string, Buffer>, string[]] = [new Map(), []]
  for (const { hash, name, size } of held) {
    const content = parts.get(`attachments/${hash}`)
    left.delete(hash)
    if (content === undefined) lacking.push(name)
    else if (content.length !== size) throw new Error(`size of ${name}`)
    else found.set(name, content)
    if (files && content === undefined && !files.lacking.includes(hash)) throw new Error(`missing ${name}`)
  }
  if (left.size > 0) throw new Error('an attachment of no record')
  return { files: found, lacking }
}

type Sums = Record<string, { table: string; of: (row: Row) => number; newestOf?: string[] }>
const amount = (value: unknown) => (typeof value === 'number' ? value : 0)
const paid = ({ funds }: Row) =>
  (Array.isArray(funds) ? funds : []).reduce(
    (sum: number, line: { paid?: unknown }) => sum + amount(line.paid),
    0,
  )
const sums: Sums = {
  目标资金总额: { table: 'goals', of: ({ total }) => amount(total) },
  监控执行数: { table: 'monitorings', of: paid, newestOf: ['goalId'] },
  自评全年执行数: { table: 'selfEvaluations', of: paid },
  国库支出: { table: 'executions', of: (row) => amount(row.paid), newestOf: ['line', 'source'] },
  处置金额: { table: 'disposals', of: (row) => amount(row.amount) },
}

/** §6 */
function totalsOf(records: Map<string, Row[]>): Record<string, number> {
  const there = Object.entries(sums).filter(([, { table }]) => records.has(table))
  return Object.fromEntries(
    there.map(([name, { table, of, newestOf }]) => [
      name,
      newestBy(records.get(table) ?? [], newestOf).reduce((sum, row) => sum + of(row), 0),
    ]),
  )
}

function newestBy(rows: Row[], fields: string[] | undefined): Row[] {
  if (!fields) return rows
  const inOrder = rows.toSorted((a, b) => amount(a.month) - amount(b.month) || (a.id < b.id ? -1 : 1))
  return [...new Map(inOrder.map((row) => [JSON.stringify(fields.map((field) => row[field])), row])).values()]
}

/** §5, card.json: older keys that truly gave way to the one that signed the card. */
export function handOversOf({ manifest, publicKey, parts }: Read): string[] {
  const { handOvers }: { handOvers: { from: string; signature: string }[] } = JSON.parse(
    String(parts.get('card.json')),
  )
  const said = Buffer.from(`jhx hand-over ${manifest.sender.id} ${publicKey}`)
  const valid = handOvers.filter(({ from, signature }) =>
    sm2.doVerifySignature(said, signature, from, { hash: true }),
  )
  return valid.map(({ from }) => from)
}

export function readPackage(file: Buffer, secret: Secret = {}): Read {
  const entries = entriesOf(file)
  const { manifest, publicKey } = verified(entries)
  const parts = opened(manifest, entries, secret)
  const records = manifest.formatVersion === 1 ? new Map<string, Row[]>() : recordsOf(manifest, parts)
  return {
    ...{ manifest, publicKey, fingerprint: fingerprintOf(publicKey), parts, records },
    totals: totalsOf(records),
    ...(records.size > 0 ? attachmentsOf(manifest, parts, records) : { files: new Map(), lacking: [] }),
  }
}
