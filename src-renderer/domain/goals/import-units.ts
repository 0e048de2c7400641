import { plainCode, type Unit } from '../year-book.ts'

/** A unit as it stands on a form: `820001-井研县教育局`, `井研县教育局`, `教育局`. */
export type WrittenUnit = { code: string; name: string }

const coded = /^([0-9A-Za-z]{3,})\s*[-‐‑–—_:]?\s*(\p{Script=Han}.*)$/u
const regionPrefix = /^(?:\p{Script=Han}{2,3}省)?(?:\p{Script=Han}{2,3}市)?(?:\p{Script=Han}{2,3}[县区])?/u

/** Splits the code in front of a unit's name. */
export function readUnit(text: string): WrittenUnit {
  const plain = text.normalize('NFKC').trim()
  const match = coded.exec(plain)
  return match ? { code: match[1] ?? '', name: (match[2] ?? '').trim() } : { code: '', name: plain }
}

function codeKey(code: string): string {
  return plainCode(code).toUpperCase()
}

/** The name without white space, signs and the region in front: 南江县教育局, 县教育局 and 教育局 are one. */
function unitKey(name: string): string {
  const plain = name.normalize('NFKC').replace(/[\s\p{P}]/gu, '')
  return plain.replace(regionPrefix, '').replace(/^县(?=\p{Script=Han}{2})/u, '') || plain
}

/** A unit of the book as it would stand on a form; its code is found before any name. */
export function writtenUnit({ code, name }: WrittenUnit): string {
  return code ? `${code}-${name}` : name
}

export type UnitIndex = {
  find: (written: WrittenUnit) => Unit | null
  add: (unit: Unit) => void
}

/** Finds units by code, then by exact name, then by the name's key where that is unique. */
export function indexUnits(units: readonly Unit[]): UnitIndex {
  const byCode = new Map<string, Unit>()
  const byName = new Map<string, Unit>()
  const byKey = new Map<string, Unit | null>()
  function add(unit: Unit): void {
    const key = unitKey(unit.name)
    if (unit.code !== '') byCode.set(codeKey(unit.code), unit)
    byName.set(unit.name, unit)
    byKey.set(key, byKey.has(key) ? null : unit)
  }
  function find({ code, name }: WrittenUnit): Unit | null {
    const ofCode = code === '' ? undefined : byCode.get(codeKey(code))
    return ofCode ?? byName.get(name) ?? byKey.get(unitKey(name)) ?? null
  }
  for (const unit of units) add(unit)
  return { find, add }
}

/**
 * The unit of a form: one of the book, or a proposal put into `index` so that the next form finds it. The 主管部门
 * becomes the parent where it stands on the form too and differs.
 */
export function unitOfForm(
  form: { unit: string | null; department: string | null },
  index: UnitIndex,
  propose: (written: WrittenUnit, parent: Unit | null) => Unit,
): Unit | null {
  const department = nonEmpty(form.department)
  const unit = nonEmpty(form.unit) ?? department
  if (!unit) return null
  function findOrPropose(written: WrittenUnit, parent: Unit | null): Unit {
    const found = index.find(written)
    if (found) return found
    const proposed = propose(written, parent)
    index.add(proposed)
    return proposed
  }
  const found = index.find(unit)
  if (found) return found
  const isSame = !department || unitKey(department.name) === unitKey(unit.name)
  return findOrPropose(unit, isSame ? null : findOrPropose(department, null))
}

function nonEmpty(text: string | null): WrittenUnit | null {
  const written = readUnit(text ?? '')
  return written.name === '' ? null : written
}
