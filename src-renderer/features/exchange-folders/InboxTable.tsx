import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link } from 'react-router'
import type { FoundPackage } from '#actions/look-into-folders'
import { sizeText } from '#domain/attachment'
import { purposes } from '#domain/exchange/package'
import { type Standing, standings } from '#domain/exchange/waiting'
import { EmptyState } from '#ui/EmptyState.tsx'
import { momentText } from '#ui/moment-text'
import { listStyle, standingMarks } from './words.ts'

/** More are found by taking in or moving away those that are shown. */
const mostShown = 200
const first: readonly Standing[] = ['new', 'reading', 'newer', 'damaged']

/** What lies in the inboxes: what waits comes first. */
export function InboxTable({ packages, mayTake }: { packages: readonly FoundPackage[]; mayTake: boolean }) {
  if (packages.length === 0)
    return <EmptyState text="收件夹里没有数据包。对方把数据包放进来后，这里会自动出现。" />
  const shown = packages.toSorted((left, right) => rank(left) - rank(right)).slice(0, mostShown)
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box component="table" aria-label="收件夹里的数据包" sx={listStyle}>
        <thead>
          <tr>
            <th scope="col">文件</th>
            <th scope="col">类型</th>
            <th scope="col">发送单位</th>
            <th scope="col">介质</th>
            <th scope="col">放入时间</th>
            <th scope="col" className="figure">
              大小
            </th>
            <th scope="col">状态</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((found) => (
            <PackageRow key={`${found.folder.id} ${found.name}`} found={found} mayTake={mayTake} />
          ))}
        </tbody>
      </Box>
      {packages.length > mostShown && <span>另有 {packages.length - mostShown} 个没有列出。</span>}
    </Box>
  )
}

function rank({ standing }: FoundPackage): number {
  const at = first.indexOf(standing)
  return at === -1 ? first.length : at
}

function PackageRow({ found, mayTake }: { found: FoundPackage; mayTake: boolean }) {
  const { folder, name, size, changedAt, head, standing } = found
  const mark = standingMarks[standing]
  // What cannot be taken says why where it is opened.
  const isOpenable = standing === 'new' || standing === 'newer' || standing === 'damaged'
  const verb = standing === 'new' ? '接收' : '查看原因'
  return (
    <tr>
      <Box component="td" sx={{ overflowWrap: 'anywhere' }}>
        {name}
      </Box>
      <td>{head ? purposes[head.purpose] : '—'}</td>
      <td>{head?.sender.name ?? '—'}</td>
      <td>{folder.label}</td>
      <td>{momentText(changedAt)}</td>
      <td className="figure">{sizeText(size)}</td>
      <td>
        <Box component="span" sx={{ color: mark.colour, whiteSpace: 'nowrap' }}>
          <span aria-hidden="true">{mark.shape}</span> {standings[standing]}
        </Box>
      </td>
      <td>
        {mayTake && isOpenable && (
          <Button
            size="small"
            variant={standing === 'new' ? 'outlined' : 'text'}
            component={Link}
            aria-label={`${verb} ${name}`}
            to={`/exchange/receive?folder=${folder.id}&name=${encodeURIComponent(name)}`}
          >
            {verb}
          </Button>
        )}
      </td>
    </tr>
  )
}
