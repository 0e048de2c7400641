import ArrowDropDown from '@mui/icons-material/ArrowDropDown'
import PersonOutlined from '@mui/icons-material/PersonOutlined'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import ListSubheader from '@mui/material/ListSubheader'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { type Assignment, duties } from '#domain/people/duties'
import { useSession } from '#session'
import { sectionsOf, unitsOf } from '#storage/base-data'

/** Who works, in which duty: switches the duty, locks, logs out. */
export function PersonMenu() {
  const { by, book, assignments, switchDuty, dataKey, lock, logOut } = useSession()
  const navigate = useNavigate()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const names = useLiveQuery(async () => {
    const [sections, units] = await Promise.all([sectionsOf(book.id), unitsOf(book.id)])
    return new Map<string, string>([
      ...sections.map(({ code, name }) => [`spending ${code}`, name] as const),
      ...units.map(({ code, name }) => [`unit ${code}`, name] as const),
    ])
  }, [book.id])

  // On an expert's own machine nobody holds a duty of the bureau.
  const isExpert = by.use === 'scoring' && by.accountId === ''

  function nameOf({ duty, scope }: Assignment): string {
    if (isExpert) return '专家'
    const place = scope === '' ? '' : (names?.get(`${duty} ${scope}`) ?? scope)
    return place === '' ? duties[duty].name : `${duties[duty].name} · ${place}`
  }

  function choose(run: () => void) {
    setAnchor(null)
    run()
  }

  return (
    <>
      <Button
        startIcon={<PersonOutlined />}
        endIcon={<ArrowDropDown />}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ color: 'text.primary', maxWidth: 420, whiteSpace: 'nowrap' }}
      >
        {nameOf(by)} · {by.name}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {!isExpert && <ListSubheader sx={{ lineHeight: '32px' }}>切换职责</ListSubheader>}
        {assignments.map((assignment) => (
          <MenuItem
            key={`${assignment.duty} ${assignment.scope}`}
            selected={assignment.duty === by.duty && assignment.scope === by.scope}
            onClick={() => choose(() => switchDuty(assignment))}
          >
            {nameOf(assignment)}
          </MenuItem>
        ))}
        <Divider />
        <MenuItem onClick={() => choose(() => void navigate('/settings/duties'))}>职责表</MenuItem>
        {dataKey && <MenuItem onClick={() => choose(lock)}>锁定</MenuItem>}
        {dataKey && <MenuItem onClick={() => choose(logOut)}>退出登录</MenuItem>}
      </Menu>
    </>
  )
}
