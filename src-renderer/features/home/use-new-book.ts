import { useState } from 'react'
import { createBook, type NewBook } from '#actions/create-book'
import { AppError } from '#domain/errors'
import { passwordFault } from '#domain/people/account'
import type { Actor } from '#domain/people/duties'
import { bureauName, defaultSections, regions, type YearBook } from '#domain/year-book'
import { shippedRules } from '#domain/year-rules'
import { useToast } from '#ui/Toast.tsx'
import { bookNote, offered, type TypedBook } from './new-book.ts'

/** Who makes a book, and how. */
export type Making = {
  /** Who works here; null before there is anybody. */
  by: Actor | null
  /** Makes a book and opens it. */
  onMake: (make: () => Promise<YearBook>) => Promise<void>
  /** Makes the first account together with the first real book; null where there is one. */
  signUp: ((name: string, password: string) => Promise<Actor>) | null
}

export type NewBookForm = ReturnType<typeof useNewBook>

/** What is typed for a new book, what of it is missing once it was asked for, and how the book is made. */
export function useNewBook({ by, onMake, signUp }: Making) {
  const { attempt } = useToast()
  const [typed, setTyped] = useState(() => offered(bookNote.kept()))
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [asked, setAsked] = useState(false)

  const {
    regionCode = '511922',
    section = defaultSections[0]?.name ?? '',
    year = String(new Date().getFullYear()),
    person = signUp ? '' : (by?.name ?? ''),
  } = typed
  const region = regions.find((candidate) => candidate.code === regionCode) ?? regions[0]
  const office = typed.office ?? bureauName(region.name)
  const yearNumber = Number(year)
  const isYear = /^20\d\d$/.test(year)
  const rulesId = typed.rulesId ?? rulesForYear(yearNumber)
  const weak = passwordFault(password, person.trim())
  const signed = !signUp || (person.trim() !== '' && weak === null && again === password)
  const complete = isYear && office.trim() !== '' && section.trim() !== '' && signed

  function type(change: TypedBook) {
    const next = { ...typed, ...change }
    setTyped(next)
    bookNote.keep(next)
  }

  function create() {
    setAsked(true)
    if (!complete) return
    const newBook: Omit<NewBook, 'by'> = {
      year: yearNumber,
      identity: {
        regionCode: region.code,
        regionName: region.name,
        level: region.code === '511900' ? 'city' : 'county',
        office: office.trim(),
        section: section.trim(),
      },
      rulesId,
    }
    attempt(() =>
      onMake(async () => {
        const maker = signUp ? await signUp(person, password) : by
        if (!maker) throw new AppError('not-permitted')
        const made = await createBook({ ...newBook, by: maker })
        bookNote.keep({})
        return made
      }),
    )
  }

  return {
    ...{ region, office, section, year, isYear, rulesId, person, type },
    ...{ password, setPassword, again, setAgain, weak },
    asked,
    missing: (text: string) => (asked && text.trim() === '' ? '请填写' : ''),
    create,
  }
}

/** The pack made for the year: the latest that is not younger than the year itself. */
function rulesForYear(year: number): string {
  const fitting = shippedRules
    .filter((pack) => pack.year <= year)
    .toSorted((left, right) => right.year - left.year)
  return (fitting[0] ?? shippedRules[0])?.id ?? ''
}
