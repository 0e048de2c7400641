import { bureauName, regions, type Unit } from '../year-book.ts'
import { contentsOf, type ExchangeTable, type Way } from './contents.ts'
import { type PackageRecord, type RecordPurpose, recordPurposes } from './package.ts'
import { hasSamePlace, type Party, type Peer, type Station } from './station.ts'
import { wayOf } from './way.ts'

/**
 * What may be sent on a way, in the order of the season. 整套账 goes up alone: on the way down it would show a unit what the
 * bureau keeps to itself.
 */
export function purposesOn(way: Way): RecordPurpose[] {
  return recordPurposes.filter(
    (purpose) => contentsOf(purpose, way) !== null && (purpose !== 'handover' || way === 'bureau-up'),
  )
}

/** What stands in a book before any work of its year: a round is only asked for. */
const frame: readonly ExchangeTable[] = [
  ...([
    'books',
    'sections',
    'units',
    'calendars',
    'indicators',
    'indicatorSystems',
    'schemes',
    'rounds',
  ] as const),
]

/** Whether a package that is to bring work of the year brings none: its sender may have forgotten to hand it in. */
export function bringsNoWork({ purpose, counts }: Pick<PackageRecord, 'purpose' | 'counts'>): boolean {
  if (purpose === 'parameters') return false
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return all === frame.reduce((sum, table) => sum + (counts[table] ?? 0), 0)
}

export type Receiver = {
  key: string
  party: Party
  /** As the book calls it, by its code; a card has the everyday name that the office gave itself. */
  name: string
  /** Its key, where its card was accepted and not revoked since; '' otherwise. */
  publicKey: string
  purposes: readonly RecordPurpose[]
}

/**
 * Everybody that this station may send something to: trusted peers first, then units of the book and counties of the city
 * that have sent no card yet.
 */
export function receiversOf(station: Station, peers: readonly Peer[], units: readonly Unit[]): Receiver[] {
  const known = peers.filter(({ state }) => state === 'trusted')
  const others = [...unitParties(station, units), ...bureauParties(station)]
  const inBook = (party: Party) => others.find((each) => hasSamePlace(each, party))
  const without = others.filter((party) => !known.some((peer) => hasSamePlace(peer, party)))
  return [
    ...known.map((peer) => receiver(peer, peer.publicKey)),
    ...without.map((party) => receiver(party, '')),
  ]
    .map(({ party, publicKey }) => {
      const way = wayOf(station, party)
      const { id, level, regionCode, unitCode, name } = party
      return {
        key: id || `${level} ${regionCode} ${unitCode}`,
        party: { id, name, level, regionCode, unitCode },
        name: inBook(party)?.name ?? name,
        publicKey,
        purposes: way ? purposesOn(way) : [],
      }
    })
    .filter(({ purposes }) => purposes.length > 0)
}

function receiver(party: Party, publicKey: string) {
  return { party, publicKey }
}

function unitParties({ level, regionCode }: Station, units: readonly Unit[]): Party[] {
  if (level !== 'county' && level !== 'city') return []
  return units.map(({ name, code }) => ({ id: '', name, level: 'unit', regionCode, unitCode: code }))
}

function bureauParties({ level, regionCode }: Station): Party[] {
  if (level !== 'city') return []
  return regions
    .filter(({ code }) => code !== regionCode)
    .map(({ code, name }) => ({
      ...{ id: '', name: bureauName(name), level: 'county' as const, regionCode: code, unitCode: '' },
    }))
}
