import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readForms } from './read-forms.ts'

type ExpectedRow = { level3: string; weight: number | null }
type Expected = Record<
  string,
  { forms: { kind: string; project: string | null; year: string | null; rows: ExpectedRow[] }[] }
>

const folder = new URL('../fixtures/forms/', import.meta.url)
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Expected // our own fixture
const files = [
  'G02-goal-old.xlsx',
  'G19-goal-old.xls',
  'list-G07-G08.xlsx',
  'S14-self-sichuan.xlsx',
  'S06-self-national.xlsx',
]

describe('published forms', () => {
  it.each(files)('%s is read by its labels and heads', (file) => {
    const forms = readForms(readFileSync(new URL(file, folder)), file)
    const wanted = expected[file]?.forms ?? []
    expect(wanted.length).toBeGreaterThan(0)
    expect(forms.map((form) => form.kind)).toEqual(wanted.map((form) => form.kind))
    for (const [index, form] of wanted.entries()) {
      expect(forms[index]?.year).toBe(form.year)
      if (form.project) expect(forms[index]?.project).toBe(form.project)
      expect(forms[index]?.indicators.map((row) => row.level3)).toEqual(form.rows.map((row) => row.level3))
      expect(forms[index]?.indicators.map((row) => row.weight)).toEqual(form.rows.map((row) => row.weight))
    }
  })

  it('keeps the money of a list in fen', () => {
    const forms = readForms(readFileSync(new URL('list-G07-G08.xlsx', folder)), 'list-G07-G08.xlsx')
    expect(forms.map((form) => form.total)).toEqual([330_984_000, 66_000_000])
  })
})
