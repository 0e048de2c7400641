import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { saveAgency } from '#actions/save-agency'
import {
  type AgencyContent,
  type AgencyKind,
  agencyKinds,
  checkAgency,
  emptyAgency,
  matchesAgency,
} from '#domain/experts/agency'
import { shippedExpertRules } from '#domain/experts/expert-rules'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { allAgencies } from '#storage/experts'
import { nextId } from '#storage/stamp'
import { EmptyState } from '#ui/EmptyState.tsx'
import { sortedBy } from '#ui/sorted'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { useInTurn } from '#ui/use-in-turn'
import { useOpened } from '#ui/use-opened'
import { AgencyPanel } from './AgencyPanel.tsx'
import { AgencyTable } from './AgencyTable.tsx'

/** 机构: the third parties, what they were commissioned with and how well they did it (财预〔2021〕6号). */
export function AgenciesTab() {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const inTurn = useInTurn()
  const agencies = useLiveQuery(() => allAgencies(book.demo), [book.demo])
  const [search, setSearch] = useState('')
  const [kind, setKind] = useState<AgencyKind | ''>('')
  const { openId, fresh, isUntouched, open, begin, type } = useOpened<AgencyContent>()
  if (!agencies) return null

  const found = agencies.filter((each) => (kind === '' || each.kind === kind) && matchesAgency(each, search))
  const shown = sortedBy(found, ({ name }) => name)
  const opened = agencies.find((each) => each.id === openId) ?? null
  const draft = opened ?? fresh
  const others = agencies.filter((each) => each.id !== openId)
  const check = (content: AgencyContent) => checkAgency(content, others, shippedExpertRules)
  const mayWrite = may(by, 'save-agency')

  /** False where it was not kept, so that a form beside it stays open. */
  function change(patch: Partial<AgencyContent>): boolean {
    if (!draft) return false
    const next = contentOf({ ...draft, ...patch })
    if (!opened) type(next)
    const fault = check(next).find(({ severity }) => severity === 'error')
    if (fault && opened) say({ text: `${fault.message}没有保存，原内容保留。`, severity: 'warning' })
    if (!fault) attempt(() => inTurn(() => keep(next, patch)))
    return !fault
  }

  /** Two quick changes: the second is made on what the first has left. */
  async function keep(content: AgencyContent, patch: Partial<AgencyContent>) {
    const latest = (await allAgencies(book.demo)).find((each) => each.id === openId)
    const next = latest ? contentOf({ ...latest, ...patch }) : content
    const kept = await saveAgency(book.id, openId, latest?.revision ?? 0, next, by)
    const undo = () => saveAgency(book.id, openId, kept.revision, contentOf(latest ?? kept), by)
    say({ text: `已保存“${kept.name}”。`, ...(latest ? { undo } : {}) })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', gap: 4 }}>
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: 3 }}>
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'end' }}>
          <Box sx={{ width: 150 }}>
            <ChoiceField label="类型" value={kind} choices={agencyKinds} blank="全部" onCommit={setKind} />
          </Box>
          <Box sx={{ flex: 1, maxWidth: 260 }}>
            <TextField label="查找" placeholder="名称、代码、主评人" value={search} onCommit={setSearch} />
          </Box>
          <Box role="status" sx={{ flex: 1, lineHeight: '32px', fontSize: 13, color: 'text.secondary' }}>
            共 {shown.length} 家
          </Box>
          {mayWrite && (
            <Button variant="contained" onClick={() => begin(nextId(), emptyAgency)}>
              登记机构
            </Button>
          )}
        </Box>
        {shown.length === 0 ? (
          <EmptyState
            text={
              agencies.length === 0
                ? '还没有登记第三方机构。登记后可以记录委托、打质量分、标记黑名单。'
                : '没有符合条件的机构。换一个词，或把类型改为“全部”。'
            }
          />
        ) : (
          <AgencyTable agencies={shown} openId={openId} onOpen={(agency) => open(agency.id)} />
        )}
      </Box>
      {draft && (
        <AgencyPanel
          key={openId}
          draft={draft}
          isKept={opened !== null}
          problems={isUntouched ? [] : check(draft)}
          readOnly={!mayWrite}
          onChange={change}
          onClose={() => open('')}
        />
      )}
    </Box>
  )
}

function contentOf(from: AgencyContent): AgencyContent {
  const { name, creditCode, kind, platformNumber, leads, achievements, commissions, blacklisted, note } = from
  return { name, creditCode, kind, platformNumber, leads, achievements, commissions, blacklisted, note }
}
