import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { Link } from 'react-router'
import { allowPackage } from '#actions/decide-package'
import { exportReceipt } from '#actions/export-receipt'
import { markPackage } from '#actions/mark-package'
import { undoPackage } from '#actions/undo-package'
import { desktop } from '#desktop'
import { AppError } from '#domain/errors'
import { carriesRecords, type PackageRecord } from '#domain/exchange/package'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { OpinionDialog } from '#ui/OpinionDialog.tsx'
import { useToast } from '#ui/Toast.tsx'

type Asked = 'undo' | 'drop' | 'allow' | null

/** What can be done with a package in its state; the one that is next comes last. */
export function PackageActions({ record }: { record: PackageRecord }) {
  const { by, dataKey } = useSession()
  const { attempt, say } = useToast()
  const [asked, setAsked] = useState<Asked>(null)
  const { id, direction, state } = record
  const isOut = direction === 'out'
  const isTaken = !isOut && (state === 'applied' || state === 'partly')
  const mayDrop = isOut && ['made', 'delivered', 'refused'].includes(state) && may(by, 'mark-package')

  function receipt() {
    attempt(async () => {
      const file = await exportReceipt(id, dataKey, by)
      const saved = await desktop.saveFile(file.name, file.bytes)
      if (saved) say(`已导出 ${saved.name}，存放在${saved.place}。请随原介质交还发送单位。`)
    })
  }
  function delivered() {
    attempt(async () => {
      await markPackage(id, 'delivered', record.medium, by)
      say('已登记送达。对方导入后会交回回执。')
    })
  }
  function undo() {
    setAsked(null)
    attempt(async () => {
      try {
        await undoPackage(id, by)
        say('已撤销导入，有关记录都恢复为导入前的内容。')
      } catch (error) {
        say({ text: undoText(error), severity: 'error' })
      }
    })
  }

  return (
    <>
      {carriesRecords(record.purpose) && (
        <Button color="inherit" component={Link} to={`/exchange/packages/${id}/cover`}>
          封面
        </Button>
      )}
      {record.receipt && (
        <Button color="inherit" component={Link} to={`/exchange/packages/${id}/receipt`}>
          打印回执
        </Button>
      )}
      {isTaken && may(by, 'undo-package') && (
        <Button color="inherit" onClick={() => setAsked('undo')}>
          撤销导入
        </Button>
      )}
      {mayDrop && (
        <Button color="inherit" onClick={() => setAsked('drop')}>
          作废
        </Button>
      )}
      {!isOut && state === 'held' && may(by, 'allow-package') && (
        <Button variant="contained" onClick={() => setAsked('allow')}>
          同意导入
        </Button>
      )}
      {state === 'made' && may(by, 'mark-package') && (
        <Button variant="contained" onClick={delivered}>
          登记送达
        </Button>
      )}
      {!isOut && record.receipt && state !== 'undone' && (
        <Button variant="contained" disabled={dataKey === null} onClick={receipt}>
          导出回执
        </Button>
      )}
      <Dialogs record={record} asked={asked} onUndo={undo} onClose={() => setAsked(null)} />
    </>
  )
}

/** Names what stands in the way, as far as it is known. */
function undoText(error: unknown): string {
  const isKnown = error instanceof AppError && error.code === 'undo-impossible'
  if (!isKnown) throw error
  const names: unknown = error.cause
  if (!Array.isArray(names) || names.length === 0)
    return '导入后的内容又有改动，不能整体撤销，现有内容没有变动。'
  const listed = names.slice(0, 3).map((name) => `“${String(name)}”`)
  const more = names.length > 3 ? `等 ${names.length} 条` : ''
  return `${listed.join('、')}${more}在导入后又有改动，不能整体撤销，现有内容没有变动。请逐条修改。`
}

function Dialogs(props: { record: PackageRecord; asked: Asked; onUndo: () => void; onClose: () => void }) {
  const { record, asked, onClose } = props
  const { by } = useSession()
  const { attempt, say } = useToast()
  if (asked === 'undo')
    return (
      <ConfirmDialog
        open
        dangerous
        title={`撤销导入：${record.peer.name} 第 ${record.sequence} 号`}
        action="撤销导入"
        onCancel={onClose}
        onConfirm={props.onUndo}
      >
        <Box sx={{ fontSize: 14 }}>
          这次导入新增的记录会删去，更新的记录恢复为导入前的内容。导入后又改动过的，不会撤销，并告诉您是哪一条。
        </Box>
      </ConfirmDialog>
    )
  if (asked === 'drop')
    return (
      <ConfirmDialog
        open
        dangerous
        title={`作废：${record.fileName}`}
        action="作废这个数据包"
        onCancel={onClose}
        onConfirm={() => {
          onClose()
          attempt(async () => {
            await markPackage(record.id, 'dropped', '', by)
            say('已作废。请一并销毁或收回介质上的文件。')
          })
        }}
      >
        <Box sx={{ fontSize: 14 }}>只在数据包没有送出、或对方已退回时作废。作废后台账仍保留这一条。</Box>
      </ConfirmDialog>
    )
  if (asked === 'allow')
    return (
      <OpinionDialog
        title={`同意导入数据包：${record.peer.name}`}
        action="同意导入"
        required
        phrases={['已与对方电话核实内容和控制数。', '盖章封面与文件的二维码核对一致。']}
        onCancel={onClose}
        onConfirm={(reason) => {
          onClose()
          attempt(async () => {
            await allowPackage(record.id, reason, by)
            say('已同意。经办人再次打开同一个文件即可导入，您的决定记入台账和操作记录。')
          })
        }}
      >
        <Box sx={{ fontSize: 14 }}>
          本机不认识这个数据包的签名。只同意这一个文件（摘要 {record.sm3.slice(0, 8)}…），不等于信任该单位。
        </Box>
      </OpinionDialog>
    )
  return null
}
