import { inStates, outStates, type PackageRecord, purposes } from '#domain/exchange/package'
import { stablySortedBy } from '#ui/sorted'

export const filterKeys = ['direction', 'purpose', 'state', 'peer', 'search'] as const
export type LedgerFilter = Record<(typeof filterKeys)[number], string>

export const directions = { out: '发出', in: '收到' } as const
/** Both ends' states in one list, each once. */
export const allStates: Readonly<Record<string, string>> = { ...outStates, ...inStates, partly: '部分接收' }

export function readFilter(address: URLSearchParams): LedgerFilter {
  const read = (key: string) => address.get(key) ?? ''
  return {
    ...{ direction: read('direction'), purpose: read('purpose'), state: read('state') },
    ...{ peer: read('peer'), search: read('search') },
  }
}

/** Packages that the filter leaves; `year` 0 is any. */
export function filterPackages(packages: readonly PackageRecord[], filter: LedgerFilter): PackageRecord[] {
  const wanted = filter.search.normalize('NFKC').toLowerCase().trim()
  return packages.filter(
    (record) =>
      (filter.direction === '' || record.direction === filter.direction) &&
      (filter.purpose === '' || record.purpose === filter.purpose) &&
      (filter.state === '' || record.state === filter.state) &&
      (filter.peer === '' || record.peer.name === filter.peer) &&
      (wanted === '' || textsOf(record).some((text) => text.toLowerCase().includes(wanted))),
  )
}

/** What one looks for a package by: also by the digest on its cover. */
function textsOf({ fileName, peer, by, medium, sm3, sha256, id, purpose }: PackageRecord): string[] {
  return [fileName, peer.name, by, medium, sm3, sha256, id, purposes[purpose]]
}

export function sortPackages(
  packages: readonly PackageRecord[],
  column: string,
  descending: boolean,
): PackageRecord[] {
  const read = readers[column]
  if (!read) return [...packages]
  const ordered = stablySortedBy(packages, read)
  return descending ? ordered.toReversed() : ordered
}

const readers: Readonly<Record<string, (record: PackageRecord) => string>> = {
  at: ({ at }) => at,
  peer: ({ peer }) => peer.name,
  purpose: ({ purpose }) => purposes[purpose],
  sequence: ({ sequence }) => String(sequence),
  size: ({ size }) => String(size),
  state: ({ state }) => allStates[state] ?? state,
  by: ({ by }) => by,
  medium: ({ medium }) => medium,
}
