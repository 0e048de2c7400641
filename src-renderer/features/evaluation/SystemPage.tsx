import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { useParams } from 'react-router'
import { saveIndicatorSystem } from '#actions/save-indicator-system'
import { evaluationScopes, type IndicatorSystem } from '#domain/evaluation/indicator-system'
import { systemProblems } from '#domain/evaluation/system-weights'
import type { KeptSystem } from '#domain/evaluation/task'
import { shippedSystems } from '#domain/evaluation/templates'
import { useSession } from '#session'
import { indicatorSystemById } from '#storage/evaluation-tasks'
import { GivenEdition, OwnEdition } from '#ui/Editions.tsx'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { useRecordSaver } from '#ui/record-saver'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import { SystemMark } from './StateMark.tsx'
import { SystemEditor } from './SystemEditor.tsx'
import { useSystemDoor } from './system-door.ts'

/** One indicator system: a template to look at and copy, or one of the bureau's own to write and approve. */
export function SystemPage() {
  const { id = '' } = useParams()
  const { book } = useSession()
  const template = shippedSystems.find((system) => system.id === id)
  const read = useLiveQuery(async () => ({ kept: await indicatorSystemById(id) }), [id])
  if (template) return <Template key={id} system={template} />
  if (!read) return null
  if (read.kept?.bookId !== book.id)
    return (
      <EmptyPage
        title="指标体系"
        trail="绩效评价"
        text="这个指标体系不在当前账套中，可能属于其他年度。"
        way={{ to: '/evaluation/systems', name: '返回指标体系' }}
      />
    )
  return <Own key={id} kept={read.kept} />
}

function unchanged() {
  // A template is read only: the sheet never calls it.
}

function Template({ system }: { system: IndicatorSystem }) {
  return (
    <GivenEdition edition={system} door={useSystemDoor()} note="自带模板，复制后可以修改">
      <SystemEditor
        system={system}
        readOnly
        onChange={unchanged}
        head={
          <Box sx={{ fontSize: 13, color: colours.secondary }}>
            适用于{evaluationScopes[system.scope]}。依据：{system.clause}〔{system.mark}〕
          </Box>
        }
      />
    </GivenEdition>
  )
}

function Own({ kept }: { kept: KeptSystem }) {
  const { book, by, rules } = useSession()
  const door = useSystemDoor()
  const saver = useRecordSaver<KeptSystem>(kept, {
    read: indicatorSystemById,
    keep: (latest, change) => saveIndicatorSystem(book.id, { ...latest, ...change }, latest.revision, by),
  })
  const system = saver.record
  const readOnly = system.state !== 'draft' || !door.may.save
  const problems = systemProblems(system, rules.evaluation.scoring)
  return (
    <OwnEdition
      edition={system}
      door={door}
      saver={saver}
      fault={problems.find(({ severity }) => severity === 'error')}
    >
      <SystemEditor
        system={system}
        readOnly={readOnly}
        onChange={(patch) => saver.change((before) => ({ levels: patch(before).levels }))}
        head={<Head system={system} readOnly={readOnly} onChange={saver.change} />}
      />
    </OwnEdition>
  )
}

function Head(props: {
  system: KeptSystem
  readOnly: boolean
  onChange: (patch: () => Partial<KeptSystem>) => void
}) {
  const { system, readOnly, onChange } = props
  return (
    <Box
      sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 180px auto', gap: 3, alignItems: 'end' }}
    >
      <TextField
        label="名称"
        readOnly={readOnly}
        value={system.name}
        onCommit={(name) => name.trim() !== '' && onChange(() => ({ name: name.trim() }))}
      />
      <ChoiceField
        label="适用对象"
        value={system.scope}
        choices={evaluationScopes}
        readOnly={readOnly}
        onCommit={(scope) => scope !== '' && onChange(() => ({ scope }))}
      />
      <Box sx={{ fontSize: 13, lineHeight: '32px', whiteSpace: 'nowrap' }}>
        <SystemMark state={system.state} /> 第 {system.version} 版
        {system.approvedBy !== '' && `，${system.approvedBy}审定`}
      </Box>
    </Box>
  )
}
