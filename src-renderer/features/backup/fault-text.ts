import type { StoreFault } from '#storage/store-check'

/** One sentence for each thing that is wrong with the store. */
export function faultText(fault: StoreFault): string {
  if (fault.kind === 'emptied') return '数据库是空的，但最近的备份里有账套或账户。'
  const place = fault.book === '' ? '本机（账户与登录）' : `账套“${fault.book}”`
  if (fault.kind === 'behind')
    return `${place}的操作记录只到第 ${fault.found} 条，最近的备份里已到第 ${fault.expected} 条：后面的内容丢失了。`
  if (fault.kind === 'rows')
    return `${place}有 ${fault.goals} 个目标，台账中相符的有 ${fault.rows} 行：有内容丢失或损坏。`
  if (fault.kind === 'head') return `${place}的操作记录应到第 ${fault.number} 条，末尾与留存的校验值不符。`
  return `${place}的操作记录从第 ${fault.faults[0]?.from ?? 1} 条起对不上，共 ${fault.faults.length} 处。`
}
