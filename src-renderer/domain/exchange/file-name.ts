import type { Day } from '../dates.ts'
import { type PackageRecord, purposes } from './package.ts'
import type { Party } from './station.ts'
import { wayOf } from './way.ts'

type Named = Pick<PackageRecord, 'purpose' | 'year' | 'sequence'> & { sender: Party; receiver: Party }

/**
 * What the file of a package is called. Of the two it names the one below, on the way up as on the way down: what sixty units
 * hand in to one bureau must not bear one name, in a list or in a shared folder.
 */
export function packageFileName({ purpose, year, sequence, sender, receiver }: Named, day: Day): string {
  const below = wayOf(sender, receiver)?.endsWith('-up') ? sender : receiver
  const number = String(sequence).padStart(3, '0')
  return `${purposes[purpose]}_${year}_${below.name}_${number}_${day.replaceAll('-', '')}.jhx`
}
