import { byId } from '../grouped.ts'
import { absent, type Conflict, type Fields, isFields, isSame, isThings, type Thing } from './merge.ts'
import { bookkeeping, type Line } from './rehearsal.ts'

/** A field in which ours and theirs differ. */
export type Difference = Conflict & { isConflict: boolean }

/**
 * What differs between our version of a record and the one that came, field by field as the merge goes through them; conflicts
 * among them are marked. For a new or deleted record every field that says anything.
 */
export function differencesOf({ base, ours, theirs, conflicts }: Line): Difference[] {
  const contested = new Set(conflicts.map(({ path }) => path))
  if (contested.has('')) return conflicts.map((conflict) => ({ ...conflict, isConflict: true }))
  return at('', { base: base ?? absent, ours: ours ?? {}, theirs: theirs ?? {} }, contested)
}

type Sides = { base: unknown; ours: unknown; theirs: unknown }

function at(path: string, sides: Sides, contested: ReadonlySet<string>): Difference[] {
  const { base, ours, theirs } = sides
  if (isSame(ours, theirs)) return []
  if (contested.has(path)) return [{ path, ...sides, isConflict: true }]
  if (isFields(ours) && isFields(theirs)) return inFields(path, base, ours, theirs, contested)
  if (isThings(ours) && isThings(theirs)) return inThings(path, base, ours, theirs, contested)
  return [{ path, ...sides, isConflict: false }]
}

function inFields(path: string, base: unknown, ours: Fields, theirs: Fields, contested: ReadonlySet<string>) {
  const before = isFields(base) ? base : {}
  const names = new Set([...Object.keys(ours), ...Object.keys(theirs)])
  return [...names]
    .filter((name) => !bookkeeping.has(name))
    .flatMap((name) => {
      const sides = { base: side(before, name), ours: side(ours, name), theirs: side(theirs, name) }
      return at(path === '' ? name : `${path}.${name}`, sides, contested)
    })
}

function inThings(
  path: string,
  base: unknown,
  ours: readonly Thing[],
  theirs: readonly Thing[],
  contested: ReadonlySet<string>,
) {
  const [before, left, right] = [byId(isThings(base) ? base : []), byId(ours), byId(theirs)]
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((id) => {
    const sides = {
      base: before.get(id) ?? absent,
      ours: left.get(id) ?? absent,
      theirs: right.get(id) ?? absent,
    }
    return at(`${path}.${id}`, sides, contested)
  })
}

function side(fields: Fields, name: string): unknown {
  return fields[name] === undefined ? absent : fields[name]
}
