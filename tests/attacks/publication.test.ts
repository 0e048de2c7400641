import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { publicationOf } from '#domain/disclosures/publication'
import { db } from '#storage/database'
import { disclosureWorld, publicationDrafts } from '#storage/disclosures'
import { writeDisclosures, writePublication } from '../../src-renderer/excel/write-disclosures.ts'
import { withoutSecretRows } from '../../src-renderer/features/disclosures/disclosure-export.ts'
import { publicationPages } from '../../src-renderer/reports/publication-pages.ts'
import { disclosureBook } from '../storage/disclosure-world.ts'

/** Every byte that leaves as text: pages as they are, workbooks unpacked. */
function textsIn(files: readonly { name: string; bytes: Uint8Array }[]): string {
  return files
    .flatMap(({ name, bytes }) => {
      const inner = name.endsWith('.xlsx') ? Object.values(unzipSync(bytes)) : [bytes]
      return [name, ...inner.map((each) => new TextDecoder().decode(each))]
    })
    .join('\n')
}

describe('a secret project is nowhere in what is published', () => {
  it('in pages, workbook and ledger, also where another project names it', async () => {
    const { book, site, platform, secret } = await disclosureBook()
    await db.goals.put({ ...site, annualGoals: [`与${secret.name}同步完成维修`] })
    const world = await disclosureWorld(book, '2026-03-01')
    const head = { year: 2026, office: '南江县财政局', madeOn: '2026-03-01' }
    const set = publicationOf(head, publicationDrafts(world, world.rows), world.secrets)
    expect(set.pages.map(({ objectId }) => objectId)).toEqual([platform.id])
    const open = withoutSecretRows(world.rows)
    const files = [
      ...publicationPages(set),
      { name: '材料.xlsx', bytes: await writePublication(set) },
      {
        name: '台账.xlsx',
        bytes: await writeDisclosures(open, { year: 2026, office: '南江县财政局', unitName: () => '' }),
      },
    ]
    const text = textsIn(files)
    expect(text).toContain(platform.name)
    for (const word of [secret.name, secret.code, secret.id]) expect(text).not.toContain(word)
    for (const word of [platform.contact, platform.phone]) expect(text).not.toContain(word)
  })

  it('cannot carry markup of a text into a page', async () => {
    const { book, platform } = await disclosureBook()
    await db.goals.put({ ...platform, annualGoals: ['<script>alert(1)</script>'] })
    const world = await disclosureWorld(book, '2026-03-01')
    const head = { year: 2026, office: '<b>局', madeOn: '2026-03-01' }
    const set = publicationOf(head, publicationDrafts(world, world.rows), world.secrets)
    const text = textsIn(publicationPages(set))
    expect(text).toContain('&lt;script&gt;')
    expect(text).not.toMatch(/<script|<b>局/)
  })
})
