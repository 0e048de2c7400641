import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ExchangeFolder } from '#desktop'
import { FolderMark } from '#ui/FolderMark.tsx'
import { roomText } from '#ui/room-text'
import { colours } from '#ui/theme'
import { folderKinds, listStyle } from './words.ts'

/** The folders, whether they are there, and what is still being copied into them. */
export function FolderTable(props: {
  folders: readonly ExchangeFolder[]
  unfinished: ReadonlyMap<string, readonly string[]>
  /** Null where the person may not change the list. */
  onForget: ((folder: ExchangeFolder) => void) | null
}) {
  const { onForget } = props
  return (
    <Box component="table" aria-label="收发文件夹" sx={listStyle}>
      <thead>
        <tr>
          <th scope="col">名称</th>
          <th scope="col">位置</th>
          <th scope="col">用途</th>
          <th scope="col">状态</th>
          <th scope="col" className="figure">
            可用空间
          </th>
          <th scope="col">不完整的文件</th>
          {onForget && <th scope="col">操作</th>}
        </tr>
      </thead>
      <tbody>
        {props.folders.map((folder) => (
          <tr key={folder.id}>
            <td>{folder.label}</td>
            <td>{folder.place}</td>
            <td>{folderKinds[folder.kind]}</td>
            <td>
              <FolderMark state={folder.state} />
            </td>
            <td className="figure">{folder.freeBytes === null ? '—' : roomText(folder.freeBytes)}</td>
            <td>
              <Unfinished names={props.unfinished.get(folder.id) ?? []} />
            </td>
            {onForget && (
              <td>
                <Button
                  size="small"
                  aria-label={`不再使用${folder.label}（${folder.place}）`}
                  onClick={() => onForget(folder)}
                >
                  不再使用
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

function Unfinished({ names }: { names: readonly string[] }) {
  if (names.length === 0) return <span>无</span>
  return (
    <Box component="span" title={names.join('\n')} sx={{ color: colours.attention }}>
      <span aria-hidden="true">▲</span> {names.length} 个，正在复制或没有复制完整
    </Box>
  )
}
