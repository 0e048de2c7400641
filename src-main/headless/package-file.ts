import { readFileSync, statSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { AppError } from '#domain/errors'
import { type ExchangeTable, exchangeTableList } from '#domain/exchange/contents'
import { tally, totalDifferences } from '#domain/exchange/totals'
import { unpacked } from '#exchange/archive'
import type { Lock, Manifest } from '#exchange/manifest'
import { inspectPackage, type Opened, openPackage } from '#exchange/package'
import { recordsOf } from '#exchange/records-package'
import { PackageFault } from './package-faults.ts'

/** Beyond what the program itself writes and reads. */
const mostBytes = 256 * 1024 * 1024

export type Found = Opened & { bytes: Uint8Array }
export type Parts = ReadonlyMap<string, Uint8Array>

/** A package whose signature and digests are right. Throws what is wrong with it. */
export function found(path: string): Found {
  if (statSync(path).size > mostBytes)
    throw new PackageFault('too-large', '文件超过 256 MB，不是绩衡的数据包')
  const bytes = new Uint8Array(readFileSync(path))
  try {
    return { ...inspectPackage(bytes), bytes }
  } catch (error) {
    if (error instanceof AppError && isUnsigned(bytes))
      throw new PackageFault('unsigned', '没有签名，不可采用')
    throw error
  }
}

function isUnsigned(bytes: Uint8Array): boolean {
  try {
    const files = unpacked(bytes)
    return files.has('manifest.json') && !files.has('signature.json')
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

/** The parts in clear; the passphrase comes from the environment or is asked for. */
export async function opened(package_: Found): Promise<Parts> {
  const { lock } = package_.manifest
  return openPackage(package_, { passphrase: lock?.kdf === 'argon2id' ? await passphrase() : '' })
}

/** Without asking: null where it stays closed. */
export async function openedQuietly(package_: Found): Promise<Parts | null> {
  const given = process.env.JIHENG_PASSPHRASE
  const { lock } = package_.manifest
  if (lock && (lock.kdf === 'sm2' || given === undefined)) return null
  return openPackage(package_, { passphrase: given ?? '' })
}

export function lockWord(lock: Lock | null): '' | 'passphrase' | 'receiver' {
  if (!lock) return ''
  return lock.kdf === 'argon2id' ? 'passphrase' : 'receiver'
}

async function passphrase(): Promise<string> {
  const given = process.env.JIHENG_PASSPHRASE
  if (given !== undefined) return given
  if (!process.stdin.isTTY) {
    throw new PackageFault('passphrase-missing', '数据包已加密，请把口令放在环境变量 JIHENG_PASSPHRASE 里')
  }
  process.stderr.write('口令（输入时不显示）：')
  // What is typed is not shown.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  try {
    return await lines.question('')
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}

type Fields = Record<string, unknown>

/** The records of a table, exactly as many as the manifest says. */
export async function* records(
  parts: Parts,
  table: ExchangeTable,
  manifest: Manifest,
): AsyncGenerator<Fields & { id: string }> {
  for await (const batch of recordsOf(parts, table, manifest)) {
    for (const record of batch) {
      if (!isRecord(record)) throw new AppError('package-altered')
      yield record
    }
  }
}

function isRecord(value: unknown): value is Fields & { id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
}

export function tablesOf({ counts }: Manifest): ExchangeTable[] {
  return exchangeTableList.filter((table) => (counts[table] ?? 0) > 0)
}

/** Reckons counts and control totals anew. Throws where they are not what the manifest says. */
export async function checkTotals(parts: Parts, manifest: Manifest): Promise<void> {
  const sums = tally()
  for (const table of tablesOf(manifest)) {
    for await (const record of records(parts, table, manifest)) sums.add(table, record)
  }
  const facts = { stated: manifest.totals, reckoned: sums.totals(), former: sums.formerTotals() }
  for (const { name, stated, reckoned } of totalDifferences(facts)) {
    const words = `控制数不符：${name}封面为 ${stated} 分，包内合计为 ${reckoned} 分`
    throw new PackageFault('totals-differ', words)
  }
}
