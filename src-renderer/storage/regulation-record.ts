import type { Regulation, RegulationContent } from '#domain/regulations'
import { initialsOf } from './initials.ts'
import type { Stamp } from './stamp.ts'

/** A document as it is kept: a new one at revision 1. */
export function keptRegulation(
  stamp: Stamp,
  id: string,
  content: RegulationContent,
  seenRevision = 0,
): Regulation {
  return {
    ...content,
    id,
    initials: initialsOf(content.name),
    revision: seenRevision + 1,
    changedAt: stamp.at,
    changedBy: stamp.by,
  }
}
