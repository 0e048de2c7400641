import type { FrameLevel, FrameLevel2, YearRules } from '../year-rules.ts'

/** A level's name for comparison: no white space, no points or remarks in brackets, no 类, no running weight. */
export function levelKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\([^)]*\)$/, '')
    .replace(/\d+分?$/, '')
    .replace(/类指标$/, '指标')
}

function answersTo(level: { name: string; aliases: readonly string[] }, key: string): boolean {
  return level.name === key || level.aliases.includes(key)
}

/** The level 1 of a frame that a text names. */
export function findLevel1(text: string, rules: YearRules): FrameLevel | undefined {
  const exact = rules.frame.find((level) => level.name === text)
  if (exact) return exact
  const key = levelKey(text)
  return key === '' ? undefined : rules.frame.find((level) => answersTo(level, key))
}

type Place = { level1: FrameLevel; level2: FrameLevel2 }

function findPlaces(key: string, rules: YearRules): Place[] {
  return rules.frame.flatMap((level1) =>
    level1.level2.filter((level2) => answersTo(level2, key)).map((level2) => ({ level1, level2 })),
  )
}

/**
 * The frame's own names for the levels of a form: spelling, bare words and older names made one. What the frame does
 * not know stays as published. A level 1 that the form leaves out follows from an unmistakable level 2.
 */
export function canonicalLevels(
  level1: string,
  level2: string,
  rules: YearRules,
): { level1: string; level2: string } {
  const upper = findLevel1(level1, rules)
  if (upper?.level2.some((level) => level.name === level2)) return { level1: upper.name, level2 }
  const key = levelKey(level2)
  const places = key === '' ? [] : findPlaces(key, rules)
  const within = places.find((place) => place.level1 === upper)
  if (within) return { level1: within.level1.name, level2: within.level2.name }
  if (upper) {
    const moved = places.find((place) => place.level2.alsoUnder?.includes(upper.name))
    if (moved) return { level1: moved.level1.name, level2: moved.level2.name }
    return { level1: upper.name, level2: level2.trim() }
  }
  const only = places.length === 1 ? places[0] : undefined
  if (only && level1.trim() === '') return { level1: only.level1.name, level2: only.level2.name }
  // Forms with one level only put the name of a level 1 in the second column.
  const lone = level1.trim() === '' ? findLevel1(level2, rules) : undefined
  if (lone) return { level1: lone.name, level2: '' }
  return { level1: level1.trim(), level2: level2.trim() }
}
