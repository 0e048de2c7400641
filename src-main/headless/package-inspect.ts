import { exchangeTables } from '#domain/exchange/contents'
import { purposes } from '#domain/exchange/package'
import { digestsOf } from '#exchange/digests'
import { fingerprint } from '#exchange/fingerprint'
import type { Manifest } from '#exchange/manifest'
import { deletedIn } from '#exchange/records-package'
import { codeOf, isDamaged, PackageFault, sentenceFor } from './package-faults.ts'
import { checkTotals, type Found, found, lockWord, openedQuietly, tablesOf } from './package-file.ts'

type Facts = Awaited<ReturnType<typeof factsOf>>

/** Kind, sender, counts, totals and the verdict on the signature. Throws what is wrong. */
export async function inspect(
  path: string,
  { isJson, key }: { isJson: boolean; key: string },
): Promise<void> {
  try {
    const facts = await factsOf(path, key)
    console.log(isJson ? JSON.stringify(facts, null, 2) : linesOf(facts).join('\n'))
    if (facts.signature.trust === 'differs')
      throw new PackageFault('key-differs', '签名不是 --key 给出的密钥的')
  } catch (error) {
    if (isJson && isDamaged(error) && codeOf(error) !== 'key-differs')
      console.log(JSON.stringify({ file: path, error: codeOf(error), message: sentenceFor(error) }, null, 2))
    throw error
  }
}

async function factsOf(path: string, key: string) {
  const package_ = found(path)
  const { manifest, publicKey, bytes } = package_
  const parts = await openedQuietly(package_)
  if (parts) await checkTotals(parts, manifest)
  const { parts: listed, lock, ...said } = manifest
  return {
    file: path,
    ...{ size: bytes.length, ...digestsOf(bytes), kind: purposes[manifest.purpose], ...said },
    lock: lockWord(lock),
    /** Whether records and totals were reckoned anew: not without the key of a closed package. */
    isChecked: parts !== null,
    deleted: parts ? deletedIn(parts).length : null,
    parts: listed.map(({ name, size }) => ({ name, size })),
    signature: {
      isValid: true,
      publicKey,
      fingerprint: fingerprint(publicKey),
      trust: trustOf(package_, key),
    },
  }
}

function trustOf({ publicKey }: Found, key: string): 'unknown' | 'matches' | 'differs' {
  if (key === '') return 'unknown'
  return [publicKey, fingerprint(publicKey).replaceAll(' ', '')].includes(key) ? 'matches' : 'differs'
}

const trustWords = {
  unknown: '是否信任由使用者核对',
  matches: '与 --key 给出的一致',
  differs: '与 --key 给出的不一致',
} as const

function linesOf(facts: Facts): string[] {
  const { sender, receiver, signature, isChecked } = facts
  const closed = { '': '', passphrase: '，用口令加密', receiver: '，加密给接收单位' }[facts.lock]
  const numbered = facts.sequence > 0 ? [`序号    第 ${facts.sequence} 号`] : []
  return [
    `文件    ${facts.file}（${facts.size} 字节${closed}）`,
    `类型    ${facts.kind}（格式第 ${facts.formatVersion} 版）`,
    `年度    ${facts.year === 0 ? '不分年度' : facts.year}`,
    `发送    ${partyWords(sender)}`,
    `接收    ${partyWords(receiver)}`,
    ...numbered,
    ...(facts.scope === '' ? [] : [`范围    ${facts.scope}`]),
    `生成    ${facts.createdAt}`,
    ...countLines(facts),
    ...(facts.deleted ? [`删除    ${facts.deleted} 条`] : []),
    ...(facts.secrets > 0 ? [`涉密    ${facts.secrets} 条没有装入`] : []),
    `核对    ${isChecked ? '内容与签名、条数和控制数相符' : '封面与签名相符；内容已加密，没有打开核对'}`,
    `签名    签名有效（指纹 ${signature.fingerprint}），${trustWords[signature.trust]}`,
    `SM3     ${facts.sm3}`,
  ]
}

function partyWords({ name, regionCode, unitCode }: Manifest['sender']): string {
  if (name === '') return '（没有写明）'
  return `${name}${regionCode === '' ? '' : ` ${regionCode}`}${unitCode === '' ? '' : ` ${unitCode}`}`
}

function countLines({ counts, totals }: Facts): string[] {
  const tables = tablesOf({ counts } as Manifest) // only the counts are looked at
  return [
    ...tables.map((table) => `条数    ${exchangeTables[table]} ${counts[table]}`),
    ...Object.entries(totals).map(([name, fen]) => `控制数  ${name} ${yuan(fen)} 元`),
  ]
}

/** 分 as 元 with two decimals, without floating point. */
function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
