import { describe, expect, it } from 'vitest'
import type { PackageRecord, Receipt } from '#domain/exchange/package'
import type { Peer, Station } from '#domain/exchange/station'
import { type FileHead, type KnownHere, type Look, standingOf } from '#domain/exchange/waiting'

const party = {
  id: 'unit',
  name: '南江县第一小学',
  level: 'unit' as const,
  regionCode: '511922',
  unitCode: '205003',
}
const station = { id: 'county', publicKey: 'own', formerKeys: ['older'] } as unknown as Station
const peer = { ...party, publicKey: 'theirs', formerKeys: [] as readonly string[], state: 'trusted' } as Peer
const head: FileHead = {
  ...{ id: 'p1', purpose: 'report', sender: party, receiverId: 'county', publicKey: 'theirs', sequence: 1 },
  receipt: null,
}
const sent = (changes: Partial<PackageRecord>) =>
  ({ id: 's1', direction: 'out', sha256: 'other', receipt: null, ...changes }) as PackageRecord
const known = (changes: Partial<KnownHere> = {}): KnownHere => ({
  packages: [],
  peers: [],
  station,
  ...changes,
})

describe('a file in an inbox', () => {
  it.each<[string, string, string, Look, KnownHere]>([
    ['reading', 'its digest is not reckoned', '', head, known()],
    ['reading', 'it was not opened yet', 'a', null, known()],
    ['new', 'it is a report to this station', 'a', head, known()],
    ['new', 'it is for nobody in particular', 'a', { ...head, receiverId: '' }, known()],
    [
      'new',
      'this machine has no card yet and it is for nobody',
      'a',
      { ...head, receiverId: '' },
      known({ station: null }),
    ],
    ['new', 'it is too large to be opened', 'a', 'large', known()],
    ['damaged', 'it does not open', 'a', 'damaged', known()],
    ['newer', 'a newer program wrote it', 'a', 'newer', known()],
    [
      'known',
      'it stands in the ledger',
      'a',
      head,
      known({ packages: [sent({ direction: 'in', sha256: 'a' })] }),
    ],
    ['own', 'it stands in the ledger as ours', 'a', 'large', known({ packages: [sent({ sha256: 'a' })] })],
    [
      'own',
      'our key signed it',
      'a',
      { ...head, publicKey: 'own', sender: { ...party, id: 'county' } },
      known(),
    ],
    [
      'own',
      'our old key signed it',
      'a',
      { ...head, publicKey: 'older', sender: { ...party, id: 'county' } },
      known(),
    ],
    [
      'new',
      'our name with another key is somebody else',
      'a',
      { ...head, sender: { ...party, id: 'county' } },
      known(),
    ],
    ['other', 'it is for another station', 'a', { ...head, receiverId: 'city' }, known()],
    ['other', 'it is for a station and this machine is none', 'a', head, known({ station: null })],
    ['elsewhere', 'it is an expert’s kit', 'a', { ...head, purpose: 'expert-kit', receiverId: '' }, known()],
    ['new', 'it is a card of somebody new', 'a', { ...head, purpose: 'station', receiverId: '' }, known()],
    [
      'known',
      'it is a card that was taken',
      'a',
      { ...head, purpose: 'station', receiverId: '' },
      known({ peers: [peer] }),
    ],
    [
      'new',
      'it is a card with another key',
      'a',
      { ...head, purpose: 'station', receiverId: '', publicKey: 'newer' },
      known({ peers: [peer] }),
    ],
  ])('is %s where %s', (standing, _why, sha256, look, here) => {
    expect(standingOf(sha256, look, here)).toBe(standing)
  })

  it('a receipt waits while it is newer than the one that is known of our package', () => {
    const at = '2026-08-04T02:00:00.000Z'
    const receipt: FileHead = { ...head, purpose: 'receipt', receipt: { packageId: 's1', at } }
    const with_ = (before: string | null) =>
      known({ packages: [sent({ receipt: before === null ? null : ({ at: before } as Receipt) })] })
    expect(standingOf('a', receipt, with_(null))).toBe('new')
    expect(standingOf('a', receipt, with_('2026-08-04T01:59:59.999Z'))).toBe('new')
    expect(standingOf('a', receipt, with_(at))).toBe('known')
    expect(standingOf('a', receipt, with_('2026-08-04T02:00:00.001Z'))).toBe('known')
    expect(standingOf('a', receipt, known())).toBe('other')
    expect(standingOf('a', receipt, known({ packages: [sent({ direction: 'in' })] }))).toBe('other')
  })
})
