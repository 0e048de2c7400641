import { EmptyPage } from './EmptyPage.tsx'

/** How the page of a record is called, what a record of its kind is called, and where its ledger is. */
export type RecordPage = { title: string; trail: string; what: string; way: { to: string; name: string } }

/** Instead of a record's page: the record is of another book, or not for this duty; `or` is what else may keep it from being shown. */
export function NoRecord(props: { page: RecordPage; why: 'elsewhere' | 'out-of-reach'; or?: string }) {
  const { page, why, or = '（其他股室或其他单位）' } = props
  const { title, trail, what, way } = page
  const text =
    why === 'elsewhere'
      ? `${what}不在当前账套中，可能属于其他年度。`
      : `${what}不在当前职责的范围内${or}。可在右上角切换职责后再看。`
  return <EmptyPage title={title} trail={trail} way={way} text={text} />
}
