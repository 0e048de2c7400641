import { checkResults, type Disclosure, keptStates } from './disclosure.ts'

/** A changed field as text a person can read. */
export type DisclosureChange = { field: string; label: string; from: string; to: string }

const words: readonly [field: string, label: string, text: (record: Disclosure) => string][] = [
  ['state', '状态', ({ state }) => keptStates[state]],
  ['publishedOn', '公开日期', ({ publishedOn }) => publishedOn],
  ['place', '公开位置', ({ place }) => place],
  ['address', '网址', ({ address }) => address],
  ['proofs', '公开截图', ({ proofs }) => (proofs.length === 0 ? '' : `${proofs.length} 个`)],
  ['reason', '不公开原因', ({ reason }) => reason],
  ['approvedBy', '审批人', ({ approvedBy }) => approvedBy],
  ['approvedOn', '审批日期', ({ approvedOn }) => approvedOn],
  ['shown', '公开内容', ({ shown }) => shown.map(({ label, text }) => `${label}：${text}`).join('\n')],
  [
    'checks',
    '公开检查',
    ({ checks }) =>
      checks
        .map(({ on, result, finding, correction }) =>
          [on, checkResults[result], finding, correction].filter((text) => text !== '').join(' '),
        )
        .join('\n'),
  ],
]

/** What differs between two states of a record, for the trail. */
export function diffDisclosure(before: Disclosure, after: Disclosure): DisclosureChange[] {
  return words.flatMap(([field, label, text]) => {
    const [from, to] = [text(before), text(after)]
    return from === to ? [] : [{ field, label, from, to }]
  })
}
