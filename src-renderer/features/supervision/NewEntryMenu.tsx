import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { openRegisterEntry } from '#actions/open-register-entry'
import {
  keepsRegister,
  type RegisterKind,
  registerKind,
  registerKindList,
} from '#domain/supervision/register-kinds'
import { type ReportTo, reportChapters, reportTitle } from '#domain/supervision/year-report'
import { useSession } from '#session'
import { yearReportFacts } from '#storage/year-report'
import { useToast } from '#ui/Toast.tsx'

/** 登记: at once in the kind that is open, else the choice of the kinds that the duty keeps. */
export function NewEntryMenu(props: {
  kind: RegisterKind | ''
  today: string
  onOpened: (kind: RegisterKind, id: string) => void
}) {
  const { book, by } = useSession()
  const { attempt } = useToast()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const kinds = registerKindList.filter((kind) => keepsRegister(by.duty, kind))
  const single = props.kind !== '' && kinds.includes(props.kind) ? props.kind : null

  function open(kind: RegisterKind) {
    setAnchor(null)
    attempt(async () => {
      const { id } = await openRegisterEntry(book.id, kind, { day: props.today }, by)
      props.onOpened(kind, id)
    })
  }

  if (kinds.length === 0 || (props.kind !== '' && !single)) return null
  return (
    <>
      <Button
        variant="contained"
        {...(single ? {} : { 'aria-haspopup': 'menu' as const })}
        onClick={(event) => (single ? open(single) : setAnchor(event.currentTarget))}
      >
        {single ? `登记${registerKind(single).name}` : '登记'}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {kinds.map((kind) => (
          <MenuItem key={kind} onClick={() => open(kind)}>
            {registerKind(kind).name}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

/** 编写年度报告: the text of the year from data, kept as an entry of the register. */
export function NewReportMenu({ today }: { today: string }) {
  const { book, by } = useSession()
  const { attempt } = useToast()
  const navigate = useNavigate()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (!keepsRegister(by.duty, 'report')) return null

  function compose(to: ReportTo) {
    setAnchor(null)
    attempt(async () => {
      const facts = await yearReportFacts(book, new Date().toISOString())
      const content = {
        ...{ day: today, title: reportTitle(facts, to), values: { to } },
        chapters: reportChapters(facts, to),
      }
      const { id } = await openRegisterEntry(book.id, 'report', content, by)
      void navigate(`/supervision/reports/${id}`)
    })
  }

  return (
    <>
      <Button variant="outlined" aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        编写年度报告
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem onClick={() => compose('congress')}>向人大报告</MenuItem>
        <MenuItem onClick={() => compose('government')}>向政府报告</MenuItem>
      </Menu>
    </>
  )
}
