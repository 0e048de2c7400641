import { type Carried, type Content, type ExchangeTable, stateOf, type Way, wordIn } from './contents.ts'

/** States that a unit itself may put a record into; everything else is the bureau's word. */
const unitStates: Readonly<Partial<Record<ExchangeTable, readonly string[]>>> = {
  goals: ['draft', 'returned', 'submitted'],
  adjustments: ['draft', 'returned', 'submitted'],
  monitorings: ['draft', 'returned', 'submitted'],
  selfEvaluations: ['draft', 'returned', 'submitted'],
  disposals: ['issued', 'returned', 'answered'],
  spotChecks: ['asked', 'recorded'],
  appraisals: ['open', 'returned', 'submitted'],
  disclosures: ['due', 'published', 'proposed', 'rectify'],
  // Of an application the state of its 整改: the rest is no word of the unit.
  applications: ['', 'none', 'ordered', 'reported'],
}

/** The state that a sender says: of an application that of its 整改. */
export function saidState(table: ExchangeTable, record: Carried): string {
  if (table !== 'applications') return stateOf(record)
  const { rectification } = record
  return typeof rectification === 'object' && rectification !== null && 'state' in rectification
    ? String(rectification.state)
    : ''
}

/** Whether the sender may say that a record is in its state: a unit approves nothing. `known` are the states it had. */
export function maySay(way: Way, table: ExchangeTable, state: string, known: readonly string[]): boolean {
  if (way !== 'unit-up') return true
  const allowed = unitStates[table]
  return allowed === undefined || allowed.includes(state) || known.includes(state)
}

/**
 * Whether the receiver has taken a record into a stage of its own: what is being checked or was decided here is not changed
 * beneath the checker, neither by who has not heard of that stage nor by who has, but for what the table of contents lets him
 * say there. States as `stateOf` says them; what came back by a decision counts as heard of.
 */
export function hasPassed(way: Way, content: Content, ours: string, theirs: string): boolean {
  const own = unitStates[content.table] ?? []
  if (!isOwnStage(way, content.table, ours)) return false
  return own.includes(theirs) || wordIn(content, ours) === undefined
}

/** Whether the sender may take a record out here: not one in which it has a limited word, nor one in a stage of ours. */
export function mayDelete(way: Way, { table, writes }: Content, ours: string): boolean {
  return writes === undefined && !isOwnStage(way, table, ours)
}

function isOwnStage(way: Way, table: ExchangeTable, ours: string): boolean {
  // Of a bureau below the one above checks its 考核 alone.
  const isChecked = way === 'unit-up' || (way === 'bureau-up' && table === 'appraisals')
  const own = unitStates[table]
  return isChecked && own !== undefined && !own.includes(ours)
}
