import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Link } from 'react-router'
import { desktop, type ExchangeFolder } from '#desktop'
import { citedText } from '#domain/exchange/attachments'
import { bringsNoWork } from '#domain/exchange/offer'
import { purposes, type RecordPurpose } from '#domain/exchange/package'
import { useSession } from '#session'
import { goalsLeftOut } from '#storage/unsent'
import { OutboxChoice, outboxesOf } from '#ui/OutboxChoice.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { usePolled } from '#ui/use-polled'
import { FilesMark } from './FilesMark.tsx'
import { countsText, sizeText, totalsText } from './package-words.ts'
import { StillWritten } from './StillWritten.tsx'
import { listStyle } from './styles.ts'
import type { Draft } from './use-preparing.ts'

/** So often it is looked whether a stick was plugged in or pulled out. */
const everyMilliseconds = 3000

/** What is inside, before it is saved: what is seen here is what will be sent. */
export function SendPreview(props: {
  purpose: RecordPurpose
  drafts: readonly Draft[]
  isSaving: boolean
  /** Makes them again without the attachments that are not to be had. */
  onWithoutMissing: () => void
  onBack: () => void
  onSave: (drafts: readonly Draft[], outbox: ExchangeFolder | null) => void
}) {
  const { book } = useSession()
  const good = props.drafts.filter(({ prepared }) => prepared)
  const bad = props.drafts.filter(({ prepared }) => !prepared)
  const { found: folders } = usePolled(desktop.exchangeFolders, everyMilliseconds)
  const [chosen, setChosen] = useState<string | null>(null)
  const outboxes = outboxesOf(folders ?? [])
  // What is plugged in is what people mean.
  const ready = outboxes.find(({ state }) => state === 'there')?.id ?? ''
  const outbox = outboxes.find(({ id }) => id === (chosen ?? ready)) ?? null
  return (
    <>
      <PageHead title={`生成数据包：${purposes[props.purpose]}`} trail="数据交换" note="还没有写入台账">
        <Button color="inherit" disabled={props.isSaving} onClick={props.onBack}>
          返回修改
        </Button>
        <Button
          variant="contained"
          disabled={good.length === 0 || props.isSaving}
          onClick={() => props.onSave(good, outbox)}
        >
          {props.isSaving ? '正在保存…' : good.length > 1 ? `生成并保存 ${good.length} 份` : '生成并保存'}
        </Button>
      </PageHead>
      <Box
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 4, display: 'grid', gap: 4, alignContent: 'start' }}
      >
        {bad.length > 0 && (
          <Alert severity="error">
            {bad.length} 份没有生成：
            {bad.map(({ receiver, fault, missing }) => (
              <Box key={receiver.key}>
                {receiver.name}：{fault}
                {missing.length > 0 && `找不到的是${citedText(missing)}。`}
              </Box>
            ))}
            {bad.some(({ missing }) => missing.length > 0) && (
              <Button size="small" color="inherit" variant="outlined" onClick={props.onWithoutMissing}>
                不带找不到的附件，重新生成
              </Button>
            )}
          </Alert>
        )}
        {props.purpose === 'report' && <LeftOut />}
        {props.purpose === 'report' && book.identity.level === 'unit' && <StillWritten />}
        {folders && outboxes.length > 0 && (
          <OutboxChoice folders={folders} value={outbox?.id ?? ''} onChange={setChosen} />
        )}
        <Box component="table" aria-label="数据包内容" sx={listStyle}>
          <thead>
            <tr>
              <th scope="col">接收单位</th>
              <th scope="col" className="figure">
                序号
              </th>
              <th scope="col">包内记录和附件</th>
              <th scope="col">控制数</th>
              <th scope="col" className="figure">
                留下的涉密事项
              </th>
              <th scope="col">加密</th>
              <th scope="col" className="figure">
                大小
              </th>
            </tr>
          </thead>
          <tbody>
            {good.map(({ receiver, prepared, isOpen }) => (
              <tr key={receiver.key}>
                <td>{receiver.name}</td>
                <td className="figure">{prepared?.record.sequence}</td>
                <td>
                  {countsText(prepared?.record.counts ?? {}) || '没有记录'}
                  {prepared && <FilesMark files={prepared.record.files} />}
                  {prepared && bringsNoWork(prepared.record) && <NoWorkMark purpose={props.purpose} />}
                </td>
                <td>{totalsText(prepared?.record.totals ?? {}) || '—'}</td>
                <td className="figure">{prepared?.record.secrets || '—'}</td>
                <td>{isOpen ? '只签名，不加密' : '已加密'}</td>
                <td className="figure">{sizeText(prepared?.record.size ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </Box>
        <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
          涉密事项和不该给接收单位看的栏目不会进入数据包。
          {outbox
            ? '写入并核对后，请打印封面盖章，一并送达。'
            : '保存后请把文件复制到介质，并打印封面盖章，一并送达。'}
        </Box>
      </Box>
    </>
  )
}

/** A hint and no bar: there may truly be nothing, but the receiver counts what came as handed in. */
function NoWorkMark({ purpose }: { purpose: RecordPurpose }) {
  return (
    <Box sx={{ color: 'warning.main' }}>
      <span aria-hidden="true">▲ </span>没有目标、监控、自评等本年的内容
      {purpose === 'report' && '：没有送审的不进上报包，而对方导入后会计为已接收。请先确认该报的都已送审'}
    </Box>
  )
}

/** Goals of a unit's book that its package does not carry: they would be missed by nobody until the deadline. */
function LeftOut() {
  const { book } = useSession()
  const goals = useLiveQuery(() => goalsLeftOut(book.id), [book.id]) ?? []
  if (goals.length === 0) return null
  return (
    <Alert severity="warning">
      {goals.length} 个目标不在本单位名下，没有进包：
      {goals.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && '、'}
          <Link to={`/goals/${id}`}>{name || '未命名目标'}</Link>
        </span>
      ))}
      。请取消送审，把单位改为本单位或直属单位，重新送审后再生成。
    </Alert>
  )
}
