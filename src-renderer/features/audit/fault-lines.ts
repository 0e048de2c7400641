import type { ChainFault } from '#storage/audit'

const span = ({ from, to }: ChainFault) => (from === to ? `第 ${from} 条` : `第 ${from} 至 ${to} 条`)
const short = (hash: string) =>
  hash === '' ? '（空）' : /^[0-9a-f]{64}$/.test(hash) ? `${hash.slice(0, 12)}…` : hash

/** What does not fit and where, what was expected and what is there. */
export function faultLine(fault: ChainFault): string {
  const expected = `应为 ${short(fault.expected)}，现为 ${short(fault.found)}`
  const words: Record<ChainFault['kind'], string> = {
    altered: `${span(fault)}：内容被改动，按内容计算的校验值${expected}。`,
    link: `${span(fault)}：与前一条接不上，前一条可能被替换，前一条的校验值${expected}。`,
    missing: `${span(fault)}：缺失，应接第 ${fault.expected} 条，却是第 ${fault.found} 条。`,
    doubled: `${span(fault)}：序号重复或次序颠倒，${expected}。`,
    'cut-off': `${span(fault)}：末尾缺失，应到第 ${fault.expected} 条，只到第 ${fault.found} 条。`,
    'beyond-head': `${span(fault)}：超出留存的末尾，应到第 ${fault.expected} 条，却有第 ${fault.found} 条。`,
    head: `${span(fault)}：留存的末尾校验值不符，${expected}。`,
    algorithm: `${span(fault)}：校验算法倒退，${expected}。`,
  }
  return words[fault.kind]
}
