import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { saveScheme } from '#actions/save-scheme'
import type { KeptScheme, Scheme } from '#domain/appraisals/scheme'
import { schemeProblems } from '#domain/appraisals/scheme-checks'
import { shippedSchemes } from '#domain/appraisals/shipped'
import { useSession } from '#session'
import { schemeById } from '#storage/appraisals'
import { GivenEdition, OwnEdition } from '#ui/Editions.tsx'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { useRecordSaver } from '#ui/record-saver'
import { SchemeEditor } from './SchemeEditor.tsx'
import { useSchemeDoor } from './scheme-door.ts'

/** One scheme: a shipped one to look at and copy, or one of the bureau's own to write and approve. */
export function SchemePage() {
  const { id = '' } = useParams()
  const { book } = useSession()
  const shipped = shippedSchemes.find((scheme) => scheme.id === id)
  const read = useLiveQuery(async () => ({ kept: await schemeById(id) }), [id])
  if (shipped) return <ReadOnly key={id} scheme={shipped} note="自带办法，复制后可以修改" />
  if (!read) return null
  if (!read.kept)
    return (
      <EmptyPage
        title="考核办法"
        trail="工作考核"
        text="没有找到这个考核办法。"
        way={{ to: '/appraisals/schemes', name: '返回考核办法' }}
      />
    )
  if (read.kept.bookId !== book.id) return <ReadOnly key={id} scheme={read.kept} note="上级下发，只能查看" />
  return <Own key={id} kept={read.kept} />
}

function unchanged() {
  // Read only: the editor never calls it.
}

function ReadOnly({ scheme, note }: { scheme: Scheme; note: string }) {
  return (
    <GivenEdition edition={scheme} door={useSchemeDoor()} note={note}>
      <SchemeEditor scheme={scheme} readOnly problems={[]} onChange={unchanged} />
    </GivenEdition>
  )
}

function Own({ kept }: { kept: KeptScheme }) {
  const { book, by } = useSession()
  const door = useSchemeDoor()
  const saver = useRecordSaver<KeptScheme>(kept, {
    read: schemeById,
    keep: (latest, change) => saveScheme(book.id, { ...latest, ...change }, latest.revision, by),
  })
  const scheme = saver.record
  const isDraft = scheme.state === 'draft'
  const problems = isDraft ? schemeProblems(scheme) : []
  return (
    <OwnEdition edition={scheme} door={door} saver={saver} fault={problems[0]}>
      <SchemeEditor
        scheme={scheme}
        readOnly={!isDraft || !door.may.save}
        problems={problems}
        onChange={saver.change}
      />
    </OwnEdition>
  )
}
