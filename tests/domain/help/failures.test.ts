import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { failures } from '#domain/help/failures'
import { chapters, searchManual } from '#domain/help/manual'

/** What holds each sentence of the manual: the tests that rehearse the failure, by file and words of their title. */
const rehearsed: Record<string, readonly (readonly [file: string, title: string])[]> = {
  kill: [
    ['journeys/kills.spec.ts', 'kills while editing lose nothing that was shown as saved'],
    ['journeys/kills.spec.ts', 'kills while importing leave whole imports or none'],
    ['main/files.test.ts', 'leaves a whole file when killed in the middle, every time'],
  ],
  'full-disk': [
    ['ui/save-packages.test.ts', 'a stick that is full after the second tells what is on it'],
    ['storage/write.test.ts', 'reports a full disk by its code'],
    ['ui/goal-saver.test.ts', 'tries again after a full disk without losing what was typed'],
    ['main/files.test.ts', 'says %s and keeps the old file'],
    ['main/exchange-folders.test.ts', 'says %s, and the old one stays'],
  ],
  'read-only-stick': [
    ['journeys/exchange.spec.ts', 'The disk of the exports is locked at first'],
    ['main/exchange-folders.test.ts', 'that may not be written to serve as inbox alone'],
    ['main/files.test.ts', 'says %s and keeps the old file'],
  ],
  clock: [
    ['storage/clock.test.ts', 'is noticed by what was last done, and no more once somebody said it is right'],
    ['storage/clock.test.ts', 'breaks neither the order of the trail nor its chain'],
    [
      'storage/write.test.ts',
      'gives ids that rise across stamps, within a millisecond and when the clock is set back',
    ],
    [
      'journeys/start.spec.ts',
      'a clock that was put back and a database of a newer version are said plainly',
    ],
  ],
  'two-instances': [
    ['journeys/start-twice.spec.ts', 'a second start leads to the running one'],
    ['journeys/start-twice.spec.ts', 'a port taken by another program is named'],
    ['storage/write.test.ts', 'refuses the second of two windows that edit the same goal'],
  ],
  'damaged-database': [
    ['journeys/kills.spec.ts', 'files of the database that were damaged on the disk lead to the last backup'],
    ['storage/audit-chain.test.ts', 'endsCheck'],
    ['backup/records-check.test.ts', 'names the goal that has %s, its place and its book'],
    ['journeys/backup.spec.ts', 'finds a lost store again'],
  ],
  downgrade: [
    ['storage/database.test.ts', 'refuses a database of a newer version and leaves it untouched'],
    [
      'journeys/start.spec.ts',
      'a clock that was put back and a database of a newer version are said plainly',
    ],
    ['backup/files.test.ts', 'one of a newer program'],
  ],
  'newer-package': [
    ['attacks/packages.test.ts', 'a newer format, whoever signed it'],
    ['journeys/exchange-folders.spec.ts', 'What a newer program wrote is no damaged file'],
  ],
  'lost-key': [
    ['actions/station-key.test.ts', '%s says so, and another takes its place without a hand-over'],
    ['journeys/exchange.spec.ts', 'replaceLostKey'],
  ],
  'forgotten-password': [
    ['actions/recovery.test.ts', 'opens an account whose password nobody knows'],
    ['actions/recovery.test.ts', 'serves once'],
    ['actions/accounts.test.ts', 'locks after five, also for the right password, until it is reset'],
    ['journeys/people.spec.ts', 'the only administrator forgot the password'],
  ],
}

describe('出了问题怎么办', () => {
  it.each(failures)(
    '$name: says what is shown and the way on, and a test rehearses it',
    ({ id, shown, way }) => {
      expect(shown.endsWith('。')).toBe(true)
      expect(way.endsWith('。')).toBe(true)
      const held = rehearsed[id] ?? []
      expect(held.length).toBeGreaterThan(0)
      for (const [file, title] of held)
        expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'), file).toContain(title)
    },
  )
  it('has no rehearsal of what the manual does not name', () => {
    expect(Object.keys(rehearsed).sort()).toEqual(failures.map(({ id }) => id).sort())
  })
  it('is a chapter of the manual, and found by what people look for', () => {
    expect(chapters.map(({ id }) => id)).toContain('failures')
    for (const word of ['忘记密码', '断电', '损坏', '恢复码', '写保护'])
      expect(
        searchManual(word).some(({ kind }) => kind === 'chapter'),
        word,
      ).toBe(true)
  })
})
