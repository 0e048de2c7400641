import { plainCode, type Unit } from '#domain/year-book'

export type UnitLine = { unit: Unit; depth: number }

/** 主管部门 with its units beneath, each level by code. */
export function treeOf(units: readonly Unit[]): UnitLine[] {
  const known = new Set(units.map((unit) => unit.id))
  const isRoot = (unit: Unit) => !known.has(unit.parentId)
  function below(belongs: (unit: Unit) => boolean, depth: number): UnitLine[] {
    return units
      .filter(belongs)
      .sort((left, right) => left.code.localeCompare(right.code))
      .flatMap((unit) => [{ unit, depth }, ...below((other) => other.parentId === unit.id, depth + 1)])
  }
  return below(isRoot, 0)
}

/** What keeps a list of units from being saved; '' when nothing does. */
export function faultOf(units: readonly Unit[]): string {
  const nameless = units.find((unit) => unit.name.trim() === '')
  if (nameless) return `代码 ${nameless.code || '（空）'} 的单位还没有名称。`
  const seen = new Set<string>()
  for (const unit of units) {
    const code = plainCode(unit.code)
    if (code === '') continue
    if (seen.has(code)) return `代码 ${code} 用了两次。`
    seen.add(code)
  }
  return ''
}
