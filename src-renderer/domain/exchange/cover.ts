import type { PackageRecord } from './package.ts'
import type { Party } from './station.ts'

type CoverFacts = Pick<PackageRecord, 'id' | 'sm3' | 'totals'>

/**
 * What the square code of a 封面 says, so that paper and file can be matched: id, SM3 of the file, and its control totals in
 * 分, in the order of their names. Digits and letters alone: a hand scanner types nothing else.
 */
export function coverText({ id, sm3, totals }: CoverFacts): string {
  const sums = Object.keys(totals)
    .toSorted()
    .map((name) => totals[name])
  return ['JHX', id, sm3, sums.join(',')].join('|')
}

/** What a scanned 封面 says of a file. `unread`: that was no cover's code. */
export type CoverMatch = 'same' | 'other-package' | 'altered' | 'unread'

/** Whether the cover that was scanned belongs to the file that lies here, and to these very bytes of it. */
export function coverMatch(scanned: string, facts: CoverFacts): CoverMatch {
  const [mark, id, sm3, sums] = scanned.trim().split('|')
  if (mark !== 'JHX' || isNoDigest(sm3) || sums === undefined) return 'unread'
  if (id !== facts.id) return 'other-package'
  return scanned.trim() === coverText(facts) ? 'same' : 'altered'
}

function isNoDigest(sm3: string | undefined): boolean {
  return !/^[0-9a-f]{64}$/.test(sm3 ?? '')
}

/** A digest in groups of eight, for reading aloud and for paper. */
export function inGroups(digest: string): string[] {
  return digest.match(/.{1,8}/g) ?? []
}

/** What the square code of a 单位名片 says: whose it is, and the fingerprint that is compared. */
export function cardText({ id }: Pick<Party, 'id'>, fingerprint: string): string {
  return ['JHXCARD', id, fingerprint.replaceAll(' ', '')].join('|')
}

/**
 * Whether a fingerprint was given that is this one: typed with or without spaces, in full-width digits, or scanned from the
 * paper card of the same station.
 */
export function isSameFingerprint(given: string, fingerprint: string, stationId: string): boolean {
  const [mark, id, digits] = given.trim().split('|')
  const scanned = mark === 'JHXCARD' && id === stationId ? (digits ?? '') : given
  return scanned.normalize('NFKC').replace(/\s/g, '') === fingerprint.replaceAll(' ', '')
}
