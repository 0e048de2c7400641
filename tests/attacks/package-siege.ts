import { strToU8 } from 'fflate'
import { applyPackage } from '#actions/apply-package'
import { rehearsePackage } from '#actions/rehearse-package'
import { desktop } from '#desktop'
import type { Disclosure } from '#domain/disclosures/disclosure'
import { AppError } from '#domain/errors'
import { openCard } from '#exchange/card'
import { digestsOf } from '#exchange/digests'
import type { KeyPair } from '#exchange/national-crypto'
import { inspectPackage } from '#exchange/package'
import { openReceipt } from '#exchange/receipt'
import { db } from '#storage/database'
import { keysOf } from '../actions/exchange-forge.ts'
import {
  countyDuty,
  Machine,
  noDecisions,
  pairOfMachines,
  school,
  submittedGoal,
} from '../actions/exchange-world.ts'
import { type Armoury, mutantOf, setGoal, zipBomb } from './package-mutants.ts'

/** A bureau with one unit it trusts and one more, a package that it took and one that lies before it, and an attacker. */
export type Siege = { bureau: Machine; unit: Machine; bookId: string; keys: KeyPair; armoury: Armoury }

export async function siegeOf(): Promise<Siege> {
  const { bureau, unit, bookId } = await pairOfMachines()
  const other = await Machine.make({ ...school, name: '南江县教育局', unitCode: '205001' })
  await bureau.trusts(other)
  await bureau.gives(unit, 'parameters', bookId)
  const goalId = await unit.on(() => submittedGoal(bookId))
  const send = (closing: { passphrase: string } | null = null) =>
    unit.send({ purpose: 'report', bookId, receiver: bureau.party, closing })
  const taken = await send()
  await bureau.take(taken.bytes)
  const goal = await unit.on(async () => {
    const known = await db.goals.get(goalId)
    if (!known) throw new Error('the goal is there')
    const changed = { ...known, overview: '改写过的概况', revision: known.revision + 1 }
    await db.goals.put(changed)
    return changed
  })
  const { bytes: genuine } = await send()
  setGoal(genuine, goal)
  const elsewhere = await unit.send({
    purpose: 'report',
    bookId,
    receiver: { ...bureau.party, id: 'elsewhere' },
  })
  const locked = await send({ passphrase: 'x' })
  const withFiles = await packageWithFiles(unit, bookId, send)
  const others = [elsewhere.bytes, locked.bytes, await bureau.receipt(taken.record.id), await unit.card()]
  const armoury: Armoury = {
    ...{ genuine, taken: taken.bytes, others, ownKeys: await keysOf(unit) },
    otherUnit: { keys: await keysOf(other), id: other.station.id },
    ...{ withFiles, bomb: zipBomb },
  }
  return { bureau, unit, bookId, keys: await keysOf(bureau), armoury }
}

/** One more package of the unit, in which two published items show their proof; the bureau has neither file. */
async function packageWithFiles(
  unit: Machine,
  bookId: string,
  send: () => Promise<{ bytes: Uint8Array }>,
): Promise<Armoury['withFiles']> {
  const disclosures = await unit.on(async () => {
    const made = await Promise.all(
      ['公示栏照片', '门户网站截图'].map(async (name, index): Promise<Disclosure> => {
        const { hash, size } = await desktop.keepAttachment(strToU8(name.repeat(40)))
        const proof = {
          hash,
          size,
          name: `${name}.jpg`,
          addedAt: '2026-08-01T01:00:00.000Z',
          addedBy: '王某',
        }
        return {
          ...{
            id: `d${index}`,
            bookId,
            objectId: `d${index}`,
            item: 'goal',
            goalId: '',
            unitId: 'unit-school',
          },
          ...{ name, state: 'published', publishedOn: '2026-03-01', place: '门户网站', address: 'http://a' },
          ...{ proofs: [proof], reason: '', approvedBy: '', approvedOn: '', shown: [], checks: [] },
          ...{ revision: 1, changedAt: '2026-08-01T01:00:00.000Z', changedBy: '王某' },
        }
      }),
    )
    await db.disclosures.bulkPut(made)
    return made
  })
  const { bytes } = await send()
  return { bytes, disclosures }
}

/** Everything that is kept, as one digest. */
export async function digestOfStore(): Promise<string> {
  const tables = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.toArray()] as const),
  )
  return digestsOf(strToU8(JSON.stringify(tables))).sha256
}

const ledgers: ReadonlySet<string> = new Set(['packages', 'packageChanges', 'audit', 'auditHeads'])

/** The same without times and new ids: all records, and how many lines the ledgers have. */
export async function outlineOfStore(): Promise<string> {
  const tables = await Promise.all(
    db.tables.map(async (table) => [
      ...[table.name, ledgers.has(table.name) ? await table.count() : await table.toArray()],
    ]),
  )
  return digestsOf(strToU8(JSON.stringify(tables))).sha256
}

/** What a mutant did: the code it was refused with; anything else is a failure of ours. */
export async function attack(
  number: number,
  { armoury, keys }: Siege,
): Promise<{ kind: string; fate: string }> {
  const { kind, bytes } = mutantOf(number, armoury)
  // Each door of packages in turn, and that of records always.
  if (number % 3 === 0) await refusal(async () => inspectPackage(bytes))
  if (number % 3 === 1) await refusal(() => openCard(bytes))
  if (number % 3 === 2) await refusal(() => openReceipt(bytes))
  const fate = await refusal(async () => {
    const rehearsal = await rehearsePackage({ name: 'x.jhx', bytes }, keys)
    const record = await applyPackage(rehearsal, noDecisions, countyDuty)
    return `TAKEN: ${record.state}`
  })
  return { kind, fate }
}

async function refusal(work: () => Promise<unknown>): Promise<string> {
  try {
    const answer = await work()
    return typeof answer === 'string' ? answer : 'looked-at'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}
