import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'

/** Tabs above a ledger: all of it, then each group with what is in it; those after them show something else. */
export function GroupTabs<Group extends string>(props: {
  label?: string
  total: number
  groups: readonly { id: Group; name: string; count: number }[]
  others?: readonly { id: Group; name: string }[]
  chosen: Group | ''
  onChoose: (group: Group | '') => void
}) {
  return (
    <Tabs
      value={props.chosen}
      aria-label={props.label ?? '分组'}
      variant="scrollable"
      scrollButtons={false}
      onChange={(_event, group: Group | '') => props.onChoose(group)}
      sx={{ flex: 'none', px: 2, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' }}
    >
      <Tab value="" label={`全部 ${props.total}`} />
      {props.groups.map(({ id, name, count }) => (
        <Tab key={id} value={id} label={`${name} ${count}`} />
      ))}
      {props.others?.map(({ id, name }) => (
        <Tab key={id} value={id} label={name} />
      ))}
    </Tabs>
  )
}

/** The groups of a table of words, with how many rows each has. */
export function groupsOf<Group extends string>(
  table: Readonly<Record<Group, string>>,
  groups: readonly Group[],
): { id: Group; name: string; count: number }[] {
  const counts = new Map<Group, number>()
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1)
  const ids = Object.keys(table) as Group[] // the keys of the table
  return ids.map((id) => ({ id, name: table[id], count: counts.get(id) ?? 0 }))
}
