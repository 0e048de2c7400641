/** Words that say nothing of what a project is for. */
const empty =
  /(\d{4}年(度)?|[一二三四五六七八九十]期|第?\d+期|专项|资金|项目|经费|补助|补贴|工程|建设|工作|预算|支出|[\p{P}\p{S}\s])/gu

/** The name without year, stage and the words that any project has; the whole name where nothing would be left. */
export function nameCore(name: string): string {
  const plain = name.normalize('NFKC')
  const core = plain.replace(empty, '')
  return core.length >= 2 ? core : plain.replace(/[\p{P}\p{S}\s]/gu, '')
}

/** Pairs of neighbouring characters of a name, each once. */
export function pairsOf(core: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < core.length; at++) pairs.add(core.slice(at, at + 2))
  return pairs
}

/** How alike two sets are, in whole percent: twice what they share of what both have (Dice), cut down. */
export function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size + right.size === 0) return 0
  let shared = 0
  for (const each of left) if (right.has(each)) shared++
  return Math.floor((shared * 200) / (left.size + right.size))
}
