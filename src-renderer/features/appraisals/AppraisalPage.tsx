import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useSession } from '#session'
import { appraisalFacts } from '#storage/appraisal-facts'
import { appraisalById, bookOfSubject } from '#storage/appraisals'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { localToday } from '#storage/local-day'
import { reachedUnits } from '#storage/reach'
import { NoRecord, type RecordPage } from '#ui/NoRecord.tsx'
import { AppraisalDocument } from './AppraisalDocument.tsx'
import { isShownTo } from './appraisal-rows.ts'

const page: RecordPage = {
  ...{ title: '自评和复核', trail: '工作考核', what: '这份考核' },
  way: { to: '/appraisals', name: '返回工作考核' },
}

/** One appraisal, read live, with the facts of the book on which its automatic metrics rest. */
export function AppraisalPage() {
  const { id = '' } = useParams()
  const { book, by } = useSession()
  const [today] = useState(localToday)
  const read = useLiveQuery(async () => ({ kept: await appraisalById(id) }), [id])
  const facts = useLiveQuery(async () => {
    const appraisal = await appraisalById(id)
    const subject = appraisal && (await bookOfSubject(appraisal))
    return { facts: subject && (await appraisalFacts(subject, today)) }
  }, [id, today])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const sections = useLiveQuery(() => sectionsOf(book.id), [book.id])
  if (!read || !facts || !units || !sections) return null
  const { kept } = read
  if (kept?.bookId !== book.id) return <NoRecord page={page} why="elsewhere" />
  if (!isShownTo(kept, by, reachedUnits(by, units, sections)))
    return <NoRecord page={page} why="out-of-reach" or="" />
  return <AppraisalDocument key={id} kept={kept} facts={facts.facts} today={today} />
}
