/** 优、良、中、差. */
export const grades = { excellent: '优', good: '良', medium: '中', poor: '差' } as const
export type Grade = keyof typeof grades

/** Lower borders in percent; below the last is 差. */
export type GradeBands = { excellent: number; good: number; medium: number }

/**
 * The grade of a score against its full mark, both in hundredths of a point; a border belongs to the better grade
 * (90 is 优, 89.99 is 良).
 */
export function gradeOf(score: number, full: number, bands: GradeBands): Grade {
  if (score * 100 >= bands.excellent * full) return 'excellent'
  if (score * 100 >= bands.good * full) return 'good'
  return score * 100 >= bands.medium * full ? 'medium' : 'poor'
}
