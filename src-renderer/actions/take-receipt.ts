import { AppError } from '#domain/errors'
import { type OutState, outStates, type PackageRecord } from '#domain/exchange/package'
import { hasSamePlace, trustOfSender } from '#domain/exchange/station'
import type { Actor } from '#domain/people/duties'
import { openReceipt } from '#exchange/receipt'
import { db } from '#storage/database'
import { allPeers, ownStation } from '#storage/exchange'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 收取回执: the package of this machine that it is about takes the state that its receiver gave it. Throws
 * `package-untrusted` where nobody trusted signed it, `wrong-purpose` where it is about no package of this machine, other
 * bytes, or comes from somebody else than its receiver. The same receipt twice changes nothing.
 */
export async function takeReceipt(bytes: Uint8Array, by: Actor): Promise<PackageRecord> {
  const { sender, publicKey, receipt } = await openReceipt(bytes)
  const trust = trustOfSender(publicKey, sender, await ownStation(), await allPeers())
  if (trust !== 'trusted') throw new AppError('package-untrusted')
  const stamp = newStamp(by)
  const entry: Entry = { action: 'take-receipt', bookId: '', summary: '' }
  return write(stamp, entry, ['packages'], async (writer) => {
    const record = await db.packages.get(receipt.packageId)
    if (record?.direction !== 'out' || record.sha256 !== receipt.sha256) throw new AppError('wrong-purpose')
    const isReceiver = record.peerId === '' ? hasSamePlace(record.peer, sender) : record.peerId === sender.id
    if (!isReceiver) throw new AppError('wrong-purpose')
    // A package may be refused first and taken later: the newer receipt counts.
    if (record.receipt && record.receipt.at >= receipt.at) return record
    const state: OutState = receipt.verdict
    const after: PackageRecord = {
      ...record,
      ...{ state, receipt, peer: sender, peerId: sender.id, revision: record.revision + 1 },
      ...{ changedAt: stamp.at, changedBy: stamp.by },
    }
    writer.say(`收到回执：${sender.name}${outStates[state]}${record.fileName}`)
    await writer.put('packages', [after])
    return after
  })
}
