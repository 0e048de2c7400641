import { byId, gather } from '../grouped.ts'
/** What was not there: a side without the field, or no common version at all. */
export const absent = Symbol('absent')
type Side = unknown

/** A field that both sides changed, each in its own way; `absent` where a side has it no longer. */
export type Conflict = { path: string; base: Side; ours: Side; theirs: Side }

export type Choice = 'ours' | 'theirs'
export type Choose = (path: string) => Choice

/** Fields that only keep the books of a record: the later one stands, and nobody is asked. */
const quiet: ReadonlySet<string> = new Set(['revision', 'changedAt', 'changedBy', 'heldSince'])
/** Worked out from the rest of the record by whoever writes it: never a change of its own. */
export const derivedFields: ReadonlySet<string> = new Set(['health', 'initials', 'sentenceMarks', 'matchKey'])

/**
 * Three-way merge of one record by field: what one side alone changed since the common version is taken, what both changed
 * alike too; what both changed differently is a conflict, decided by `choose` (ours until somebody decides). Objects are
 * merged by field, lists of things with an id by thing (what one side alone took out goes, what the other changed meanwhile
 * is a conflict), trails by adding both ends in the order of time, without what either took back; every other list is one
 * value. `base` is `absent` where the sides never met: then nothing is ever taken away. Order of sides matters for conflicts
 * alone.
 */
export function merge(
  sides: { base: Side; ours: Side; theirs: Side },
  choose: Choose = () => 'ours',
): { value: Side; conflicts: Conflict[] } {
  const conflicts: Conflict[] = []
  const value = mergeAt('', sides.base, sides.ours, sides.theirs, (conflict) => {
    conflicts.push(conflict)
    return choose(conflict.path) === 'ours' ? conflict.ours : conflict.theirs
  })
  return { value, conflicts }
}

type Decide = (conflict: Conflict) => Side

function mergeAt(path: string, base: Side, ours: Side, theirs: Side, decide: Decide): Side {
  if (isSame(ours, theirs)) return ours
  if (base !== absent && isSame(base, ours)) return theirs
  if (base !== absent && isSame(base, theirs)) return ours
  // What only one side has and nobody had before is new there: nothing is taken away.
  if (base === absent && ours === absent) return theirs
  if (base === absent && theirs === absent) return ours
  if (isFields(ours) && isFields(theirs)) return mergeFields(path, base, ours, theirs, decide)
  if (isThings(ours) && isThings(theirs)) return mergeThings(path, base, ours, theirs, decide)
  if (isTrail(ours) && isTrail(theirs)) return mergeTrails(isTrail(base) ? base : [], ours, theirs)
  return decide({ path, base, ours, theirs })
}

export type Fields = Readonly<Record<string, unknown>>

function mergeFields(path: string, base: Side, ours: Fields, theirs: Fields, decide: Decide): Fields {
  const before = isFields(base) ? base : {}
  const merged: [string, unknown][] = []
  const isTheirsLater = changedLater(ours, theirs)
  for (const name of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const [mine, other] = [fieldOf(ours, name), fieldOf(theirs, name)]
    // Whoever changed it last is named beside the time of that change.
    const isByLast = name === 'changedBy' && isTheirsLater !== null && mine !== absent && other !== absent
    const value = quiet.has(name)
      ? isByLast
        ? isTheirsLater
          ? other
          : mine
        : later(mine, other)
      : mergeAt(under(path, name), isFields(base) ? fieldOf(before, name) : absent, mine, other, decide)
    if (value !== absent) merged.push([name, value])
  }
  return Object.fromEntries(merged)
}

/** Whether theirs was changed after ours; null where the times do not tell. */
function changedLater(ours: Fields, theirs: Fields): boolean | null {
  const [mine, other] = [fieldOf(ours, 'changedAt'), fieldOf(theirs, 'changedAt')]
  if (typeof mine !== 'string' || typeof other !== 'string' || mine === other) return null
  return other > mine
}

function later(ours: Side, theirs: Side): Side {
  if (ours === absent || theirs === absent) return ours === absent ? theirs : ours
  const isNumber = typeof ours === 'number' && typeof theirs === 'number'
  const isTheirs = isNumber ? theirs > ours : String(theirs) > String(ours)
  return isTheirs ? theirs : ours
}

export type Thing = Fields & { id: string }

