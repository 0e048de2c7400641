import type { Moment } from '../dates.ts'
import type { YearBook } from '../year-book.ts'
import type { Way } from './contents.ts'
import type { Station } from './station.ts'

/**
 * A book that came in a package as it stands here: at a unit it is the unit's own, with the bureau's rules; at the bureau
 * above it is a collected one. What is only of this machine stays. The year before has the same id at the unit, where it came
 * from the bureau as well.
 */
export function bookHere(
  way: Way,
  theirs: YearBook,
  ours: YearBook | null,
  station: Pick<Station, 'name'>,
  from: { stationId: string; name: string; packageId: string; at: Moment },
): YearBook {
  // Who closed a year closed it for the own house.
  const { kit: _kit, collected: _collected, closed: _closed, ...plain } = theirs
  if (way === 'bureau-up') return { ...plain, demo: false, collected: from }
  const { office, section } = { office: station.name, section: '财务' }
  const identity = ours?.identity ?? { ...plain.identity, level: 'unit' as const, office, section }
  const { ownRules, rulesId } = plain
  if (way === 'to-bureau') return ours ? { ...ours, rulesId, ...(ownRules ? { ownRules } : {}) } : plain
  return {
    ...plain,
    ...{
      demo: false,
      previousId: ours?.previousId || plain.previousId,
      identity,
      createdAt: ours?.createdAt ?? from.at,
    },
    ...(ours?.closed ? { closed: ours.closed } : {}),
  }
}
