import { type Day, yearsLater } from '../dates.ts'
import type { AvoidUnit, Expert } from './expert.ts'
import type { ExpertRules } from './expert-rules.ts'
import { nameKey } from './numbers.ts'

/** The unit whose matter is judged, with its department ('' none) and the units below it. */
export type House = {
  unitCode: string
  unitName: string
  parentCode: string
  parentName: string
  under: { code: string; name: string }[]
}

/** The house of a unit of the book; an empty one where none is chosen: then only what is recorded by hand is avoided. */
export function houseOf(
  unitId: string,
  units: readonly { id: string; code: string; name: string; parentId: string }[],
): House {
  const unit = units.find((each) => each.id === unitId)
  const parent = units.find((each) => each.id === unit?.parentId)
  return {
    unitCode: unit?.code ?? '',
    unitName: unit?.name ?? '',
    parentCode: parent?.code ?? '',
    parentName: parent?.name ?? '',
    under: units.flatMap(({ code, name, parentId }) =>
      unit && parentId === unit.id ? [{ code, name }] : [],
    ),
  }
}

/** Shorter names than this are too general to be taken for one within another. */
const shortestName = 4

/**
 * Why an expert avoids a unit's matter (回避), '' where not: the own work unit is the unit, its department or one below
 * it, or a recorded unit is, the tie having lasted until less than the years ago that the rules name (近三年聘用).
 */
export function avoidReason(
  expert: Pick<Expert, 'workUnit' | 'avoidUnits'>,
  house: House,
  today: Day,
  rules: ExpertRules,
): string {
  const own = namesOf(house).find((name) => isSameHouse(expert.workUnit, name))
  if (own !== undefined) return `回避：${rules.avoid.belongs.name}，工作单位为${expert.workUnit.trim()}`
  const tie = expert.avoidUnits.find((avoid) => isMet(avoid, house) && lasts(avoid, today, rules))
  if (!tie) return ''
  return `回避：${rules.avoid[tie.kind].name}，${tie.unitName.trim() || tie.unitCode}`
}

function isMet(avoid: AvoidUnit, house: House): boolean {
  const codes = [house.unitCode, house.parentCode, ...house.under.map(({ code }) => code)]
  if (avoid.unitCode !== '' && codes.includes(avoid.unitCode)) return true
  return namesOf(house).some((name) => isSameHouse(avoid.unitName, name))
}

function namesOf(house: House): string[] {
  return [house.unitName, house.parentName, ...house.under.map(({ name }) => name)]
}

/** One name within the other: 南江县水利局 and 南江县水利局河道管理站 are one house. */
function isSameHouse(one: string, other: string): boolean {
  const [left, right] = [nameKey(one), nameKey(other)]
  if (left === '' || right === '') return false
  if (left === right) return true
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  return short.length >= shortestName && long.includes(short)
}

/** The day on which the years are full no longer counts. */
function lasts(avoid: AvoidUnit, today: Day, rules: ExpertRules): boolean {
  if (avoid.until === '' || avoid.until >= today) return true
  const { years } = rules.avoid[avoid.kind]
  return years !== null && today < yearsLater(avoid.until, years)
}
