/** States of 结果应用 and 信息公开 by what they mean for the map; every other one is still open. */
export const laterStates = {
  application: { done: ['closed'], outside: ['dropped'] },
  disclosure: { done: ['published'], outside: ['exempt'] },
} as const satisfies Record<string, { done: readonly string[]; outside: readonly string[] }>
export type LaterKind = keyof typeof laterStates

/** Whether a record of a later stage is due at all, and whether it is done. */
export function laterCounts(kind: LaterKind, state: string): 'done' | 'open' | 'outside' {
  const { done, outside }: { done: readonly string[]; outside: readonly string[] } = laterStates[kind]
  if (done.includes(state)) return 'done'
  return outside.includes(state) ? 'outside' : 'open'
}