function mergeThings(
  path: string,
  base: Side,
  ours: readonly Thing[],
  theirs: readonly Thing[],
  decide: Decide,
) {
  const before: ReadonlyMap<string, Thing> = new Map(
    isThings(base) ? base.map((thing) => [thing.id, thing]) : [],
  )
  const [mine, other] = [byId(ours), byId(theirs)]
  const merged = new Map<string, unknown>()
  for (const id of orderOf([...before.keys()], [...mine.keys()], [...other.keys()])) {
    const value = mergeThing(
      under(path, id),
      before.get(id) ?? absent,
      mine.get(id) ?? absent,
      other.get(id) ?? absent,
      decide,
    )
    if (value !== absent) merged.set(id, value)
  }
  return [...merged.values()]
}

function mergeThing(path: string, base: Side, ours: Side, theirs: Side, decide: Decide): Side {
  if (ours !== absent && theirs !== absent) return mergeAt(path, base, ours, theirs, decide)
  // Only one side has it: new there, or taken out here.
  if (base === absent) return mergeAt(path, base, ours, theirs, decide)
  const left = ours === absent ? theirs : ours
  if (left === absent || isSame(base, left)) return absent
  return decide({ path, base, ours, theirs })
}

/**
 * What both have stands in the order of the side that moved things about (where both did, of the one whose order comes first
 * as a text: any answer will do that is the same on both machines). What one side alone has follows what it follows there,
 * the older thing first.
 */
function orderOf(base: readonly string[], ours: readonly string[], theirs: readonly string[]): string[] {
  const [mine, other] = [new Set(ours), new Set(theirs)]
  const shared = (ids: readonly string[]) => ids.filter((id) => mine.has(id) && other.has(id))
  const frame = frameOf(shared(base), shared(ours), shared(theirs))
  const [left, right] = [followers(ours, other), followers(theirs, mine)]
  return ['', ...frame].flatMap((id) => {
    const [one, two] = [left.get(id) ?? [], right.get(id) ?? []]
    const added = (one[0] ?? '') < (two[0] ?? '') ? [...one, ...two] : [...two, ...one]
    return id === '' ? added : [id, ...added]
  })
}

function frameOf(base: readonly string[], ours: readonly string[], theirs: readonly string[]) {
  const before = new Set(base)
  const known = (ids: readonly string[]) => ids.filter((id) => before.has(id))
  const [isOurs, isTheirs] = [isSame(base, known(ours)), isSame(base, known(theirs))]
  if (isOurs !== isTheirs) return isOurs ? theirs : ours
  return JSON.stringify(ours) < JSON.stringify(theirs) ? ours : theirs
}

/** What a side alone has, by what stands before it; '' for what stands first. */
function followers(ids: readonly string[], other: ReadonlySet<string>): Map<string, string[]> {
  const found = new Map<string, string[]>()
  let last = ''
  for (const id of ids) {
    if (other.has(id)) last = id
    else gather(found, last, id)
  }
  return found
}

type Step = Fields & { at: string }

/**
 * 经办过程: both ends are kept, once each, in the order of time; a step that one side took back since both had it goes, as
 * with things: else what came in would change once more when it comes again.
 */
function mergeTrails(base: readonly Step[], ours: readonly Step[], theirs: readonly Step[]): Step[] {
  const keyed = (steps: readonly Step[]) => new Map(steps.map((step) => [`${step.at} ${textOf(step)}`, step]))
  const [before, mine, other] = [keyed(base), keyed(ours), keyed(theirs)]
  const isKept = ([key]: [string, Step]) => !before.has(key) || (mine.has(key) && other.has(key))
  // Steps of the same moment stand alike on both machines.
  return [...new Map([...mine, ...other])]
    .filter(isKept)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, step]) => step)
}

/** The same text for what says the same, whatever the order of its fields. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`
  if (!isFields(value)) return JSON.stringify(value) ?? ''
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${textOf(value[name])}`).join(',')}}`
}

/** Whether two values say the same, whatever the order of their fields; a field that is not there is no value. */
export function isSame(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => isSame(item, right[index]))
  if (!isFields(left) || !isFields(right)) return false
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...names].every((name) => isSame(own(left, name), own(right, name)))
}

function fieldOf(fields: Fields, name: string): Side {
  const value = own(fields, name)
  return value === undefined ? absent : value
}

/** Never what every object inherits: a package may have a field of that name. */
function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}

function under(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

/** An object of fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A list of things that are told apart by their ids. */
export function isThings(value: unknown): value is readonly Thing[] {
  if (!Array.isArray(value) || !value.every((item) => isFields(item) && typeof item.id === 'string'))
    return false
  return new Set(value.map(({ id }) => id)).size === value.length
}

function isTrail(value: unknown): value is readonly Step[] {
  return Array.isArray(value) && value.every((item) => isFields(item) && typeof item.at === 'string')
}
