import type { Moment } from '../dates.ts'
import type { YearBook } from '../year-book.ts'
import { type CheckFacts, missingBelow } from './checks.ts'
import type { Way } from './contents.ts'
import type { Counts, PackageRecord, Purpose, Totals } from './package.ts'
import { hasSamePlace, type Party, partyOf, type Station, type Trust } from './station.ts'

/** A package with the book that it is about and the station where it lies. */
type Place = {
  way: Way
  station: Station
  book: YearBook | null
  /** What its manifest says. */
  manifest: {
    sender: Party
    receiver: Party
    purpose: Purpose
    sequence: number
    createdAt: Moment
    year: number
    rulesId: string
    schemaVersion: number
    counts: Counts
    totals: Totals
  }
  ownSchemaVersion: number
}

/** What is known of a package here, from the ledger and from reading it: the facts that `hindrancesOf` judges. */
export function checkFacts(
  { way, station, book, manifest, ownSchemaVersion }: Place,
  known: {
    trust: Trust
    before: PackageRecord | null
    earlier: readonly PackageRecord[]
    /** Those that do not count as well. */
    all: readonly PackageRecord[]
    strange: readonly string[]
    isAllRefused: boolean
    sha256: string
    totals: Omit<CheckFacts['totals'], 'stated'>
    files: CheckFacts['files']
  },
): CheckFacts {
  const isIn = ({ direction }: PackageRecord) => direction === 'in'
  const counted = generationOf(known.earlier.filter(isIn))
  const taken = counted.map(({ sequence }) => sequence)
  const arrived = known.all.filter((each) => isIn(each) && isKnown(each.state))
  const brings = (manifest.counts.books ?? 0) > 0 && way !== 'to-bureau'
  const { before } = known
  return {
    trust: known.trust,
    before: before?.direction === 'in' ? before.state : '',
    isIdTaken: before !== null && isTakenId(before, known.sha256),
    ...{ purpose: manifest.purpose, sequence: manifest.sequence, newest: Math.max(0, ...taken) },
    hasTwin: taken.includes(manifest.sequence),
    isRestored: counted.every(({ createdAt }) => createdAt < manifest.createdAt),
    missing: missingBelow(
      manifest.sequence,
      arrived.map(({ sequence }) => sequence),
    ),
    ...{ receiver: manifest.receiver, here: partyOf(station) },
    isForHere:
      manifest.receiver.id === ''
        ? hasSamePlace(manifest.receiver, station)
        : manifest.receiver.id === station.id,
    hasBook: book !== null || brings,
    isOthersBook: book !== null && isOthersBook(way, book, manifest.sender),
    bookYear: book?.year ?? null,
    strange: known.strange,
    isAllRefused: known.isAllRefused,
    year: manifest.year,
    // A county reports to its city: the city holds all its counties.
    region: {
      theirs: way === 'unit-up' || way === 'to-unit' ? manifest.sender.regionCode : '',
      ours: station.regionCode,
    },
    rules: { theirs: manifest.rulesId, ours: book?.rulesId ?? '' },
    ...{ schemaVersion: manifest.schemaVersion, ownSchemaVersion },
    totals: { stated: manifest.totals, ...known.totals },
    files: known.files,
  }
}

/**
 * Of the packages that were taken, the newest first, those of the sender's present numbering: its numbers only ever rise, so
 * where an earlier one has a number that is not below, the sender has begun anew from a backup since.
 */
function generationOf(taken: readonly PackageRecord[]): PackageRecord[] {
  const end = taken.findIndex(
    ({ sequence }, index) => index > 0 && sequence >= (taken[index - 1]?.sequence ?? 0),
  )
  return taken.slice(0, end < 0 ? taken.length : end)
}

/** Whether a package with this fate has come: one that an administrator has not looked at yet may be anybody's. */
function isKnown(state: PackageRecord['state']): boolean {
  return state !== 'held' && state !== 'allowed'
}

/** Ids are made once: other bytes under the id of a package that is ours, or was taken, are somebody's forgery. */
function isTakenId({ direction, state, sha256: known }: PackageRecord, sha256: string): boolean {
  return direction === 'out' || (known !== sha256 && !['held', 'allowed', 'refused'].includes(state))
}

/** A bureau below writes the book that was collected from it, everybody else none that was collected, and nobody a kit's. */
function isOthersBook(way: Way, { kit, collected, identity }: YearBook, sender: Party): boolean {
  if (way !== 'bureau-up') return collected !== undefined || kit !== undefined
  const isSameRegion = sender.regionCode !== '' && identity.regionCode === sender.regionCode
  return collected === undefined || (collected.stationId !== sender.id && !isSameRegion)
}
