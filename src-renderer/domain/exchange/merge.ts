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
 * is a conflict), trails by adding both ends in the order of time; every other list is one value. `base` is `absent` where
 * the sides never met: then nothing is ever taken away. Order of sides matters for conflicts alone.
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
  if (isFields(ours) && isFields(theirs)) return mergeFields(path, base, ours, theirs, decide)
  if (isThings(ours) && isThings(theirs)) return mergeThings(path, base, ours, theirs, decide)
  if (isTrail(ours) && isTrail(theirs)) return mergeTrails(ours, theirs)
  return decide({ path, base, ours, theirs })
}

export type Fields = Readonly<Record<string, unknown>>

function mergeFields(path: string, base: Side, ours: Fields, theirs: Fields, decide: Decide): Fields {
  const before = isFields(base) ? base : {}
  const merged: [string, unknown][] = []
  for (const name of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const [mine, other] = [fieldOf(ours, name), fieldOf(theirs, name)]
    const value = quiet.has(name)
      ? later(mine, other)
      : mergeAt(under(path, name), isFields(base) ? fieldOf(before, name) : absent, mine, other, decide)
    if (value !== absent) merged.push([name, value])
  }
  return Object.fromEntries(merged)
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
  const before = new Map(isThings(base) ? base.map((thing) => [thing.id, thing]) : [])
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
  if (base === absent) return ours === absent ? theirs : ours
  const left = ours === absent ? theirs : ours
  if (left === absent || isSame(base, left)) return absent
  return decide({ path, base, ours, theirs })
}

/** Theirs where only they moved things about, else ours; what the order does not name comes at its end. */
function orderOf(base: readonly string[], ours: readonly string[], theirs: readonly string[]): Set<string> {
  const shared = (ids: readonly string[]) => ids.filter((id) => ours.includes(id) && theirs.includes(id))
  const isOursAsBefore = isSame(
    shared(ours),
    shared(base).filter((id) => ours.includes(id)),
  )
  return new Set(isOursAsBefore ? [...theirs, ...ours] : [...ours, ...theirs])
}

type Step = Fields & { at: string }

/** 经办过程: both ends are kept, once each, in the order of time. */
function mergeTrails(ours: readonly Step[], theirs: readonly Step[]): Step[] {
  const seen = new Map(
    [...ours, ...theirs].map((step) => [JSON.stringify(step, Object.keys(step).sort()), step]),
  )
  return [...seen.values()].sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))
}

/** Whether two values say the same, whatever the order of their fields; a field that is not there is no value. */
export function isSame(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => isSame(item, right[index]))
  if (!isFields(left) || !isFields(right)) return false
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...names].every((name) => isSame(left[name], right[name]))
}

function fieldOf(fields: Fields, name: string): Side {
  return fields[name] === undefined ? absent : fields[name]
}

function under(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

function byId(things: readonly Thing[]): Map<string, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]))
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
