import type { GoalContent } from '#domain/goals/goal'

function fnv(text: string, seed: number): number {
  let hash = seed
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/**
 * 校验码 at the foot of a printed form: two prints with the same code carry the same content. It tells versions
 * apart; it is no protection against forgery.
 */
export function checkCode(content: GoalContent, year: number): string {
  const plainIds = (_key: string, value: unknown) =>
    value !== null && typeof value === 'object' && 'id' in value ? { ...value, id: '' } : value
  const sorted = Object.fromEntries(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)))
  const text = `${year}${JSON.stringify({ ...sorted, unitId: '' }, plainIds)}`
  const code = [fnv(text, 0x811c9dc5), fnv(text, 0x01234567)]
    .map((part) => part.toString(36).toUpperCase().padStart(7, '0').slice(-4))
    .join('-')
  return code
}
