import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { makeRecoveryCode } from '#actions/make-recovery-code'
import { type Account, loginRules, minutesLocked } from '#domain/people/account'
import { type Assignment, duties } from '#domain/people/duties'
import { useSession } from '#session'
import { allAccounts } from '#storage/accounts'
import { sectionsOf, unitsOf } from '#storage/base-data'
import { recoveryMade } from '#storage/recovery'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { momentText } from '#ui/moment-text'
import { useToast } from '#ui/Toast.tsx'
import { AccountDialog } from './AccountDialog.tsx'
import { PasswordDialog } from './PasswordDialog.tsx'

/** 账户: who may log in on this machine, and in which duties. */
export function AccountsTab() {
  const { book, dataKey } = useSession()
  const accounts = useLiveQuery(allAccounts, [])
  const places = useLiveQuery(async () => {
    const [sections, units] = await Promise.all([sectionsOf(book.id), unitsOf(book.id)])
    return { sections, units }
  }, [book.id])
  const [edited, setEdited] = useState<Account | 'new' | null>(null)
  const [resetting, setResetting] = useState<Account | null>(null)
  if (!accounts || !places) return null
  if (!dataKey) {
    return <EmptyState text="试用演示账套时不需要账户。新建自己的账套时建立首个账户，之后在这里管理。" />
  }

  function textOf({ duty, scope }: Assignment): string {
    const list: readonly { code: string; name: string }[] =
      duty === 'unit' ? (places?.units ?? []) : (places?.sections ?? [])
    const place = list.find((each) => each.code === scope)?.name ?? scope
    return place === '' ? duties[duty].name : `${duties[duty].name}（${place}）`
  }

  const now = new Date().toISOString()
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3, maxWidth: 1200 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Box sx={{ flex: 1, color: 'text.secondary', fontSize: 13 }}>
          连续输错 {loginRules.failuresAllowed} 次锁定 {loginRules.lockMinutes} 分钟；{loginRules.idleMinutes}{' '}
          分钟无操作自动锁屏。账户不能删除，可以停用。
        </Box>
        <Button variant="contained" onClick={() => setEdited('new')}>
          新建账户
        </Button>
      </Box>
      <RecoveryLine dataKey={dataKey} />
      <Paper variant="outlined" sx={{ overflow: 'auto' }}>
        <Table size="small" aria-label="账户">
          <TableHead>
            <TableRow>
              <TableCell sx={{ width: 140 }}>姓名</TableCell>
              <TableCell>职责</TableCell>
              <TableCell sx={{ width: 130 }}>状态</TableCell>
              <TableCell sx={{ width: 170 }}>操作</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {accounts.map((account) => (
              <TableRow key={account.id} hover>
                <TableCell>{account.name}</TableCell>
                <TableCell sx={{ lineHeight: '20px' }}>
                  {account.assignments.map(textOf).join('、')}
                </TableCell>
                <TableCell>{stateOf(account, now)}</TableCell>
                <TableCell sx={{ py: 0, whiteSpace: 'nowrap' }}>
                  <Button size="small" aria-label={`修改 ${account.name}`} onClick={() => setEdited(account)}>
                    修改
                  </Button>
                  <Button
                    size="small"
                    aria-label={`重设 ${account.name} 的密码`}
                    onClick={() => setResetting(account)}
                  >
                    重设密码
                  </Button>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Paper>
      {edited !== null && (
        <AccountDialog
          account={edited === 'new' ? null : edited}
          accounts={accounts}
          sections={places.sections}
          units={places.units}
          dataKey={dataKey}
          onClose={() => setEdited(null)}
        />
      )}
      {resetting && (
        <PasswordDialog account={resetting} dataKey={dataKey} onClose={() => setResetting(null)} />
      )}
    </Box>
  )
}

/** Whether there is a recovery code, and a new one. */
function RecoveryLine({ dataKey }: { dataKey: CryptoKey }) {
  const { by, showCode } = useSession()
  const { attempt } = useToast()
  const kept = useLiveQuery(async () => ({ made: await recoveryMade() }), [])
  const [asking, setAsking] = useState(false)
  if (!kept) return null
  const { made } = kept
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label="恢复码"
      sx={{ px: 4, py: 2, display: 'flex', alignItems: 'center', gap: 2 }}
    >
      <Box sx={{ flex: 1, fontSize: 14 }}>
        {made
          ? `恢复码：${made.by}制作于 ${momentText(made.at)}。系统管理员忘记密码时用它重设；丢失或可能被人看到时请更换。`
          : '▲ 还没有恢复码。只有一个系统管理员时，忘记密码将无法重设，请尽快制作。'}
      </Box>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {made ? '更换恢复码' : '制作恢复码'}
      </Button>
      <ConfirmDialog
        open={asking}
        title={made ? '更换恢复码' : '制作恢复码'}
        action={made ? '更换恢复码' : '制作恢复码'}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          attempt(async () => showCode(await makeRecoveryCode(dataKey, by)))
        }}
      >
        新恢复码只显示一次，请备好打印机或纸笔。{made && '原来的恢复码随即作废。'}
      </ConfirmDialog>
    </Paper>
  )
}

function stateOf(account: Account, now: string): string {
  if (account.disabled) return '○ 已停用'
  if (minutesLocked(account, now) > 0) return '■ 已锁定'
  return account.passwordGiven ? '▲ 待换密码' : '● 正常'
}
