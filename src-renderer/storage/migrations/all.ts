import { first } from './0001-first.ts'
import { regulations } from './0002-regulations.ts'
import { peopleAndReview } from './0003-people-and-review.ts'
import { monitoring } from './0004-monitoring.ts'
import { disposal } from './0005-disposal.ts'
import { snapshots } from './0006-snapshots.ts'
import { evaluation } from './0007-evaluation.ts'
import { exchange } from './0008-exchange.ts'
import { circle } from './0009-circle.ts'
import type { Migration } from './migration.ts'

export const migrations: readonly Migration[] = [
  first,
  regulations,
  peopleAndReview,
  monitoring,
  disposal,
  snapshots,
  evaluation,
  exchange,
  circle,
]
