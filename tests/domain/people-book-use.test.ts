import { describe, expect, it } from 'vitest'
import { type BookUse, bookUse, isOpenIn } from '#domain/people/book-use'
import { dutyList } from '#domain/people/duties'
import { may, type Permission, permissions } from '#domain/people/permissions'

const rows = Object.keys(permissions) as Permission[] // the keys of the table

function openIn(use: BookUse): Permission[] {
  return rows.filter((row) => isOpenIn(use, row, permissions[row].area))
}

describe('what a book lets be done', () => {
  it('is told by the book itself', () => {
    const closed = { at: '2026-03-01T00:00:00.000Z', by: '王晓', reason: '' } as const
    const collected = { stationId: 's', name: '南江县财政局', packageId: 'p', at: closed.at }
    expect(bookUse({})).toBe('working')
    expect(bookUse({ closed })).toBe('closed')
    expect(bookUse({ collected, closed })).toBe('looking')
  })

  it('is everything in a book that is worked in, and for an actor without a book', () => {
    expect(openIn('working')).toEqual(rows)
    for (const duty of dutyList)
      for (const row of rows) expect(may({ duty }, row)).toBe(may({ duty, use: 'working' }, row))
  })

  it('leaves a copy unchanged: nothing of the book is written, packages and backups go on', () => {
    const open = openIn('looking')
    for (const row of ['see-goals', 'see-coverage', 'apply-package', 'make-backup', 'create-book'] as const)
      expect(open).toContain(row)
    for (const row of ['save-goal-draft', 'approve-goal', 'open-appraisals', 'save-units'] as const)
      expect(open).not.toContain(row)
    for (const row of rows.filter((each) => each.startsWith('see-'))) expect(open).toContain(row)
  })

  it('lets an expert score and sign, and nothing else of the bureau', () => {
    const open = openIn('scoring').filter((row) => !['people', 'backup'].includes(permissions[row].area))
    expect(open.sort()).toEqual(
      [
        ...['create-book', 'load-demo', 'open-expert-kit', 'remove-demo', 'save-score-sheet'],
        ...['see-evaluation-tasks', 'sign-score-sheet'],
      ].sort(),
    )
  })

  it('shuts the goals, adjustments, monitoring and execution of a closed year, and no evaluation of it', () => {
    const open = openIn('closed')
    for (const row of ['save-goal-draft', 'import-executions', 'approve-adjustment', 'decide-disposal'])
      expect(open).not.toContain(row)
    const after: Permission[] = ['save-self-evaluation', 'conclude-evaluation', 'decide-application']
    for (const row of [...after, 'publish-disclosures', 'announce-appraisals', 'reopen-year'])
      expect(open).toContain(row)
  })
})
