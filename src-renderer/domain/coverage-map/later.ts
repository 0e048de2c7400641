/** States of a 结果应用 by what they mean for the map; every other one is still open. */
const done: readonly string[] = ['closed']
const outside: readonly string[] = ['dropped']

/** Whether a 结果应用 is due at all, and whether it is done. */
export function applicationCounts(state: string): 'done' | 'open' | 'outside' {
  if (done.includes(state)) return 'done'
  return outside.includes(state) ? 'outside' : 'open'
}
